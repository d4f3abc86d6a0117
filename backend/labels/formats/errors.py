"""Why a file of another tool cannot be read."""

from __future__ import annotations


class FormatError(ValueError):
    """Why a file cannot be read as training samples, as part of a sentence."""
