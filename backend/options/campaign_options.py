"""Options of a campaign: many scenes that are mapped with one model."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..common.choices import DEFAULT_OUTPUT_NAME
from .band_options import BandOptions
from .compute_options import ComputeOptions
from .declaration import group, option
from .model_options import ModelOptions


@dataclass(frozen=True, kw_only=True)
class SchedulingOptions:
    """The worker processes, on this machine or of a Dask scheduler."""

    workers: int | None = option(
        "Parallel workers on this machine; derived from its cores, GPUs and memory by default.",
        None,
        minimum=1,
    )
    threads: int | None = option(
        "Threads of each worker; an equal share of the cores by default, 1 on a cluster.",
        None,
        minimum=1,
    )
    scheduler: str | None = option(
        "Address of a running Dask scheduler, tls://host:8786 or tcp://host:8786, whose workers "
        "map the scenes.",
        None,
        metavar="ADDRESS",
    )
    tls_ca: Path | None = option(
        "Certificate of the authority, for a scheduler at tls://…", None, metavar="FILE"
    )
    tls_cert: Path | None = option("Own certificate for it.", None, metavar="FILE")
    tls_key: Path | None = option("Key of that certificate.", None, metavar="FILE")
    dashboard: str | None = option(
        "Port of Dask's dashboard, such as :8787; it is reachable from this machine only unless a "
        "host is named before the port.",
        None,
        metavar="ADDRESS",
    )


@dataclass(frozen=True, kw_only=True)
class CampaignOptions:
    """The scenes, the model, what is written, and where it is computed."""

    images: tuple[str, ...] = option(
        "Scenes: files, products, folders of them, or patterns such as 'flight*/*.tif'; may be "
        "repeated.",
        metavar="FILES",
        variadic=True,
    )
    model: ModelOptions = group(ModelOptions)
    bands: BandOptions = group(BandOptions)
    compute: ComputeOptions = group(ComputeOptions)
    output_folder: Path = option("Folder of the maps and the summary.", metavar="DIR")
    output_name: str = option(
        "Names of the rasters: {name} is that of the scene, {folder} that of its folder, {kind} "
        "what the raster holds; a / makes folders.",
        DEFAULT_OUTPUT_NAME,
        metavar="PATTERN",
    )
    confidence: bool = option("Also write the confidence of each map in percent.", False)
    probabilities: bool = option("Also write the class probabilities.", False)
    applicability: bool = option("Also write the area of applicability of each scene.", False)
    second_choice: bool = option("Also write the map of the second most probable class.", False)
    margin: bool = option(
        "Also write the difference between the probabilities of the mapped class and the second "
        "most probable one in percent.",
        False,
    )
    overwrite: bool = option(
        "Map complete scenes again, and replace files of these names, whoever wrote them.", False
    )
    task_blocks: int = option(
        "Blocks of a scene per task; larger scenes are divided among workers.", 16, minimum=1
    )
    scheduling: SchedulingOptions = group(SchedulingOptions)
