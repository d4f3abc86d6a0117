"""Fields of a megabyte in any input give an error or a result in short time."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import h5py
import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
import torch
from conftest import Stripes
from safetensors.numpy import save_file

from backend.backbones.networks.layout import Layout
from backend.classifiers.model import KIND, load_model
from backend.commands.classify import Options
from backend.common import protocol
from backend.core.errors import UserError
from backend.labels.classes import MAX_NAME_LENGTH, ClassStyle, make_classes
from backend.labels.label_raster import read_label_raster
from backend.labels.vector import read_training_pixels
from backend.options.declaration import parse_options
from backend.scene.external_references import check_external_references
from backend.scene.opening import open_source
from backend.scene.products.xml_metadata import read_table
from backend.scene.raster import Scene

pytestmark = pytest.mark.backend

LENGTH = 1_000_000
#: Of the processor, for one file; what takes square time takes hundreds of times as long.
SECONDS = 8.0
FIELDS = {
    "digits": "1" * LENGTH,
    "a number that does not end": "1." + "1" * LENGTH,
    "blanks": "1" + " " * LENGTH + "x",
    "lines": "1\n" * (LENGTH // 2),
    "names and a line": "filename" * (LENGTH // 8) + "\nx",
    "colons": "HDF5:" + ":" * LENGTH,
    "slashes": "/vsizip/" + "a/" * (LENGTH // 2),
    "systems": "/vsi" * (LENGTH // 4),
    "commas": "{" + "1," * (LENGTH // 2) + "}",
    "brackets": "[" * LENGTH,
}
FAILURES = (UserError, protocol.ProtocolError)


@pytest.fixture(params=FIELDS.values(), ids=FIELDS)
def field(request: pytest.FixtureRequest) -> str:
    """A text of a megabyte."""
    return request.param


def soon(read: Callable[[], object]) -> None:
    """Check that a call ends with a result or a `UserError` in short time."""
    started = time.process_time()
    with suppress(*FAILURES):
        read()
    assert time.process_time() - started < SECONDS


def write_raster(path: Path, **tags: str) -> Path:
    """Two bands of 8 by 8 pixels, with tags for the file and for each band."""
    shape = {"width": 8, "height": 8, "count": 2, "dtype": "float32"}
    with rasterio.open(path, "w", driver="GTiff", **shape) as raster:
        raster.write(np.ones((2, 8, 8), np.float32))
        raster.update_tags(**tags)
        for band in (1, 2):
            raster.update_tags(band, **tags)
            for name, text in tags.items():
                if name == "wavelength":
                    raster.set_band_description(band, text)
    return path


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("tag", ["wavelength", "fwhm", "bbl", "wavelength_units"])
def test_tags_of_a_raster(field: str, tag: str, tmp_path: Path) -> None:
    path = write_raster(tmp_path / "t.tif", **{tag: field})
    soon(lambda: open_source(path).close())
    soon(lambda: Scene(path).close())


def test_header_of_envi(field: str, tmp_path: Path) -> None:
    (tmp_path / "t.dat").write_bytes(bytes(8 * 8 * 2 * 4))
    text = f"wavelength = {{{field}}}\nfwhm = {{{field}}}\ndescription = {{{field}}}\n"
    (tmp_path / "t.hdr").write_text(
        f"ENVI\nsamples = 8\nlines = 8\nbands = 2\ndata type = 4\ninterleave = bsq\n{text}",
        encoding="utf-8",
    )
    soon(lambda: open_source(tmp_path / "t.dat").close())


def test_virtual_raster(field: str, tmp_path: Path) -> None:
    text, key = escape(field), quoteattr(field)
    path = tmp_path / "t.vrt"
    path.write_text(
        '<VRTDataset rasterXSize="8" rasterYSize="8"><Metadata>'
        f'<MDI key="wavelength">{text}</MDI><MDI key={key}>x</MDI></Metadata>'
        '<VRTRasterBand dataType="Float32" band="1"><SimpleSource>'
        f'<SourceFilename relativeToVRT="1">{text}</SourceFilename></SimpleSource>'
        "</VRTRasterBand></VRTDataset>",
        encoding="utf-8",
    )
    for external in (False, True):
        soon(lambda external=external: open_source(path, external).close())


def test_names_of_sources(field: str) -> None:
    for external in (False, True):
        soon(lambda external=external: check_external_references(field, external))
        soon(lambda external=external: open_source(field, external).close())


def test_metadata_beside_a_raster(field: str, stripes: Stripes, tmp_path: Path) -> None:
    path = write_raster(tmp_path / "t.tif")
    category = f"<CategoryNames><Category>{escape(field)}</Category></CategoryNames>"
    beside = path.with_name("t.tif.aux.xml")
    beside.write_text(
        f"<PAMDataset><Metadata><MDI key='wavelength'>{escape(field)}</MDI></Metadata>"
        f"<PAMRasterBand band='1'>{category}</PAMRasterBand></PAMDataset>",
        encoding="utf-8",
    )
    soon(lambda: open_source(path).close())
    with Scene(stripes.scene) as scene:
        soon(lambda: read_label_raster(str(path), scene.grid))


def test_metadata_of_a_product(field: str, tmp_path: Path) -> None:
    path = tmp_path / "x-METADATA.XML"
    band = "".join(
        f"<{name}>{escape(field)}</{name}>"
        for name in ("wavelengthCenterOfBand", "FWHMOfBand", "GainOfBand", "OffsetOfBand")
    )
    path.write_text(
        f"<a><bandCharacterisation><bandID>{band}</bandID></bandCharacterisation>"
        f"<backgroundValue>{escape(field)}</backgroundValue></a>",
        encoding="utf-8",
    )
    soon(lambda: read_table(path))


def test_attributes_of_hdf5(field: str, tmp_path: Path) -> None:
    for name in ("PRS_L2D_t.he5", "EMIT_L2A_RFL_t.nc"):
        with h5py.File(tmp_path / name, "w") as file:
            file["reflectance"] = np.zeros((4, 4, 2), np.float32)
            for axis in ("glt_x", "glt_y"):
                file[f"location/{axis}"] = np.ones((4, 4), np.int32)
            for part in ("wavelengths", "fwhm"):
                file[f"sensor_band_parameters/{part}"] = np.ones(2)
            file["HDFEOS/SWATHS/PRS_L2D_HCO/Data Fields/VNIR_Cube"] = np.zeros((4, 2, 4))
            # an attribute has at most 64 kB
            file.attrs["spatial_ref"] = file.attrs["Epsg_Code"] = field[:60_000]
        soon(lambda name=name: open_source(tmp_path / name).close())


def test_class_names_have_a_maximum_length() -> None:
    assert make_classes(["a" * MAX_NAME_LENGTH], numeric=False)
    with pytest.raises(UserError, match="too long"):
        make_classes(["a" * (MAX_NAME_LENGTH + 1)], numeric=False)
    with pytest.raises(UserError, match="too long"):
        make_classes(["1"], True, [ClassStyle("1", "a" * (MAX_NAME_LENGTH + 1))])


@pytest.mark.parametrize("ending", ["gpkg", "geojson"])
def test_class_names_of_a_layer(field: str, ending: str, stripes: Stripes, tmp_path: Path) -> None:
    path = tmp_path / f"train.{ending}"
    pyogrio.raw.write(
        path,
        np.array(shapely.to_wkb([shapely.box(0, 0, 9, 9), shapely.box(1, 1, 5, 5)]), object),
        [np.array([field, "soil"], object)],
        ["class"],
        geometry_type="Polygon",
        crs=None,
    )
    with Scene(stripes.scene) as scene:
        soon(lambda: read_training_pixels(path, "class", scene.grid))


def test_definitions_of_tables(field: str, stripes: Stripes, tmp_path: Path) -> None:
    path = tmp_path / "train.gpkg"
    path.write_bytes(stripes.labels.read_bytes())
    name = field.replace('"', "").replace("\x00", "")[:900_000]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f'CREATE TABLE "{name}" (fid INTEGER)')
        connection.commit()
    with Scene(stripes.scene) as scene:
        soon(lambda: read_training_pixels(path, "class", scene.grid, layer="labels"))


@pytest.mark.parametrize("entry", ["kind", "format", "version", "info"])
def test_header_of_a_model(field: str, entry: str, tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    header = {"kind": KIND, "format": "1", "version": "0", "info": "{}"} | {entry: field}
    save_file({"tuning": np.zeros(3, np.float32)}, path, header)
    soon(lambda: load_model(path, "cpu"))
    header["info"] = json.dumps({"classes": [{"code": 1, "name": field}]})
    save_file({"tuning": np.zeros(3, np.float32)}, path, header | {"format": "9"})
    soon(lambda: load_model(path, "cpu"))


def test_configuration_of_a_backbone(field: str, tmp_path: Path) -> None:
    from backend.backbones.backbone import Backbone
    from backend.backbones.source import find_backbone

    (tmp_path / "config.json").write_text(
        json.dumps({"_class_name": field, "block_out_channels": field}), encoding="utf-8"
    )
    save_file({"w": np.zeros(3, np.float32)}, tmp_path / "model.safetensors")
    assert Layout.of(tmp_path) is not None
    soon(lambda: Backbone(find_backbone(str(tmp_path)), 1, torch.device("cpu")))


def test_line_of_a_job(field: str) -> None:
    for text in (field, json.dumps({"job": field}), f'{{"job": "classify", "settings": {field}}}'):
        soon(lambda text=text: protocol.decode_job(text))
        soon(lambda text=text: protocol.is_cancel(text))
    given = dict.fromkeys(("image", "labels", "class_field", "output", "seed"), field)
    soon(lambda: parse_options(Options, given))
