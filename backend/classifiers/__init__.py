"""Classifiers of pixels: base classifiers, their blend, cross-validation and the model file."""
