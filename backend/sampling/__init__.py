"""Which locations to label next, and which to check."""
