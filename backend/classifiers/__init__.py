"""Networks, training, baselines and validation on labelled pixels."""
