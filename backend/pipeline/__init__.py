"""From files to results: training data, features, training, mapping, reports."""
