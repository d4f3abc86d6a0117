"""Damages files in the ways of failing disks."""

from __future__ import annotations

import random
from pathlib import Path

import rasterio


def damage_tile(path: Path, chance: random.Random) -> str:
    """Overwrite one compressed tile of a GeoTIFF with noise; says which."""
    with rasterio.open(path) as dataset:
        band = chance.choice(dataset.indexes)
        (row, column), _ = chance.choice(list(dataset.block_windows(band)))
        offset, size = (
            int(dataset.get_tag_item(f"BLOCK_{what}_{column}_{row}", "TIFF", bidx=band))
            for what in ("OFFSET", "SIZE")
        )
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(chance.randbytes(size))
    return f"tile {row}, {column} of band {band}"


def cut_off(path: Path, chance: random.Random) -> str:
    """Lose the end of a file; says where."""
    size = path.stat().st_size
    left = chance.randrange(size // 2, size)
    with path.open("r+b") as file:
        file.truncate(left)
    return f"cut at {left} of {size} bytes"


def spoil(path: Path, chance: random.Random) -> str:
    """Make a file short, empty or nonsense, or turn some bits in it; says what."""
    content = path.read_bytes()
    way = chance.choice(("short", "empty", "nonsense", "bits"))
    if way == "short":
        content = content[: chance.randrange(len(content))]
    elif way == "empty":
        content = b""
    elif way == "nonsense":
        content = chance.randbytes(len(content))
    else:
        turned = bytearray(content)
        for _ in range(8):
            turned[chance.randrange(len(turned))] ^= 1 << chance.randrange(8)
        content = bytes(turned)
    path.write_bytes(content)
    return way
