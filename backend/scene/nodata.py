"""Which stored numbers stand for no data, as GDAL tells them."""

from __future__ import annotations

import math

import numpy as np

#: Infinity, and the largest numbers of single precision, which stand for no data wherever they are.
MAX_VALUE = 3.4e38
#: GDAL's tolerance, in units of single precision, also for numbers of double precision.
_TOLERANCE = 2 * float(np.finfo(np.float32).eps)


def equals_nodata(values: np.ndarray, nodata: float) -> np.ndarray:
    """Where stored numbers are the nodata value, as far as their type can hold it.

    Writers round the value when they store it, or when they declare it: -3.40282e+38 stands for the
    lowest number of single precision. What is not a number needs no comparison.
    """
    kind = values.dtype
    if kind.kind == "f":
        with np.errstate(over="ignore", invalid="ignore"):
            typed_nodata = kind.type(nodata)
            if not np.isfinite(typed_nodata):
                return values == typed_nodata
            # where the sum is beyond the type's range, all such numbers are taken for nodata
            near = np.abs(values - typed_nodata) < kind.type(_TOLERANCE) * np.abs(
                values + typed_nodata
            )
            return near | (values == typed_nodata)
    limits = np.iinfo(kind)
    if not math.isfinite(nodata) or not limits.min <= nodata <= limits.max:
        return np.zeros(values.shape, bool)
    return values == kind.type(int(nodata))
