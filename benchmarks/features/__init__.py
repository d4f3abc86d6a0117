"""The speed of feature extraction, compared with the published scheme."""
