"""Satellite products with damaged metadata, attributes and lookup tables."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np

from .corpus import JobRequest, Workspace, kind
from .damage import damaged, damaged_text, pick
from .rasters import on_scene
from .valid_inputs import copy


@kind("EnMAP and DESIS, metadata", 200)
def xml_products(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    folder = copy(workspace.good, pick(rng, ("enmap", "desis")), workspace.folder)
    metadata = next(p for p in folder.iterdir() if p.name.lower().endswith("metadata.xml"))
    image = next(p for p in folder.iterdir() if "SPECTRAL_IMAGE" in p.name)
    text = metadata.read_text()
    way = int(rng.integers(6))
    if way <= 2:
        metadata.write_text(damaged_text(rng, text), encoding="utf-8", errors="surrogatepass")
    elif way == 3:
        metadata.write_bytes(damaged(rng, text.encode()))
    elif way == 4:
        entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
            f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
        )
        metadata.write_text(entities + "]>" + f"<x>&{pick(rng, 'bdfj')};</x>" + text[40:])
    else:
        image.write_bytes(damaged(rng, image.read_bytes(), 2000))
    return on_scene(rng, workspace, pick(rng, (folder, metadata, image)))


@kind("PRISMA and EMIT", 250)
def hdf5_products(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    folder = copy(workspace.good, pick(rng, ("prisma", "emit")), workspace.folder)
    path = next(folder.iterdir())
    if rng.random() < 0.4:
        path.write_bytes(damaged(rng, path.read_bytes(), 6000))
    else:
        _mutate(rng, path)
    return on_scene(rng, workspace, path)


def _mutate(rng: np.random.Generator, path: Path) -> None:
    """Replace datasets and attributes by others of a wrong type, size or value."""
    odd = [
        np.nan, np.inf, -1, 0, 2**31 - 1, np.array([]), np.array([[1, 2], [3, 4]]), b"text",
        np.array([np.nan, 1.0]), -(2**40), np.zeros((3, 3, 3)), "π",
    ]  # fmt: skip
    with h5py.File(path, "r+") as file:
        names: list[str] = []
        file.visit(names.append)
        for _ in range(int(rng.integers(1, 4))):
            entry = file[pick(rng, names)] if rng.random() < 0.6 else file
            way = int(rng.integers(5))
            keys = list(entry.attrs)
            if way <= 1 and keys:
                entry.attrs[pick(rng, keys)] = pick(rng, odd)
                continue
            if entry.name == "/":
                continue
            name = entry.name
            if way == 2:
                del file[name]
            elif isinstance(entry, h5py.Dataset):
                content = entry[()] if entry.size and entry.size < 10**6 else np.zeros(3)
                attributes = dict(entry.attrs)
                del file[name]
                if way == 3:
                    file[name] = pick(rng, odd)
                else:
                    content = np.asarray(content)
                    if content.dtype.kind in "iuf" and content.size:
                        content = content.copy()
                        flat = content.reshape(-1)
                        chosen = rng.integers(flat.size, size=max(1, flat.size // 5))
                        with np.errstate(all="ignore"):
                            flat[chosen] = np.array(
                                pick(rng, (0, -1, 1e30, np.nan, 32767, 1e9))
                            ).astype(content.dtype)
                    file[name] = content
                    for key, value in attributes.items():
                        file[name].attrs[key] = value
            names = []
            file.visit(names.append)
            if not names:
                return
