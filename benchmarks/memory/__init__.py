"""The memory for scenes of different sizes: `python -m benchmarks.memory`."""
