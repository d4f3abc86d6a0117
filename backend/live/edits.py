"""One edit of the training samples: what it labels, and the maps of the view that follow."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from ..classifiers.catalogue import make_lda
from ..classifiers.training_data import Samples
from ..common.session_protocol import Update
from ..core.reporter import Reporter
from ..features.cache import FeatureCache
from ..labels.classes import class_styles
from ..labels.training_checks import drop_small_classes
from ..labels.training_pixels import TrainingPixels, drop_contested_pixels, outside_note
from ..labels.training_spectra import (
    TrainingSpectra,
    indexes_in_window,
    read_spectra_at,
    read_training_spectra,
)
from ..labels.vector import claimed_pixels
from ..pipeline.classification import share_outside
from ..pipeline.training import FittedMethod, fit_method
from ..pipeline.training_data import TrainingData, features_at, make_samples
from ..scene.scene_like import SceneLike
from . import LiveContext
from .open_scenes import FeatureMemory, LiveScene
from .samples import find_conflicts, parse_samples
from .tiles import Tile
from .view import Cells, ScreenView, cells_in_view, intersects
from .view_files import ViewFolder
from .view_mapping import ViewMap, is_slow, refinement_steps

if TYPE_CHECKING:
    from .live_map import Options

#: With fewer polygons per class, spatial features describe the places of the polygons rather than
#: the classes: the first map is better without them.
MIN_POLYGONS_PER_CLASS = 2.0


@dataclass
class LiveEdit:
    """The labelled pixels of an edit in an open scene, and where its maps are written."""

    options: Options
    context: LiveContext
    live: LiveScene
    view: ScreenView | None
    pixels: TrainingSpectra
    conflicts: dict[str, Any]
    folder: ViewFolder

    @classmethod
    def read(cls, options: Options, reporter: Reporter, context: LiveContext) -> LiveEdit:
        """Open the scene, and find the labelled pixels and their spectra."""
        view = None if options.view is None else ScreenView.parse(options.view)
        quiet = reporter.quiet()
        live = context.scenes.open(options.image, options.bands, options.compute, quiet)
        scene = live.scene
        reporter.begin("labels", "reading training samples")
        labelled = parse_samples(options.samples, options.numeric, options.crs, scene.grid)
        claimed = claimed_pixels(
            labelled, scene.grid, class_styles(options.classes), options.selection
        )
        training_pixels = drop_contested_pixels(claimed, scene.grid.width)
        for warning in training_pixels.warnings:
            reporter.warn(warning)
        if training_pixels.outside:
            reporter.warn(outside_note(training_pixels.outside))

        def read_spectra(
            scene: SceneLike, wanted: TrainingPixels, reporter: Reporter
        ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
            spectra, valid = live.spectra.read(
                wanted, lambda missing: read_spectra_at(scene, missing, reporter)
            )
            return spectra, valid

        pixels = read_training_spectra(scene, training_pixels, quiet, read_spectra)
        pixels = drop_small_classes(pixels, quiet)
        folder = ViewFolder(options.folder, options.number, scene.files)
        conflicts = find_conflicts(claimed, scene.grid)
        return cls(options, context, live, view, pixels, conflicts, folder)

    def send_first(self, reporter: Reporter) -> None:
        """Map the view by a linear discriminant, which is fitted in closed form."""
        reporter.begin("first", "mapping the view")
        cells = self._cells()
        if cells is None:
            self._send("first", {}, {"is_beside": True})
            return
        tiles = self.live.tiles.read(cells, reporter.part(0, 0.7))
        features = self._features_for_first(cells)
        with_features = features is not None
        if features is not None:
            self.live.tiles.add_features(tiles, features, reporter.quiet())
        discriminant = make_lda(with_features)
        discriminant.fit(self._samples(features, reporter.quiet()), reporter.quiet())

        def predict(tile: Tile, chosen: npt.NDArray[np.intp]) -> np.ndarray:
            inputs = tile.inputs(chosen, with_features)
            found: np.ndarray = discriminant.predict_variants(*inputs, (0,))[0]
            return found

        found = ViewMap(self.live.scene.grid, cells, tiles)
        found.predict(predict, 1, reporter.part(0.7, 0.9))
        self._send_image("first", "first", found, 1, {"with_features": with_features})

    def send_refined(self, reporter: Reporter) -> None:
        """Train the method, map the view with it, and send its accuracy.

        The accuracy waits for the map of the view, but not for many more cells than a map is first
        shown with.
        """
        options, features = self.options, None
        reporter.begin("features", "extracting diffusion features")
        if options.method.needs_features:
            features = self.live.features(
                options.features, options.compute, self._cache, reporter.part(0, 0.3)
            )
        data = TrainingData(
            self.pixels,
            self._samples(features, reporter.part(0.3, 1)),
            self.live.standardisation,
            None if features is None else features.store,
            self.live.scene,
        )
        reporter.begin("refined", "training the method")
        fitted = fit_method(
            data,
            options.method,
            options.compute.device,
            reporter.part(0, 0.7),
            options.features.as_published,
        )
        cells = self._cells() if "refined" in options.stages else None
        if "refined" in options.stages and cells is None:
            self._send("refined", {}, {"is_beside": True})
        if cells is None:
            self._send_validated(fitted, reporter)
            return
        tiles = self.live.tiles.read(cells, reporter.quiet())
        if features is not None:
            self.live.tiles.add_features(tiles, features, reporter.part(0.7, 0.75))
        with_features = features is not None

        def predict(tile: Tile, chosen: npt.NDArray[np.intp]) -> np.ndarray:
            return fitted.classifier.predict_proba(*tile.inputs(chosen, with_features))

        found = ViewMap(self.live.scene.grid, cells, tiles)
        steps = refinement_steps(cells)
        is_validated = False
        for number, step in enumerate(steps):
            if number and not is_validated and is_slow(cells, step):
                self._send_validated(fitted, reporter)
                is_validated = True
            part = reporter.part(0.75 + 0.25 * number / len(steps), 0.75 + 0.25)
            found.predict(predict, step, part)
            name = "refined" if step == 1 else f"refined-{step}"
            self._send_image("refined", name, found, step, {"is_complete": step == 1})
        if not is_validated:
            self._send_validated(fitted, reporter)

    @property
    def _cache(self) -> FeatureCache:
        return self.context.scenes.cache(self.options.compute)

    def _cells(self) -> Cells | None:
        """The cells in view; None where the view is beside the scene."""
        return cells_in_view(self.live.scene.grid, self.view, self.live.tiles.max_cells)

    def _features_for_first(self, cells: Cells) -> FeatureMemory | None:
        """The features for the first map: all that it needs must have been computed before."""
        options = self.options
        polygons = len(np.unique(self.pixels.training_pixels.group))
        if not options.method.needs_features or polygons < MIN_POLYGONS_PER_CLASS * len(
            self.pixels.classes
        ):
            return None
        found = self.live.ready_features(options.features, options.compute, self._cache)
        if found is None:
            return None
        window = cells.window(self.live.scene.grid)
        needed = (
            block
            for block in found.blocks()
            if intersects(block, window)
            or len(indexes_in_window(block, self.pixels.training_pixels))
        )
        return found if all(map(found.is_ready, needed)) else None

    def _samples(self, features: FeatureMemory | None, reporter: Reporter) -> Samples:
        """The labelled pixels as classifiers are fitted to them."""
        training_pixels = self.pixels.training_pixels
        values = np.zeros((len(training_pixels), 0), np.float32)
        if features is not None:
            (values,) = features.pixels.read(
                training_pixels, lambda missing: (features_at(features, missing, reporter),)
            )
        return make_samples(self.pixels, self.live.standardisation, values, self.live.read_noise())

    def _send_image(
        self, stage: str, name: str, found: ViewMap, step: int, figures: dict[str, Any]
    ) -> None:
        image = found.image(step)
        outputs = self.folder.write(name, image, self.pixels.classes)
        self._send(stage, outputs, figures | {"step": found.cells.step * step})

    def _send_validated(self, fitted: FittedMethod, reporter: Reporter) -> None:
        if "validated" not in self.options.stages:
            return
        training = fitted.complete(reporter.quiet())
        outside = share_outside(training.model, self.live.scene)
        self._send("validated", {}, training.metrics() | {"outside": outside})

    def _send(self, stage: str, outputs: dict[str, str], figures: dict[str, Any]) -> None:
        labels = {
            "classes": [
                {"code": entry.code, "name": entry.name, "colour": entry.colour}
                for entry in self.pixels.classes
            ],
            "labels": [asdict(row) for row in self.pixels.table],
            "labelled_pixels": len(self.pixels.training_pixels),
            "conflicts": self.conflicts,
        }
        self.context.send_update(Update(stage, outputs, labels | figures))
