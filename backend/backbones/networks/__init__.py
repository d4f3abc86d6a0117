"""Networks in `diffusers` format: their files, weights, schedules, and truncated execution."""
