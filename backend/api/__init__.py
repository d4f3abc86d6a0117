"""The Python interface: estimators, and the commands as functions; `geodiffnet` loads it lazily."""
