"""Diffusion and context features of the pixels of a scene, and their cache."""
