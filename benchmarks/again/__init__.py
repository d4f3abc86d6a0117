"""The time to classify a scene again after changing the labels."""
