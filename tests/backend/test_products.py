"""Products with invalid metadata are refused with the reason."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np
import pytest

from backend.core.errors import UserError
from backend.scene.opening import open_source
from tests.fixtures.cubes import make_cube
from tests.fixtures.products import write_desis, write_emit, write_enmap, write_prisma

pytestmark = pytest.mark.backend


@pytest.mark.parametrize("value", ["nan", "inf", "-1", "0", "", "near infrared"])
@pytest.mark.parametrize("write", [write_enmap, write_desis])
def test_xml_metadata_without_valid_wavelengths_are_refused(
    tmp_path: Path, write: object, value: str
) -> None:
    metadata: Path = write(tmp_path, make_cube())  # type: ignore[operator]
    text = metadata.read_text(encoding="utf-8")
    assert ">442.1<" in text
    metadata.write_text(text.replace(">442.1<", f">{value}<"), encoding="utf-8")
    with pytest.raises(UserError, match="has no wavelengths") as caught:
        open_source(metadata)
    assert caught.value.code == "scene.product_incomplete"


@pytest.mark.parametrize("value", [np.nan, np.inf, -1.0, 0.0])
def test_an_emit_file_without_valid_wavelengths_is_refused(tmp_path: Path, value: float) -> None:
    path = write_emit(tmp_path, make_cube())
    with h5py.File(path, "r+") as file:
        file["sensor_band_parameters/wavelengths"][2] = value
    with pytest.raises(UserError, match="invalid wavelengths") as caught:
        open_source(path)
    assert caught.value.code == "scene.unreadable"


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_prisma_file_without_valid_wavelengths_is_refused(tmp_path: Path, value: float) -> None:
    path = write_prisma(tmp_path, make_cube())
    with h5py.File(path, "r+") as file:
        centres = file.attrs["List_Cw_Swir"]
        centres[3] = value
        file.attrs["List_Cw_Swir"] = centres
    with pytest.raises(UserError, match="invalid wavelengths") as caught:
        open_source(path)
    assert caught.value.code == "scene.unreadable"


@pytest.mark.parametrize("value", [-1.0, 0.0])
def test_bands_of_prisma_without_wavelength_are_excluded(tmp_path: Path, value: float) -> None:
    path = write_prisma(tmp_path, make_cube())
    source = open_source(path)
    source.close()
    with h5py.File(path, "r+") as file:
        centres = file.attrs["List_Cw_Swir"]
        centres[3] = value
        file.attrs["List_Cw_Swir"] = centres
    fewer = open_source(path)
    fewer.close()
    assert len(fewer.bands) == len(source.bands) - 1
