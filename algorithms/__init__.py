"""The Processing algorithms: one file each, a provider, and the base they share."""
