"""Files: atomic outputs, locks, caches, downloads and the identity of inputs."""
