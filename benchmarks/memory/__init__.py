"""How much memory a scene of any size takes: `python -m benchmarks.memory`."""
