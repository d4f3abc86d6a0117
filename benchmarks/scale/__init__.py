"""The cost of many scenes, on one machine and on a cluster: `python -m benchmarks.scale PART`."""
