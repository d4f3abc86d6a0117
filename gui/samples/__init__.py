"""Import of training samples from other layers, and export of samples with their spectra."""
