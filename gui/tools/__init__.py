"""Map tools that draw and erase training samples by the pixels of a scene."""
