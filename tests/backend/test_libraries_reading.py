"""Spectral libraries of every format are read with the same values; damaged ones are refused."""

from __future__ import annotations

import contextlib
import json
import pickle
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from backend.core.errors import UserError
from backend.labels.libraries.reading import read_library
from tests.fixtures.spectral_libraries import (
    WAVELENGTHS,
    WRITERS,
    Writer,
    asd_content,
    write_asd,
    write_csv,
    write_envi,
    write_usgs,
)

pytestmark = pytest.mark.backend

CLASSES = ("grass", "grass", "soil", "roof red", "soil")


def spectra() -> np.ndarray:
    rng = np.random.default_rng(0)
    return rng.uniform(0.02, 0.6, (len(CLASSES), len(WAVELENGTHS))).round(4)


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_values_wavelengths_and_classes_are_read(tmp_path: Path, write: Writer) -> None:
    library = read_library(write(tmp_path, spectra(), CLASSES))
    expected = dict(
        zip(spectra()[:, 0].tolist(), zip(spectra(), CLASSES, strict=True), strict=True)
    )
    assert len(library.spectra) == len(CLASSES)  # in a folder in the order of file names
    for spectrum in library.spectra:
        values, name = expected[round(float(spectrum.values[0]), 4)]
        np.testing.assert_allclose(spectrum.values, values, atol=1e-7)
        np.testing.assert_allclose(spectrum.wavelengths, WAVELENGTHS, atol=1e-6)
        assert spectrum.class_name(None) == name


def test_a_header_names_the_library_too(tmp_path: Path) -> None:
    write_envi(tmp_path, spectra(), CLASSES)
    assert len(read_library(tmp_path / "library.hdr").spectra) == len(CLASSES)


def test_entries_of_an_envi_header_apply(tmp_path: Path) -> None:
    """Scale, bad channels, a value without data, big-endian integers and a list of classes."""
    path = tmp_path / "l.sli"
    np.array([[1000, -1, 3000, 4000], [500, 600, 700, 800]], ">i2").tofile(path)
    path.with_suffix(".hdr").write_text(
        "ENVI\nsamples = 4\nlines = 2\nbands = 1\nheader offset = 0\ndata type = 2\n"
        "byte order = 1\nreflectance scale factor = 10000\ndata ignore value = -1\n"
        "wavelength units = Nanometers\nwavelength = {500, 600,\n 700, 800}\nbbl = {1, 1, 1, 0}\n"
        "fwhm = {5, 5, 6, 6}\nland cover = {meadow, bog}\n"
    )
    first, second = read_library(path).spectra
    np.testing.assert_allclose(first.values, [0.1, np.nan, 0.3, np.nan])
    assert first.widths is not None
    assert first.widths.tolist() == [5, 5, 6, 6]
    assert (first.is_scaled, second.class_name("land cover")) == (True, "bog")


def test_channels_without_data_of_usgs_are_missing(tmp_path: Path) -> None:
    root = write_usgs(tmp_path, spectra()[:1], ["grass"])
    (path,) = root.glob("Chapter*/*.txt")
    lines = path.read_text().splitlines()
    lines[1] = "-1.2300000e+034"
    path.write_text("\n".join(lines))
    (spectrum,) = read_library(root).spectra
    assert np.flatnonzero(np.isnan(spectrum.values)).tolist() == [0]
    assert spectrum.fields["folder"] == "ChapterV_Vegetation"


def test_reflectance_in_an_old_file_of_asd_is_used_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "grass00012.asd"
    path.write_bytes(asd_content(spectra()[0], b"ASD", 1))
    (spectrum,) = read_library(path).spectra
    np.testing.assert_array_equal(spectrum.values, spectra()[0])
    assert spectrum.class_name(None) == "grass"


def test_files_that_are_no_spectra_are_ignored_in_a_folder_and_named(tmp_path: Path) -> None:
    folder = WRITERS["ECOSTRESS"](tmp_path, spectra(), CLASSES)
    (folder / "readme.txt").write_text("Spectra of plants.\n")
    library = read_library(folder)
    assert len(library.spectra) == len(CLASSES)
    assert library.notes == ("Files that cannot be read as spectra, ignored: readme.txt.",)


