"""A trained model: everything needed to classify a scene, and its file.

One safetensors file holds it all: arrays as tensors, settings as JSON in the header. Nothing in it
can be executed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError

from .. import VERSION
from ..common.methods import METHODS, needs_features
from ..compute.tensors import safetensors_bytes
from ..core.errors import UserError, first_line
from ..core.failures import is_out_of_memory
from ..features.extraction import FeatureSettings
from ..features.projections import FittedFeatures, fitted_from_tensors, fitted_to_tensors
from ..files.regular_files import require_regular
from ..labels.classes import MAX_CODE, MapClass
from ..scene.statistics import log_reflectance
from .applicability import Applicability, damped_logarithm
from .blending import Blend
from .catalogue import make_method
from .ensemble import EnsembleSettings
from .model_file import read_model_file
from .stacking import StackedClassifier
from .training_data import Standardisation
from .typed_values import typed

KIND = "geodiffnet model"
#: What libraries make of arrays and settings that do not fit together.
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
#: What was ever written is less.
MAX_MEMBERS, MAX_WIDTH, MAX_BLOCKS, MAX_COMPONENTS = 256, 4096, 100, 4096
#: Raised when older versions can no longer read what newer ones write.
FORMAT = 3


@dataclass(frozen=True)
class ModelInfo:
    """What a model is and how it came about."""

    method: str
    classes: tuple[MapClass, ...]
    wavelengths: tuple[float, ...]  # empty where the scene knew none
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
    #: None where an older version wrote the file.
    applicability: Applicability | None = None
    #: Of the file that it was read from.
    digest: str = ""

    def predict_proba(self, reflectance: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Probabilities (pixels, classes) from reflectance (pixels, bands) and features."""
        standardised = self.spectra.apply(log_reflectance(reflectance))
        return self.method.predict_proba(standardised, features.astype(np.float32))

    def dissimilarity(self, reflectance: np.ndarray) -> np.ndarray:
        """How unlike all training pixels others (pixels, bands) are; above 1 it does not apply."""
        if self.applicability is None:
            raise RuntimeError("the model does not know where it applies")
        return self.applicability.relative(damped_logarithm(reflectance))

    def save(self, path: Path) -> None:
        """Write the model under exactly this path."""
        tensors = {f"method/{name}": value for name, value in self.method.state().items()}
        tensors["blend"] = self.method.blend.array()
        tensors["spectra/mean"] = self.spectra.mean
        tensors["spectra/deviation"] = self.spectra.deviation
        if self.fitted is not None:
            fitted = fitted_to_tensors(self.fitted)
            tensors |= {f"features/{name}": value for name, value in fitted.items()}
        if self.applicability is not None:
            known = self.applicability.tensors()
            tensors |= {f"applicability/{name}": value for name, value in known.items()}
        header = {
            "kind": KIND,
            "format": str(FORMAT),
            "version": self.info.version,
            "info": json.dumps(asdict(self.info), sort_keys=True),
        }
        path.write_bytes(safetensors_bytes(tensors, header))


