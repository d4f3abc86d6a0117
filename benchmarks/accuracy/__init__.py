"""Accuracy of all methods and controls on real scenes, with spatially separate test pixels."""
