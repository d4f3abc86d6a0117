"""`zonal`: class shares and mean confidence of a map in the polygons of a layer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..common.protocol import Result
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..options.common_options import allow_external_option
from ..options.declaration import option

SUMMARY = "Summarise a class map per polygon of a layer: shares of the classes, mean confidence."

STAGES = (("start", 1), ("zones", 8))


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options of `zonal`."""

    map: Path = option("Class map: a raster of class codes.", metavar="FILE")
    zones: Path = option("Layer of polygons, such as parcels or stands.", metavar="FILE")
    zones_layer: str | None = option(
        "Layer of the vector file; the first one by default.", None, metavar="NAME"
    )
    confidence: Path | None = option(
        "Confidence of the map, for its mean in each polygon.", None, metavar="FILE"
    )
    output: Path | None = option(
        "Layer to write (GeoPackage): the polygons with their fields and the shares.",
        None,
        metavar="FILE",
    )
    table: Path | None = option("Table of the shares to write (.csv).", None, metavar="FILE")
    allow_external: bool = allow_external_option()
    map_classes: tuple[dict[str, Any], ...] = option(
        "Names and colours of the map's codes, as its layer's style has them.", ()
    )


def run(options: Options, reporter: Reporter) -> Result:
    """Count the classes in all polygons and publish layer and table together."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    if options.output is None and options.table is None:
        raise UserError(
            "zones.nothing_to_do",
            "Neither a layer nor a table to write is given.",
            "Give a file for the layer, for the table, or for both.",
        )
    from ..files.output_files import file_output, layer_output
    from ..pipeline.outputs import pending_files
    from ..pipeline.zonal_summary import summarise_zones

    outputs = {
        kind: str(path)
        for kind, path in (("zones", options.output), ("table", options.table))
        if path
    }
    with pending_files(options.map, options.zones, options.confidence) as files:
        if options.output:
            files.reserve(layer_output(options.output))
        if options.table:
            files.reserve(file_output(options.table))
        reporter.begin("zones", "counting classes")
        metrics = summarise_zones(
            options.map,
            options.zones,
            options.zones_layer,
            options.confidence,
            options.output,
            options.table,
            files,
            reporter,
            options.map_classes,
            options.allow_external,
        )
        reporter.check()
        files.publish()
        reporter.finish()
    return Result(outputs, metrics)
