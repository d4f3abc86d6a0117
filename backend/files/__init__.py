"""Files: outputs that appear complete or not at all, locks, caches, downloads, identities."""
