"""`suggest`: writes the pixels whose label would improve a model most."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from ..common.choices import DEFAULT_SUGGESTION_COUNT, SUGGESTION_GEOMETRIES
from ..common.protocol import Result
from ..core.errors import InvalidJob, UserError
from ..core.reporter import Reporter
from ..options.band_options import BandOptions
from ..options.common_options import image_option, seed_option
from ..options.compute_options import ComputeOptions
from ..options.declaration import group, option
from ..options.label_options import FIELD_GUESS
from ..options.model_options import ModelOptions

SUMMARY = "Suggest pixels to label next: those whose label would improve the model most."

STAGES = (("start", 3), ("features", 10), ("candidates", 4), ("choice", 2))


def _parse_locations(text: str) -> tuple[tuple[float, float], ...]:
    """Locations from `x,y x,y …`."""
    locations = []
    for entry in text.split():
        try:
            x, y = (float(part) for part in entry.split(","))
        except ValueError:
            x = y = math.nan
        if not (math.isfinite(x) and math.isfinite(y)):
            raise InvalidJob(
                f"A location is invalid: {entry[:100]}.",
                "Give each as x,y in the scene's coordinates, such as 500012.5,5399987.5.",
            )
        locations.append((x, y))
    return tuple(locations)


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options of `suggest`."""

    image: str = image_option()
    bands: BandOptions = group(BandOptions)
    compute: ComputeOptions = group(ComputeOptions)
    model: ModelOptions = group(ModelOptions)
    output: Path = option("Layer of suggestions to write (GeoPackage).", metavar="FILE")
    count: int = option("Number of suggestions.", DEFAULT_SUGGESTION_COUNT)
    labels: Path | None = option(
        "The model's training samples; pixels similar to them are suggested last.",
        None,
        metavar="FILE",
    )
    class_field: str | None = option(
        "Field of the training samples that holds the class; the suggestions get an empty field of "
        f"this name. By default {FIELD_GUESS}.",
        None,
        metavar="NAME",
    )
    shape: str = option(
        "Geometry of the suggestions: polygon (outline of the pixel) or point (its centre).",
        SUGGESTION_GEOMETRIES[0],
        choices=SUGGESTION_GEOMETRIES,
    )
    spacing: float | None = option(
        "Distance in pixels below which a second suggestion adds little; derived from the size of "
        "the scene and the count by default.",
        None,
    )
    skip: tuple[tuple[float, float], ...] = option(
        "Locations that are not suggested again, with the pixels beside them: x,y x,y … in the "
        "scene's coordinates.",
        (),
        metavar="LOCATIONS",
        parse=_parse_locations,
    )
    seed: int = seed_option("the same seed gives the same suggestions")


def run(options: Options, reporter: Reporter) -> Result:
    """Choose the pixels and publish the layer."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    if options.count < 1:
        raise UserError(
            "job.invalid", "The number of suggestions is below 1.", "Ask for at least one."
        )
    from ..features.cache import FeatureCache
    from ..files.cache_folders import cache_folder
    from ..files.output_files import layer_output
    from ..labels.training_pixels import class_field_note
    from ..labels.vector import read_training_pixels
    from ..pipeline.active_learning import suggest_pixels
    from ..pipeline.map_writing import LoadedModel, match_to_model
    from ..pipeline.outputs import pending_files, protect
    from ..pipeline.scene_access import open_scene

    compute, model_file = options.compute, options.model.model
    cache = FeatureCache(cache_folder(compute.cache))
    loaded_model = LoadedModel.load(
        model_file, compute.device, cache, backbone=options.model.backbone
    )
    model = loaded_model.model
    with (
        pending_files(options.image, options.labels, model_file) as files,
        open_scene(options.image, options.bands, compute) as scene,
    ):
        protect(files, scene.files)
        files.reserve(layer_output(options.output))
        prepared = match_to_model(scene, loaded_model, reporter)
        labelled = None
        if options.labels:
            labelled = read_training_pixels(
                options.labels,
                options.class_field,
                scene.grid,
                allow_external=compute.allow_external,
            )
            if not options.class_field and labelled.class_field:
                reporter.info(class_field_note(options.labels, labelled))
        suggested = suggest_pixels(
            prepared.scene,
            model,
            prepared.store,
            labelled,
            reporter,
            count=options.count,
            spacing=options.spacing,
            skipped=options.skip,
            seed=options.seed,
        )
        class_field = options.class_field or (labelled.class_field if labelled else None)
        suggested.write(files.add(options.output), model, scene.grid, class_field, options.shape)
        reporter.check()
        files.publish()
        reporter.finish()
    found = suggested.suggestion
    metrics = {
        "places": len(suggested.rows),
        "candidates": suggested.candidates,
        "mean_uncertainty": float(found.uncertainty.mean()) if len(suggested.rows) else None,
        "mean_novelty": float(found.novelty.mean()) if len(suggested.rows) else None,
    }
    return Result({"places": str(options.output)}, metrics)
