"""Images in reports: colours, transparency and size."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from reports_support import decode_png, rasters

from backend.charts import images

pytestmark = pytest.mark.backend


def test_classes_have_their_colours_and_nodata_is_transparent(tmp_path: Path) -> None:
    mapped, _ = rasters(tmp_path)
    colours = {1: (255, 0, 0), 3: (0, 0, 255)}
    uri, width, height = images.class_image(images.decimated(mapped), colours)
    signature, chunks = decode_png(uri)
    assert signature == b"\x89PNG\r\n\x1a\n"
    assert (width, height) == (60, 40)
    assert chunks[b"PLTE"] == bytes([0, 0, 0, 255, 0, 0, 0, 0, 255])
    assert chunks[b"tRNS"] == b"\0"
    rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(40, 61)[:, 1:]
    assert np.unique(rows[:20, :30]).tolist() == [1]
    assert np.unique(rows[20:, :30]).tolist() == [2]
    assert np.unique(rows[:, 30:]).tolist() == [0]  # no colour given, and no data


def test_a_ramp_goes_from_dark_to_bright(tmp_path: Path) -> None:
    _, confidence = rasters(tmp_path)
    uri, *_ = images.ramp_image(images.decimated(confidence), 0, 100)
    _, chunks = decode_png(uri)
    rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(40, 61)[:, 1:]
    assert 0 < rows[0, 0] < rows[0, 59] < rows[39, 0]
    assert rows[39, 59] == 0
    palette = np.frombuffer(chunks[b"PLTE"], np.uint8).reshape(-1, 3).astype(float)
    brightness = palette[1:] @ [0.2126, 0.7152, 0.0722]
    assert (np.diff(brightness) > -1).all()


def test_large_rasters_are_read_at_reduced_size(tmp_path: Path) -> None:
    path = tmp_path / "large.tif"
    profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "width": 3000, "height": 1500}
    with rasterio.open(path, "w", transform=Affine.scale(2, -2), **profile) as dataset:
        dataset.write(np.ones((1500, 3000), np.uint8), 1)
    assert images.decimated(path).shape == (360, 720)
