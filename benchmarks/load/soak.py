"""Many jobs in a row through one QGIS process, and what that process holds meanwhile.

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

#: What is run again and again, and how often in a hundred times.
MIX = {"assess": 88, "suggest": 4, "apply": 4, "classify": 4}
#: QGIS itself keeps more and more until everything has been used once.
WARM_UP = 0.25
#: Memory that may come and go; a leak of 100 kB a job would show as more.
MEGABYTES_OF_NOISE = 24.0
#: Of databases and libraries that QGIS opens when it needs them first, and keeps.
HANDLES_OF_NOISE = 24
#: QGIS keeps vector files that it has read open for a minute, once for each reading.
SECONDS_TO_SETTLE = 75.0


@dataclass(frozen=True)
class ResourceUsage:
    """What a process holds after so many jobs."""

    jobs: int
    megabytes: float
    threads: int
    handles: int
    children: int
    temporary: int
    logs: int


@dataclass(frozen=True)
class Inputs:
    """What the jobs read, and where they write."""

    scene: Path
    labels: Path
    map: Path
    model: Path
    folder: Path


def measure_usage(jobs: int, logs: Path) -> ResourceUsage:
    """What this process holds now."""
    from qgis.core import QgsProcessingUtils

    gc.collect()
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    # where TMPDIR is set, it is this process's own, and QGIS's folder lies in it
    places = {Path(os.environ.get("TMPDIR") or QgsProcessingUtils.tempFolder())}
    return ResourceUsage(
        jobs,
        int(status["VmRSS"].split()[0]) / 1024,
        int(status["Threads"]),
        len(os.listdir("/proc/self/fd")),
        sum(len((task / "children").read_text().split()) for task in _tasks()),
        sum(path.is_file() for place in places for path in place.rglob("*")),
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
    """Run the jobs, and tell what is held after some of them each time, and some time afterwards.

    Every output must be there, and those of the same job be the same.
    """
    chance, first = random.Random(seed), {}
    # each once, before what is held is compared
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
    """Let QGIS do what it does when nobody asks for anything."""
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()


def growth(seen: list[ResourceUsage]) -> list[str]:
    """What has grown after the first jobs, in words; nothing where all is well."""
    settled = [usage for usage in seen if usage.jobs >= WARM_UP * seen[-1].jobs]
    early, last = settled[0], seen[-1]
    grown = []
    if last.megabytes > early.megabytes + MEGABYTES_OF_NOISE:
        grown.append(f"memory from {early.megabytes:.0f} to {last.megabytes:.0f} MB")
    if last.handles > seen[0].handles + HANDLES_OF_NOISE:
        grown.append(f"handles from {seen[0].handles} to {last.handles}")
    for name in ("threads", "children", "temporary"):
        before, after = max(getattr(usage, name) for usage in settled[:2]), getattr(last, name)
        if after > before:
            grown.append(f"{name} from {before} to {after}")
    return grown


def row(usage: ResourceUsage) -> str:
    """A line of the table."""
    return "".join(
        f"{value:>11.1f}" if isinstance(value, float) else f"{value:>11}"
        for value in astuple(usage)
    )


def heading() -> str:
    """The first line of the table."""
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
    logs = import_module("geodiffnet.bridge.process").log_folder()
    run = import_module("processing").run
    inputs = Inputs(
        *(
            folder / name
            for name in ("scene.tif", "train.gpkg", "map.tif", "model.safetensors", "out")
        )
    )
    inputs.folder.mkdir()
    print(heading(), flush=True)
    seen = []
    for usage in soak(run, inputs, logs, jobs, every, settle=SECONDS_TO_SETTLE):
        seen.append(usage)
        print(row(usage), flush=True)
    grown = growth(seen)
    print(f"{jobs} jobs in one QGIS: {'; '.join(grown) or 'nothing has grown'}", flush=True)
    plugin.unload()
    application.exitQgis()
    sys.exit(bool(grown))


if __name__ == "__main__":
    main()
