"""What needs a screen: the labelling panel and the options page. It uses `bridge`, no algorithm."""
