"""Speed, accuracy and scale, each one command that prints a table."""
