"""Batches of scenes: Dask workers, tasks, completion of each scene, and the summary."""
