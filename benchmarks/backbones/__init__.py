"""Ranks diffusion backbones by the accuracy that their features add to the spectrum."""
