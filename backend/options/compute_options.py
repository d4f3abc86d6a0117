"""Where to compute, and what of the machine may be used."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..common.choices import AUTO, DEVICES
from .common_options import allow_external_option
from .declaration import option


@dataclass(frozen=True, kw_only=True)
class ComputeOptions:
    """Device, memory, feature cache, and whether external references are followed."""

    memory_mb: int | None = option(
        "Memory to use, in megabytes; a share of the free memory by default.", None
    )
    device: str = option(
        "Device to compute on; auto uses a GPU, or the CPU where there is none or it fails.",
        AUTO,
        choices=DEVICES,
    )
    cache: Path | None = option(
        "Folder of the feature cache; the user's cache folder by default.", None, metavar="DIR"
    )
    allow_external: bool = allow_external_option()
