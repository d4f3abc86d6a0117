"""Accuracy of classifiers and maps, as numbers."""
