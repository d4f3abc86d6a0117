"""Charts as SVG and raster images as PNG, for reports."""
