"""How far a map can be trusted: accuracy, areas, reports, and where to label next."""
