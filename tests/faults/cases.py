"""Every job on a tiny scene with few computations, into which faults are injected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from faults_support import Case, ForkServer

from backend.common import protocol
from tests.fixtures.cubes import make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

#: The jobs that compute; `doctor` only looks around.
JOBS = (
    "classify", "train", "apply", "assess", "suggest", "compare", "features", "tune", "sample",
)  # fmt: skip
#: One picture, one block, one scale: what is done with it is the same.
FEATURES = {"composites": "rgb", "scales": "1", "blocks": "5", "components": 4}


class Cases:
    """Makes a job's case when it is first asked for."""

    def __init__(self, fork_server: ForkServer, folder: Path):
        self.fork_server, self.folder = fork_server, folder
        cube = make_cube()
        self.scene = write_geotiff(folder / "scene.tif", cube)
        self.labels = write_labels(folder / "labels.gpkg", cube)
        self._cases: dict[str, Case] = {}
        self._inputs: dict[str, Path] = {}

    def __getitem__(self, job: str) -> Case:
        if job not in self._cases:
            self._cases[job] = self.make(job, self.folder / job).measure()
        return self._cases[job]

    def make(self, job: str, folder: Path, **changed: Any) -> Case:
        """A case that works in a folder; its outputs lie in `out` there."""
        out, cache = folder / "out", folder / "cache"
        names, settings = self._asked(job, cache)
        if job in ("batch", "sample"):
            settings["output_folder" if job == "batch" else "folder"] = out
        else:
            settings |= {setting: out / name for setting, name in names.items()}
        written = tuple(names.values())
        return Case(job, job, settings | changed, out, cache, self.fork_server, written)

    @property
    def model(self) -> Path:
        """A forest for the scene."""
        return self._made("train", "forest.safetensors", method="rf")

    @property
    def networks(self) -> Path:
        """Networks that see diffusion features of the scene."""
        return self._made("train", "networks.safetensors")

    @property
    def map(self) -> Path:
        """A map of the scene."""
        return self._made("apply", "map.tif", model=self.model)

    def _made(self, job: str, name: str, **changed: Any) -> Path:
        """An input of other jobs, made when it is first asked for."""
        if name not in self._inputs:
            path = self.folder / name
            _, settings = self._asked(job, self.folder / "made", **changed)
            settings["model" if job == "train" else "output"] = path
            outcome = self.fork_server.run(job, settings)
            assert outcome.status == protocol.EXIT_DONE, (outcome.events[-1:], outcome.errors)
            self._inputs[name] = path
        return self._inputs[name]

    def _asked(self, job: str, cache: Path, **changed: Any) -> tuple[dict[str, str], dict]:
        """The names of a job's outputs by their settings, and its other settings."""
        scene = {"image": self.scene, "cache": cache, "device": "cpu"}
        labels = scene | {"labels": self.labels, "class_field": "class"}
        names: dict[str, str] = {}
        settings: dict[str, Any] = {}
        if job == "classify":
            names = {
                "output": "map.tif", "confidence": "confidence.tif", "report": "report.html",
                "probabilities": "probabilities.tif", "model": "model.safetensors",
            }  # fmt: skip
            settings = labels | {"method": "rf"}
        elif job == "train":
            names = {"model": "model.safetensors", "report": "report.html"}
            settings = labels | FEATURES | {"method": "geodiffnet-f"}
        elif job == "apply":
            names = {"output": "map.tif", "applicability": "applicability.tif"}
            settings = scene | {"model": changed.get("model") or self.networks}
        elif job == "assess":
            names = {"report": "report.html", "draw_sample": "sample.gpkg"}
            settings = {"map": self.map, "reference": self.labels, "class_field": "class"}
            settings |= {"design": "purposive", "count": 20}
        elif job == "suggest":
            names = {"output": "places.gpkg"}
            settings = scene | {"model": self.model, "count": 5}
        elif job == "compare":
            names = {"report": "report.html"}
            settings = labels | FEATURES | {"methods": "rf, geospecnet"}
        elif job == "features":
            names, settings = {"output": "features.tif"}, scene | FEATURES
        elif job == "tune":
            names = {"report": "report.html"}
            settings = labels | {"blocks": "5", "timesteps": "50", "composites": "rgb"}
            settings |= {"components": 4}
        elif job == "batch":
            names = {"map": "scene_map.tif", "summary": "summary.html", "table": "summary.csv"}
            settings = {"model": self.model, "images": [self.scene], "workers": 1}
            settings |= {"overwrite": True}
            settings |= {"device": "cpu", "cache": cache}
        elif job == "sample":
            names = {name: name for name in ("scene.tif", "train.gpkg", "truth.tif")}
            settings = {"size": 64, "overwrite": True}
        return names, settings | changed
