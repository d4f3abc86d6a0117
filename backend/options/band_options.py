"""Which bands and pixels of a scene are used."""

from __future__ import annotations

from dataclasses import dataclass

from ..common.choices import AUTO
from ..scene.bands import BandSelection, parse_band_numbers
from .declaration import option


@dataclass(frozen=True, kw_only=True)
class BandOptions:
    """Bands and pixels that are excluded, and the bands that show natural colours."""

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

    quality_mask: str = option(
        "Pixels to exclude: auto (clouds, cirrus, haze, shadows, snow and saturation, as the "
        "quality layers of the product flag them), none, or a raster that is not 0 where pixels "
        "are excluded.",
        AUTO,
        metavar="auto|none|FILE",
    )

    @property
    def selection(self) -> BandSelection:
        """The bands as a scene takes them."""
        return BandSelection(self.bad_bands, self.drop_weak_bands, self.rgb_bands)
