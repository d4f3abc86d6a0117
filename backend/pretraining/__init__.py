"""Training of the bundled backbone: images, colour augmentation, recipe and trainer."""
