"""Lines that ask for jobs: damaged JSON, settings of wrong kinds, tricks with paths."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from backend.commands import COMMANDS

from .corpus import JobRequest, Workspace, kind
from .damage import NUMBERS, TEXTS, damaged, damaged_text, pick, wrong_value
from .valid_inputs import model_of


def _good_jobs(workspace: Workspace) -> dict[str, dict[str, Any]]:
    good = workspace.good
    scene = {"image": str(good / "scene.tif"), "device": "cpu", "memory_mb": 700}
    labels = {"labels": str(good / "labels.gpkg"), "class_field": "class"}
    model = {"model": str(model_of(good, "rf"))}
    return {
        "classify": scene | labels | {"method": "rf", "output": str(workspace.out / "map.tif")},
        "train": scene | labels | {"method": "rf", "model": str(workspace.out / "m.safetensors")},
        "apply": scene | model | {"output": str(workspace.out / "map.tif")},
        "assess": {
            "map": str(good / "codes.tif"), "reference": str(good / "codes.tif"),
            "report": str(workspace.out / "report.html"),
        },
        "suggest": scene | model | {"output": str(workspace.out / "places.gpkg"), "count": 3},
    }  # fmt: skip


@kind("lines", 250)
def lines(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    name, settings = pick(rng, list(_good_jobs(workspace).items()))
    text = json.dumps({"job": name, "settings": settings})
    way = int(rng.integers(6))
    if way == 0:
        text = damaged(rng, text.encode()).decode("utf-8", "replace")
    elif way == 1:
        text = damaged_text(rng, text)
    elif way == 2:
        text = pick(rng, ("[" * 100_000, "{" * 5000, '{"job":' * 3000, "nul", "NaN", '"x"', ""))
    elif way == 3:
        text = json.dumps({"job": wrong_value(rng, name), "settings": settings})
    elif way == 4:
        text = json.dumps({"job": name, "settings": wrong_value(rng, settings)})
    else:
        text = json.dumps({"job": pick(rng, TEXTS), "settings": settings, pick(rng, TEXTS): 1})
    return JobRequest("", line=text.replace("\n", " "))


@kind("settings", 400)
def settings(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    name, given = pick(rng, list(_good_jobs(workspace).items()))
    extra = {
        "seed": 1, "bad_bands": "1-2", "rgb_bands": "5,3,2", "labels_layer": "labels",
        "min_coverage": 0.5, "point_radius": 1.0, "line_width": 1.0, "scales": "1",
        "blocks": "5", "timesteps": "50", "composites": "rgb", "components": 4, "count": 2,
        "spacing": 2.0, "methods": "rf", "workers": 1, "design": "random", "allocation": "equal",
        "preset": "default", "backbone": "bundled", "drop_weak_bands": True, "pixel_rule": "centre",
        "shape": "point", "memory_mb": 600, "classes": [], "more_images": [], "more_labels": [],
    }  # fmt: skip
    for _ in range(int(rng.integers(1, 3))):
        options = given if rng.random() < 0.4 else extra
        key = pick(rng, list(options))
        if isinstance(options[key], str) and Path(options[key]).suffix and rng.random() < 0.8:
            given[key] = _path_trick(rng, workspace, options[key])
        elif isinstance(options[key], str) and rng.random() < 0.5:
            given[key] = damaged_text(rng, options[key])
        elif isinstance(options[key], (int, float)) and rng.random() < 0.5:
            number = pick(rng, NUMBERS)
            try:
                given[key] = float(number) if "." in number else int(number)
            except ValueError:
                given[key] = number
        else:
            given[key] = wrong_value(rng, options[key])
    if not isinstance(given.get("device", "cpu"), str):
        given.pop("device", None)
    if not _stays(given, workspace):
        given = _good_jobs(workspace)[name]
    # so much computing is no damage
    for many, most in (("count", 200), ("components", 16)):
        if isinstance(given.get(many), int) and given[many] > most:
            given[many] = -given[many]
    return JobRequest(name, given)


def _stays(given: dict[str, Any], workspace: Workspace) -> bool:
    """Whether no output of the job lies outside its folder."""
    for key in ("output", "model", "report", "confidence", "probabilities", "applicability"):
        value = given.get(key)
        if isinstance(value, str) and value and "\0" not in value:
            inside = str(Path(value).absolute()).startswith(
                (str(workspace.out), str(workspace.good), "/proc")
            )
            if not inside or (value.startswith(str(workspace.good)) and key != "model"):
                return False
    return True


def _path_trick(rng: np.random.Generator, workspace: Workspace, path: str) -> str:
    """Another way to name a path, or a path that is none."""
    plain = Path(path)
    folder, name = str(plain.parent), plain.name
    return pick(
        rng,
        (
            f"{folder}/./{name}", f"{folder}//{name}", f"{folder}/../{plain.parent.name}/{name}",
            f"{folder}/{name}\0.tif", f"{folder}/{name}\n", f" {path}", f"{path} ", f"{path}/",
            f"{folder}/none/{name}", f"{folder}/{'m' * 300}", f"{folder}/{'m/' * 2000}x", "", ".",
            "..", "/", "/dev/null", "/dev/zero", "/dev/stdin", "/proc/self/mem", "/proc/version",
            "~/x.tif", f"file://{path}", f"{path}|layername=x", f"{path}?x=1", f"-{name}",
            f"{folder}/\udcff.tif".encode("utf-8", "surrogatepass").decode("latin-1"),
            f"{workspace.out}/{'日本' * 20}.tif", f"{workspace.out}/a b'c\"d;e$f`g.tif",
            f"{workspace.out}",
            f"{workspace.out}/.hidden.tif", f"{workspace.out}/CON.tif", f"{workspace.out}/<b>.tif",
            str(workspace.good / "labels.gpkg"), str(workspace.good / "rf.safetensors"),
            f"$HOME/{name}",
            str(workspace.folder), f"{folder}/%2e%2e/{name}",
        ),
    )  # fmt: skip


@kind("other jobs", 60)
def other_jobs(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    """Each job there is, with nothing, with too much, or with settings of another."""
    name = pick(rng, [job for job in COMMANDS if job not in ("sample", "doctor")])
    given = pick(rng, [{}, {"x": 1}, *_good_jobs(workspace).values()])
    given = {key: value for key, value in given.items() if rng.random() < 0.8}
    if name in ("compare", "tune", "features", "batch"):  # these would compute for long
        given = {key: value for key, value in given.items() if key != "image"}
    return JobRequest(name, given)
