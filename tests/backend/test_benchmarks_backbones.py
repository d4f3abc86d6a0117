"""The benchmark that ranks backbones: its controls, splits and differences."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from conftest import Stripes

from backend.backbones.source import BUNDLED
from backend.features.settings import FeatureSettings
from benchmarks.accuracy.scenes import PixelSubset, SplitDataset
from benchmarks.backbones import filters
from benchmarks.backbones.__main__ import Table
from benchmarks.backbones.candidates import Candidate, network
from benchmarks.backbones.probe import ProbeScene

pytestmark = pytest.mark.backend

SIDE = 64
FILTERS = (filters.gaussian_pyramid, filters.total_variation, filters.guided)


def noisy_step() -> tuple[np.ndarray, np.ndarray]:
    """Two areas with noise in two channels, and the same without noise."""
    clean = np.zeros((2, SIDE, SIDE), np.float32)
    clean[:, :, SIDE // 2 :] = 0.6
    rng = np.random.default_rng(0)
    return (clean + rng.normal(0, 0.05, clean.shape) + 0.2).astype(np.float32), clean + 0.2


@pytest.mark.parametrize("apply", FILTERS)
def test_a_filter_keeps_clean_images_and_removes_noise(apply: filters.Filter) -> None:
    valid = np.ones((SIDE, SIDE), bool)
    even = np.full((2, SIDE, SIDE), 0.4, np.float32)
    assert np.abs(apply(even, valid) - 0.4).max() < 1e-4
    image, clean = noisy_step()
    found = apply(image, valid)
    smooth = found[-2:, :, 8 : SIDE // 2 - 20]
    assert smooth.std() < 0.4 * (image - clean).std()


@pytest.mark.parametrize("apply", FILTERS[1:])
def test_edge_preserving_controls_keep_edges(apply: filters.Filter) -> None:
    image, _ = noisy_step()
    found = apply(image, np.ones((SIDE, SIDE), bool))[:2]
    across = found[:, :, SIDE // 2 + 1].mean() - found[:, :, SIDE // 2 - 2].mean()
    assert across > 0.45


def probe(seed: int = 0) -> tuple[ProbeScene, np.ndarray]:
    """Two classes in squares, spectra that hardly separate them, and a feature that does."""
    rng = np.random.default_rng(seed)
    truth = np.kron(rng.integers(0, 2, (8, 8)), np.ones((16, 16), int))
    rows, columns = (axis.ravel() for axis in np.indices(truth.shape))
    group = rows // 16 * 100 + columns // 16
    target = truth[rows, columns]
    training = PixelSubset(np.zeros(len(rows), int), rows, columns, target, group)
    spectra = rng.normal(0, 1, (6, *truth.shape)) + 0.2 * truth
    # without scoring side, which the probe must not use
    dataset = SplitDataset("made", (Path("none"),), ("a", "b"), training, None)  # type: ignore[arg-type]
    mask = np.ones(truth.shape, bool)
    scene = ProbeScene(dataset, (10,), 3, [spectra.astype(np.float32)], [mask])
    return scene, (truth + rng.normal(0, 0.3, truth.shape))[None].astype(np.float32)


def test_separating_features_raise_the_score_and_noise_does_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    scene, feature = probe()
    noise = np.random.default_rng(5).normal(size=feature.shape).astype(np.float32)
    table = Table([scene])
    alone = table.add(Candidate("spectrum alone", None))
    table.add(Candidate("noise", lambda _: [noise]))
    bundled = table.add(Candidate(BUNDLED, lambda _: [noise + feature]))
    good = table.add(Candidate("separating", lambda _: [feature], untrained="noise"))
    assert good > alone + 4
    rows = {
        line.split("|")[1].strip(): line.split("|") for line in capsys.readouterr().out.splitlines()
    }
    head = [cell.strip() for cell in rows["candidate"]]
    over = {name: rows[name][head.index("over spectrum")] for name in ("noise", "separating")}
    assert float(over["separating"].split("±")[0]) == pytest.approx(good - alone, abs=0.02)
    assert float(over["noise"].split("±")[0]) < 3
    trained = float(rows["separating"][head.index("over random weights")].split("±")[0])
    assert trained > 4
    # no difference to the bundled backbone where it has no row yet, nor to itself
    over = {name: row[head.index(f"over {BUNDLED}")].strip() for name, row in rows.items()}
    assert over["noise"] == over[BUNDLED] == ""
    assert float(over["separating"].split("±")[0]) == pytest.approx(good - bundled, abs=0.02)


def test_all_candidates_get_the_same_draws() -> None:
    scene, feature = probe()
    assert np.array_equal(scene.accuracies([feature]), scene.accuracies([feature]))
    assert scene.accuracies(None).shape == (1, 6)


def test_random_weights_are_reproducible_and_untrained(stripes: Stripes) -> None:
    side = PixelSubset(*(np.zeros(0, int),) * 5)
    dataset = SplitDataset("stripes", (Path(stripes.scene),), (), side, side)
    settings = FeatureSettings(composites=("rgb",), scales=(1,))
    first, second, trained = (
        network(BUNDLED, settings, untrained) for untrained in (True, True, False)
    )
    assert (first.name, trained.untrained) == ("bundled, random weights",) * 2
    cubes = [candidate.features(dataset)[0] for candidate in (first, second, trained)]  # type: ignore[misc]
    assert np.array_equal(cubes[0], cubes[1])
    assert not np.allclose(cubes[0], cubes[2], atol=0.1)
    assert trained.gflop_window == pytest.approx(3.65, abs=0.05)
    # three channels of the image and four components
    assert len(cubes[2]) == 7
    beside = network(BUNDLED, settings, context=True).features(dataset)[0]  # type: ignore[misc]
    # and the three channels averaged over five widths
    assert len(beside) == 7 + 15
    assert np.array_equal(beside[:7], cubes[2])
