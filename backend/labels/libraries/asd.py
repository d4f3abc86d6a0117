"""Reads spectra of ASD field spectrometers in their binary format (`.asd`)."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt

from .spectra import LibraryError, Spectrum, check_size, make_spectra, read_bytes

_MAGICS = (b"ASD", b"asd", b"as2", b"as3", b"as4", b"as5", b"as6", b"as7", b"as8")
#: Versions that store the spectrum of the white reference too.
_WITH_REFERENCE = (b"as6", b"as7", b"as8")
#: Bytes of a file; the largest hold a few spectra of 2151 channels.
MAX_BYTES = 64 * 2**20
_HEADER_BYTES = 484
_RAW, _REFLECTANCE = 0, 1
_VALUE_TYPES = {0: "<f4", 1: "<i4", 2: "<f8"}
#: Reflectance is below this, raw counts are above.
_MAX_REFLECTANCE = 2.0


def is_asd(head: bytes) -> bool:
    """Whether a file begins like one of this format."""
    return head[:3] in _MAGICS


def read_asd_spectrum(path: Path) -> list[Spectrum]:
    """The reflectance in a file: the spectrum itself, or its ratio to the white reference."""
    content = read_bytes(path, MAX_BYTES)
    if not is_asd(content) or len(content) < _HEADER_BYTES:
        raise LibraryError("it is no complete file of an ASD spectrometer")
    first, step = struct.unpack_from("<ff", content, 191)
    data_type, value_type = content[186], _VALUE_TYPES.get(content[199])
    (channels,) = struct.unpack_from("<H", content, 204)
    check_size(1, channels)
    if value_type is None or not (np.isfinite([first, step]).all() and first > 0 and step > 0):
        raise LibraryError("its header is damaged")
    spectrum = _read_values(content, _HEADER_BYTES, value_type, channels)
    reference = None
    if content[:3] in _WITH_REFERENCE:
        reference = _read_reference(content, value_type, channels)
    is_reflectance = float(np.nanmedian(spectrum)) <= _MAX_REFLECTANCE
    if data_type == _REFLECTANCE and is_reflectance:
        values = spectrum
    elif data_type in (_RAW, _REFLECTANCE) and reference is not None:
        values = np.divide(spectrum, reference, out=np.full(channels, np.nan), where=reference > 0)
    else:
        raise LibraryError("it holds counts or radiance without a white reference")
    comment = content[3:160].partition(b"\0")[0].decode("latin-1").strip()
    return make_spectra(
        [path.stem],
        [values],
        first + step * np.arange(channels),
        "nm",
        fields=[{"comment": comment}],
        is_scaled=True,
    )


def _read_values(
    content: bytes, offset: int, value_type: str, channels: int
) -> npt.NDArray[np.float64]:
    if len(content) < offset + channels * np.dtype(value_type).itemsize:
        raise LibraryError("it is shorter than its header says")
    return np.frombuffer(content, value_type, channels, offset).astype(np.float64)


def _read_reference(
    content: bytes, value_type: str, channels: int
) -> npt.NDArray[np.float64] | None:
    """The spectrum of the white reference; None where the file has none."""
    offset = _HEADER_BYTES + channels * np.dtype(value_type).itemsize
    # a flag, two dates and the length of a description
    if len(content) < offset + 20:
        return None
    flag, length = struct.unpack_from("<H16xH", content, offset)
    if not flag:
        return None
    return _read_values(content, offset + 20 + length, value_type, channels)
