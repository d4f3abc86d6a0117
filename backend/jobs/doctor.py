"""Looks whether the backend is whole: versions, device, bundled backbone, a short self-test."""

from __future__ import annotations

import platform
import sys
import time
from dataclasses import dataclass
from importlib import metadata

from .. import VERSION
from ..compute.device import DEVICES, choose_device
from ..errors import UserError
from ..protocol import Result
from ..reporter import Reporter
from .settings import setting

SUMMARY = "Check the backend: versions, device, and a one-second self-test."
PACKAGES = (
    "torch", "diffusers", "safetensors", "rasterio", "pyogrio", "shapely", "numpy",
    "scikit-learn", "scipy", "click", "rich",
)  # fmt: skip


@dataclass(frozen=True)
class Settings:
    """What to test on."""

    device: str = setting("Where to run the self-test.", "auto", choices=DEVICES)


def run(settings: Settings, reporter: Reporter) -> Result:
    """Check everything."""
    reporter.plan([("versions", 1), ("self-test", 3)])
    reporter.begin("versions")
    versions = _versions()
    for name, version in versions.items():
        reporter.info(f"{name} {version or 'is missing'}")
    missing = [name for name, version in versions.items() if version is None]
    if missing:
        raise UserError(
            "runtime.incomplete",
            f"The Python environment of the backend lacks: {', '.join(missing)}.",
            f"Set the environment up again; the interpreter is {sys.executable}.",
        )
    reporter.begin("self-test", "loading the bundled backbone")
    import torch

    from ..diffusion.backbones import BUNDLED, Backbone, find_backbone

    device = choose_device(settings.device)
    backbone = Backbone(find_backbone(BUNDLED), 11, device)
    started = time.monotonic()
    windows = torch.zeros((2, 3, 64, 64), device=device)
    (activations,) = backbone.activations(windows, 0, (11,))
    seconds = time.monotonic() - started
    if not bool(torch.isfinite(activations).all()):
        raise RuntimeError("the bundled backbone gives numbers that are not finite")
    reporter.info(f"Device: {device}; the self-test took {seconds:.2f} s.")
    reporter.finish()
    return Result({}, {"device": str(device), "versions": versions, "seconds": round(seconds, 3)})


def _versions() -> dict[str, str | None]:
    """The version of everything that is needed; None for what is not there."""
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
