"""Accuracy of classifiers and class maps: metrics, confidence intervals, area estimates."""
