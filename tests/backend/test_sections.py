"""Sections that several reports share."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from reports_support import decode_png

from backend.reports import sections

pytestmark = pytest.mark.backend


def test_the_area_of_applicability_is_drawn_in_the_colours_of_its_legend(tmp_path: Path) -> None:
    path = tmp_path / "unlike.tif"
    values = np.repeat(np.array([[0.2, 0.9, 1.5, 7.0, -1.0]], np.float32), 4, 0)
    profile = {"driver": "GTiff", "count": 1, "dtype": "float32", "nodata": -1}
    transform = Affine(10, 0, 0, 0, -10, 0)
    with rasterio.open(path, "w", width=5, height=4, transform=transform, **profile) as dataset:
        dataset.write(values, 1)
    section = sections.applicability_section(0.5, path)
    image, legend = section.blocks[1].blocks
    _, chunks = decode_png(image.source)
    row = zlib.decompress(chunks[b"IDAT"])[1:6]
    shown = [tuple(chunks[b"PLTE"][3 * index : 3 * index + 3]) for index in row]
    assert shown[:4] == [sections.rgb(entry.colour) for entry in legend.entries]
    assert row[4] == 0  # no data is transparent
    without = sections.applicability_section(0.5, None)
    assert len(without.blocks) == 1
    assert "50.0" in without.blocks[0].text
