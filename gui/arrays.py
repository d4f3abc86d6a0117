"""Type aliases of NumPy arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    FloatArray = np.ndarray[Any, np.dtype[np.floating[Any]]]
    IndexArray = np.ndarray[Any, np.dtype[np.intp]]
    BoolArray = np.ndarray[Any, np.dtype[np.bool_]]
else:
    # The NumPy of the oldest QGIS cannot evaluate the types above.
    FloatArray = IndexArray = BoolArray = np.ndarray
