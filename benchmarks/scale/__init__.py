"""What many scenes take, here and on a cluster: `python -m benchmarks.scale PART`."""
