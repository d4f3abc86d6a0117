"""Hyperspectral classification from few training samples with diffusion features.

Installed as `geodiffnet`; in the QGIS plugin it is the folder `backend`, whose own Python runs it.
QGIS's Python imports this module too: it needs the standard library only, and what it offers is
loaded when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from .common.version import VERSION as VERSION

if TYPE_CHECKING:
    from .api.class_map import ClassMap
    from .api.classification import Classification, classify
    from .api.classifier import GeoDiffNetClassifier
    from .api.diffusion_features import DiffusionFeatures
    from .api.linear_discriminant import LinearDiscriminant
    from .api.spatial_folds import SpatialGroupKFold
    from .api.trained_model import TrainedModel, load_model
    from .core.errors import UserError
    from .sample_scene import write_sample

__version__ = VERSION

#: Where each public name is defined.
_PUBLIC = {
    "ClassMap": "api.class_map",
    "Classification": "api.classification",
    "DiffusionFeatures": "api.diffusion_features",
    "GeoDiffNetClassifier": "api.classifier",
    "LinearDiscriminant": "api.linear_discriminant",
    "SpatialGroupKFold": "api.spatial_folds",
    "TrainedModel": "api.trained_model",
    "UserError": "core.errors",
    "classify": "api.classification",
    "load_model": "api.trained_model",
    "write_sample": "sample_scene",
}

__all__ = [
    "ClassMap",
    "Classification",
    "DiffusionFeatures",
    "GeoDiffNetClassifier",
    "LinearDiscriminant",
    "SpatialGroupKFold",
    "TrainedModel",
    "UserError",
    "__version__",
    "classify",
    "load_model",
    "write_sample",
]


def __getattr__(name: str) -> object:
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f".{_PUBLIC[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
