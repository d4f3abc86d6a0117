"""The time, the work and the memory of every stage of a classification."""