def gpkg_of_bytes(folder: Path, content: bytes) -> Path:
    """A layer with a profile in a binary field."""
    path = gpkg(folder, np.array(["none"], object))
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE l ADD COLUMN spectrum BLOB")
        connection.execute("UPDATE l SET spectrum = ?", (content,))
        connection.commit()
    return path


def gpkg(folder: Path, column: np.ndarray) -> Path:
    path = folder / "l.gpkg"
    geometry = shapely.to_wkb(shapely.points(np.zeros((len(column), 2))))
    pyogrio.raw.write(
        path, geometry, [column], ["profiles"], layer="l", driver="GPKG", geometry_type="Point",
        layer_options={"SPATIAL_INDEX": "NO"},
        crs="EPSG:4326",
    )  # fmt: skip
    return path


def test_profiles_in_bytes_are_read_and_python_objects_are_not(tmp_path: Path) -> None:
    profile = {"x": [0.5, 0.6, 0.7], "y": [0.1, None, 0.3], "xUnit": "μm", "bbl": [1, 1, 0]}
    content = json.dumps(profile).encode()
    (spectrum,) = read_library(gpkg_of_bytes(tmp_path, content)).spectra
    np.testing.assert_allclose(spectrum.wavelengths, [500, 600, 700])
    np.testing.assert_allclose(spectrum.values, [0.1, np.nan, np.nan])
    (tmp_path / "p").mkdir()
    with pytest.raises(UserError, match="stored as Python objects"):
        read_library(gpkg_of_bytes(tmp_path / "p", pickle.dumps(profile)))


def cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:-100])
    return path


def text(content: str, name: str = "l.csv") -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_text(content)
        return path

    return write


