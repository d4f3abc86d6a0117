"""Fixtures of the backend's tests: small scenes, a separate cache, worker processes."""

from __future__ import annotations

import os
import signal

# As in the backend, and before the libraries load: their threads wait by spinning, which takes
# several times as long where the cores are busy.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from collections.abc import Callable, Iterator  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

import hypothesis  # noqa: E402
import pyogrio  # noqa: E402
import pytest  # noqa: E402
from backend_support import ROOT, Child, plain  # noqa: E402
from posix_only import pytest_make_collect_report, pytest_runtest_call  # noqa: E402, F401

from backend.sample_scene import SampleFiles, write_sample  # noqa: E402
from tests.fixtures.cubes import Cube, make_cube, write_labels  # noqa: E402
from tests.fixtures.rasters import write_geotiff  # noqa: E402
from tests.slow_tests import ALL_VARIABLE, deselect_slow  # noqa: E402

#: The same examples each time, unless all tests are run, and however long one takes.
hypothesis.settings.register_profile(
    "repeatable",
    deadline=None,
    database=None,
    derandomize=ALL_VARIABLE not in os.environ,
    suppress_health_check=list(hypothesis.HealthCheck),
)
hypothesis.settings.load_profile("repeatable")

WORKER = ("-I", str(ROOT / "backend"), "worker")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    deselect_slow(config, items, Path(__file__).parent)


@pytest.fixture(scope="session", autouse=True)
def restore_signal_handlers() -> None:
    """Undo that processes started by `nohup` or in the background ignore signals."""
    for name in ("SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            usual = signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL
            signal.signal(number, usual)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> SampleFiles:
    """The generated sample scene in its smallest size."""
    return write_sample(tmp_path_factory.mktemp("sample"), seed=1, size=64)


@pytest.fixture(scope="session")
def few_labels(sample: SampleFiles) -> Path:
    """Two polygons of each of three classes of the sample: enough for two folds."""
    meta, _, geometry, columns = pyogrio.raw.read(sample.labels)
    values = columns[list(meta["fields"]).index("class")]
    chosen = [
        number
        for name in ("grass", "soil", "tree")
        for number in [index for index, value in enumerate(values) if value == name][:2]
    ]
    path = sample.labels.with_name("few.gpkg")
    pyogrio.raw.write(
        path,
        geometry=geometry[chosen],
        field_data=[values[chosen]],
        fields=["class"],
        crs=meta["crs"],
        geometry_type="Polygon",
    )
    return path


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A feature cache apart from the user's."""
    return tmp_path_factory.mktemp("cache")


@dataclass
class Stripes:
    """A scene of three stripes that any method separates, with training samples."""

    cube: Cube
    scene: Path
    labels: Path

    def job_settings(self, output: Path, /, **settings: Any) -> dict[str, Any]:
        """Settings for `classify` with the quickest method."""
        given = {"image": self.scene, "labels": self.labels, "class_field": "class"}
        return plain(given | {"method": "rf", "output": output} | settings)


@pytest.fixture(scope="session")
def stripes(tmp_path_factory: pytest.TempPathFactory) -> Stripes:
    """A small scene that tests must not change."""
    folder, cube = tmp_path_factory.mktemp("stripes"), make_cube()
    return Stripes(
        cube,
        write_geotiff(folder / "scene.tif", cube),
        write_labels(folder / "labels.gpkg", cube),
    )


@pytest.fixture
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Child]]:
    """Start processes of the backend, by default a worker; they end with the test."""
    children = []

    def begin(*arguments: str, **options: Any) -> Child:
        folder = tmp_path_factory.mktemp("child")
        children.append(Child(arguments or WORKER, folder, **options))
        return children[-1]

    yield begin
    for child in children:
        child.kill()


@dataclass
class Finished:
    """A `classify` in a worker process: its settings and its events."""

    settings: dict[str, Any]
    child: Child
    status: int
    folder: Path

    def again(self, output: Path, cache: Path) -> dict[str, Any]:
        """Settings for `apply` that make the same map."""
        given = {name: self.settings[name] for name in ("image", "model", "device")}
        return plain(given | {"output": output, "cache": cache})

    @property
    def map(self) -> bytes:
        """The class map's file."""
        return (self.folder / "map.tif").read_bytes()


@pytest.fixture(scope="session")
def finished(
    sample: SampleFiles, few_labels: Path, cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Finished]:
    """The sample classified by the real method with all rasters, from an empty cache.

    Tests that need the same map again `apply` its model, which takes seconds.
    """
    folder = tmp_path_factory.mktemp("finished")
    settings = {
        "image": str(sample.scene),
        "labels": str(few_labels),
        "class_field": "class",
        "output": str(folder / "map.tif"),
        "confidence": str(folder / "confidence.tif"),
        "probabilities": str(folder / "probabilities.tif"),
        "model": str(folder / "model.safetensors"),
        "cache": str(cache),
        "device": "cpu",
        "seed": 3,
    }
    child = Child(WORKER, tmp_path_factory.mktemp("child"))
    child.ask("classify", **settings)
    status = child.end()
    yield Finished(settings, child, status, folder)
    child.kill()
