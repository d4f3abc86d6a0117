"""Many jobs in a row, and many at once: resources and equal outputs."""
