"""What is known of a scene's bands, whoever delivered it, and which of them the user wants."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.errors import UserError

#: Where water vapour leaves no light that comes back from the ground, in nanometres.
WATER_VAPOUR = ((1340.0, 1460.0), (1790.0, 1960.0), (2450.0, 2600.0))


@dataclass(frozen=True)
class Band:
    """One band of a scene; `index` counts from 1, wavelengths are nanometres."""

    index: int
    wavelength: float | None
    width: float | None
    bad: bool
    reason: str = ""

    def excluded_because(self, reason: str) -> Band:
        """The same band, not to be used."""
        return Band(self.index, self.wavelength, self.width, True, reason)

    @property
    def in_water_vapour(self) -> bool:
        """Whether the atmosphere is opaque there."""
        centre = self.wavelength
        return centre is not None and any(low <= centre <= high for low, high in WATER_VAPOUR)


@dataclass(frozen=True)
class BandSelection:
    """What the user says of the bands, by their numbers in the file, from 1."""

    excluded: tuple[int, ...] = ()
    exclude_weak: bool = False
    rgb_bands: tuple[int, ...] = ()

    def check(self, count: int) -> None:
        """Refuse numbers that the file does not have."""
        wrong = [number for number in (*self.excluded, *self.rgb_bands) if not 1 <= number <= count]
        if wrong:
            raise UserError(
                "bands.invalid",
                f"There is no band {wrong[0]}: the image has {count} bands.",
                f"Give band numbers from 1 to {count}.",
            )
        if self.rgb_bands and len(self.rgb_bands) != 3:
            raise UserError(
                "bands.invalid",
                f"{len(self.rgb_bands)} bands were given for red, green and blue.",
                "Give three band numbers, such as 30, 20, 10.",
            )


def parse_band_numbers(text: str | None) -> tuple[int, ...]:
    """Numbers and ranges as people write them: `1-5, 9` is 1, 2, 3, 4, 5, 9."""
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
                f'"{part.strip()}" is not a band number.',
                "Write numbers and ranges with commas between them, such as 1-5, 130-135.",
            ) from error
    return tuple(numbers)


def format_ranges(numbers: list[int]) -> str:
    """`1, 2, 3, 7` as `1–3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
