"""Which bands of a scene are used."""

from __future__ import annotations

from dataclasses import dataclass

from ..scene.bands import BandSelection, parse_band_numbers
from .declaration import option


@dataclass(frozen=True, kw_only=True)
class BandOptions:
    """Bands that are excluded, and those that show natural colours."""

    bad_bands: tuple[int, ...] = option(
        "Bands to exclude, by number, such as 1-5, 130-135.",
        (),
        metavar="NUMBERS",
        parse=parse_band_numbers,
    )
    drop_weak_bands: bool = option(
        "Also exclude bands in water vapour absorption and bands without signal.", False
    )
    rgb_bands: tuple[int, ...] = option(
        "Bands that show red, green and blue, by number; chosen by wavelength by default.",
        (),
        metavar="NUMBERS",
        parse=parse_band_numbers,
    )

    @property
    def selection(self) -> BandSelection:
        """The bands as a scene takes them."""
        return BandSelection(self.bad_bands, self.drop_weak_bands, self.rgb_bands)
