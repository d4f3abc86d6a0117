"""Training samples: vector layers and label rasters as labelled pixels of a scene."""
