"""`doctor`: checks the backend: versions, device, reading and writing, a short self-test."""

from __future__ import annotations

import platform
import sys
import time
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from ..common.choices import DEVICES
from ..common.protocol import Result
from ..common.version import VERSION
from ..compute.device import choose_device, thread_count
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..options.declaration import option

if TYPE_CHECKING:
    import torch

SUMMARY = "Check the backend: versions, device, and a one-second self-test."
STAGES = (("versions", 1), ("libraries", 2), ("self-test", 2))
PACKAGES = (
    "torch", "diffusers", "safetensors", "rasterio", "pyogrio", "shapely", "numpy",
    "scikit-learn", "scipy", "h5py", "dask", "distributed", "click", "rich", "jinja2",
)  # fmt: skip


@dataclass(frozen=True)
class Options:
    """Options of `doctor`."""

    device: str = option("Device of the self-test.", DEVICES[0], choices=DEVICES)


def run(options: Options, reporter: Reporter) -> Result:
    """Run all checks."""
    reporter.plan(STAGES)
    reporter.begin("versions")
    versions = _versions()
    reporter.info(
        ", ".join(f"{name} {version or '(missing)'}" for name, version in versions.items())
    )
    missing = [name for name, version in versions.items() if version is None]
    if missing:
        raise UserError(
            "runtime.incomplete",
            f"The Python environment of the backend lacks: {', '.join(missing)}.",
            f"Set the environment up again; the interpreter is {sys.executable}.",
        )
    reporter.begin("libraries", "loading the libraries")
    versions["gdal"] = _check_rasters()
    device = choose_device(options.device)
    name = device_name(device)
    reporter.info(f"GDAL {versions['gdal']}; computes on {name}")
    _warn_if_gpu_unused(device, reporter)
    reporter.begin("self-test", "running the bundled backbone")
    seconds = _check_backbone(device)
    reporter.info(f"Device: {device}; the self-test took {seconds:.2f} s.")
    reporter.finish()
    figures = {"device": str(device), "device_name": name, "versions": versions}
    return Result({}, figures | {"seconds": round(seconds, 3)})


def _versions() -> dict[str, str | None]:
    """The version of every required package; None for missing ones."""
    versions: dict[str, str | None] = {
        "geodiffnet": VERSION,
        "python": platform.python_version(),
    }
    for name in PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            versions[name] = None
    return versions


def _check_rasters() -> str:
    """Write a raster with a coordinate system and read it again; gives GDAL's version.

    This fails where libraries find another copy of GDAL or PROJ on the machine.
    """
    import numpy as np
    import rasterio
    from rasterio.io import MemoryFile

    grid = {"crs": "EPSG:32633", "transform": rasterio.Affine(2, 0, 500000, 0, -2, 5400000)}
    pixels = np.arange(12, dtype="float32").reshape(1, 3, 4)
    with MemoryFile() as memory:
        shape = {"count": 1, "height": 3, "width": 4, "dtype": "float32"}
        with memory.open(driver="GTiff", **shape, **grid) as raster:
            raster.write(pixels)
        with memory.open() as raster:
            same = np.array_equal(raster.read(), pixels) and raster.crs.to_epsg() == 32633
    if not same:
        raise UserError(
            "runtime.raster_io",
            "A raster that was written is not read back the same.",
            "Another GDAL or PROJ on this machine may interfere; set the environment up again.",
        )
    return str(rasterio.__gdal_version__)


def _check_backbone(device: torch.device) -> float:
    """Run the bundled backbone on two windows; the seconds that it took."""
    import torch

    from ..backbones.backbone import Backbone
    from ..backbones.source import BUNDLED, find_backbone

    backbone = Backbone(find_backbone(BUNDLED), 11, device)
    started = time.monotonic()
    windows = torch.zeros((2, 3, 64, 64), device=device)
    (activations,) = backbone.activations(windows, 0, (11,))
    finite = bool(torch.isfinite(activations).all())  # waits for a GPU to finish, too
    seconds = time.monotonic() - started
    if not finite:
        raise RuntimeError("the bundled backbone computes numbers that are not finite")
    return seconds


def device_name(device: torch.device) -> str:
    """The device as users know it."""
    import torch

    if device.type == "cuda":
        return f"{torch.cuda.get_device_name(device)} (CUDA {torch.version.cuda})"
    if device.type == "mps":
        return "Apple's GPU"
    cores = thread_count()
    return f"CPU, {cores} cores" if cores > 1 else "CPU, 1 core"


def _warn_if_gpu_unused(device: torch.device, reporter: Reporter) -> None:
    """Warn of a build for CUDA that computes on the CPU."""
    import torch

    if torch.version.cuda and device.type == "cpu" and not torch.cuda.is_available():
        reporter.warn(
            f"PyTorch was built for CUDA {torch.version.cuda}, but finds no NVIDIA GPU with a "
            "driver that is new enough; it computes on the CPU."
        )
