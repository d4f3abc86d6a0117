"""Bands of a scene, and the selection of bands that the user makes."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from ..core.errors import UserError

#: Ranges in nanometres in which water vapour absorbs nearly all light.
WATER_VAPOUR = ((1340.0, 1460.0), (1790.0, 1960.0), (2450.0, 2600.0))


#: The reason for excluding a band that the metadata of its file mark as bad.
MARKED_BAD = "marked bad in its metadata"


@dataclass(frozen=True)
class Band:
    """One band of a scene: `index` counts from 1, wavelength and width are in nanometres.

    A band that is `bad` is not used, for the given reason.
    """

    index: int
    wavelength: float | None
    width: float | None
    bad: bool
    reason: str = ""

    def excluded_because(self, reason: str) -> Band:
        """The same band, marked bad."""
        return Band(self.index, self.wavelength, self.width, True, reason)

    @property
    def in_water_vapour(self) -> bool:
        """Whether the centre of the band lies in an absorption range of water vapour."""
        centre = self.wavelength
        return centre is not None and any(low <= centre <= high for low, high in WATER_VAPOUR)


def are_wavelengths(values: Iterable[float | None]) -> bool:
    """Whether all values can be wavelengths: finite and positive numbers."""
    return all(value is not None and math.isfinite(value) and value > 0 for value in values)


@dataclass(frozen=True)
class BandSelection:
    """Bands to exclude and bands to display, by their numbers in the file, counted from 1."""

    excluded: tuple[int, ...] = ()
    exclude_weak: bool = False
    rgb_bands: tuple[int, ...] = ()

    def check(self, count: int) -> None:
        """Raise `UserError` for numbers that a file with `count` bands does not have."""
        wrong = [number for number in (*self.excluded, *self.rgb_bands) if not 1 <= number <= count]
        if wrong:
            raise UserError(
                "bands.invalid",
                f"Band {wrong[0]} does not exist: the image has {count} bands.",
                f"Give band numbers from 1 to {count}.",
            )
        if self.rgb_bands and len(self.rgb_bands) != 3:
            raise UserError(
                "bands.invalid",
                f"{len(self.rgb_bands)} bands were given for red, green and blue.",
                "Give three band numbers, such as 30, 20, 10.",
            )


def parse_band_numbers(text: str | None) -> tuple[int, ...]:
    """Band numbers from a list of numbers and ranges: `1-5, 9` gives 1, 2, 3, 4, 5, 9."""
    numbers: list[int] = []
    for part in (text or "").replace(";", ",").split(","):
        ends = part.replace("–", "-").split("-")
        try:
            if part.strip():
                first, last = int(ends[0]), int(ends[-1])
                if len(ends) > 2 or last < first or last - first > 10_000:
                    raise ValueError(part)
                numbers += range(first, last + 1)
        except ValueError as error:
            raise UserError(
                "bands.invalid",
                f'"{part.strip()}" is not a band number or a range of them.',
                "Separate numbers and ranges by commas, such as 1-5, 130-135.",
            ) from error
    return tuple(numbers)


def format_ranges(numbers: list[int]) -> str:
    """Numbers as a list of ranges: `1, 2, 3, 7` gives `1–3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
