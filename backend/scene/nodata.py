"""Compares stored values to a nodata value in the manner of GDAL."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

#: Larger values, up to infinity, always mean no data.
MAX_VALUE = 3.4e38
#: The relative tolerance of GDAL, which is that of single precision for all types.
_TOLERANCE = 2 * float(np.finfo(np.float32).eps)


def equals_nodata(values: npt.NDArray[Any], nodata: float) -> npt.NDArray[np.bool_]:
    """Where values equal the nodata value within the precision of their type.

    Writers round the nodata value when they store or declare it: -3.40282e+38 means the lowest
    number of single precision. NaN never equals it.
    """
    kind = values.dtype
    equal: npt.NDArray[np.bool_]
    if kind.kind == "f":
        with np.errstate(over="ignore", invalid="ignore"):
            typed_nodata = kind.type(nodata)
            equal = values == typed_nodata
            if np.isfinite(typed_nodata):
                # where the sum overflows, all values of that size are taken for nodata
                tolerance = kind.type(_TOLERANCE) * np.abs(values + typed_nodata)
                equal |= np.abs(values - typed_nodata) < tolerance
        return equal
    limits = np.iinfo(kind)
    if not math.isfinite(nodata) or not limits.min <= nodata <= limits.max:
        return np.zeros(values.shape, bool)
    equal = values == kind.type(int(nodata))
    return equal
