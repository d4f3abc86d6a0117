"""Ranks diffusion backbones by what their features add to the spectrum."""
