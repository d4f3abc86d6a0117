"""Measures an approach to feature extraction in this process, and prints a line of JSON."""

from __future__ import annotations

import json
import math
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from affine import Affine
from scipy import ndimage
from torch.utils.flop_counter import FlopCounterMode

from backend.backbones.adm import ARCHITECTURE
from backend.backbones.backbone import Backbone
from backend.backbones.networks.layout import Layout
from backend.backbones.source import BackboneSource, find_backbone
from backend.compute.precision import resolve_precision
from backend.core.reporter import Reporter
from backend.features import extraction
from backend.features.extraction import FeatureExtractor
from backend.features.settings import FeatureSettings, default_features
from backend.scene.composites import fit_composites
from backend.scene.raster import Scene

from .plain import SIZE, STRIDE, PlainScheme

SMALLEST = 192
BANDS = 8
CLASSES = 8
TIMESTEP = 50
SILENT = Reporter(lambda event: None)


@dataclass(frozen=True)
class Task:
    """The approach (`plain`, `equal`, `single` or `default`) and the backbone to measure."""

    way: str
    backbone: str
    device: str
    repeats: int
    windows: int  # number of windows of the plain scheme


def write_random_adm(folder: Path) -> None:
    """A folder with a network of ADM's architecture and random weights."""
    from diffusers import DDPMScheduler, UNet2DModel

    torch.manual_seed(0)
    UNet2DModel.from_config(ARCHITECTURE).save_pretrained(folder)
    DDPMScheduler(beta_schedule="squaredcos_cap_v2").save_pretrained(folder)


def settings_of(way: str, source: BackboneSource) -> FeatureSettings:
    """The feature settings of an approach."""
    standard = default_features(source)
    if way == "default":
        return standard
    one = replace(standard, composites=("rgb",), scales=(1,))
    if way == "single":
        return one
    return replace(one, size=SIZE, stride=STRIDE, blocks=(plain_block(source),))


