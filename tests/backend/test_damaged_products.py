"""Products with missing, foreign or truncated parts give a clear error or a correct scene."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import h5py
import numpy as np
import pytest

from backend.core.errors import UserError
from backend.scene.raster import Scene
from tests.fixtures import hdf5_products, products
from tests.fixtures.cubes import Cube, make_cube

pytestmark = pytest.mark.backend

WRITERS: dict[str, Callable[[Path, Cube], Path]] = {
    "PRISMA L2D": products.write_prisma,
    "PRISMA L2C": hdf5_products.write_prisma_l2c,
    "EMIT": products.write_emit,
    "Tanager basic": partial(hdf5_products.write_tanager, ortho=False),
    "Tanager ortho": partial(hdf5_products.write_tanager, ortho=True),
    "NEON": hdf5_products.write_neon,
    "AVIRIS ortho": partial(hdf5_products.write_aviris, geometry="ortho"),
    "AVIRIS table": partial(hdf5_products.write_aviris, geometry="table"),
    "AVIRIS arrays": partial(hdf5_products.write_aviris, geometry="arrays"),
}
CODES = {
    "scene.unreadable",
    "scene.ambiguous",
    "scene.empty",
    "scene.too_few_bands",
    "scene.invalid_location",
    "scene.not_rectified",
    "scene.not_reflectance",
    "scene.values_out_of_bounds",
}
Reference = tuple[Path, np.ndarray]


@pytest.fixture(scope="module", params=WRITERS)
def good(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reference:
    path = WRITERS[request.param](tmp_path_factory.mktemp("good"), make_cube())
    with Scene(path) as scene:
        return path, scene.read(scene.grid.extent)[1]


def parts_of(path: Path) -> list[tuple[str, str]]:
    """All groups and arrays of a file, and all of their attributes."""
    found: list[tuple[str, str]] = []
    with h5py.File(path, "r") as file:
        found += [("", name) for name in file.attrs]

        def visit(name: str, entry: h5py.HLObject) -> None:
            found.append((name, ""))
            found.extend((name, attribute) for attribute in entry.attrs)

        file.visititems(visit)
    return found


def outcome(path: Path) -> str:
    """The code of the error, or "" where the scene can be read."""
    failure = None
    try:
        with Scene(path) as scene:
            values, valid = scene.read(scene.grid.extent)
    except UserError as error:
        failure = error
    if failure is None:
        assert np.isfinite(values).all()
        assert valid.any()
        return ""
    assert failure.code in CODES, failure.message
    assert str(path) in failure.message or failure.code == "scene.invalid_location"
    return failure.code


def test_each_part_may_be_missing(good: Reference, tmp_path: Path) -> None:
    path, _ = good
    outcomes = set()
    for name, attribute in parts_of(path):
        damaged = Path(shutil.copy(path, tmp_path / path.name))
        with h5py.File(damaged, "r+") as file:
            if attribute:
                del (file[name] if name else file).attrs[attribute]
            else:
                del file[name]
        outcomes.add(outcome(damaged))
    assert "scene.unreadable" in outcomes


ODD_VALUES = {
    "text": "none",
    "nan": np.nan,
    "negative": -1.0,
    "list": np.zeros(3),
    "empty": np.array([]),
    "huge": 1e300,
}


@pytest.mark.parametrize("value", ODD_VALUES)
def test_each_part_may_be_something_else(good: Reference, tmp_path: Path, value: str) -> None:
    path, _ = good
    for name, attribute in parts_of(path):
        damaged = Path(shutil.copy(path, tmp_path / path.name))
        with h5py.File(damaged, "r+") as file:
            if attribute:
                (file[name] if name else file).attrs[attribute] = ODD_VALUES[value]
            else:
                del file[name]
                file[name] = ODD_VALUES[value]
        outcome(damaged)


@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.95, 0.999])
def test_truncated_files_are_refused_or_read_as_they_are(
    good: Reference, tmp_path: Path, share: float
) -> None:
    path, _ = good
    content = path.read_bytes()
    damaged = tmp_path / path.name
    damaged.write_bytes(content[: int(len(content) * share)])
    assert outcome(damaged) == "scene.unreadable"


def test_arrays_in_other_files_are_refused(good: Reference, tmp_path: Path) -> None:
    path, _ = good
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    damaged = Path(shutil.copy(path, tmp_path / "a" / path.name))
    other = Path(shutil.copy(path, tmp_path / "b" / path.name))
    with h5py.File(damaged, "r+") as file:
        arrays: list[str] = []
        file.visititems(lambda n, e: arrays.append(n) if isinstance(e, h5py.Dataset) else None)
        name = max(arrays, key=lambda entry: file[entry].size)
        del file[name]
        file[name] = h5py.ExternalLink(str(other), name)
    with pytest.raises(UserError) as error:
        Scene(damaged)
    assert error.value.code == "source.external_reference"


@pytest.mark.parametrize(
    ("unit", "factor"), [("Nanometers", 1), ("nm", 1), ("um", 1e-3), ("micrometers", 1e-3), ("", 1)]
)
def test_units_of_neon_are_followed(tmp_path: Path, unit: str, factor: float) -> None:
    cube = make_cube()
    path = hdf5_products.write_neon(tmp_path, cube)
    with h5py.File(path, "r+") as file:
        spectral = file["TEAK/Reflectance/Metadata/Spectral_Data"]
        for name in ("Wavelength", "FWHM"):
            spectral[name][...] = spectral[name][()] * factor
        spectral["Wavelength"].attrs["Units"] = unit
    with Scene(path) as scene:
        bad = hdf5_products.bad_bands(cube)
        np.testing.assert_allclose(scene.wavelengths, np.array(cube.wavelengths)[~bad], atol=0.01)
        np.testing.assert_allclose([b.width for b in scene.used], np.array(cube.widths)[~bad], 1e-3)


@pytest.mark.parametrize("unit", ["cm-1", "km", "1"])
def test_wavelengths_that_are_none_are_refused(tmp_path: Path, unit: str) -> None:
    path = hdf5_products.write_aviris(tmp_path, make_cube(), "ortho")
    with h5py.File(path, "r+") as file:
        wavelengths = file["reflectance/wavelength"]
        wavelengths[...] = np.arange(len(wavelengths))
        wavelengths.attrs["units"] = unit
    assert outcome(path) == "scene.unreadable"
