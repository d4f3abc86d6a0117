"""Prediction by blocks and the files that come out of it."""
