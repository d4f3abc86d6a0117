"""Cases that once broke something: kind, number and seed."""

REGRESSIONS: tuple[tuple[str, int, int], ...] = (
    ("GeoPackage, bytes", 28, 4),  # SQLite's own message was no text
    ("GeoPackage, tables", 3, 2),  # a field that the library lists and does not read
    ("GeoPackage, tables", 9, 2),  # values that are no text
    ("GeoJSON", 9, 2),  # a second look at a file that cannot be read
    ("Shapefile, bytes", 3, 2),  # an error of the library about its own error
    ("Shapefile, bytes", 8, 2),  # a coordinate system that cannot be understood
    ("shapes", 1, 2),  # places that cannot be projected
    ("shapes", 21, 2),  # crosses itself a million times
    ("shapes", 29, 4),  # a line that does, and has a width
    ("place on earth", 0, 3),  # rings that projection tears open
    ("STAC items", 103, 21),  # the name of an image that is too long for the system
    ("quality masks", 70, 1),  # a coordinate system that cannot be converted
    ("class fields", 18, 2),  # a message of 5,000 letters
    ("model, bytes", 281, 1),  # a deviation next to nothing
    ("model, metadata", 20, 2),
    ("model, metadata", 22, 2),
    ("model, metadata", 2, 3),  # a list in a list
    ("model, metadata", 9, 3),  # wavelengths of one band less
    ("model, metadata", 117, 1),  # another scale than was learnt
    ("model, tensors", 3, 1),
    ("model, tensors", 18, 3),  # classes that are no numbers
    ("checkpoints", 28, 1),  # a pickle that empties its own stack
    ("diffusers folders", 4, 3),  # weights that overflow
    ("diffusers folders", 189, 1),  # a network of 10²¹ layers
    ("diffusers folders", 3, 9),  # an encoder whose parts do not fit each other
    ("diffusers folders", 7, 10),  # a schedule that is one number
    ("diffusers folders", 64, 10),  # a list where a number should be
    ("diffusers folders", 8, 11),  # more than all is kept of a picture
    ("ENVI header", 0, 3),  # a coordinate system of random letters
    ("PRISMA and EMIT", 2, 3),  # an empty attribute
    ("PRISMA and EMIT", 7, 3),  # tables of different size
    ("HDF5 and netCDF, bytes", 2, 1),  # a library's error inside a lock of its own
    ("HDF5 and netCDF, bytes", 4, 7),  # a dimension that is none: the library frees memory twice
    ("place on earth", 0, 264687),  # pixels so large that their outlines overflow
    ("place on earth", 14, 1),  # pixels that all lie on a line
    ("place on earth", 65, 1),  # the same, under labels that are a raster
    ("values", 4, 4),  # a scale that makes values infinite
    ("values", 53, 5),  # spectra of equal and very large values
    ("virtual raster", 3, 4),  # GDAL's own message was no text
    ("SCP training input", 22, 1),  # an archive whose compressed data are damaged
    ("spectral libraries", 108, 1),  # a number of spectra that is infinite
    ("libraries that lead elsewhere", 28, 1),  # a folder of links to other folders
    ("settings", 247, 1),  # a seed below zero
    ("settings", 273, 1),  # a name of 4,000 letters
    ("settings", 306, 21),  # a pipe that nobody writes to
)
