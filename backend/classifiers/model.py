"""A trained model: everything needed to classify a scene, and its file.

A model is one safetensors file: arrays as tensors, settings as JSON in the header. It holds no
code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError

from .. import VERSION
from ..common.json_types import from_json
from ..common.methods import METHODS, METHODS_INFO, needs_features
from ..compute.rows import contiguous_rows
from ..compute.tensors import safetensors_bytes, section
from ..core.errors import UserError, first_line
from ..core.failures import is_out_of_memory
from ..features.projections import FittedFeatures, fitted_from_tensors, fitted_to_tensors
from ..features.settings import FeatureSettings
from ..files.regular_files import require_regular
from ..labels.classes import MAX_CODE, MapClass
from ..scene.statistics import log_reflectance
from .applicability import Applicability, damped_logarithm
from .blending import Blend
from .catalogue import device_of_method, make_method
from .ensemble_settings import EnsembleSettings
from .model_file import read_model_file
from .stacking import StackedClassifier
from .training_data import Standardisation

KIND = "geodiffnet model"
#: Errors of libraries given arrays and settings that do not fit together.
_READ_ERRORS = (
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    RecursionError,
)
#: Upper limits of settings in a model file; this software writes smaller ones.
MAX_MEMBERS, MAX_WIDTH, MAX_BLOCKS, MAX_COMPONENTS = 256, 4096, 100, 4096
#: Incremented whenever older versions can no longer read the files that newer ones write.
FORMAT = 6


@dataclass(frozen=True)
class ModelInfo:
    """Metadata of a model: method, classes, inputs, settings and validation."""

    method: str
    classes: tuple[MapClass, ...]
    wavelengths: tuple[float, ...]  # empty where the scene has none
    bands: int
    seed: int
    backbone: str = ""
    backbone_digest: str = ""
    features: FeatureSettings | None = None
    ensemble: EnsembleSettings | None = None
    validation: dict[str, Any] = field(default_factory=dict)
    labels: dict[str, Any] = field(default_factory=dict)
    version: str = VERSION


@dataclass
class Model:
    """A trained method with the transforms that its inputs go through."""

    info: ModelInfo
    spectra: Standardisation
    method: StackedClassifier
    fitted: FittedFeatures | None = None
    #: None where no training pixel was validated.
    applicability: Applicability | None = None
    #: SHA-256 of the file that the model was read from.
    digest: str = ""

    def predict_proba(self, reflectance: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Class probabilities from reflectance (pixels, bands) and features (pixels, features)."""
        return self.method.predict_proba(*self._inputs(reflectance, features))

    def predict_scores(self, reflectance: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Scores (pixels, classes), of which the highest is that of the most probable class.

        They take less time than probabilities.
        """
        return self.method.predict_scores(*self._inputs(reflectance, features))

    @property
    def scores_are_probabilities(self) -> bool:
        """Whether `predict_scores` gives what `predict_proba` does, in the same time."""
        return self.method.has_one_base

    def dissimilarity(self, reflectance: np.ndarray) -> np.ndarray:
        """Dissimilarity index of pixels (pixels, bands), in units of its threshold."""
        return self._known_applicability.relative(damped_logarithm(reflectance))

    def bounded_dissimilarity(self, reflectance: np.ndarray) -> np.ndarray:
        """What is above 1 where `dissimilarity` is, in less time."""
        return self._known_applicability.bounded(damped_logarithm(reflectance))

    @property
    def _known_applicability(self) -> Applicability:
        if self.applicability is None:
            raise RuntimeError("the model has no area of applicability")
        return self.applicability

    def _inputs(
        self, reflectance: np.ndarray, features: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Inputs of the method, turned once and not by every base classifier."""
        standardised = self.spectra.apply(log_reflectance(contiguous_rows(reflectance)))
        return standardised, contiguous_rows(features).astype(np.float32, copy=False)

    def save(self, path: Path) -> None:
        """Write the model file."""
        tensors = {f"method/{name}": value for name, value in self.method.state().items()}
        tensors["blend"] = self.method.blend.array()
        tensors["spectra/mean"] = self.spectra.mean
        tensors["spectra/deviation"] = self.spectra.deviation
        if self.fitted is not None:
            fitted = fitted_to_tensors(self.fitted)
            tensors |= {f"features/{name}": value for name, value in fitted.items()}
        if self.applicability is not None:
            applicability = self.applicability.tensors()
            tensors |= {f"applicability/{name}": value for name, value in applicability.items()}
        header = {
            "kind": KIND,
            "format": str(FORMAT),
            "version": self.info.version,
            "info": json.dumps(asdict(self.info), sort_keys=True),
        }
        path.write_bytes(safetensors_bytes(tensors, header))


def load_model(path: Path, device: str, digest: str = "") -> Model:
    """Read a model file; UserError for other kinds of file, other formats and damaged files.

    `device` is the name of a device, for methods with networks. With `digest`, a file with other
    content is refused as well.
    """
    require_regular(path)
    try:
        file = read_model_file(path, _check_header, digest)
        model = _assemble(json.loads(file.header["info"]), file.tensors, device)
        return replace(model, digest=file.digest)
    except (SafetensorError, OSError) as error:
        raise UserError(
            "model.unreadable",
            f"The model {path} cannot be read ({first_line(error)}).",
            "Choose a model file (.safetensors) written by this plugin; the file may also be "
            "damaged.",
        ) from error
    except _READ_ERRORS as error:
        if is_out_of_memory(error):
            raise
        raise UserError(
            "model.damaged",
            f"The model {path} is damaged ({first_line(error)}).",
            "Copy the file again from its source, or train the model again.",
        ) from error


def _check_header(path: Path, header: Mapping[str, str]) -> None:
    if header.get("kind") != KIND:
        raise UserError(
            "model.foreign",
            f"The file {path} is not a GeoDiffNet model.",
            "Choose a model file (.safetensors) written by this plugin.",
        )
    file_format = int(header.get("format", "0"))
    if file_format < FORMAT:
        raise UserError(
            "model.too_old",
            f"The model {path} was written by an earlier version of the plugin (format "
            f"{file_format}; this version reads format {FORMAT}).",
            "Train the model again with this version.",
        )
    if file_format > FORMAT:
        raise UserError(
            "model.too_new",
            f"The model {path} was written by version {header.get('version')} of the plugin, "
            "which uses a newer file format.",
            f"Update the plugin; this is version {VERSION}.",
        )


def _assemble(data: dict[str, Any], tensors: Mapping[str, np.ndarray], device: str) -> Model:
    info = _read_info(data)
    spectra = Standardisation(tensors["spectra/mean"], tensors["spectra/deviation"])
    if spectra.mean.shape != (info.bands,) or spectra.deviation.shape != (info.bands,):
        raise ValueError("its spectra have another number of bands")
    # limits for logarithms of reflectance; values fitted to any scene are far from them
    if not (np.abs(spectra.mean) < 1e3).all() or not _within_limits(spectra.deviation, 1e-5, 1e3):
        raise ValueError("its spectra are out of bounds")
    fitted = None
    if info.features is not None:
        fitted = fitted_from_tensors(section(tensors, "features/"), info.bands)
    elif needs_features(info.method) and (
        not METHODS_INFO[info.method].uses_spectra
        or (info.ensemble is not None and info.ensemble.networks_only)
    ):
        raise ValueError("its method needs features, and it has none")
    method = make_method(
        info.method,
        info.seed,
        device_of_method(info.method, device),
        info.ensemble,
        with_features=fitted is not None,
        spectral_only=fitted is None,
    )
    blend = Blend.from_array(tensors["blend"], len(method.variants))
    features = sum(fitted.kinds) if fitted else 0
    state = section(tensors, "method/")
    method.load_state(state, blend, info.bands, features, len(info.classes))
    applicability = None
    if arrays := section(tensors, "applicability/"):
        applicability = Applicability.from_tensors(arrays, info.bands)
    model = Model(info, spectra, method, fitted, applicability)
    _check_prediction(model)
    return model


def _read_info(data: dict[str, Any]) -> ModelInfo:
    """The model's metadata, with the type and limits of every value checked."""
    classes = tuple(from_json(MapClass, entry) for entry in data.pop("classes"))
    features, ensemble = data.pop("features"), data.pop("ensemble")
    info = replace(
        from_json(ModelInfo, data | {"classes": []}),
        classes=classes,
        features=None if features is None else from_json(FeatureSettings, features),
        ensemble=None if ensemble is None else from_json(EnsembleSettings, ensemble),
    )
    codes = [entry.code for entry in info.classes]
    if not codes or len(set(codes)) < len(codes) or not 0 < min(codes) <= max(codes) <= MAX_CODE:
        raise ValueError("its classes are damaged")
    if not all(re.fullmatch("#[0-9a-fA-F]{6}", entry.colour) for entry in info.classes):
        raise ValueError("the colours of its classes are damaged")
    if info.method not in METHODS or info.bands < 1:
        raise ValueError("its method is unknown")
    if info.wavelengths and (len(info.wavelengths) != info.bands or min(info.wavelengths) <= 0):
        raise ValueError("its wavelengths are damaged")
    _check_features(info.features)
    _check_ensemble(info.ensemble)
    return info


def _check_features(settings: FeatureSettings | None) -> None:
    if settings is None:
        return
    accepted = (
        bool(settings.composites and settings.timesteps and settings.blocks and settings.scales)
        and all(0 <= step <= 999 for step in settings.timesteps)
        and all(0 <= block < MAX_BLOCKS for block in settings.blocks)
        and all(1 <= scale <= 1024 for scale in settings.scales)
        and 8 <= settings.size <= 1024
        and 1 <= settings.stride <= settings.size
        and 1 <= settings.components <= MAX_COMPONENTS
        and 0 <= settings.draws <= 1024
        and 0 <= settings.seed < 2**31
    )
    if not accepted:
        raise ValueError("its feature settings are out of bounds")


def _within_limits(values: np.ndarray, minimum: float, maximum: float) -> bool:
    return bool(((values >= minimum) & (values <= maximum)).all())


def _check_ensemble(settings: EnsembleSettings | None) -> None:
    if settings is None:
        return
    accepted = (
        1 <= settings.members <= MAX_MEMBERS
        and 1 <= settings.width <= MAX_WIDTH
        and 0 <= settings.dropout < 1
        and all(0 <= kind <= 1_000_000 for kind in settings.kinds)
    )
    if not accepted:
        raise ValueError("its network settings are out of bounds")


def _check_prediction(model: Model) -> None:
    """Classify one pixel, so that parts that do not fit together are found before mapping."""
    info, fitted = model.info, model.fitted
    if fitted is not None:
        feature_settings = info.features
        if feature_settings is None or set(feature_settings.scales) != set(fitted.projections):
            raise ValueError("its feature settings do not fit its features")
        if [composite.name for composite in fitted.composites] != list(feature_settings.composites):
            raise ValueError("its composites do not fit its feature settings")
    pixel = np.full((1, info.bands), 0.1, np.float32)
    features = np.zeros((1, sum(fitted.kinds) if fitted else 0), np.float32)
    found = model.predict_proba(pixel, features)
    if found.shape != (1, len(info.classes)) or not np.isfinite(found).all():
        raise ValueError("its parameters give no valid probabilities")
    if model.applicability is not None:
        model.dissimilarity(pixel)
    for composite in fitted.composites if fitted else ():
        if not np.isfinite(composite.apply(pixel.T[:, :, None])).all():
            raise ValueError("a composite is damaged")
