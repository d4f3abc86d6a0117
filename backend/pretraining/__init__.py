"""Training of the bundled backbone: pictures, their recolouring, the recipe and the trainer."""
