"""The settings of `batch`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .declaration import setting
from .model_options import ModelOptions
from .scene_options import ReadingOptions


@dataclass(frozen=True, kw_only=True)
class Settings(ModelOptions, ReadingOptions):
    """What `batch` needs and may be told."""

    images: tuple[str, ...] = setting(
        "Scenes: files, products, folders of them, or patterns such as 'flight*/*.tif'; again for "
        "more.",
        metavar="FILES",
        variadic=True,
    )
    output_folder: Path = setting("Folder to write maps and the summary to.", metavar="DIR")
    output_name: str = setting(
        "Names of the rasters: {name} is the scene's, {folder} that of the folder it lies in, "
        "{kind} what the raster shows; a / makes folders.",
        "{name}_{kind}.tif",
        metavar="PATTERN",
    )
    confidence: bool = setting("Also write each map's confidence in percent.", False)
    probabilities: bool = setting("Also write the probabilities of the classes.", False)
    applicability: bool = setting("Also write where the model applies to each scene.", False)
    overwrite: bool = setting(
        "Map again what is complete already, and replace files of these names, whoever wrote them.",
        False,
    )
    workers: int | None = setting(
        "Processes to start on this machine; by its cores, graphics cards and memory by default.",
        None,
        minimum=1,
    )
    threads: int | None = setting(
        "Threads of each worker; the cores shared out by default, 1 on a cluster.", None, minimum=1
    )
    scheduler: str | None = setting(
        "Address of a running Dask scheduler, tls://host:8786 or tcp://host:8786, whose workers "
        "are to do the work.",
        None,
        metavar="ADDRESS",
    )
    tls_ca: Path | None = setting(
        "Certificate of the authority, for a scheduler at tls://…", None, metavar="FILE"
    )
    tls_cert: Path | None = setting("Own certificate for it.", None, metavar="FILE")
    tls_key: Path | None = setting("Key of that certificate.", None, metavar="FILE")
    task_blocks: int = setting(
        "Blocks of a scene that a worker maps in one go; larger scenes are shared among workers.",
        16,
        minimum=1,
    )
    dashboard: str | None = setting(
        "Serve Dask's dashboard at this port, such as :8787; seen on this machine only unless a "
        "host is named before it.",
        None,
        metavar="ADDRESS",
    )
