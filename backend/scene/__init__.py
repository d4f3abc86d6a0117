"""Reading rasters: windows, wavelengths, bad bands, masks and composites."""