def load_model(path: Path, device: torch.device, digest: str = "") -> Model:
    """Read a model file; what is foreign, damaged or too new is refused with a reason.

    With a `digest`, so is any file but the one that has it.
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
            "Choose a .safetensors file written by this plugin; the file may also be damaged.",
        ) from error
    except _READ_ERRORS as error:
        if is_out_of_memory(error):
            raise
        raise UserError(
            "model.damaged",
            f"The model {path} is damaged ({first_line(error)}).",
            "Train it again, or copy it again from where it came.",
        ) from error


def _check_header(path: Path, header: Mapping[str, str]) -> None:
    if header.get("kind") != KIND:
        raise UserError(
            "model.foreign",
            f"The file {path} is not a GeoDiffNet model.",
            "Choose a .safetensors file written by this plugin.",
        )
    if int(header.get("format", "0")) < FORMAT:
        raise UserError(
            "model.too_old",
            f"The model {path} was written by an earlier version of the plugin.",
            "Train it again with this version.",
        )
    if int(header.get("format", "0")) > FORMAT:
        raise UserError(
            "model.too_new",
            f"The model {path} was written by version {header.get('version')} of the plugin.",
            f"Update the plugin; this is version {VERSION}.",
        )


def _assemble(
    data: dict[str, Any], tensors: Mapping[str, np.ndarray], device: torch.device
) -> Model:
    info = _read_info(data)
    spectra = Standardisation(tensors["spectra/mean"], tensors["spectra/deviation"])
    if spectra.mean.shape != (info.bands,) or spectra.deviation.shape != (info.bands,):
        raise ValueError("its spectra have another number of bands")
    # of logarithms: what is learnt from any scene is far from these
    if not (np.abs(spectra.mean) < 1e3).all() or not _within_limits(spectra.deviation, 1e-5, 1e3):
        raise ValueError("its spectra are out of bounds")
    fitted = None
    if needs_features(info.method) or info.features is not None:
        fitted = fitted_from_tensors(_part(tensors, "features/"), info.bands)
    method = make_method(info.method, info.seed, device, info.ensemble, fitted is not None)
    blend = Blend.from_array(tensors["blend"], len(method.variants))
    features = sum(fitted.kinds) if fitted else 0
    state = _part(tensors, "method/")
    method.load_state(state, blend, info.bands, features, len(info.classes))
    applicability = None
    if known := _part(tensors, "applicability/"):
        applicability = Applicability.from_tensors(known, info.bands)
    model = Model(info, spectra, method, fitted, applicability)
    _check_prediction(model)
    return model


def _read_info(data: dict[str, Any]) -> ModelInfo:
    """What the header says of the model, every value of its kind and within bounds."""
    parts = {
        "classes": tuple(typed(MapClass, entry) for entry in data.pop("classes")),
        "features": None,
        "ensemble": None,
    }
    for name, kind in (("features", FeatureSettings), ("ensemble", EnsembleSettings)):
        found = data.pop(name)
        if found is not None:
            parts[name] = typed(kind, found)
    info = replace(typed(ModelInfo, data | {"classes": []}), **parts)
    codes = [entry.code for entry in info.classes]
    if not codes or len(set(codes)) < len(codes) or not 0 < min(codes) <= max(codes) <= MAX_CODE:
        raise ValueError("its classes are damaged")
    if not all(re.fullmatch("#[0-9a-fA-F]{6}", entry.colour) for entry in info.classes):
        raise ValueError("its colours are damaged")
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
        raise ValueError("its settings of features are out of bounds")


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
        raise ValueError("its settings of networks are out of bounds")


def _check_prediction(model: Model) -> None:
    """Let a pixel go through all of it: what does not fit together shows now, not in the map."""
    info, fitted = model.info, model.fitted
    if fitted is not None:
        feature_settings = info.features
        if feature_settings is None or set(feature_settings.scales) != set(fitted.projections):
            raise ValueError("it does not say what its features are")
        if [composite.name for composite in fitted.composites] != list(feature_settings.composites):
            raise ValueError("its composites are others than it says")
    pixel = np.full((1, info.bands), 0.1, np.float32)
    features = np.zeros((1, sum(fitted.kinds) if fitted else 0), np.float32)
    found = model.predict_proba(pixel, features)
    if found.shape != (1, len(info.classes)) or not np.isfinite(found).all():
        raise ValueError("what it has learnt gives no probabilities")
    if model.applicability is not None:
        model.dissimilarity(pixel)
    for composite in fitted.composites if fitted else ():
        if not np.isfinite(composite.apply(pixel.T[:, :, None])).all():
            raise ValueError("a composite is damaged")


def _part(tensors: Mapping[str, np.ndarray], prefix: str) -> dict[str, np.ndarray]:
    return {
        name.removeprefix(prefix): value
        for name, value in tensors.items()
        if name.startswith(prefix)
    }
