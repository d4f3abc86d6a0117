"""Spectral libraries: one module a format, and their resampling to the bands of a scene."""
