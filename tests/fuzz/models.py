"""Model files: damaged bytes, forged headers and metadata, tensors of wrong shapes and values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

from .corpus import JobRequest, Workspace, kind
from .damage import EXTREMES, damaged, damaged_json, pick, wrong_value
from .valid_inputs import METHODS, model_of


def on_model(rng: np.random.Generator, workspace: Workspace, model: Path) -> JobRequest:
    """A job that reads a model."""
    asked: dict[str, Any] = {
        "model": str(model), "image": str(workspace.good / "scene.tif"), "device": "cpu",
        "memory_mb": 700, "cache": str(workspace.good / "cache"),
    }  # fmt: skip
    if rng.random() < 0.2:
        asked |= {"output": str(workspace.out / "places.gpkg"), "count": 3}
        return JobRequest("suggest", asked)
    asked |= {"output": str(workspace.out / "map.tif")}
    if rng.random() < 0.3:
        asked |= {"applicability": str(workspace.out / "applicability.tif")}
    return JobRequest("apply", asked)


def some_method(rng: np.random.Generator) -> str:
    """A method, mostly a fast one."""
    return pick(rng, (*METHODS, "lda", "lda", "rf", "rf", "svm", "svm", "geospecnet"))


@kind("model, bytes", 300)
def model_bytes(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    content = model_of(workspace.good, some_method(rng)).read_bytes()
    path = workspace.folder / "model.safetensors"
    path.write_bytes(damaged(rng, content, int(pick(rng, (16, 3000, len(content))))))
    return on_model(rng, workspace, path)


@kind("model, header", 300)
def model_header(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    content = model_of(workspace.good, some_method(rng)).read_bytes()
    size = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + size])
    way = int(rng.integers(7))
    if way <= 2:
        header = damaged_json(rng, header)
    elif way == 3:
        name = pick(rng, [key for key in header if key != "__metadata__"])
        header[name]["data_offsets"] = [int(pick(rng, EXTREMES)), int(pick(rng, EXTREMES))]
    elif way == 4:
        name = pick(rng, [key for key in header if key != "__metadata__"])
        header[name]["shape"] = [abs(int(pick(rng, EXTREMES))) for _ in range(int(rng.integers(5)))]
    elif way == 5:
        header["__metadata__"] = wrong_value(rng, header["__metadata__"])
    text = json.dumps(header).encode()
    declared_length = (
        len(text) if way < 6 else int(pick(rng, (0, 1, 8, 2**20, 2**27, 2**31, 2**63 - 1)))
    )
    path = workspace.folder / "model.safetensors"
    path.write_bytes(declared_length.to_bytes(8, "little") + text + content[8 + size :])
    return on_model(rng, workspace, path)


@kind("model, metadata", 350)
def model_metadata(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    source = model_of(workspace.good, some_method(rng))
    with safe_open(source, framework="numpy") as file:
        header = dict(file.metadata())
    info = json.loads(header["info"])
    if rng.random() < 0.85:
        info = damaged_json(rng, info)
        if isinstance(info, dict) and rng.random() < 0.4:
            name = pick(rng, ("features", "ensemble", "classes", "wavelengths", "bands", "method"))
            info[name] = damaged_json(rng, info.get(name))
        header["info"] = json.dumps(info)
    else:
        name = pick(rng, list(header))
        header[name] = str(wrong_value(rng, header[name]))
    path = workspace.folder / "model.safetensors"
    save_file(load_file(source), path, header)
    return on_model(rng, workspace, path)


@kind("model, tensors", 350)
def model_tensors(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    source = model_of(workspace.good, some_method(rng))
    with safe_open(source, framework="numpy") as file:
        header = dict(file.metadata())
    tensors = load_file(source)
    for _ in range(int(rng.integers(1, 4))):
        name = pick(rng, list(tensors))
        value = tensors[name]
        way = int(rng.integers(8))
        with np.errstate(all="ignore"):
            if way == 0 and len(tensors) > 1:
                del tensors[name]
            elif way == 1:
                tensors[name] = value[:-1].copy() if value.ndim and len(value) else np.zeros(3)
            elif way == 2:
                tensors[name] = np.concatenate([value, value]) if value.ndim else np.zeros((2, 2))
            elif way == 3:
                kinds = ("float64", "float32", "float16", "int64", "int32", "int8", "uint8", "bool")
                tensors[name] = value.astype(pick(rng, kinds))
            elif way == 4:
                tensors[name] = (
                    value[None].copy() if rng.random() < 0.5 else value.reshape(-1).copy()
                )
            elif way == 5:
                tensors[name] = np.zeros((0, *value.shape[1:]), value.dtype)
            else:
                changed = value.copy().reshape(-1)
                if changed.size:
                    chosen = rng.integers(changed.size, size=int(pick(rng, (1, 5, changed.size))))
                    odd = (np.nan, np.inf, -np.inf, 0, -1, 1e30, 2**31 - 1, -(2**31), 2**62, 1e-30)
                    changed[chosen] = np.array(pick(rng, odd)).astype(value.dtype)
                tensors[name] = changed.reshape(value.shape)
    path = workspace.folder / "model.safetensors"
    save_file({name: np.ascontiguousarray(value) for name, value in tensors.items()}, path, header)
    return on_model(rng, workspace, path)
