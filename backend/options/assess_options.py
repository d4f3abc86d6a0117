"""What `assess` may be told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..metrics.designs import ALLOCATIONS, DESIGNS, MATCHES
from .declaration import allow_external_setting, setting


@dataclass(frozen=True)
class Settings:
    """What `assess` needs and may be told."""

    map: Path = setting("The class map: a raster of class codes.", metavar="FILE")
    reference: Path | None = setting(
        "Reference data: polygons, points or lines with a class field, or a raster of codes.",
        None,
        metavar="FILE",
    )
    class_field: str | None = setting(
        "Field of the reference that holds the class, by name or by the map's code; "
        '"class" by default.',
        None,
        metavar="NAME",
    )
    match: str = setting(
        "How classes of the reference are found in the map. auto: by name, and by code where "
        "neither side has names or the codes prove themselves.",
        "auto",
        choices=MATCHES,
    )
    report: Path | None = setting(
        "Report to write (HTML); its numbers go beside it as JSON.", None, metavar="FILE"
    )
    design: str = setting(
        "How the reference was drawn: random and stratified points allow estimates for the whole "
        "map; purposive reference does not. auto: stratified for points, purposive for shapes.",
        "auto",
        choices=DESIGNS,
    )
    strata: Path | None = setting(
        "Raster of the strata the sample was drawn in, where they are not the map's classes.",
        None,
        metavar="FILE",
    )
    training: Path | None = setting(
        "Labels the map was trained with; samples inside them are reported apart.",
        None,
        metavar="FILE",
    )
    draw_sample: Path | None = setting(
        "GeoPackage of random points to write, with an empty class field to be filled in.",
        None,
        metavar="FILE",
    )
    count: int = setting("Points of the sample to draw.", 500)
    allocation: str = setting(
        "How the points are shared among the strata: olofsson gives rare classes 50 to 100 points "
        "and the others their share by area.",
        "olofsson",
        choices=ALLOCATIONS,
    )
    seed: int = setting(
        "Same seed, same sample and same intervals.", 0, minimum=0, maximum=2**31 - 1
    )
    allow_external: bool = allow_external_setting()
    map_classes: tuple[dict[str, Any], ...] = setting(
        "Names and colours of the map's codes, as its layer shows them.", ()
    )
    reference_classes: tuple[dict[str, Any], ...] = setting(
        "Names and colours of the reference's values or codes, as its layer shows them.", ()
    )
    strata_classes: tuple[dict[str, Any], ...] = setting(
        "Names of the strata's codes, as their layer shows them.", ()
    )
