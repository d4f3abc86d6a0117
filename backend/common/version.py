"""The version of the plugin and of its backend, as metadata.txt and pyproject.toml also have it."""

VERSION = "0.1.0"
