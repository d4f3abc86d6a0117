"""Prediction of a scene block by block, and the rasters that are written."""
