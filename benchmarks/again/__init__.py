"""How long an analyst waits for the next map after changing the labels."""
