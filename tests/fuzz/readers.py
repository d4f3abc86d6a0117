"""Training samples in files of other tools, and spectral libraries: damaged, foreign and huge."""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import struct
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from tests.fixtures import spectral_libraries
from tests.fixtures.cubes import CLASSES, make_cube

from .corpus import JobRequest, Workspace, kind
from .damage import NUMBERS, TEXTS, damaged, damaged_json, damaged_text, pick
from .labels import on_labels
from .products import NEW_PRODUCTS
from .rasters import on_scene
from .valid_inputs import copy, model_of

#: Units of wavelengths, of which some are none.
UNITS = (
    "nm", "Nanometers", "um", "µm", "Micrometers", "m", "cm-1", "Wavenumber", "GHz", "", "Index",
    "\x00", "nm" * 500,
)  # fmt: skip
#: Names of one class, as different people type it.
SAME_NAMES = (
    "été", unicodedata.normalize("NFD", "été"), " été", "été\t", "\u00a0été", "Été", "été\u200b",
    "\ufeffété",
)  # fmt: skip


def on_library(rng: np.random.Generator, place: Workspace, library: Path) -> JobRequest:
    """A fast job on a spectral library."""
    asked: dict[str, Any] = {"image": str(place.good / "scene.tif"), "library": [str(library)]}
    if rng.random() < 0.3:
        asked["library_class_field"] = pick(rng, ("class", "name", "folder", "Class", *TEXTS[:3]))
    if rng.random() < 0.5:
        output = place.out / pick(rng, ("library.csv", "library.sli"))
        return JobRequest("spectrallibrary", asked | {"output": str(output)})
    asked |= {"method": "rf", "device": "cpu", "memory_mb": 700}
    if rng.random() < 0.3:
        asked |= {"labels": str(place.good / "labels.gpkg"), "class_field": "class"}
    return JobRequest("classify", asked | {"output": str(place.out / "map.tif")})


def write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="surrogatepass")


def damage_file(rng: np.random.Generator, path: Path, head: int = 3000) -> None:
    """Damage a text by its words, or any file by its bytes."""
    content = path.read_bytes()
    if b"\0" not in content[:4096] and rng.random() < 0.7:
        write_text(path, damaged_text(rng, content.decode("utf-8", "replace")))
    else:
        path.write_bytes(damaged(rng, content, head))


@kind("ENVI regions", 150)
def envi_regions(rng: np.random.Generator, place: Workspace) -> JobRequest:
    folder = copy(place.good, pick(rng, ("ENVI XML", "ENVI text")), place.folder)
    (path,) = folder.iterdir()
    way = int(rng.integers(4))
    text = path.read_text()
    if way == 0 and path.suffix == ".xml":
        entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
        body = text.partition("?>")[2].replace("soil", pick(rng, ("&a;", "&b;", "&" + "a;" * 9)))
        write_text(path, entities + body)
    elif way == 0:
        count = pick(rng, NUMBERS)
        write_text(path, text.replace("ROI npts: 48", f"ROI npts: {count}"))
    else:
        damage_file(rng, path)
    return without_field(rng, place, path)


@kind("SCP training input", 150)
def scp_inputs(rng: np.random.Generator, place: Workspace) -> JobRequest:
    folder = copy(place.good, "SCP", place.folder)
    (path,) = folder.iterdir()
    with zipfile.ZipFile(path) as archive:
        layer = archive.read("geometry.gpkg")
    way = int(rng.integers(6))
    if way <= 1:
        path.write_bytes(damaged(rng, path.read_bytes(), None if way else 200))
    elif way == 2:
        write_archive(path, {"geometry.gpkg": damaged(rng, layer, 6000)})
    elif way == 3:
        name = pick(rng, ("../../geometry.gpkg", "/tmp/geometry.gpkg", "a/geometry.gpkg", "x",
                          "geometry.gpkg/", "C:\\geometry.gpkg", " geometry.gpkg"))  # fmt: skip
        write_archive(path, {name: layer})
    elif way == 4:
        content = pick(rng, (b"", b"SQLite format 3\0", bytes(10**7), b"<scpx/>"))
        write_archive(path, {"geometry.gpkg": content})
    else:
        other = folder / "geometry.gpkg"
        other.write_bytes(layer)
        _change_table(rng, other)
        write_archive(path, {"geometry.gpkg": other.read_bytes()})
        other.unlink()
    return without_field(rng, place, path)


