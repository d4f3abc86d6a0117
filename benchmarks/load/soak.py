"""Many jobs in a row through one QGIS process, and the resources of that process.

Runs inside QGIS's Python, started by `python -m benchmarks.load`, or by a test that has a QGIS.
"""

from __future__ import annotations

import gc
import os
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

#: Jobs and their frequencies in percent.
MIX = {"assess": 88, "suggest": 4, "apply": 4, "classify": 4}
#: Share of the jobs during which QGIS itself still allocates.
WARM_UP = 0.25
#: Normal variation of memory; a leak of 100 kB per job would be more.
MEGABYTES_OF_NOISE = 24.0
#: Handles of databases and libraries that QGIS opens on first use and keeps.
HANDLES_OF_NOISE = 24
#: QGIS keeps vector files open for a minute after reading.
SECONDS_TO_SETTLE = 75.0


@dataclass(frozen=True)
class ResourceUsage:
    """The resources of a process after a number of jobs."""

    jobs: int
    megabytes: float
    threads: int
    handles: int
    children: int
    temporary: int
    logs: int


@dataclass(frozen=True)
class Inputs:
    """The inputs of the jobs, and their output folder."""

    scene: Path
    labels: Path
    map: Path
    model: Path
    folder: Path


def measure_usage(jobs: int, logs: Path) -> ResourceUsage:
    """The current resources of this process."""
    from qgis.core import QgsProcessingUtils

    gc.collect()
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    # TMPDIR, where it is set, is this process's own and contains QGIS's folder
    folders = {Path(os.environ.get("TMPDIR") or QgsProcessingUtils.tempFolder())}
    return ResourceUsage(
        jobs,
        int(status["VmRSS"].split()[0]) / 1024,
        int(status["Threads"]),
        len(os.listdir("/proc/self/fd")),
        sum(len((task / "children").read_text().split()) for task in _tasks()),
        sum(path.is_file() for folder in folders for path in folder.rglob("*")),
        len(list(logs.glob("*.log"))),
    )


def soak(
    run: Callable[[str, dict[str, Any]], dict[str, Any]],
    inputs: Inputs,
    logs: Path,
    jobs: int,
    every: int,
    seed: int = 0,
    settle: float = 0.0,
) -> Iterator[ResourceUsage]:
    """Run the jobs; yields the resources at intervals and once more after a pause.

    Raises AssertionError where an output is missing or outputs of the same job differ.
    """
    chance, first = random.Random(seed), {}
    # each job once, before resources are compared
    order = [*MIX, *chance.choices(list(MIX), list(MIX.values()), k=jobs)]
    yield measure_usage(0, logs)
    for number, name in enumerate(order[:jobs], 1):
        wanted = inputs.folder / f"{name}{number}"
        wanted.mkdir()
        parameters = _parameters(name, inputs, wanted)
        run(f"geodiffnet:{name}", parameters)
        found = {path.name: path.read_bytes() for path in wanted.iterdir() if path.suffix == ".tif"}
        for target in (value for value in parameters.values() if str(wanted) in str(value)):
            if not Path(target).is_file():
                raise AssertionError(f"job {number}, {name}, did not write {target}")
        if found != first.setdefault(name, found):
            raise AssertionError(f"job {number}, {name}, gave something else than the first")
        for path in wanted.iterdir():
            path.unlink()
        wanted.rmdir()
        if number % every == 0 or number == jobs:
            yield measure_usage(number, logs)
    if settle:
        wait(settle)
        yield measure_usage(jobs, logs)


def wait(seconds: float) -> None:
    """Run QGIS's event loop for some time."""
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()


def growth(usages: list[ResourceUsage]) -> list[str]:
    """Descriptions of the resources that have grown after the first jobs."""
    settled = [usage for usage in usages if usage.jobs >= WARM_UP * usages[-1].jobs]
    early, last = settled[0], usages[-1]
    grown = []
    if last.megabytes > early.megabytes + MEGABYTES_OF_NOISE:
        grown.append(f"memory from {early.megabytes:.0f} to {last.megabytes:.0f} MB")
    if last.handles > usages[0].handles + HANDLES_OF_NOISE:
        grown.append(f"handles from {usages[0].handles} to {last.handles}")
    for name in ("threads", "children", "temporary"):
        before, after = max(getattr(usage, name) for usage in settled[:2]), getattr(last, name)
        if after > before:
            grown.append(f"{name} from {before} to {after}")
    return grown


def row(usage: ResourceUsage) -> str:
    """A row of the table."""
    return "".join(
        f"{value:>11.1f}" if isinstance(value, float) else f"{value:>11}"
        for value in astuple(usage)
    )


def heading() -> str:
    """The header of the table."""
    return "".join(f"{field.name:>11}" for field in fields(ResourceUsage))


def _parameters(name: str, inputs: Inputs, folder: Path) -> dict[str, Any]:
    scene, labels = str(inputs.scene), str(inputs.labels)
    if name == "assess":
        report = {"REPORT": str(folder / "report.html"), "DESIGN": "purposive"}
        return {
            "INPUT": str(inputs.map), "REFERENCE": labels, "CLASS_FIELD": "class", **report
        }  # fmt: skip
    if name == "suggest":
        asked = {"MODEL": str(inputs.model), "INPUT": scene, "COUNT": 5}
        return {**asked, "OUTPUT": str(folder / "places.gpkg")}
    if name == "apply":
        asked = {"MODEL": str(inputs.model), "INPUT": scene}
        return {**asked, "OUTPUT": str(folder / "map.tif")}
    asked = {"INPUT": scene, "LABELS": labels, "CLASS_FIELD": "class", "METHOD": "rf"}
    return {**asked, "OUTPUT": str(folder / "map.tif"), "REPORT": str(folder / "report.html")}


def _tasks() -> list[Path]:
    return list(Path("/proc/self/task").iterdir())


def main() -> None:
    """`soak.py JOBS EVERY PLUGINS FOLDER`: start a QGIS, run the jobs, print the table."""
    jobs, every = int(sys.argv[1]), int(sys.argv[2])
    plugins, folder = sys.argv[3], Path(sys.argv[4])
    from importlib import import_module

    from qgis.core import QgsApplication

    application = QgsApplication([], False, str(folder / "profile"))
    application.initQgis()
    sys.path[:0] = [plugins, os.path.join(application.pkgDataPath(), "python", "plugins")]
    import_module("processing.core.Processing").Processing.initialize()
    plugin = import_module("geodiffnet").classFactory(None)
    plugin.initProcessing()
    logs = import_module("geodiffnet.bridge.logs").log_folder()
    run = import_module("processing").run
    inputs = Inputs(
        *(
            folder / name
            for name in ("scene.tif", "train.gpkg", "map.tif", "model.safetensors", "out")
        )
    )
    inputs.folder.mkdir()
    print(heading(), flush=True)
    usages = []
    for usage in soak(run, inputs, logs, jobs, every, settle=SECONDS_TO_SETTLE):
        usages.append(usage)
        print(row(usage), flush=True)
    grown = growth(usages)
    print(f"{jobs} jobs in one QGIS: {'; '.join(grown) or 'nothing has grown'}", flush=True)
    plugin.unload()
    application.exitQgis()
    sys.exit(bool(grown))


if __name__ == "__main__":
    main()
