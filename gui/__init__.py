"""The labelling panel and the options page; they use `bridge`, but no algorithms."""
