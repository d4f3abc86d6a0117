"""A trained model: everything needed to classify a scene, and its file.

One safetensors file holds it all: arrays as tensors, settings as JSON in the header. Nothing in it
can be executed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from .. import VERSION
from ..diffusion.features import FeatureSettings
from ..diffusion.learnt import LearntFeatures, learnt_from_tensors, learnt_to_tensors
from ..errors import UserError
from ..labels.classes import MapClass
from ..scene.statistics import log_reflectance
from .applicability import Applicability
from .ensemble import EnsembleSettings
from .making import make_method
from .merging import Tuning
from .methods import Method
from .names import needs_features
from .samples import Standardisation

KIND = "geodiffnet model"
#: Raised when older versions can no longer read what newer ones write.
FORMAT = 1


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
    method: Method
    learnt: LearntFeatures | None = None
    #: None where an older version wrote the file.
    applicability: Applicability | None = None

    def predict_proba(self, reflectance: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Probabilities (pixels, classes) from reflectance (pixels, bands) and features."""
        standardised = self.spectra.apply(log_reflectance(reflectance))
        return self.method.predict_proba(standardised, features.astype(np.float32))

    def dissimilarity(self, reflectance: np.ndarray) -> np.ndarray:
        """How unlike all training pixels others (pixels, bands) are; above 1 it does not apply."""
        if self.applicability is None:
            raise RuntimeError("the model does not know where it applies")
        return self.applicability.relative(self.spectra.apply(log_reflectance(reflectance)))

    def save(self, path: Path) -> None:
        """Write the model under exactly this path."""
        tensors = {f"method/{name}": value for name, value in self.method.state().items()}
        tensors["tuning"] = self.method.tuning.array()
        tensors["spectra/mean"] = self.spectra.mean
        tensors["spectra/deviation"] = self.spectra.deviation
        if self.learnt is not None:
            learnt = learnt_to_tensors(self.learnt)
            tensors |= {f"features/{name}": value for name, value in learnt.items()}
        if self.applicability is not None:
            known = self.applicability.tensors()
            tensors |= {f"applicability/{name}": value for name, value in known.items()}
        header = {
            "kind": KIND,
            "format": str(FORMAT),
            "version": self.info.version,
            "info": json.dumps(asdict(self.info), sort_keys=True),
        }
        arrays = {name: np.ascontiguousarray(value) for name, value in tensors.items()}
        path.write_bytes(save(arrays, header))


def load_model(path: Path, device: torch.device) -> Model:
    """Read a model file; what is foreign, damaged or too new is refused with a reason."""
    try:
        with safe_open(path, framework="numpy") as file:
            header = file.metadata() or {}
            _check_header(path, header)
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
        return _assemble(json.loads(header["info"]), tensors, device)
    except (SafetensorError, OSError) as error:
        raise UserError(
            "model.unreadable",
            f"The model {path} cannot be read ({error}).",
            "Choose a .safetensors file written by this plugin; the file may also be damaged.",
        ) from error
    except (KeyError, ValueError, TypeError, IndexError, AttributeError) as error:
        raise UserError(
            "model.damaged",
            f"The model {path} is damaged ({error}).",
            "Train it again, or copy it again from where it came.",
        ) from error


def _check_header(path: Path, header: Mapping[str, str]) -> None:
    if header.get("kind") != KIND:
        raise UserError(
            "model.foreign",
            f"The file {path} is not a GeoDiffNet model.",
            "Choose a .safetensors file written by this plugin.",
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
    data["classes"] = tuple(MapClass(**entry) for entry in data["classes"])
    data["wavelengths"] = tuple(data["wavelengths"])
    if data["features"] is not None:
        data["features"] = FeatureSettings(
            **{
                name: tuple(value) if isinstance(value, list) else value
                for name, value in data["features"].items()
            }
        )
    if data["ensemble"] is not None:
        data["ensemble"]["kinds"] = tuple(data["ensemble"]["kinds"])
        data["ensemble"] = EnsembleSettings(**data["ensemble"])
    info = ModelInfo(**data)
    spectra = Standardisation(tensors["spectra/mean"], tensors["spectra/deviation"])
    if spectra.mean.shape != (info.bands,) or spectra.deviation.shape != (info.bands,):
        raise ValueError("its spectra have another number of bands")
    method = make_method(info.method, info.seed, device, info.ensemble)
    method.load_state(_part(tensors, "method/"), info.bands, len(info.classes))
    method.tuning = Tuning.from_array(tensors["tuning"], method.experts)
    learnt = None
    if needs_features(info.method):
        learnt = learnt_from_tensors(_part(tensors, "features/"), info.bands)
    applicability = None
    if known := _part(tensors, "applicability/"):
        applicability = Applicability.from_tensors(known, info.bands)
    return Model(info, spectra, method, learnt, applicability)


def _part(tensors: Mapping[str, np.ndarray], prefix: str) -> dict[str, np.ndarray]:
    return {
        name.removeprefix(prefix): value
        for name, value in tensors.items()
        if name.startswith(prefix)
    }