def asd(content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "l.asd"
        path.write_bytes(content)
        return path

    return write


def header(change: tuple[str, str]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = write_envi(folder, spectra(), CLASSES)
        described = path.with_suffix(".hdr")
        content = described.read_text()
        assert change[0] in content
        described.write_text(content.replace(*change))
        return path

    return write


def empty_folder(folder: Path) -> Path:
    (folder / "none").mkdir()
    return folder / "none"


WRONG: dict[str, Callable[[Path], Path]] = {
    "missing": lambda folder: folder / "none.sli",
    "an empty folder": empty_folder,
    "an empty file": text(""),
    "a text": text("These are no spectra.\nReally.\n"),
    "a binary file": asd(b"\0" * 5000),
    "a cut ENVI file": lambda folder: cut(write_envi(folder, spectra(), CLASSES)),
    "an ENVI file without header": asd(b"as7"),
    "too many spectra": header(("lines = 5", "lines = 4000000000")),
    "a negative count": header(("lines = 5", "lines = -5")),
    "an offset beyond the file": header(("header offset = 0", "header offset = 99999999999")),
    "an unknown data type": header(("data type = 4", "data type = 6")),
    "wavelengths that are missing": header(("wavelength = {", "nothing = {")),
    "wavelengths that are negative": header(("0.3500,", "-0.3500,")),
    "another kind of header": header(("ENVI\n", "JPEG\n")),
    "a cut ASD file": asd(asd_content(spectra()[0])[:9000]),
    "an ASD file with counts only": asd(asd_content(spectra()[0] * 1000, b"ASD", 0)),
    "an ASD file without channels": asd(asd_content(spectra()[0][:0])),
    "a table of numbers": text("1\n2\n3\n"),
    "wavelengths of infinity": text("wavelength,a\ninf,1\ninf,2\nnan,3\n"),
    "wavenumbers": text(
        "Name: a\nX Units: Wavenumber (cm-1)\nY Units: Reflectance (percent)\n\n900 1\n910 2\n",
        "l.txt",
    ),
    "the wavelengths of USGS": text("splib07a Record=1: Wavelengths ASD 3 ch\n0.4\n0.5\n", "l.txt"),
    "USGS without wavelengths": text("splib07a Record=9: a ASDFRa AREF\n0.4\n0.5\n", "l.txt"),
    "a layer without profiles": lambda folder: gpkg(folder, np.array(["{}", "[1]"], object)),
    "a damaged GeoPackage": text("SQLite format 3", "l.gpkg"),
    "deep JSON": lambda folder: gpkg(folder, np.array(['{"y":' + "[" * 100_000], object)),
}


@pytest.mark.parametrize("write", WRONG.values(), ids=WRONG)
def test_what_is_no_library_is_refused(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    with pytest.raises(UserError) as caught:
        read_library(write(tmp_path))
    assert caught.value.code in ("library.unreadable", "labels.unreadable")
    assert caught.value.hint


TABLE = b"name,class,400,410,420\na 1,a,0.1,0.2,0.3\nb,b,0.2,0.3,0.4\n"
LAYOUT = (
    b"Name: a\nX Units: Wavelength (micrometers)\nY Units: Reflectance (percent)\n\n0.4 1\n0.5 2\n"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("l.asd", asd_content(spectra()[0, :40], b"ASD", 1) + bytes(2000)),
        ("l.csv", TABLE),
        ("l.txt", LAYOUT),
    ],
    ids=["ASD", "CSV", "ECOSTRESS"],
)
def test_damaged_files_are_read_or_refused(tmp_path: Path, name: str, content: bytes) -> None:
    """Damage ends in a library or in an error with a sentence, never in another exception."""
    rng = np.random.default_rng(1)
    path = tmp_path / name
    outcomes = set()
    for _ in range(150):
        damaged = bytearray(content[: rng.integers(1, len(content) + 1)])
        for position in rng.integers(0, len(damaged), rng.integers(0, 4)):
            damaged[position] = rng.integers(0, 256)
        path.write_bytes(damaged)
        try:
            library = read_library(path)
        except UserError as error:
            outcomes.add(error.code)
            continue
        outcomes.add("read")
        assert all(len(one.values) == len(one.wavelengths) for one in library.spectra)
    assert outcomes == {"read", "library.unreadable"}


def test_ten_thousand_spectra_are_read_within_seconds(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    many = rng.uniform(0, 0.5, (10_000, len(WAVELENGTHS))).astype(np.float32)
    started = time.process_time()
    assert len(read_library(write_envi(tmp_path, many, ["a"] * 10_000)).spectra) == 10_000
    assert time.process_time() - started < 60


def test_a_table_of_many_columns_is_read(tmp_path: Path) -> None:
    library = read_library(write_csv(tmp_path, np.tile(spectra(), (40, 1)), list(CLASSES) * 40))
    assert len(library.spectra) == 200


@pytest.mark.parametrize("chosen", [".sli", ".hdr"])
def test_the_other_half_of_a_library_is_not_sought_behind_a_link(
    tmp_path: Path, chosen: str
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    library = write_envi(folder, np.full((2, len(WAVELENGTHS)), 0.25), ["a", "b"])
    other = library.with_suffix({".sli": ".hdr", ".hdr": ".sli"}[chosen])
    target = other.rename(tmp_path / other.name)
    other.symlink_to(target)
    with pytest.raises(UserError) as error:
        read_library(library.with_suffix(chosen))
    assert error.value.code == "source.external_reference"
    assert len(read_library(library.with_suffix(chosen), allow_external=True).spectra) == 2


def test_links_in_a_folder_of_spectra_are_not_followed(tmp_path: Path) -> None:
    folder = write_asd(tmp_path, np.full((2, len(WAVELENGTHS)), 0.25), ["a", "b"])
    (tmp_path / "elsewhere").mkdir()
    first = min(folder.iterdir())
    first.symlink_to(first.rename(tmp_path / "elsewhere" / first.name))
    with pytest.raises(UserError) as error:
        read_library(folder)
    assert error.value.code == "source.external_reference"
    assert len(read_library(folder, allow_external=True).spectra) == 2


def test_wavelengths_are_not_sought_behind_a_link(tmp_path: Path) -> None:
    root = write_usgs(tmp_path, np.full((2, len(WAVELENGTHS)), 0.25), ["a", "b"])
    spectrum = next(root.rglob("*AREF.txt"))
    assert len(read_library(spectrum).spectra) == 1
    (axis,) = root.glob("*avelengths*.txt")
    (tmp_path / "elsewhere").mkdir()
    target = axis.rename(tmp_path / "elsewhere" / axis.name)
    axis.symlink_to(target)
    with pytest.raises(UserError) as error:
        read_library(spectrum)
    assert "wavelengths of its 2151 channels is missing" in error.value.message
