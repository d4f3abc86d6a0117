"""Labels: damaged vector files, invalid geometries, unusual class fields, rasters of codes."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely

from tests.fixtures.cubes import CLASSES, label_boxes, make_cube, write_labels

from .corpus import JobRequest, Workspace, kind
from .damage import TEXTS, damaged, damaged_json, damaged_text, pick
from .valid_inputs import copy, model_of


def on_labels(
    rng: np.random.Generator, workspace: Workspace, labels: Path, field: str = "class"
) -> JobRequest:
    """A fast job on labels."""
    way = int(rng.integers(5))
    if way == 0:
        asked: dict[str, Any] = {"map": str(workspace.good / "codes.tif"), "class_field": field}
        asked |= {"reference": str(labels)} if rng.random() < 0.7 else {
            "reference": str(workspace.good / "codes.tif"), "training": str(labels)
        }  # fmt: skip
        return JobRequest("assess", asked | {"report": str(workspace.out / "report.html")})
    asked = {
        "image": str(workspace.good / "scene.tif"),
        "labels": str(labels),
        "class_field": field,
    }
    asked |= {"device": "cpu", "memory_mb": 700}
    if way == 1:
        asked |= {"model": str(model_of(workspace.good, "rf")), "count": 3}
        return JobRequest("suggest", asked | {"output": str(workspace.out / "places.gpkg")})
    asked |= {"method": "rf"}
    if way == 2:
        asked |= {"report": str(workspace.out / "report.html")}
        return JobRequest("train", asked | {"model": str(workspace.out / "model.safetensors")})
    asked |= {"pixel_rule": pick(rng, ("centre", "touched", "coverage"))}
    if rng.random() < 0.3:
        asked |= {"point_radius": 2.0, "line_width": 1.0}
    return JobRequest("classify", asked | {"output": str(workspace.out / "map.tif")})


@kind("GeoPackage, bytes", 250)
def geopackage_bytes(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    path = workspace.folder / "labels.gpkg"
    path.write_bytes(damaged(rng, (workspace.good / "labels.gpkg").read_bytes()))
    return on_labels(rng, workspace, path)


@kind("GeoPackage, tables", 150)
def geopackage_tables(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    path = copy(workspace.good, "labels.gpkg", workspace.folder)
    text = pick(rng, TEXTS).replace("'", "''").replace("\0", "")
    statements = (
        "DELETE FROM gpkg_geometry_columns", "DELETE FROM gpkg_contents", "DELETE FROM labels",
        "DELETE FROM gpkg_spatial_ref_sys", "UPDATE gpkg_contents SET srs_id = -7",
        "UPDATE gpkg_geometry_columns SET srs_id = 99999999",
        f"UPDATE gpkg_contents SET table_name = '{text}'",  # noqa: S608 - hostile by intent
        "UPDATE labels SET geom = zeroblob(30)",
        "UPDATE labels SET geom = X'47500001E610000001FFFFFFFF'", "UPDATE labels SET geom = NULL",
        f"UPDATE labels SET class = '{text}'",  # noqa: S608 - hostile by intent
        "UPDATE labels SET class = NULL",
        "UPDATE labels SET class = X'FF00FE'", "ALTER TABLE labels DROP COLUMN class",
        "UPDATE gpkg_geometry_columns SET geometry_type_name = 'BANANA'",
        "DROP TABLE gpkg_contents",
        "UPDATE gpkg_geometry_columns SET column_name = 'class'", "DROP TABLE labels",
        "UPDATE gpkg_spatial_ref_sys SET definition = 'PROJCS[\"x\",'", "PRAGMA application_id = 7",
        "UPDATE labels SET fid = -fid", "PRAGMA user_version = 999999",
        f"ALTER TABLE labels RENAME TO \"{text.replace(chr(34), '')[:60] or 'x'}\"",
        "UPDATE gpkg_contents SET min_x = 'NaN', max_x = 1e999", "UPDATE labels SET geom = 'text'",
        "UPDATE labels SET geom = substr(geom, 1, 40)",
    )  # fmt: skip
    connection = sqlite3.connect(path, isolation_level=None)
    for name in ("insert", "update1", "update2", "update3", "update4", "update5", "update6",
                 "update7", "delete"):  # fmt: skip
        connection.execute(f"DROP TRIGGER IF EXISTS rtree_labels_geom_{name}")
    for _ in range(int(rng.integers(1, 4))):
        try:
            connection.execute(pick(rng, statements))
        except sqlite3.Error:
            continue
    connection.close()
    return on_labels(rng, workspace, path)


@kind("GeoJSON", 250)
def geojson(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    path = workspace.folder / "labels.geojson"
    text = (workspace.good / "labels.geojson").read_text()
    way = int(rng.integers(4))
    if way <= 1:
        text = json.dumps(damaged_json(rng, json.loads(text)))
    elif way == 2:
        text = damaged_text(rng, text)
    else:
        text = damaged(rng, text.encode()).decode("latin-1")
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    return on_labels(rng, workspace, path)


@kind("Shapefile, bytes", 250)
def shapefile(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    folder = copy(workspace.good, "shape", workspace.folder)
    parts = sorted(folder.iterdir())
    for part in (pick(rng, parts), pick(rng, parts)):
        way = int(rng.integers(6))
        if way == 0:
            part.unlink(missing_ok=True)
        elif part.exists():
            part.write_bytes(damaged(rng, part.read_bytes(), 200))
    return on_labels(rng, workspace, folder / "labels.shp")


def _odd_shape(rng: np.random.Generator, like: shapely.Geometry) -> shapely.Geometry | None:
    left, top, right, bottom = like.bounds
    x, y = (left + right) / 2, (top + bottom) / 2
    far = pick(rng, (1e3, 1e6, 1e9, 1e15, 1e300))
    options = [
        lambda: None,
        lambda: shapely.Polygon(),
        lambda: shapely.MultiPolygon(),
        lambda: shapely.GeometryCollection(),
        lambda: shapely.Polygon([(left, top), (right, bottom), (right, top), (left, bottom)]),
        lambda: shapely.Polygon([(x, y)] * 4),
        lambda: shapely.Polygon([(left, y), (right, y), (left, y), (left, y)]),
        lambda: shapely.box(-far, -far, far, far),
        lambda: shapely.box(x, y, x + 1e-9, y + 1e-9),
        lambda: shapely.LineString([(x, y), (np.nan, np.nan), (left, top)]),
        lambda: shapely.from_wkt("POLYGON ((inf 0, 1 1, 2 2, inf 0))"),
        lambda: shapely.Point(x, y),
        lambda: shapely.Point(),
        lambda: shapely.Point(far, far),
        lambda: shapely.MultiPoint(rng.random((int(pick(rng, (1, 5, 3000))), 2)) * 40),
        lambda: shapely.LineString([(left, top), (right, bottom), (-far, far)]),
        lambda: shapely.LineString(rng.random((int(pick(rng, (2, 2000))), 2)) * 50 - 5),
        lambda: shapely.LinearRing([(left, top), (right, top), (x, bottom)]),
        lambda: shapely.GeometryCollection(
            [like, shapely.Point(x, y), shapely.GeometryCollection([like])]
        ),
        lambda: _star(rng, x, y, int(pick(rng, (5, 50, 500, 20_000)))),
        lambda: shapely.Polygon(
            [(0, 0), (42, 0), (42, 30), (0, 30)],
            [[(a, b), (a + 0.4, b), (a, b + 0.4)] for a in range(40) for b in range(28)],
        ),
        lambda: shapely.Polygon(
            [(left, top), (right, top), (right, bottom)],
            [[(left - 9, top), (right, top - 9), (right, bottom)]],
        ),
        lambda: shapely.force_3d(like, 1e300),
        lambda: shapely.MultiPolygon([like] * 20),
        lambda: like,
    ]
    return pick(rng, options)()


def _star(rng: np.random.Generator, x: float, y: float, corners: int) -> shapely.Geometry:
    """A ring with very many self-intersections."""
    return shapely.Polygon(rng.random((corners, 2)) * 12 + np.array([x - 6, y - 6]))


@kind("shapes", 300)
def shapes(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    cube = make_cube()
    boxes, names = label_boxes(cube)
    share = pick(rng, (0.1, 0.5, 1.0))
    odd = [_odd_shape(rng, box) if rng.random() < share else box for box in boxes]
    with np.errstate(all="ignore"):
        moved = [
            None if shape is None else shapely.transform(shape, _on_map, include_z=False)
            for shape in odd
        ]
    path = workspace.folder / pick(rng, ("labels.gpkg", "labels.geojson"))
    pyogrio.raw.write(
        path,
        geometry=shapely.to_wkb(np.array(moved, object)),
        field_data=[np.array(names)],
        fields=["class"],
        geometry_type="Unknown",
        crs=pick(rng, (cube.crs, cube.crs, cube.crs, None, "EPSG:4326")),
        driver="GPKG" if path.suffix == ".gpkg" else "GeoJSON",
        layer="labels",
    )
    return on_labels(rng, workspace, path)


def _on_map(points: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):
        return points * np.array([30.0, -30.0]) + np.array([390_000.0, 5_810_000.0])


@kind("class fields", 250)
def class_fields(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    cube = make_cube()
    boxes, names = label_boxes(cube)
    way = int(rng.integers(6))
    values: list[Any] = list(names)
    if way == 0:  # very many classes
        count = int(pick(rng, (300, 2000, 10_000)))
        at = rng.random((count, 2)) * np.array([40, 24])
        boxes = [shapely.box(x, y, x + 0.5, y + 0.5) for x, y in at]
        values = [f"class {number}" for number in range(count)]
    elif way <= 2:
        words = {name: pick(rng, TEXTS).replace("\0", "") for name in CLASSES}
        values = [words[name] or name for name in names]
    elif way == 3:
        numbers = pick(
            rng, ((0, 1, 2), (-5, 7, 9), (1, 65535, 65536), (1, 2**40, -(2**62)), (3, 3, 4))
        )
        values = [numbers[CLASSES.index(name)] for name in names]
    elif way == 4:
        numbers = pick(
            rng, ((0.5, 1.5, 2.0), (1.0, 2.0, np.nan), (np.inf, 1.0, 2.0), (1e300, 1, 2))
        )
        values = [float(numbers[CLASSES.index(name)]) for name in names]
    else:
        values = [None if rng.random() < 0.3 else name for name in names]
    field = pick(rng, ("class", "class", "class", "f<b>x</b>", "Ünïcode", "a b", "x" * 60))
    path = workspace.folder / pick(rng, ("labels.gpkg", "labels.geojson"))
    write_labels(path, cube, boxes, values, field_name=field)
    asked = on_labels(rng, workspace, path, pick(rng, (*[field] * 12, "none", TEXTS[0])))
    if (
        "classes" not in asked.settings
        and asked.job in ("classify", "train")
        and rng.random() < 0.4
    ):
        styles = [
            {
                "value": str(value),
                "name": pick(rng, TEXTS),
                "colour": pick(rng, ("#12", "red", "#ff0000", "#FF00zz")),
            }
            for value in sorted(set(map(str, values)))[:20]
        ]
        asked.settings["classes"] = damaged_json(rng, styles) if rng.random() < 0.5 else styles
        if not isinstance(asked.settings["classes"], list):
            asked.settings["classes"] = styles
    return asked


@kind("rasters of codes", 250)
def codes(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    path = copy(workspace.good, "codes.tif", workspace.folder)
    beside = Path(f"{path}.aux.xml")
    beside.write_text((workspace.good / "codes.tif.aux.xml").read_text())
    way = int(rng.integers(6))
    if way == 0:
        path.write_bytes(damaged(rng, path.read_bytes(), 1000))
    elif way == 1:
        text = damaged_text(rng, beside.read_text())
        beside.write_text(text, encoding="utf-8", errors="surrogatepass")
    elif way == 2:
        beside.write_bytes(damaged(rng, beside.read_bytes()))
    elif way == 3:
        names = "".join(
            f"<Category><![CDATA[{pick(rng, TEXTS).replace(']]>', '')}]]></Category>"
            for _ in range(5)
        )
        beside.write_text(
            f"<PAMDataset><PAMRasterBand band='1'><CategoryNames>{names}</CategoryNames>"
            "</PAMRasterBand></PAMDataset>",
            encoding="utf-8",
            errors="surrogatepass",
        )
    else:
        _odd_codes(rng, path)
    other = str(workspace.good / "codes.tif")
    which = pick(rng, ("map", "reference", "strata", "training", "labels"))
    if which == "labels":
        asked: dict[str, Any] = {"image": str(workspace.good / "scene.tif"), "labels": str(path)}
        asked |= {"method": "rf", "output": str(workspace.out / "map.tif"), "memory_mb": 700}
        return JobRequest("classify", asked)
    asked = {"map": other, "reference": other, "report": str(workspace.out / "report.html")}
    if rng.random() < 0.3:
        asked |= {"draw_sample": str(workspace.out / "sample.gpkg"), "count": 30}
    return JobRequest("assess", asked | {which: str(path)})


def _odd_codes(rng: np.random.Generator, path: Path) -> None:
    truth = make_cube().truth
    dtype = pick(
        rng,
        (
            "uint8",
            "int8",
            "uint16",
            "int16",
            "uint32",
            "int32",
            "int64",
            "uint64",
            "float32",
            "float64",
        ),
    )
    values = truth.astype(np.float64)
    odd = pick(rng, (-1, 0.5, np.nan, np.inf, 65535, 65536, 2**31, 2**53, -(2**31), 1e30, 200))
    values[rng.random(truth.shape) < pick(rng, (0.01, 0.5, 1.0))] = odd
    if not dtype.startswith("float"):
        limits = np.iinfo(dtype)
        values = np.clip(np.nan_to_num(values), float(limits.min), float(limits.max) / 2)
    profile = make_cube().profile | {"driver": "GTiff", "count": 1, "dtype": dtype}
    with np.errstate(all="ignore"), rasterio.open(path, "w", **profile) as raster:
        raster.write(values.astype(dtype), 1)
