"""The job `assess`: classes, sampling designs, training polygons and reference samples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from rasterio.crs import CRS

from backend.commands import assess as job
from backend.common.choices import ALLOCATIONS
from backend.common.protocol import Log, Result
from backend.core.errors import UserError
from backend.core.reporter import Reporter
from backend.metrics.class_map import ClassRaster
from backend.options.declaration import parse_options
from backend.sampling.reference_sample import allocate

pytestmark = pytest.mark.backend

TRANSFORM = Affine(10, 0, 400_000, 0, -10, 5_800_000)
NAMES = {1: "water", 2: "forest", 3: "road"}


def write_raster(
    path: Path,
    codes: np.ndarray,
    names: dict[int, str] | None = None,
    place: Affine = TRANSFORM,
    crs: str = "EPSG:32633",
    nodata: int | None = 0,
) -> Path:
    """A class raster with names as our own maps carry them."""
    profile = {"driver": "GTiff", "count": 1, "dtype": codes.dtype.name, "nodata": nodata}
    profile |= {"height": codes.shape[0], "width": codes.shape[1], "tiled": True}
    profile |= {"transform": place, "crs": CRS.from_string(crs), "blockxsize": 16, "blockysize": 16}
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(codes, 1)
        if names:
            dataset.update_tags(GEODIFFNET_CLASSES=json.dumps(names))
    return path


def write_shapes(path: Path, shapes: list[Any], field: str, values: list[Any]) -> Path:
    """A vector layer with one field."""
    array = np.array(values, object if isinstance(values[0], str | None) else np.int32)
    kind = shapes[0].geom_type
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(shapes, object)),
        [array],
        [field],
        driver="GPKG",
        geometry_type=kind,
        crs="EPSG:32633",
    )
    return path


def pixel(row: int, column: int) -> shapely.Point:
    """The centre of a pixel."""
    return shapely.Point(*(TRANSFORM @ (column + 0.5, row + 0.5)))


def square(row: int, column: int, size: int) -> shapely.Polygon:
    """A polygon that covers whole pixels."""
    left, top = TRANSFORM @ (column, row)
    right, bottom = TRANSFORM @ (column + size, row + size)
    return shapely.box(left, bottom, right, top)


def run(messages: list[str] | None = None, **settings: Any) -> Result:
    """Run the command."""

    def listen(event: object) -> None:
        if isinstance(event, Log) and messages is not None:
            messages.append(event.message)

    given = {key: str(v) if isinstance(v, Path) else v for key, v in settings.items()}
    return job.run(parse_options(job.Options, given), Reporter(listen))


@pytest.fixture
def codes() -> np.ndarray:
    """Water in the upper half, forest and road below, one pixel in the corner without a class."""
    codes = np.ones((40, 60), np.uint8)
    codes[20:, :45] = 2
    codes[20:, 45:] = 3
    codes[0, 0] = 0
    return codes


@pytest.fixture
def mapped(tmp_path: Path, codes: np.ndarray) -> Path:
    """The class map as a file."""
    return write_raster(tmp_path / "map.tif", codes, NAMES)


class TestReference:
    """Kinds of reference data."""

    def test_points_with_class_names(self, mapped: Path, tmp_path: Path) -> None:
        points = [pixel(5, 5), pixel(6, 30), pixel(30, 10), pixel(31, 11), pixel(30, 50)]
        values = ["Water", "forest", "forest", "forest", "road"]
        file = write_shapes(tmp_path / "points.gpkg", points, "class", values)
        figures = run(map=mapped, reference=file).figures
        assert figures["design"] == "stratified"
        assert figures["confusion_matrix"] == [[1, 0, 0], [1, 2, 0], [0, 0, 1]]
        shares = np.array([1199, 900, 300]) / 2399
        assert figures["overall_accuracy"] == pytest.approx(shares @ [0.5, 1, 1])
        assert figures["unadjusted"]["overall_accuracy"] == pytest.approx(0.8)

    def test_classes_can_be_matched_by_code(self, mapped: Path, tmp_path: Path) -> None:
        file = write_shapes(tmp_path / "p.gpkg", [pixel(5, 5), pixel(30, 50)], "code", [1, 2])
        figures = run(map=mapped, reference=file, class_field="code", match="codes").figures
        assert figures["confusion_matrix"] == [[1, 0, 0], [0, 0, 1], [0, 0, 0]]

    def test_polygons_are_a_purposive_sample(self, mapped: Path, tmp_path: Path) -> None:
        shapes = [square(2, 2, 4), square(10, 20, 3), square(25, 40, 10), square(30, 5, 5)]
        file = write_shapes(
            tmp_path / "shapes.gpkg", shapes, "class", ["water", "water", "road", "forest"]
        )
        result = run(map=mapped, reference=file)
        assert result.figures["design"] == "purposive"
        assert result.figures["reported"] == "unadjusted"
        assert result.figures["samples"] == 16 + 9 + 100 + 25
        assert result.figures["groups"] == 4
        assert result.figures["overall_accuracy"] == pytest.approx(1 - 50 / 150)

    def test_a_raster_of_the_whole_map_is_a_census(
        self, mapped: Path, codes: np.ndarray, tmp_path: Path
    ) -> None:
        truth = codes.copy()
        truth[20:, 40:45] = 3
        file = write_raster(tmp_path / "truth.tif", truth, NAMES)
        figures = run(map=mapped, reference=file).figures
        assert figures["design"] == "census"
        assert figures["overall_accuracy"] == pytest.approx(1 - 100 / 2399)
        assert figures["area_adjusted"]["overall_accuracy"]["standard_error"] == 0
        assert figures["confusion_matrix"][1] == [0, 800, 0]
        assert figures["confusion_matrix"][2] == [0, 100, 300]

    def test_names_match_across_different_codes(
        self, mapped: Path, codes: np.ndarray, tmp_path: Path
    ) -> None:
        swapped = np.array([0, 7, 9, 8], np.uint16)[codes]
        names = {7: "water", 9: "forest", 8: "road"}
        file = write_raster(tmp_path / "other.tif", swapped, names)
        assert run(map=mapped, reference=file).figures["overall_accuracy"] == 1

    def test_a_reference_raster_is_aligned_to_the_grid_of_the_map(
        self, mapped: Path, tmp_path: Path
    ) -> None:
        part = np.full((20, 30), 2, np.uint8)
        place = TRANSFORM @ Affine.translation(10, 25) @ Affine.scale(0.5)
        file = write_raster(tmp_path / "fine.tif", part, NAMES, place)
        figures = run(map=mapped, reference=file).figures
        assert figures["design"] == "purposive"
        assert figures["confusion_matrix"][1][1] == 10 * 15
        assert figures["samples"] == 150

    def test_a_class_that_the_map_lacks_counts_as_an_error(
        self, mapped: Path, tmp_path: Path
    ) -> None:
        file = write_shapes(
            tmp_path / "p.gpkg", [pixel(5, 5), pixel(5, 6)], "class", ["water", "marsh"]
        )
        result = run(map=mapped, reference=file)
        assert result.figures["unadjusted"]["overall_accuracy"] == 0.5
        assert [entry["name"] for entry in result.figures["classes"]] == [*NAMES.values(), "marsh"]
        assert any("marsh" in note for note in result.figures["notes"])

    def test_pixels_without_a_class_in_the_map_are_not_compared(
        self, mapped: Path, tmp_path: Path
    ) -> None:
        file = write_shapes(
            tmp_path / "p.gpkg", [pixel(0, 0), pixel(5, 6)], "class", ["water", "water"]
        )
        assert run(map=mapped, reference=file).figures["samples"] == 1

    def test_points_without_a_class_are_left_out(self, mapped: Path, tmp_path: Path) -> None:
        file = write_shapes(
            tmp_path / "p.gpkg", [pixel(9, 9), pixel(5, 6)], "class", [None, "water"]
        )
        assert run(map=mapped, reference=file).figures["samples"] == 1


class TestDesigns:
    """Estimates depend on the sampling design of the reference."""

    def points(self, tmp_path: Path) -> Path:
        """Twelve points, four in each class, some wrong."""
        points = [(row, column) for row in (3, 33) for column in (4, 14, 24, 34, 48, 56)]
        values = ["water"] * 5 + ["road"] + ["forest"] * 4 + ["road"] * 2
        return write_shapes(
            tmp_path / "p.gpkg", [pixel(*place) for place in points], "class", values
        )

    def test_a_raster_of_strata_weights_the_sample(
        self, mapped: Path, codes: np.ndarray, tmp_path: Path
    ) -> None:
        halves = np.where(np.arange(60) < 20, 1, 2) * np.ones((40, 1))
        strata = write_raster(tmp_path / "strata.tif", halves.astype(np.uint8))
        found = run(map=mapped, reference=self.points(tmp_path), strata=strata).figures
        # two columns of points in the left third, one of twelve wrong, in the right part
        assert [entry["samples"] for entry in found["strata"]] == [4, 8]
        assert [entry["pixels"] for entry in found["strata"]] == [799, 1600]
        wanted = (799 * 1 + 1600 * 7 / 8) / 2399
        assert found["overall_accuracy"] == pytest.approx(wanted)

    def test_a_design_can_be_stated(self, mapped: Path, tmp_path: Path) -> None:
        file = self.points(tmp_path)
        found = run(map=mapped, reference=file, design="purposive").figures
        assert found["reported"] == "unadjusted"
        found = run(map=mapped, reference=file, design="random").figures
        assert found["reported"] == "area_adjusted"
        low, high = found["unadjusted"]["intervals_95"]["overall"]
        assert low < 11 / 12 < high

    def test_samples_inside_training_polygons_are_reported_separately(
        self, mapped: Path, tmp_path: Path
    ) -> None:
        training = write_shapes(tmp_path / "t.gpkg", [square(2, 3, 3)], "class", ["water"])
        messages: list[str] = []
        found = run(
            messages, map=mapped, reference=self.points(tmp_path), training=training
        ).figures
        assert found["samples"] == 11
        assert found["in_training"][0][0] == 1
        assert np.sum(found["in_training"]) == 1
        assert any("inside training polygons" in line for line in messages)

    def test_a_census_outside_the_training_polygons_is_exact(
        self, mapped: Path, codes: np.ndarray, tmp_path: Path
    ) -> None:
        truth = codes.copy()
        truth[20:, 40:45] = 3
        file = write_raster(tmp_path / "truth.tif", truth, NAMES)
        training = write_shapes(tmp_path / "t.gpkg", [square(25, 2, 10)], "class", ["forest"])
        found = run(map=mapped, reference=file, training=training).figures
        assert found["samples"] == 2399 - np.sum(found["in_training"])
        adjusted = found["area_adjusted"]["overall_accuracy"]
        assert adjusted["standard_error"] == 0
        assert adjusted["value"] == pytest.approx(found["unadjusted"]["overall_accuracy"])


class TestRefusals:
    """Input that cannot be assessed is refused."""

    def refuse(self, **settings: Any) -> str:
        with pytest.raises(UserError) as caught:
            run(**settings)
        return caught.value.code

    def test_nothing_to_do(self, mapped: Path) -> None:
        assert self.refuse(map=mapped) == "assess.nothing_to_do"

    def test_no_class_in_common(self, mapped: Path, tmp_path: Path) -> None:
        file = write_shapes(tmp_path / "p.gpkg", [pixel(5, 5)], "class", ["lava"])
        assert self.refuse(map=mapped, reference=file) == "assess.no_common_class"

    def test_reference_where_the_map_is_empty(self, mapped: Path, tmp_path: Path) -> None:
        file = write_shapes(tmp_path / "p.gpkg", [pixel(0, 0)], "class", ["water"])
        assert self.refuse(map=mapped, reference=file) == "assess.no_samples"

    def test_a_raster_of_fractions(self, tmp_path: Path) -> None:
        values = np.linspace(0.1, 2, 400, dtype=np.float32).reshape(20, 20)
        file = write_raster(tmp_path / "f.tif", values)
        assert self.refuse(map=file, reference=file) == "assess.not_classes"

    def test_a_report_needs_reference_data(self, mapped: Path, tmp_path: Path) -> None:
        sample, report = tmp_path / "s.gpkg", tmp_path / "r.html"
        code = self.refuse(map=mapped, draw_sample=sample, report=report)
        assert code == "assess.no_reference"
        assert not sample.exists()

    def test_an_output_must_not_be_an_input(self, mapped: Path) -> None:
        assert self.refuse(map=mapped, draw_sample=mapped) == "output.is_input"


class TestSample:
    """Points to be interpreted."""

    def drawn(self, path: Path) -> tuple[np.ndarray, list[str], np.ndarray]:
        meta, _, geometry, columns = pyogrio.raw.read(path)
        fields = meta["fields"].tolist()
        return (
            shapely.get_coordinates(shapely.from_wkb(geometry)),
            fields,
            columns[fields.index("class")],
        )

    def test_points_are_drawn_as_allocated(
        self, mapped: Path, codes: np.ndarray, tmp_path: Path
    ) -> None:
        file = tmp_path / "sample.gpkg"
        result = run(map=mapped, draw_sample=file, count=90, allocation="equal")
        points, fields, values = self.drawn(file)
        assert result.outputs == {"sample": str(file)}
        assert all(value is None for value in values)
        assert not {"stratum", "map", "map_class"} & set(fields)
        columns, rows = (~TRANSFORM @ points.T)[0], (~TRANSFORM @ points.T)[1]
        found = codes[np.floor(rows).astype(int), np.floor(columns).astype(int)]
        assert np.bincount(found).tolist() == [0, 30, 30, 30]
        assert len(np.unique(points, axis=0)) == 90

    def test_the_order_of_points_does_not_depend_on_the_class(
        self, mapped: Path, codes: np.ndarray, tmp_path: Path
    ) -> None:
        run(map=mapped, draw_sample=tmp_path / "s.gpkg", count=90, allocation="equal")
        points, _, _ = self.drawn(tmp_path / "s.gpkg")
        rows = np.floor((~TRANSFORM @ points.T)[1]).astype(int)
        assert 5 < (rows[:45] < 20).sum() < 25

    def test_the_same_seed_gives_the_same_points(self, mapped: Path, tmp_path: Path) -> None:
        points = []
        for number, seed in enumerate((1, 1, 2)):
            file = tmp_path / f"{number}.gpkg"
            run(map=mapped, draw_sample=file, count=20, seed=seed)
            points.append(self.drawn(file)[0].tolist())
        assert points[0] == points[1] != points[2]

    def test_all_pixels_have_the_same_probability(self, tmp_path: Path) -> None:
        codes = np.ones((20, 20), np.uint8)
        codes[::2] = 2
        with ClassRaster(str(write_raster(tmp_path / "m.tif", codes))) as raster:
            from backend.sampling.reference_sample import draw

            hits = np.zeros((20, 20))
            for seed in range(400):
                quiet = Reporter(lambda event: None)
                rows, columns, _ = draw(raster, {1: 200, 2: 200}, {1: 20, 2: 10}, seed, quiet)
                hits[rows, columns] += 1
        assert hits[1::2].mean() == pytest.approx(40)
        assert hits[::2].mean() == pytest.approx(20)
        # binomial counts: their variance is n·p·(1 − p) where all pixels are alike
        assert hits[1::2].var() == pytest.approx(400 * 0.1 * 0.9, rel=0.3)

    def test_a_filled_sample_can_be_assessed(
        self, mapped: Path, codes: np.ndarray, tmp_path: Path
    ) -> None:
        file = tmp_path / "s.gpkg"
        run(map=mapped, draw_sample=file, count=60)
        points, _, _ = self.drawn(file)
        columns, rows = np.floor(~TRANSFORM @ points.T).astype(int)
        values = [NAMES[code] for code in codes[rows, columns].tolist()]
        points = [shapely.Point(*place) for place in points]
        done = write_shapes(tmp_path / "done.gpkg", points, "class", values)
        figures = run(map=mapped, reference=done).figures
        assert figures["design"] == "stratified"
        assert figures["overall_accuracy"] == 1


class TestAllocation:
    """How many points each stratum gets."""

    sizes = {0: 200_000, 1: 150_000, 2: 3_200_000, 3: 6_450_000}  # noqa: RUF012

    def test_the_olofsson_allocation_is_close_to_that_of_the_paper(self) -> None:
        given = allocate(self.sizes, 640)
        assert [given[0], given[1]] == [75, 75]
        assert given[2] == pytest.approx(165, abs=3)
        assert given[3] == pytest.approx(325, abs=3)

    def test_proportional(self) -> None:
        assert list(allocate(self.sizes, 641, "proportional").values()) == [13, 10, 205, 413]

    def test_equal(self) -> None:
        assert list(allocate(self.sizes, 641, "equal").values()) == [161, 160, 160, 160]

    @pytest.mark.parametrize("rule", ALLOCATIONS)
    @pytest.mark.parametrize("count", [1, 7, 50, 333, 5000])
    def test_the_points_add_up_to_the_count(self, rule: str, count: int) -> None:
        given = allocate(self.sizes, count, rule)
        assert sum(given.values()) == count
        assert min(given.values()) >= (2 if count >= 8 else 0)

    @pytest.mark.parametrize("rule", ALLOCATIONS)
    def test_never_more_points_than_pixels(self, rule: str) -> None:
        assert allocate({1: 3, 2: 1000}, 100, rule)[1] <= 3
