"""Parameter groups that several algorithms are composed of."""