def side_of(source: BackboneSource) -> int:
    """The side of the scene: a multiple of all strides, so that no window extends beyond it.

    The lattice then costs here what it costs in an endless scene.
    """
    standard = default_features(source)
    side = math.lcm(STRIDE, *(standard.stride * scale for scale in standard.scales))
    return side * -(-SMALLEST // side)


def plain_block(source: BackboneSource) -> int:
    """The block of the published scheme: the last one with output at full resolution."""
    return max(source.default_blocks())


def measure(task: Task) -> dict[str, Any]:
    """Seconds, pixels, operations and memory of an approach."""
    torch.set_num_threads(1)
    device = torch.device(task.device)
    source = find_backbone(task.backbone)
    with tempfile.TemporaryDirectory(prefix="geodiffnet-features-") as name:
        path = write_scene(Path(name) / "scene.tif", side_of(source))
        with Scene(path) as scene:
            if task.way == "plain":
                run, pixels, operations = _plain(task, source, scene, device)
            else:
                run, pixels, operations = _ours(task, source, scene, device)
            cpu, wall = _best(run, device, task.repeats)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = {
        "pixels": pixels,
        "seconds": wall if device.type == "cuda" else cpu,
        "wall": wall,
        "operations": operations,
        "memory": peak // (2**20 if sys.platform == "darwin" else 1024),
    }
    if device.type == "cuda":
        found["memory"] = torch.cuda.max_memory_allocated() // 2**20
    return found


def _ours(
    task: Task, source: BackboneSource, scene: Scene, device: torch.device
) -> tuple[Callable[[], object], int, float]:
    settings = settings_of(task.way, source)
    precision = resolve_precision(settings.precision, device)
    backbone = Backbone(source, max(settings.blocks), device, precision)
    extractor = FeatureExtractor(backbone, fit_composites(scene, settings.composites), settings)
    extraction.SAMPLE_WINDOWS = 1  # the quality of the projection does not matter here
    extractor.fit(scene, SILENT)
    window = torch.zeros(1, 3, settings.size, settings.size, device=device)
    one = _operations(lambda: backbone.activations(window, TIMESTEP, settings.blocks))
    side = scene.grid.width
    pictures = sum((side // scale // settings.stride) ** 2 for scale in settings.scales)
    head = np.random.default_rng(0).standard_normal((CLASSES, 0))

    def run() -> None:
        nonlocal head
        found = extractor.extract(scene, scene.grid.extent, SILENT).astype(np.float32)
        if head.shape[1] != len(found):
            head = np.random.default_rng(0).standard_normal((CLASSES, len(found)), np.float32)
        (head @ found.reshape(len(found), -1)).argmax(axis=0)

    return run, side * side, one * pictures * len(settings.composites)


def _plain(
    task: Task, source: BackboneSource, scene: Scene, device: torch.device
) -> tuple[Callable[[], object], int, float]:
    from diffusers import DDPMScheduler, UNet2DModel

    layout: Layout = source.layout
    half = any(".fp16." in path.name for path in layout.unet.glob("*.safetensors"))
    model = UNet2DModel.from_pretrained(
        layout.unet, variant="fp16" if half else None, low_cpu_mem_usage=False
    )
    model = model.float().to(device).eval()
    per_level = model.config.layers_per_block + 1
    block = model.up_blocks[plain_block(source) // per_level]
    schedule = DDPMScheduler.from_pretrained(layout.schedule.parent)
    scheme = PlainScheme(model, block, schedule, TIMESTEP, CLASSES)
    (composite,) = fit_composites(scene, ("rgb",))
    values, _ = scene.read(scene.grid.extent)
    picture = torch.from_numpy(composite.apply(values)).to(device) * 2 - 1
    _, windows = scheme.classify(picture, task.windows)
    operations = _operations(lambda: scheme.classify(picture, 1))
    return (
        lambda: scheme.classify(picture, task.windows),
        windows * STRIDE * STRIDE,
        operations * windows,
    )


def _best(run: Callable[[], object], device: torch.device, repeats: int) -> tuple[float, float]:
    """The minimum CPU time and wall-clock time, since other programs only add to them."""
    spent = []
    for _ in range(repeats):
        cpu, wall = time.process_time(), time.perf_counter()
        run()
        if device.type == "cuda":
            torch.cuda.synchronize()
        spent.append((time.process_time() - cpu, time.perf_counter() - wall))
    return min(first for first, _ in spent), min(second for _, second in spent)


def _operations(run: Callable[[], object]) -> float:
    with FlopCounterMode(display=False) as counter:
        run()
    return float(counter.get_total_flops())


def matrix_rate(device: torch.device, side: int = 8192) -> float:
    """Operations per second of matrix products in bfloat16, the best of several runs."""
    a, b = (torch.randn(side, side, device=device, dtype=torch.bfloat16) for _ in range(2))
    best = float("inf")
    for _ in range(10):
        torch.cuda.synchronize()
        started = time.perf_counter()
        a @ b
        torch.cuda.synchronize()
        best = min(best, time.perf_counter() - started)
    return 2 * side**3 / best


def write_scene(path: Path, side: int) -> Path:
    """An image with structures at all scales."""
    rng = np.random.default_rng(0)
    values = sum(
        blur * ndimage.gaussian_filter(rng.standard_normal((BANDS, side, side)), (0, blur, blur))
        for blur in (1, 3, 9)
    )
    with rasterio.open(
        path, "w", driver="GTiff", width=side, height=side, count=BANDS, dtype="int16",
        crs="EPSG:32633", transform=Affine(2, 0, 5e5, 0, -2, 5.4e6),
    ) as dataset:  # fmt: skip
        dataset.write(np.clip(2500 + 600 * values, 100, 9000).astype(np.int16))
    return path


def main() -> None:
    """Measure the task given on the command line."""
    print(json.dumps(measure(Task(**json.loads(sys.argv[1])))))


if __name__ == "__main__":
    main()
