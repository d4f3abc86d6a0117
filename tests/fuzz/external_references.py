"""Names and files that refer to the network or to other files, combined at random."""

from __future__ import annotations

import json
from typing import Any
from xml.sax.saxutils import escape

import numpy as np

from .corpus import JobRequest, Workspace, kind
from .damage import pick
from .valid_inputs import model_of

#: An address without a server: requests show in the duration and in the error of the job.
WEB = "http://127.0.0.1:9"


@kind("leading elsewhere", 250)
def external_references(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    target = _target(rng, workspace)
    folder = workspace.folder / "here"
    folder.mkdir()
    vector = rng.random() < 0.35
    way = int(rng.integers(4))
    if way == 0 and "://" in target:
        image = target
    elif vector:
        image = str(folder / pick(rng, ("a.vrt", "a.gpkg", "a.geojson", "a.xml", "a")))
        # with a leading blank, it would not be a virtual layer for GDAL
        text = _tag(rng, "OGRVRTDataSource", _layer(rng, target))
        (folder / image).write_text(text)
    else:
        image = str(folder / pick(rng, ("a.vrt", "a.tif", "a.xml", "a.bsq", "a")))
        (folder / image).write_text(_raster(rng, target))
    asked: dict[str, Any]
    if vector:
        asked = {
            "image": str(workspace.good / "scene.tif"),
            "labels": image,
            "class_field": "class",
        }
        asked |= {"method": "rf", "output": str(workspace.out / "map.tif")}
        return JobRequest("classify", asked, must_fail=True)
    asked = {"image": image, "model": str(model_of(workspace.good, "rf"))}
    return JobRequest("apply", asked | {"output": str(workspace.out / "map.tif")}, must_fail=True)


def _target(rng: np.random.Generator, workspace: Workspace) -> str:
    scene = str(workspace.good / "scene.tif")
    systems = (
        "curl",
        "curl_streaming",
        "s3",
        "gs",
        "az",
        "adls",
        "oss",
        "swift",
        "webhdfs",
        "hdfs",
    )
    system = pick(rng, systems)
    options = (
        f"/vsi{system}/{WEB}/a.tif", f"/vsi{system.upper()}/{WEB}/a.tif",
        f"/vsizip//vsi{system}/{WEB}/a.zip", f"/vsigzip//vsi{system}/{WEB}/a.gz",
        f"/vsisubfile/0_100,/vsi{system}/{WEB}/a.tif", f"/vsicached?chunk=1&file={scene}",
        f"/vsicrypt/key=x,file={scene}", f"/vsisparse/{scene}", f"{WEB}/a.tif",
        f"vrt://{scene}?bands=1,2,3", f"DERIVED_SUBDATASET:LOGAMPLITUDE:{scene}",
        f"NETCDF:{WEB}/a.nc:x", f"HDF5:{WEB}/a.h5://x", scene, f"{scene}/../scene.tif",
        f"../../../../..{scene}", "/etc/passwd", f"GTIFF_DIR:1:{scene}",
        f"WMS:{WEB}/?", f"WCS:{WEB}/?", f"WMTS:{WEB}/?", f"STACIT:{WEB}/x", "PG:host=127.0.0.1",
    )  # fmt: skip
    return pick(rng, options)


def _tag(rng: np.random.Generator, name: str, content: str, attributes: str = "") -> str:
    """An element with its name in any case, which GDAL ignores."""
    if rng.random() < 0.2:
        name = pick(rng, (name.upper(), name.lower()))
    return f"<{name}{attributes}>{content}</{name}>"


def _layer(rng: np.random.Generator, target: str) -> str:
    source = _tag(rng, "SrcDataSource", _text(rng, target), pick(rng, _RELATIVE))
    if rng.random() < 0.2:
        source += "<SrcSQL>SELECT * FROM labels</SrcSQL>"
    inner = _tag(rng, "OGRVRTLayer", source, ' name="labels"')
    wrap = pick(rng, ("", "", "OGRVRTUnionLayer", "OGRVRTWarpedLayer"))
    return _tag(rng, wrap, inner, ' name="u"') if wrap else inner


_RELATIVE = (
    "", ' relativeToVRT="0"', ' relativeToVRT="1"', ' shared="1"', " relativetovrt='1'",
)  # fmt: skip


def _text(rng: np.random.Generator, target: str) -> str:
    """A text in one of the forms that XML allows."""
    way = int(rng.integers(4))
    if way == 0:
        return f"<![CDATA[{target}]]>"
    if way == 1:
        return "".join(f"&#{ord(letter)};" for letter in target)
    if way == 2:
        return f"\n  {escape(target)}\n"
    return escape(target)


def _raster(rng: np.random.Generator, target: str) -> str:
    name = pick(rng, ("SourceFilename", "SourceFilename", "SourceDataset"))
    source = (
        _tag(rng, name, _text(rng, target), pick(rng, _RELATIVE)) + "<SourceBand>1</SourceBand>"
    )
    band = _tag(rng, pick(rng, ("SimpleSource", "ComplexSource", "AveragedSource")), source)
    way = int(rng.integers(6))
    if way == 0:
        band = (
            _tag(rng, "MaskBand", f'<VRTRasterBand dataType="Byte">{band}</VRTRasterBand>') + band
        )
    elif way == 1:
        band = _tag(rng, "Overview", source) + band
    bands = "".join(
        f'<VRTRasterBand dataType="Int16" band="{number}">{band}</VRTRasterBand>'
        for number in (1, 2, 3, 4)
    )
    extra = ' subClass="VRTWarpedDataset"' if way == 2 else ""
    if way == 2:
        bands += _tag(rng, "GDALWarpOptions", _tag(rng, "SourceDataset", _text(rng, target)))
    head = pick(rng, ("", "", '<?xml version="1.0"?>', "<!-- \n -->", "\ufeff", "   \n"))
    text = head + _tag(rng, "VRTDataset", bands, f' rasterXSize="42" rasterYSize="30"{extra}')
    if way == 3:
        return json.dumps({"stac_version": "1.0", "assets": {"x": {"href": target}}})
    if way == 4:
        server = f"<ServerUrl>{escape(target)}</ServerUrl>"
        return f"<GDAL_WMS><Service name='TMS'>{server}</Service></GDAL_WMS>"
    return text
