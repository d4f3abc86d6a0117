"""Area of applicability: the dissimilarity index, its threshold, and their outputs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import rasterio
from backend_support import Outcome, run
from conftest import Stripes
from safetensors import safe_open
from safetensors.numpy import save_file

from backend.classifiers.applicability import (
    MAX_TRAINING_PIXELS,
    Applicability,
    damped_logarithm,
    discriminating_axes,
    fit_applicability,
    threshold,
)
from backend.classifiers.folds import make_folds
from backend.classifiers.model import load_model
from backend.classifiers.training_data import Samples
from backend.core.errors import UserError
from backend.core.reporter import Reporter
from backend.labels.training_checks import collect_training_spectra
from backend.labels.vector import read_training_pixels
from backend.metrics.class_map import ClassRaster
from backend.sample_scene import SampleFiles, write_sample
from backend.scene.raster import Scene
from backend.scene.statistics import sample_spectra

pytestmark = pytest.mark.backend

CENTRES = ((0.0, 0.0), (9.0, 0.0), (0.0, 9.0), (9.0, 10.0))


def made(spectra: np.ndarray, target: np.ndarray, group: np.ndarray) -> Samples:
    """Labelled pixels without features."""
    count = len(spectra)
    none, places = np.zeros((count, 0)), np.zeros((count, 2))
    return Samples(spectra, none, target, group, places, int(target.max()) + 1)


def clusters(number: int, seed: int = 0, width: int = 6) -> tuple[Samples, np.ndarray]:
    """Pixels of four classes in ten slightly different patches each, and their folds."""
    rng = np.random.default_rng(seed)
    spectra, target, group = [], [], []
    for index, centre in enumerate(CENTRES):
        for patch in range(10):
            middle = np.r_[centre, np.zeros(width - 2)] + rng.normal(0, 0.4, width)
            spectra.append(middle + rng.normal(0, 0.5, (number // 10, width)))
            target += [index] * (number // 10)
            group += [10 * index + patch] * (number // 10)
    samples = made(np.concatenate(spectra).astype(np.float32), np.array(target), np.array(group))
    return samples, samples.group % 5


def test_training_pixels_have_index_zero() -> None:
    samples, folds = clusters(100)
    found = fit_applicability(samples, folds, samples.spectra)
    assert found.index(samples.spectra[:50]) == pytest.approx(0, abs=1e-5)


def test_the_index_is_the_distance_divided_by_the_mean_distance() -> None:
    axes, training = np.array([[1.0], [0.0]]), np.array([[0.0], [1.0], [2.0], [3.0]])
    # mean of the six distances 1 1 1 2 2 3 is 10 / 6
    found = Applicability(np.zeros(2), axes, training, 10 / 6, 0.6)
    pixels = np.array([[5.0, 77.0], [2.5, -3.0]])  # the second band does not count
    assert found.index(pixels) == pytest.approx([2 * 0.6, 0.5 * 0.6])
    assert found.relative(pixels) == pytest.approx([2, 0.5])


@pytest.mark.parametrize("left_out", range(4))
def test_a_class_left_out_of_training_is_outside_and_training_classes_are_inside(
    left_out: int,
) -> None:
    samples, folds = clusters(200)
    later, _ = clusters(1000)
    known = np.flatnonzero(samples.target != left_out)
    found = fit_applicability(samples.take(known), folds[known], later.spectra)
    outside = found.relative(later.spectra) > 1
    assert outside[later.target == left_out].mean() >= 0.8
    assert outside[later.target != left_out].mean() <= 0.1


def test_the_threshold_uses_distances_to_other_folds() -> None:
    rng = np.random.default_rng(1)
    patches = np.repeat(np.arange(10), 30)
    spectra = rng.normal(0, 3, (10, 4))[patches] + rng.normal(0, 0.05, (300, 4))
    samples = made(spectra, patches % 2, patches)
    grouped = fit_applicability(samples, patches % 5, spectra)
    scattered = fit_applicability(samples, np.arange(300) % 5, spectra)
    assert grouped.threshold > 10 * scattered.threshold


@pytest.mark.parametrize("pixels", [0, 1, 700, 1200])
def test_bounded_dissimilarity_is_on_the_same_side_of_the_threshold(pixels: int) -> None:
    samples, folds = clusters(60)
    rng = np.random.default_rng(3)
    scene = rng.normal(4, 6, (pixels, samples.spectra.shape[1])).astype(np.float32)
    found = fit_applicability(samples, folds, samples.spectra)
    assert found is not None
    exact, bounded = found.relative(scene), found.bounded(scene)
    assert bounded.dtype == exact.dtype
    assert bounded.shape == exact.shape
    assert np.array_equal(bounded > 1, exact > 1)
    assert pixels < 700 or 0.05 < (exact > 1).mean() < 0.95


def test_bounded_dissimilarity_is_exact_at_the_threshold() -> None:
    steps = np.array([0.5, 1 - 1e-7, 1.0, 1 + 1e-6, 1.0005, 2.0], np.float64)
    for count in (1, 40, 400):  # training pixels in one leaf of the search tree, and in many
        training = np.zeros((count, 2))
        training[1:, 1] = 50 + np.arange(count - 1)
        found = Applicability(np.zeros(2, np.float32), np.eye(2), training, 2.0, 0.75)
        scene = np.column_stack([1.5 * steps, np.zeros(len(steps))]).astype(np.float32)
        assert np.array_equal(found.bounded(scene) > 1, found.relative(scene) > 1)
        assert not (found.bounded(scene)[:2] > 1).any()
        assert (found.bounded(scene)[-3:] > 1).all()


def test_variation_inside_polygons_does_not_raise_the_index() -> None:
    rng = np.random.default_rng(2)
    samples, folds = clusters(100)
    # shading: a direction in which polygons vary as much as the scene
    shading = np.linspace(1, 2, 6)
    shaded = samples.spectra + rng.normal(0, 3, (len(samples), 1)) * shading
    found = fit_applicability(made(shaded, samples.target, samples.group), folds, shaded)
    darker = shaded[:100] - 12 * shading
    assert np.median(found.relative(darker)) < 1
    elsewhere = shaded[:100] + 12 * np.array([1, -1, 0, 0, 0, 0])
    assert np.median(found.relative(elsewhere)) > 2


def test_single_pixel_polygons_use_the_variation_inside_classes() -> None:
    samples, folds = clusters(50)
    alone = made(samples.spectra, samples.target, np.arange(len(samples)))
    found = fit_applicability(alone, folds, samples.spectra)
    assert found.axes.shape == (6, 2)
    assert (found.relative(samples.spectra.mean(axis=0)[None]) > 1).all()


def test_axes_are_limited_in_number_and_have_fixed_signs() -> None:
    samples, _ = clusters(100, width=40)
    axes = discriminating_axes(samples, samples.spectra)
    assert 2 <= axes.shape[1] <= 12
    assert (axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])] > 0).all()


def test_outliers_do_not_raise_the_threshold() -> None:
    values = np.r_[np.linspace(0.1, 0.5, 99), 40.0]
    assert threshold(values) == pytest.approx(0.5)
    assert threshold(np.array([np.nan, 0.3, 0.2])) == pytest.approx(0.3)


def test_there_is_no_applicability_without_validated_pixels() -> None:
    samples, _ = clusters(20)
    assert fit_applicability(samples, np.full(len(samples), -1), samples.spectra) is None


def test_many_training_pixels_are_subsampled_and_rare_classes_kept() -> None:
    few, folds_few = clusters(1_000)
    many, folds_many = clusters(4_000)
    rare = np.flatnonzero((many.target > 0) | (np.arange(len(many)) % 400 == 0))
    found = fit_applicability(many.take(rare), folds_many[rare], many.spectra)
    assert MAX_TRAINING_PIXELS * 0.9 < len(found.training) <= MAX_TRAINING_PIXELS
    own = many.spectra[np.flatnonzero((many.target == 0) & (np.arange(len(many)) % 400 == 0))]
    assert found.index(own) == pytest.approx(0, abs=1e-5)
    whole = fit_applicability(few, folds_few, few.spectra)
    assert found.threshold == pytest.approx(whole.threshold, rel=0.35)


# -- on the sample scene


@pytest.fixture(scope="module")
def valley(tmp_path_factory: pytest.TempPathFactory) -> SampleFiles:
    """The sample scene of seed 0; the settings were chosen on other scenes."""
    return write_sample(tmp_path_factory.mktemp("valley"), seed=0)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "least"),
    [("water", 0.9), ("soil", 0.7), ("tree", 0.7), ("shadow", 0.7), ("roof", 0.6), ("road", 0.5)],
)
def test_a_class_left_out_of_the_sample_scene_is_outside(
    valley: SampleFiles, name: str, least: float
) -> None:
    """Classes that are similar to other classes cannot be detected."""
    tested = TestedScene.of(valley, name)
    outside = tested.relative > 1
    assert outside[tested.name == name].mean() >= least
    assert outside[(tested.name != name) & (tested.name != "")].mean() <= 0.1


def test_training_classes_of_the_sample_scene_are_rarely_outside(
    valley: SampleFiles,
) -> None:
    """Also dark classes, whose logarithms are noisy."""
    tested = TestedScene.of(valley)
    outside = tested.relative > 1
    for name in set(tested.name) - {""}:
        assert outside[tested.name == name].mean() <= 0.15, name


@dataclass(frozen=True)
class TestedScene:
    """Dissimilarity and true class of each pixel of a sample scene."""

    relative: np.ndarray
    name: np.ndarray

    @classmethod
    def of(cls, files: SampleFiles, left_out: str | None = None) -> TestedScene:
        """Train with all polygons, or with those of all classes but one."""
        with Scene(str(files.scene)) as scene:
            values, _ = scene.read(scene.grid.extent)
            training_pixels = read_training_pixels(files.labels, "class", scene.grid)
            names = np.array([entry.name for entry in training_pixels.classes])
            pixels = collect_training_spectra(scene, training_pixels, Reporter(lambda event: None))
            scene_spectra = damped_logarithm(sample_spectra(scene))
        with ClassRaster(str(files.truth)) as raster:
            truth = raster.read(scene.grid.extent).ravel()
            true_names = np.array([raster.names.get(code, "") for code in range(256)])[truth]
        kept = pixels.training_pixels
        samples = Samples(
            damped_logarithm(pixels.spectra),
            np.zeros((len(kept), 0)),
            kept.target,
            kept.group,
            np.column_stack([kept.rows, kept.columns]),
            len(kept.classes),
        ).take(np.flatnonzero(names[kept.target] != left_out))
        folds = make_folds(samples, tuple(names), 0).fold
        found = fit_applicability(samples, folds, scene_spectra)
        everywhere = damped_logarithm(values.reshape(len(values), -1).T)
        return cls(found.relative(everywhere), np.where(truth > 0, true_names, ""))


# -- in jobs


@dataclass(frozen=True)
class Mapped:
    """A tiny scene classified with the outputs of applicability."""

    stripes: Stripes
    folder: Path
    figures: dict

    def apply(self, model: Path, **settings: object) -> Outcome:
        """Map the same scene again with a model."""
        given = {"image": self.stripes.scene, "model": model, "output": self.folder / "again.tif"}
        return run("apply", **given, **settings)


@pytest.fixture(scope="module")
def mapped(stripes: Stripes, tmp_path_factory: pytest.TempPathFactory) -> Mapped:
    folder = tmp_path_factory.mktemp("mapped")
    more = {"applicability": folder / "dissimilarity.tif", "model": folder / "model.safetensors"}
    outcome = run("classify", **stripes.job_settings(folder / "map.tif", **more)).result
    assert outcome.outputs["applicability"] == str(folder / "dissimilarity.tif")
    return Mapped(stripes, folder, outcome.figures)


def test_the_raster_has_the_grid_of_the_map_and_threshold_one(mapped: Mapped) -> None:
    with (
        rasterio.open(mapped.folder / "map.tif") as classes,
        rasterio.open(mapped.folder / "dissimilarity.tif") as raster,
    ):
        assert (raster.transform, raster.crs) == (classes.transform, classes.crs)
        assert (raster.count, raster.dtypes[0], raster.nodata) == (1, "float32", -1)
        assert float(raster.tags(1)["DISSIMILARITY_THRESHOLD"]) > 0
        values, empty = raster.read(1), classes.read(1) == 0
    np.testing.assert_array_equal(values == -1, empty)
    share = float((values[~empty] > 1).mean())
    assert mapped.figures["outside"] == pytest.approx(share, abs=0.01)
    assert share < 0.2
    style = (mapped.folder / "dissimilarity.qml").read_text()
    assert 'type="singlebandpseudocolor"' in style


def test_a_loaded_model_gives_the_same_dissimilarity(mapped: Mapped) -> None:
    again = mapped.folder / "dissimilarity again.tif"
    outcome = mapped.apply(mapped.folder / "model.safetensors", applicability=again)
    assert outcome.result.figures["outside"] == mapped.figures["outside"]
    with rasterio.open(mapped.folder / "dissimilarity.tif") as one, rasterio.open(again) as other:
        np.testing.assert_array_equal(one.read(1), other.read(1))


def test_a_scene_with_other_spectra_is_reported(mapped: Mapped, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.tif"
    with rasterio.open(mapped.stripes.scene) as scene:
        bands, profile = [scene.tags(number) for number in scene.indexes], scene.profile
        values = scene.read()
    holds = (values != profile["nodata"]).all(axis=0)
    saw = np.resize([1000, 9000], len(values)).astype(values.dtype)
    values[:, holds] = saw[:, None]
    with rasterio.open(foreign, "w", **profile) as scene:
        scene.write(values)
        for number, tags in enumerate(bands, 1):
            scene.update_tags(number, **tags)
    outcome = run(
        "apply",
        image=foreign,
        model=mapped.folder / "model.safetensors",
        output=tmp_path / "map.tif",
    )
    assert outcome.result.figures["outside"] == 1
    assert (
        "100% of the scene lies outside the area of applicability (spectra unlike any training "
        "sample)."
    ) in outcome.warnings


def without(model: Path, target: Path, prefix: str) -> Path:
    """A copy of a model file without some tensors."""
    with safe_open(model, framework="numpy") as file:
        kept = {name: file.get_tensor(name) for name in file.keys() if prefix not in name}  # noqa: SIM118
        save_file(kept, target, file.metadata())
    return target


def test_a_model_without_applicability_maps_without_it(mapped: Mapped, tmp_path: Path) -> None:
    old = without(
        mapped.folder / "model.safetensors", tmp_path / "old.safetensors", "applicability"
    )
    assert load_model(old, "cpu").applicability is None
    assert mapped.apply(old).result.figures["outside"] is None
    failure = mapped.apply(old, applicability=tmp_path / "dissimilarity.tif").failure
    assert failure.code == "model.no_applicability"
    assert not (tmp_path / "dissimilarity.tif").exists()


def test_damaged_applicability_arrays_are_refused(mapped: Mapped, tmp_path: Path) -> None:
    damaged = without(
        mapped.folder / "model.safetensors", tmp_path / "m.safetensors", "applicability/training"
    )
    with pytest.raises(UserError) as caught:
        load_model(damaged, "cpu")
    assert caught.value.code == "model.damaged"
    with pytest.raises(ValueError, match="area of applicability"):
        Applicability.from_tensors(
            {
                "centre": np.zeros(3),
                "axes": np.zeros((3, 2)),
                "training": np.zeros((5, 4)),
                "scale": np.ones(2),
            },
            3,
        )
