"""Networks in `diffusers` format as they lie in folders: read, cut short, and run to a tap."""
