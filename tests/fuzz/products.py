"""Satellite products with damaged metadata, attributes and lookup tables."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

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
    path = pick(rng, sorted(p for p in folder.iterdir() if "UNCERT" not in p.name))
    return _damaged_hdf5(rng, workspace, path, pick(rng, (folder, path)))


NEW_PRODUCTS = (
    "tanager_basic", "tanager_ortho", "neon", "aviris_ortho", "aviris_table", "aviris_arrays",
    "prisma_l2c",
)  # fmt: skip


@kind("Tanager, NEON, AVIRIS and PRISMA L2C", 400)
def located_products(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    folder = copy(workspace.good, pick(rng, NEW_PRODUCTS), workspace.folder)
    (path,) = folder.iterdir()
    if rng.random() < 0.2:
        _change_unit(rng, path)
        return on_scene(rng, workspace, path)
    return _damaged_hdf5(rng, workspace, path, pick(rng, (folder, path)))


@kind("STAC items", 250)
def stac_items(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    folder = copy(workspace.good, pick(rng, ("wyvern", "hyperfield")), workspace.folder)
    item = next(path for path in folder.iterdir() if path.suffix == ".json")
    image = next(path for path in folder.iterdir() if path.suffix in (".tif", ".tiff"))
    way = int(rng.integers(6))
    if way == 0:
        item.write_bytes(damaged(rng, item.read_bytes(), 2000))
    elif way <= 2:
        text = damaged_text(rng, item.read_text())
        item.write_text(text, encoding="utf-8", errors="surrogatepass")
    elif way == 3:
        image.write_bytes(damaged(rng, image.read_bytes(), 3000))
    else:
        _change_item(rng, item)
    return on_scene(rng, workspace, pick(rng, (folder, item, image)))


@kind("STAC items that lead elsewhere", 60)
def remote_items(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    folder = copy(workspace.good, pick(rng, ("wyvern", "hyperfield")), workspace.folder)
    item = next(path for path in folder.iterdir() if path.suffix == ".json")
    image = next(path for path in folder.iterdir() if path.suffix in (".tif", ".tiff"))
    image.unlink()
    scene = workspace.good / "scene.tif"
    targets = (
        f"http://127.0.0.1:9/{image.name}", f"s3://bucket/{image.name}", f"file://{scene}",
        f"/vsicurl/http://127.0.0.1:9/{image.name}", "/vsizip//vsicurl/http://127.0.0.1:9/a.zip",
        str(scene), f"../../good/{scene.name}", f"./{'../' * 9}{scene}", "..", ".", "/dev/zero",
        "/proc/self/mem", f"NETCDF:http://127.0.0.1:9/{image.name}:x", "\\\\host\\share\\a.tif",
    )  # fmt: skip
    content = json.loads(item.read_text())
    for asset in content["assets"].values():
        asset["href"] = pick(rng, targets)
    item.write_text(json.dumps(content))
    request = on_scene(rng, workspace, pick(rng, (folder, item)))
    return JobRequest(request.job, request.settings, must_fail=True)


@kind("quality masks", 200)
def quality_masks(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    if rng.random() < 0.5:
        folder = copy(workspace.good, pick(rng, ("enmap", "desis", "emit")), workspace.folder)
        layers = [p for p in folder.iterdir() if "QL_QUALITY" in p.name or "_MASK_" in p.name]
        layer = pick(rng, sorted(layers))
        layer.write_bytes(damaged(rng, layer.read_bytes(), 1500))
        return on_scene(rng, workspace, folder)
    image = copy(workspace.good, "scene.tif", workspace.folder)
    (workspace.folder / "mask").mkdir()
    mask = copy(workspace.good, pick(rng, ("codes.tif", "scene.tif", "labels.gpkg", "cube.nc",
                                           "hyperfield", "rf.safetensors")),
                workspace.folder / "mask")  # fmt: skip
    if mask.is_file() and rng.random() < 0.7:
        mask.write_bytes(damaged(rng, mask.read_bytes(), 3000))
    return on_scene(rng, workspace, image, quality_mask=str(mask))


def _damaged_hdf5(
    rng: np.random.Generator, workspace: Workspace, path: Path, opened: Path
) -> JobRequest:
    if rng.random() < 0.4:
        path.write_bytes(damaged(rng, path.read_bytes(), 6000))
    else:
        _mutate(rng, path)
    return on_scene(rng, workspace, opened)


def _change_unit(rng: np.random.Generator, path: Path) -> None:
    """Wavelengths in another unit than the file says, or in one that is none."""
    units = ("nm", "um", "m", "cm-1", "", "\0", "Nanometers" * 9000, "π", "micrometers", "km")
    factor = pick(rng, (1.0, 1e-3, 1e-9, 1e4, -1.0, 0.0))
    with h5py.File(path, "r+") as file:
        found: list[h5py.Dataset] = []
        file.visititems(
            lambda name, entry: found.append(entry) if "wavelength" in name.lower() else None
        )
        for entry in found:
            if isinstance(entry, h5py.Dataset) and entry.dtype.kind == "f":
                entry[...] = entry[()] * factor
            for name in ("units", "Units", "wavelengths_units"):
                entry.attrs[name] = np.bytes_(pick(rng, units).encode()[:4000])


def _change_item(rng: np.random.Generator, item: Path) -> None:
    """Change values of an item to others of a wrong kind, size or value."""
    odd = (None, [], {}, "", "π" * 5000, -1, 0, 1e300, 10**400, True, [[]], [{}], {"a": []})
    content = json.loads(item.read_text())
    for _ in range(int(rng.integers(1, 4))):
        place: Any = content
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = pick(rng, keys)
            if isinstance(place[key], (dict, list)) and place[key] and rng.random() < 0.85:
                place = place[key]
                continue
            place[key] = deepcopy(pick(rng, odd))  # which may be changed, too
            break
        if not isinstance(content, dict) or not content:
            break
    item.write_text(json.dumps(content), encoding="utf-8")


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
