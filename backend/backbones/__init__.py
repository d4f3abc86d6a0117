"""Frozen diffusion networks: bundled, fetched, or from a folder."""
