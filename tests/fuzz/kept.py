"""Cases that once broke something: kind, number and seed."""

KEPT: tuple[tuple[str, int, int], ...] = ()
