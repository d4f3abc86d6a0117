"""One label layer of a whole campaign, of whose classes a scene has some only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from backend_support import run
from shapely import box
from shapely.affinity import translate

from backend.common import protocol
from tests.fixtures.cubes import Cube, label_boxes, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "idtrees_mlbs"
#: Pixels from one scene to the next.
STEP = 200


def moved(number: int) -> Cube:
    cube = make_cube(number)
    return replace(cube, place=Affine.translation(STEP * 30 * number, 0) @ cube.place)


def test_a_campaign_layer_trains_on_some_scenes_and_its_model_maps_the_others(
    tmp_path: Path,
) -> None:
    """The layer has classes on other scenes, on none, and a polygon of two pixels."""
    images = [write_geotiff(tmp_path / f"s{number}.tif", moved(number)) for number in range(4)]
    boxes, names = label_boxes(make_cube())
    geometries = [translate(one, STEP * number) for number in range(2) for one in boxes]
    values = names * 2
    extra = {
        "elsewhere": translate(box(1, 1, 6, 6), 3 * STEP), "nowhere": box(0, 900, 5, 905),
        "tiny": box(20, 24, 22, 25),
    }  # fmt: skip
    layer = write_labels(
        tmp_path / "all.gpkg", make_cube(), [*geometries, *extra.values()], [*values, *extra]
    )
    model = tmp_path / "m.safetensors"
    outcome = run(
        "train", image=images[0], more_images=images[1:2], labels=layer, class_field="class",
        method="lda", model=model,
    )  # fmt: skip
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    text = "\n".join(outcome.warnings)
    assert 'Classes without a labelled pixel with data, left out: "elsewhere", "nowhere".' in text
    assert 'Classes with fewer than 3 pixels, left out: "tiny" (2).' in text
    assert (
        "Geometries outside of all images (2): feature 19 (elsewhere), feature 20 (nowhere)" in text
    )
    assert "Geometries outside of the image" not in text
    rows = outcome.result.figures["labels"]
    assert [(row["name"], row["geometries"]) for row in rows] == [
        ("soil", 6), ("tree", 6), ("water", 6)
    ]  # fmt: skip
    done = run("batch", model=model, images=images[2:], output_folder=tmp_path / "maps", workers=1)
    assert done.status == protocol.EXIT_DONE, done.events[-1]
    for number in (2, 3):
        with rasterio.open(tmp_path / "maps" / f"s{number}_map.tif") as dataset:
            found = dataset.read(1)
        codes = np.array([0, *(entry["code"] for entry in outcome.result.figures["classes"])])
        truth = codes[moved(number).truth]
        assert (found == truth)[truth > 0].mean() > 0.9


@pytest.mark.slow
@pytest.mark.skipif(not DATA.is_dir(), reason=f"the real scenes are not there: {DATA}")
def test_half_of_the_plots_with_all_crowns_give_a_model_of_the_other_half(tmp_path: Path) -> None:
    plots = sorted((DATA / "scenes").glob("*.tif"))
    model = tmp_path / "m.safetensors"
    outcome = run(
        "train", image=plots[0], more_images=plots[2::2], labels=DATA / "crowns.gpkg",
        class_field="species", method="lda", model=model,
    )  # fmt: skip
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    (left_out,) = (text for text in outcome.warnings if text.startswith("Classes without"))
    assert left_out.endswith('left out: "CATO6", "FAGR", "PITA", "QUERC".')
    names = [entry["name"] for entry in outcome.result.figures["classes"]]
    assert len(names) == 18
    assert not {"CATO6", "FAGR", "PITA", "QUERC"}.intersection(names)
    folder = tmp_path / "maps"
    done = run("batch", model=model, images=plots[1::2], output_folder=folder, workers=1)
    assert done.status == protocol.EXIT_DONE, done.events[-1]
    assert len(list(folder.glob("*_map.tif"))) == len(plots[1::2])
