"""Products of space agencies: the part of a product that QGIS can open as a raster layer.

QGIS cannot open a metadata file, an ENVI header or a container of several images; the backend can.
For checks before a run, and for the coordinate reference system, the image inside is used.
"""

from __future__ import annotations

import json
import os
from urllib.parse import unquote

from ..backend.common.product_names import (
    ENVI_ENDINGS,
    IMAGE_ENDINGS,
    IMAGE_NAME,
    MAX_STAC_ITEM_BYTES,
    METADATA_NAME,
    image_inside,
    is_container,
)


def preview_source(path: str) -> str:
    """The image that QGIS can open for the folder, metadata file or container of a product.

    For an ENVI header it is the image file; any other path is returned unchanged.
    """
    chosen = path
    if os.path.isdir(path):
        product_files = _products_in(path)
        if len(product_files) != 1:
            return path
        path = product_files[0]
    folder, name = os.path.split(path)
    inside = image_inside(path, name)
    if inside is not None:
        return inside
    if name.lower().endswith(".hdr"):
        return _image_of_header(path) or chosen
    if not os.path.isfile(path):
        return chosen
    metadata = METADATA_NAME.match(name)
    if metadata:
        return _image_of_product(folder, metadata["product"]) or chosen
    return _image_of_item(path) or chosen


def _products_in(folder: str) -> list[str]:
    """The files by which the products in a folder are opened, as in the backend."""
    names = sorted(os.listdir(folder))
    found = [name for name in names if is_container(name) or _is_metadata(folder, name)]
    if not found:
        found = [name for name in names if _image_of_item(os.path.join(folder, name))]
    return [os.path.join(folder, name) for name in found]


def _is_metadata(folder: str, name: str) -> bool:
    metadata = METADATA_NAME.match(name)
    if metadata is None:
        return False
    return metadata["product"] != "" or _image_of_product(folder, "") is not None


def _image_of_product(folder: str, product: str) -> str | None:
    for sibling in sorted(os.listdir(folder)):
        image = IMAGE_NAME.match(sibling)
        is_image = os.path.splitext(sibling)[1].lower() in IMAGE_ENDINGS
        if image and is_image and image["product"].lower() == product.lower():
            return os.path.join(folder, sibling)
    return None


def _image_of_header(header: str) -> str | None:
    images = [header[:-4] + ending for ending in ENVI_ENDINGS]
    return next((image for image in images if os.path.isfile(image)), None)


def _image_of_item(path: str) -> str | None:
    """The image of a STAC item in the folder of the item; None for other files."""
    try:
        if not path.lower().endswith((".json", ".geojson")) or not os.path.isfile(path):
            return None
        if os.path.getsize(path) > MAX_STAC_ITEM_BYTES:
            return None
        with open(path, "rb") as file:
            content = file.read()
        item = json.loads(content) if b'"stac_version"' in content else None
    except (OSError, ValueError, RecursionError):
        return None
    assets = item.get("assets") if isinstance(item, dict) else None
    images = []
    for asset in assets.values() if isinstance(assets, dict) else ():
        if not isinstance(asset, dict):
            continue
        bands = asset.get("bands") or asset.get("eo:bands")
        reference = asset.get("href")
        if isinstance(bands, list) and isinstance(reference, str):
            name = unquote(reference.partition("?")[0]).replace("\\", "/").rpartition("/")[2]
            image = os.path.join(os.path.dirname(path), name)
            if name and "\0" not in name and os.path.isfile(image):
                images.append((len(bands), image))
    return max(images)[1] if images else None
