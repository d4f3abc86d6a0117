"""Training samples in the files of other tools: one module a format."""
