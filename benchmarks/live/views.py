"""Runs inside QGIS: compares the refined live map of several views with the map of the scene."""

import numpy as np
from osgeo import gdal
from qgis.core import QgsPointXY
from window import wait_for

SECONDS = 3600
#: Where the centre of a view lies, and how wide it is, as shares of the scene.
VIEWS = {
    "whole": (0.5, 0.5, 1.05),
    "from afar": (0.5, 0.5, 12),
    "nearer": (0.4, 0.6, 0.5),
    "corner": (0.02, 0.97, 0.2),
    "close": (0.63, 0.31, 0.07),
}


def compare_views(user):
    """How many pixels of each view are as in the map of the whole scene."""
    whole = gdal.Open(user.dock.map.map_layer.source())
    width, height = whole.RasterXSize, whole.RasterYSize
    views = {name: (x, y, share * max(width, height)) for name, (x, y, share) in VIEWS.items()}
    # A pixel of the screen for each pixel of the scene.
    views["one to one"] = (0.5, 0.5, user.canvas.height())
    seen = []
    for name, (x, y, pixels) in views.items():
        show_view(user, x, y, pixels)
        found = gdal.Open(user.live.layer.source())
        step, expected = chosen_pixels(whole, found)
        same = class_names(found) == expected
        seen.append({"name": name, "step": step, "pixels": same.size, "same": int(same.sum())})
    return seen


def show_view(user, x, y, pixels):
    """Show a number of pixels in height, and wait for the refined map."""
    number, extent = user.live._number, user.scene.extent()
    centre = QgsPointXY(
        extent.xMinimum() + x * extent.width(), extent.yMaximum() - y * extent.height()
    )
    user.zoom_around(centre, pixels)
    wait_for(lambda: user.live._number > number, SECONDS)
    wait_for(lambda: "refined" in user.live._request.done, SECONDS)
    user.wait_until_idle(SECONDS)


def chosen_pixels(whole, view):
    """Each how many pixels of the scene the view shows one, and their names in the whole map."""
    left, size, _, top, _, _ = whole.GetGeoTransform()
    view_left, view_size, _, view_top, _, _ = view.GetGeoTransform()
    step = round(view_size / size)
    rows = positions(round((top - view_top) / size), step, view.RasterYSize, whole.RasterYSize)
    columns = positions(round((view_left - left) / size), step, view.RasterXSize, whole.RasterXSize)
    return step, class_names(whole)[np.ix_(rows, columns)]


def positions(first, step, count, length):
    """The pixel in the middle of each cell; the last cell may reach beyond the scene."""
    return np.minimum(first + step * np.arange(count) + step // 2, length - 1)


def class_names(dataset):
    """The class of each pixel."""
    band = dataset.GetRasterBand(1)
    return np.array(band.GetCategoryNames(), dtype=object)[band.ReadAsArray()]
