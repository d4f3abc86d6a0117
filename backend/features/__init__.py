"""Frozen diffusion networks as feature extractors: backbones, taps, tiling and pretraining."""
