"""Accuracy with polygons as labels, and how well it is estimated from them."""
