"""Accuracy of all methods and controls on real scenes, scored away from the training pixels."""
