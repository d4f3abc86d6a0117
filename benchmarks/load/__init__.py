"""Whether many jobs in a row, and many at once, go as well as one."""
