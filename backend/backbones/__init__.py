"""Frozen diffusion networks: bundled, downloaded, or from a folder."""