def write_archive(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def _change_table(rng: np.random.Generator, path: Path) -> None:
    text = pick(rng, TEXTS).replace("'", "''").replace("\0", "")
    statements = (
        "ALTER TABLE geometry DROP COLUMN macroclass_id", "DELETE FROM geometry",
        "UPDATE geometry SET macroclass_id = NULL", "UPDATE geometry SET macroclass_id = -1",
        f"UPDATE geometry SET macroclass_name = '{text}'",  # noqa: S608 - hostile by intent
        "UPDATE geometry SET macroclass_name = NULL", "UPDATE geometry SET geom = NULL",
        "UPDATE geometry SET macroclass_id = 9223372036854775807", "DROP TABLE gpkg_contents",
        "ALTER TABLE geometry RENAME COLUMN macroclass_id TO MC_ID",
    )  # fmt: skip
    connection = sqlite3.connect(path, isolation_level=None)
    for name in ("insert", "update1", "update2", "update3", "update4", "update5", "update6",
                 "update7", "delete"):  # fmt: skip
        connection.execute(f"DROP TRIGGER IF EXISTS rtree_geometry_geom_{name}")
    try:
        connection.execute(pick(rng, statements))
    except sqlite3.Error:
        pass
    finally:
        connection.close()


@kind("EnMAP-Box datasets", 150)
def enmapbox_datasets(rng: np.random.Generator, place: Workspace) -> JobRequest:
    folder = copy(place.good, "EnMAP-Box", place.folder)
    (path,) = folder.iterdir()
    content = json.loads(path.read_text())
    way = int(rng.integers(4))
    if way == 0:
        damage_file(rng, path)
    elif way == 1:
        write_text(path, "[" * 100_000 if rng.random() < 0.2 else json.dumps(content)[:-9])
    elif way == 2:
        content["y"] = [pick(rng, (1, "a", None, [], [[1]], 1e300, -5, True)) for _ in content["y"]]
        write_text(path, json.dumps(content))
    else:
        content["crs"] = pick(rng, ("EPSG:4326", "EPSG:0", "", None, 7, "x" * 5000, content["crs"]))
        del content["X"]
        write_text(path, json.dumps(damaged_json(rng, content)))
    return without_field(rng, place, path)


@kind("tables of points", 150)
def point_tables(rng: np.random.Generator, place: Workspace) -> JobRequest:
    folder = copy(place.good, "CSV", place.folder)
    (path,) = folder.iterdir()
    text = path.read_text()
    way = int(rng.integers(6))
    if way == 0:
        text = text.replace("id,class,x,y", pick(rng, (
            "id,class,lon,lat", "class,class,x,y", "x,y", "id,class,x", "id,CLASS,X,Y", ",,,",
            "id;class;x;y", '"id","class","x","y', "id,class,x,y,wkt",
        )))  # fmt: skip
    elif way == 1:
        rows = text.splitlines()
        rows[int(rng.integers(1, len(rows)))] = pick(rng, NUMBERS) + "," + pick(rng, TEXTS)
        text = "\n".join(rows)
    elif way == 2:
        for name in CLASSES:
            text = text.replace(name, pick(rng, (*SAME_NAMES, *TEXTS)).replace("\n", " "))
    elif way == 3:
        text = text.replace(",39", "," + pick(rng, ("1e999", "nan", "-", "39,", "1e15", "３９")))
    else:
        text = damaged_text(rng, text)
    write_text(path, text)
    return without_field(rng, place, path)


def without_field(rng: np.random.Generator, place: Workspace, path: Path) -> JobRequest:
    """A job on labels whose class field is mostly that of their format."""
    request = on_labels(rng, place, path)
    if rng.random() < 0.8:
        request.settings.pop("class_field", None)
    return request


@kind("spectral libraries", 400)
def libraries(rng: np.random.Generator, place: Workspace) -> JobRequest:
    name = pick(rng, tuple(spectral_libraries.WRITERS))
    library = copy(place.good / "libraries", name, place.folder)
    files = sorted(path for path in library.rglob("*") if path.is_file())
    for path in {pick(rng, files), pick(rng, files)}:
        way = int(rng.integers(8))
        if way == 0:
            path.unlink()
        elif way == 1:
            path.write_bytes(pick(rng, (b"", b"\0" * 100, b"ENVI\n", b"asd", b"Name:")))
        elif way == 2 and path.suffix == ".hdr":
            _change_header(rng, path)
        elif way == 2 and path.suffix == ".gpkg":
            _change_profiles(rng, path)
        elif way == 2 and path.suffix == ".asd":
            _change_asd(rng, path)
        else:
            damage_file(rng, path, 900)
    rest = sorted(library.iterdir())
    whole = rng.random() < 0.3 or len(rest) != 1
    return on_library(rng, place, library if whole else rest[0])


def _change_header(rng: np.random.Generator, path: Path) -> None:
    text = path.read_text()
    key, value = pick(rng, (
        ("samples = 2151", pick(rng, NUMBERS)), ("lines = 6", pick(rng, NUMBERS)),
        ("data type = 4", pick(rng, NUMBERS)), ("header offset = 0", pick(rng, NUMBERS)),
        ("bands = 1", pick(rng, NUMBERS)), ("wavelength units = Micrometers", pick(rng, UNITS)),
        ("byte order = 0", pick(rng, NUMBERS)),
    ))  # fmt: skip
    write_text(path, text.replace(key, f"{key.partition(' = ')[0]} = {value}"))


def _change_profiles(rng: np.random.Generator, path: Path) -> None:
    profile: Any = {"x": [400, 500, 600], "y": [1, 2, 3], "xUnit": "nm"}
    profile[pick(rng, ("x", "y", "xUnit", "bbl"))] = pick(rng, (
        [], [None] * 3, ["a"] * 3, [1, 1, 1], [1e400, 2, 3], 7, None, "nm", pick(rng, UNITS),
        [[1]] * 3,
    ))  # fmt: skip
    text = json.dumps(profile).replace("'", "''")
    value = pick(rng, (f"'{text}'", "X'80049503'", "NULL", "'{'", "'" + "[" * 5000 + "'", "7"))
    connection = sqlite3.connect(path, isolation_level=None)
    for name in ("insert", "update1", "update2", "update3", "update4", "update5", "update6",
                 "update7", "delete"):  # fmt: skip
        connection.execute(f"DROP TRIGGER IF EXISTS rtree_library_geom_{name}")
    connection.execute(f"UPDATE library SET profiles = {value}")  # noqa: S608 - hostile by intent
    connection.close()


def _change_asd(rng: np.random.Generator, path: Path) -> None:
    content = bytearray(path.read_bytes())
    at, form, values = pick(rng, (
        (204, "<H", (0, 1, 2, 65535)), (191, "<f", (0.0, -1.0, float("nan"), 1e30)),
        (195, "<f", (0.0, -1.0, float("inf"), 1e-30)), (186, "<B", (0, 1, 2, 9, 255)),
        (199, "<B", (0, 1, 2, 3, 255)),
    ))  # fmt: skip
    struct.pack_into(form, content, at, pick(rng, values))
    path.write_bytes(bytes(content))


@kind("libraries in other units and ranges", 120)
def other_units(rng: np.random.Generator, place: Workspace) -> JobRequest:
    unit, factor = pick(rng, UNITS), pick(rng, (1.0, 1e-3, 1e-9, 1e7, -1.0, 0.0, 0.4))
    low, high = pick(rng, ((350, 2500), (400, 900), (8000, 14_000), (2500, 350), (500, 500)))
    centres = np.linspace(low, high, int(pick(rng, (1, 2, 3, 50, 400)))) * factor
    path = place.folder / "library.sli"
    values = rng.random((6, len(centres))) * pick(rng, (1, 100, 10_000, 1e30, -1))
    values.astype("<f4").tofile(path)
    listed = ", ".join(f"{value:g}" for value in centres)
    write_text(
        path.with_suffix(".hdr"),
        f"ENVI\nsamples = {len(centres)}\nlines = 6\nbands = 1\ndata type = 4\n"
        f"wavelength units = {unit}\nspectra names = {{a 1, a 2, a 3, b 1, b 2, b 3}}\n"
        f"wavelength = {{{listed}}}\n",
    )
    return on_library(rng, place, path)


@kind("10,000 spectra", 8)
def many_spectra(rng: np.random.Generator, place: Workspace) -> JobRequest:
    centres = np.array(make_cube().wavelengths)
    values = rng.random((10_000, len(centres))).astype(np.float32)
    names = [f"{name} {number}" for number, name in enumerate(np.resize(CLASSES, 10_000))]
    buffer = io.StringIO()
    buffer.write(",".join(["name", *(f"{centre:g}" for centre in centres)]) + "\n")
    for name, row in zip(names, values, strict=True):
        buffer.write(",".join([name, *(f"{value:.4f}" for value in row)]) + "\n")
    path = place.folder / "library.csv"
    path.write_text(buffer.getvalue())
    request = on_library(rng, place, path)
    request.settings.pop("library_class_field", None)
    return JobRequest(request.job, request.settings, must_work=True)


@kind("names of one class", 60)
def same_names(rng: np.random.Generator, place: Workspace) -> JobRequest:
    centres = np.array(make_cube().wavelengths)
    path = place.folder / "library.csv"
    rows = [",".join(["name", "class", *(f"{centre:g}" for centre in centres)])]
    for number in range(24):
        label = pick(rng, SAME_NAMES) if number % 2 else pick(rng, ("b", "b ", " b"))
        rows.append(
            ",".join([f"s{number}", label, *(f"{x:.3f}" for x in rng.random(len(centres)))])
        )
    write_text(path, "\n".join(rows))
    request = on_library(rng, place, path)
    request.settings.pop("library_class_field", None)
    return JobRequest(request.job, request.settings, must_work=True)


@kind("libraries that lead elsewhere", 60)
def remote_libraries(rng: np.random.Generator, place: Workspace) -> JobRequest:
    """Links to other folders beside a library or in one, and names of other places, are refused.

    What the user chooses may itself be a link.
    """
    name = pick(rng, ("ENVI", "ENVI", "USGS", "USGS", "CSV", "ASD", "EnMAP-Box"))
    library = copy(place.good / "libraries", name, place.folder)
    elsewhere = place.folder / "elsewhere"
    elsewhere.mkdir()
    files = sorted(path for path in library.rglob("*") if path.is_file())
    beside = {"ENVI": (".hdr", ".sli"), "USGS": ("ch.txt",)}.get(name, ())
    ending = pick(rng, beside) if beside else ""
    linked = [path for path in files if path.name.endswith(ending)]
    for path in linked:
        target = elsewhere / f"{len(os.listdir(elsewhere))}{path.suffix}"
        shutil.move(path, target)
        path.symlink_to(target)
    remote = ("/vsicurl/http://127.0.0.1:9/a.csv", "http://127.0.0.1:9/a.sli", "/dev/zero",
              "/proc/self/mem", "../../nowhere.csv")  # fmt: skip
    own = [str(path) for path in files if path not in linked]
    chosen = pick(rng, (str(library), *own[:3], pick(rng, remote)))
    request = on_library(rng, place, Path(chosen))
    for key in ("labels", "class_field"):
        request.settings.pop(key, None)
    return JobRequest(request.job, request.settings | {"library": [chosen]}, must_fail=True)


@kind("HDF5 of foreign structure", 150)
def foreign_hdf5(rng: np.random.Generator, place: Workspace) -> JobRequest:
    """Products without a group, with one of another product, or with nothing in it."""
    folder = copy(place.good, pick(rng, (*NEW_PRODUCTS, "emit", "prisma")), place.folder)
    path = max(folder.iterdir(), key=lambda entry: entry.stat().st_size)
    other = place.good / pick(rng, NEW_PRODUCTS)
    (foreign,) = other.iterdir()
    with h5py.File(path, "r+") as file:
        groups: list[str] = []
        file.visititems(
            lambda name, entry: groups.append(name) if isinstance(entry, h5py.Group) else None
        )
        way = int(rng.integers(5))
        name = pick(rng, groups) if groups else ""
        if way == 0 and name:
            del file[name]
        elif way == 1 and name:
            del file[name]
            file.create_group(name)
        elif way == 2 and name:
            del file[name]
            file[name] = h5py.ExternalLink(str(foreign), "/")
        elif way == 3 and name:
            del file[name]
            file[name] = h5py.SoftLink(pick(rng, ("/", f"/{name}", "/nowhere")))
        else:
            with h5py.File(foreign, "r") as source:
                for key in source:
                    if key not in file:
                        source.copy(key, file)
    return on_scene(rng, place, pick(rng, (folder, path)))


@kind("products cut off", 120)
def cut_products(rng: np.random.Generator, place: Workspace) -> JobRequest:
    """A download that was interrupted, or a page of a server in place of the product."""
    name = pick(rng, (*NEW_PRODUCTS, "emit", "prisma", "wyvern", "hyperfield"))
    folder = copy(place.good, name, place.folder)
    path = pick(rng, sorted(folder.iterdir()))
    content = path.read_bytes()
    if rng.random() < 0.15:
        path.write_bytes(b"<!DOCTYPE html><title>401 Unauthorized</title>")
    else:
        path.write_bytes(content[: int(len(content) * pick(rng, (0, 0.001, 0.1, 0.5, 0.9, 0.999)))])
    return on_scene(rng, place, pick(rng, (folder, path)))


@kind("masks of products", 100)
def product_masks(rng: np.random.Generator, place: Workspace) -> JobRequest:
    """Masks of Wyvern and NEON, and the test flags of EnMAP, damaged or of another form."""
    name = pick(rng, ("wyvern", "neon", "enmap"))
    folder = copy(place.good, name, place.folder)
    if name == "neon":
        (path,) = folder.iterdir()
        key = "TEAK/Reflectance/Metadata/Ancillary_Imagery/Haze_Cloud_Water_Map"
        with h5py.File(path, "r+") as file:
            del file[key]
            file[key] = pick(rng, (
                np.zeros((3, 3), np.uint8), np.full((30, 42), np.nan), b"text", np.zeros(0),
                np.full((30, 42), 255, np.uint8), np.zeros((30, 42, 3), np.uint8),
                np.full((30, 42), 15, np.int64),
            ))  # fmt: skip
        return on_scene(rng, place, path)
    pattern = "*_data_mask.tiff" if name == "wyvern" else "*TESTFLAGS.TIF"
    (mask,) = folder.glob(pattern)
    way = int(rng.integers(3))
    if way == 0:
        mask.write_bytes(damaged(rng, mask.read_bytes(), 1500))
    elif way == 1:
        shutil.copy(place.good / pick(rng, ("codes.tif", "scene.tif", "labels.gpkg")), mask)
    else:
        mask.unlink()
        mask.symlink_to(place.good / "codes.tif")
    return on_scene(rng, place, folder)


@kind("no training samples", 40)
def no_samples(rng: np.random.Generator, place: Workspace) -> JobRequest:
    """Files that hold no training samples, whatever they are named."""
    names = (
        "a.skops", "a.pkl", "a.joblib", "a.roi", "a.qgz", "a.qml", "a.sli", "a.asd", "a.scpx",
        "a.json", "a.csv", "a.xml", "a.txt",
    )  # fmt: skip
    path = place.folder / pick(rng, names)
    contents = (
        b"PK\x03\x04", b"\x80\x04\x95", b"", b"{}", b"x,y\n", b"<RegionsOfInterest/>",
        b"; ENVI Output of ROIs", bytes(5000), model_of(place.good, "rf").read_bytes(),
    )  # fmt: skip
    path.write_bytes(pick(rng, contents))
    request = without_field(rng, place, path)
    return JobRequest(request.job, request.settings, must_fail="training" not in request.settings)
