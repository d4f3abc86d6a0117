"""The options of settings with a fixed list, by their identifiers; the first is the default."""

from __future__ import annotations

DEVICES = ("auto", "cpu", "cuda", "mps")
#: Feature extraction and training as the plugin recommends, or as published in the paper.
PRESETS = ("default", "paper")
#: How the pixels that a polygon labels are selected.
PIXEL_RULES = ("centre", "touched", "coverage")
#: Sampling designs of reference data.
DESIGNS = ("auto", "random", "stratified", "purposive", "census")
#: How the points of a stratified sample are allocated to the strata.
ALLOCATIONS = ("olofsson", "proportional", "equal")
#: How classes of the reference are matched with those of the map.
CLASS_MATCHES = ("auto", "names", "codes")
#: Geometry types of suggested locations.
SUGGESTION_GEOMETRIES = ("polygon", "point")
#: Methods that can evaluate diffusion features when they are tuned.
TUNING_METHODS = ("geodiffnet-f", "geodiffnet")

MAX_SEED = 2**31 - 1
