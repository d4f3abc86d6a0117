"""The same seed gives the same bytes of maps and models, whatever the cores and the cache."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from backend_support import Child, run
from conftest import Finished, Stripes

from backend.classifiers.ensemble_settings import EnsembleSettings
from backend.common import protocol
from backend.common.methods import METHODS

pytestmark = pytest.mark.backend

Start = Callable[..., Child]


def on_one_core() -> None:
    """Restrict a process to one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


@pytest.mark.slow
def test_maps_depend_neither_on_cores_nor_on_the_cache(
    start: Start, finished: Finished, tmp_path: Path
) -> None:
    child = start(before=on_one_core, OMP_NUM_THREADS="7", OPENBLAS_NUM_THREADS="7")
    outputs = {"output": "map.tif", "confidence": "confidence.tif", "probabilities": "p.tif"}
    again = {setting: tmp_path / name for setting, name in outputs.items()}
    again |= {"model": None, "cache": tmp_path / "cache"}
    child.ask("classify", **finished.settings | again)
    assert child.end() == protocol.EXIT_DONE, child.errors
    for setting, name in outputs.items():
        assert (tmp_path / name).read_bytes() == Path(finished.settings[setting]).read_bytes(), name
    # of copies, since other tests read those of the finished job
    figures = [dict(job.result.figures) for job in (finished.child, child)]
    assert all(figure.pop("seconds") for figure in figures)
    assert figures[0] == figures[1]
    # the second pass reads the cache that the first one filled
    for cache in (tmp_path / "cache", tmp_path / "cache", Path(finished.settings["cache"])):
        output = tmp_path / "again.tif"
        assert run("apply", **finished.again(output, cache)).status == protocol.EXIT_DONE
        assert output.read_bytes() == finished.map
        output.unlink()


def classified(stripes: Stripes, output: Path, **settings: object) -> np.ndarray:
    """The probabilities of a map, (classes, rows, columns)."""
    probabilities = output.with_name(f"p-{output.name}")
    asked = stripes.job_settings(output, probabilities=probabilities, **settings)
    outcome = run("classify", **asked)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    with rasterio.open(probabilities) as dataset:
        return dataset.read()


@pytest.fixture
def small_forest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few trees, where their accuracy does not matter."""
    monkeypatch.setattr("backend.classifiers.classic.TREES", 20)


@pytest.mark.usefixtures("small_forest")
def test_another_seed_gives_other_probabilities(stripes: Stripes, tmp_path: Path) -> None:
    one = classified(stripes, tmp_path / "1.tif", seed=1)
    again = classified(stripes, tmp_path / "2.tif", seed=1)
    other = classified(stripes, tmp_path / "3.tif", seed=2)
    assert (one == again).all()
    assert (one != other).any()


@pytest.mark.usefixtures("small_forest")
def test_a_map_depends_neither_on_other_outputs_nor_on_earlier_jobs(
    stripes: Stripes, tmp_path: Path
) -> None:
    alone = tmp_path / "alone.tif"
    assert run("classify", **stripes.job_settings(alone)).status == protocol.EXIT_DONE
    classified(stripes, tmp_path / "other.tif", method="svm")
    classified(stripes, tmp_path / "all.tif")
    assert (tmp_path / "all.tif").read_bytes() == alone.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_every_method_maps_separable_classes(
    stripes: Stripes, cache: Path, tmp_path: Path, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = functools.partial(EnsembleSettings, members=2, steps=60)
    monkeypatch.setattr("backend.pipeline.training_data.EnsembleSettings", quick)
    probabilities = classified(stripes, tmp_path / "map.tif", method=method, cache=cache)
    with rasterio.open(tmp_path / "map.tif") as dataset:
        found = dataset.read(1)
    truth = stripes.cube.truth
    assert ((found == 0) == (truth == 0)).all()
    assert (found == truth)[truth > 0].mean() > 0.9
    assert np.allclose(probabilities.sum(axis=0)[truth > 0], 1, atol=1e-5)


@pytest.mark.slow
def test_two_processes_write_the_same_model_file(
    stripes: Stripes, start: Start, tmp_path: Path
) -> None:
    """The order of keys that safetensors writes differs between processes."""
    written = []
    for number in range(3):
        model = tmp_path / f"{number}.safetensors"
        child = start()
        asked = stripes.job_settings(tmp_path / "map.tif", model=model)
        del asked["output"]
        child.ask("train", **asked)
        assert child.end() == protocol.EXIT_DONE, child.errors
        written.append(model.read_bytes())
    assert written[0] == written[1] == written[2]
