"""The live map: the visible extent is mapped again after each change of the polygons."""
