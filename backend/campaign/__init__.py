"""Many scenes: tasks on Dask, completion of each scene, summary."""
