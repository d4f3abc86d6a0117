"""How fast features are computed, against the scheme that the method was published with."""
