"""Backbones: checkpoints that contain programs, and damaged `diffusers` folders."""

from __future__ import annotations

import io
import json
import os
import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.numpy import load_file, save_file

from .corpus import JobRequest, Workspace, kind
from .damage import damaged, damaged_json, pick
from .valid_inputs import copy


def on_backbone(workspace: Workspace, backbone: Path) -> JobRequest:
    """The fastest job that loads a backbone."""
    return JobRequest(
        "features",
        {
            "image": str(workspace.good / "scene.tif"), "backbone": str(backbone), "device": "cpu",
            "scales": "1", "composites": "rgb", "components": 2, "memory_mb": 900, "blocks": "1",
            "output": str(workspace.out / "features.tif"),
            "cache": str(workspace.out.parent / "cache"),
        },
    )  # fmt: skip


class Program:
    """Creates a file when it is unpickled."""

    def __init__(self, canary: Path, way: int):
        self._canary, self._way = canary, way

    def __reduce__(self) -> Any:
        mark = f"open({str(self._canary)!r}, 'w').close()"
        return pick_program(self._way, str(self._canary), mark)


def pick_program(way: int, canary: str, mark: str) -> Any:
    """A call that unpickling would execute."""
    if way == 0:
        return os.system, (f"touch {canary}",)
    if way == 1:
        return exec, (mark,)
    if way == 2:
        return eval, (f"__import__('os').system('touch {canary}')",)
    return open, (canary, "w")


@kind("checkpoints", 150)
def checkpoints(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    path = workspace.folder / pick(rng, ("64x64_diffusion.pt", "x.pth", "x.PT"))
    program = Program(workspace.canary, int(rng.integers(4)))
    way = int(rng.integers(8))
    if way == 0:
        path.write_bytes(pickle.dumps(program, int(rng.integers(6))))
    elif way == 1:
        torch.save({"time_embed.0.weight": torch.zeros(2), "x": program}, path)
    elif way == 2:
        torch.save({"x": program}, path, _use_new_zipfile_serialization=False)
    elif way == 3:
        with zipfile.ZipFile(path, "w") as file:
            file.writestr("archive/data.pkl", pickle.dumps({"x": program}, 2))
            file.writestr("archive/version", "3\n")
            file.writestr("archive/byteorder", "little")
    elif way == 4:
        name = pick(rng, ("checkpoint.pt", "legacy.pt"))
        path.write_bytes(damaged(rng, (workspace.good / name).read_bytes()))
    elif way == 5:
        objects: list[Any] = [
            {"x": 1},
            [1],
            "text",
            None,
            {1: torch.zeros(2)},
            {"x": [torch.zeros(2)]},
        ]
        torch.save(pick(rng, objects), path)
    elif way == 6:
        content = io.BytesIO()
        torch.save({"time_embed.0.weight": torch.zeros(4)}, content)
        content = (
            content.getvalue().replace(b"torch", b"posix")
            if rng.random() < 0.5
            else content.getvalue()
        )
        path.write_bytes(damaged(rng, content))
    else:
        path.write_bytes(rng.bytes(int(pick(rng, (0, 10, 5000)))))
    asked = on_backbone(workspace, path)
    return JobRequest(asked.job, asked.settings, must_fail=True)


@kind("diffusers folders", 220)
def diffusers_folders(rng: np.random.Generator, workspace: Workspace) -> JobRequest:
    folder = copy(workspace.good, pick(rng, ("ddpm", "ddpm", "latent")), workspace.folder)
    for _ in range(int(rng.integers(1, 3))):
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        path = pick(rng, files)
        way = int(rng.integers(6))
        if way == 0:
            path.unlink()
            if len(files) == 1:
                break
        elif path.suffix == ".json" and way <= 4:
            try:
                content = json.loads(path.read_text())
            except ValueError:
                continue
            text = json.dumps(damaged_json(rng, content))
            path.write_text(text, encoding="utf-8", errors="surrogatepass")
        elif path.suffix == ".safetensors" and way <= 3:
            tensors = _tensors(path)
            if tensors:
                _mutate(rng, tensors)
                save_file(tensors, path)
        else:
            path.write_bytes(damaged(rng, path.read_bytes(), 3000))
    if rng.random() < 0.15:  # beside the weights, or instead of them
        program = Program(workspace.canary, int(rng.integers(4)))
        content = pickle.dumps({"x": program})
        for name in ("diffusion_pytorch_model.bin", "pytorch_model.bin", "model.pt", "unet.py"):
            (folder / name).write_bytes(content)
        if rng.random() < 0.5:
            for path in folder.rglob("*.safetensors"):
                path.unlink()
    return on_backbone(workspace, folder)


def _tensors(path: Path) -> dict[str, np.ndarray]:
    try:
        return load_file(path)
    except Exception:  # damaged before
        return {}


def _mutate(rng: np.random.Generator, tensors: dict[str, np.ndarray]) -> None:
    name = pick(rng, list(tensors))
    value = tensors[name]
    way = int(rng.integers(5))
    with np.errstate(all="ignore"):
        if way == 0:
            del tensors[name]
        elif way == 1:
            tensors[name] = np.zeros((1, *value.shape), value.dtype)
        elif way == 2:
            tensors[name] = np.full_like(value, pick(rng, (np.nan, np.inf, 1e38, 0)))
        elif way == 3:
            tensors[name] = value.astype(pick(rng, ("int64", "float16", "bool", "float64")))
        else:
            tensors["more"] = np.zeros(3, np.float32)
