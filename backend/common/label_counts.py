"""How many labels are recommended, for the backend and the panel."""

#: With fewer polygons of a class, the estimated accuracy is of little use.
RECOMMENDED_POLYGONS = 5
