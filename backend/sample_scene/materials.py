"""The surface materials of the sample scene: spectra that depend on two variables.

A material is a table of spectra over two variables a and b in 0..1 (such as leaf area and
moisture), so that a cell of the landscape is described by a material and two numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from .cover import Cover
from .ingredients import (
    Spectrum,
    bump,
    canopy,
    hydrocarbons,
    leaf_albedo,
    mineral_soil,
    step,
    water_body,
)

#: Values of each variable for which spectra are tabulated.
LEVELS = 24
#: Values of a variable.
Axis = float | NDArray[np.float64]


class Material(IntEnum):
    """Index of a material in the spectral library."""

    WHEAT = 0
    BARLEY = 1
    MAIZE = 2
    BEET = 3
    MEADOW = 4
    PASTURE = 5
    BROADLEAF = 6
    CONIFER = 7
    LOAM = 8
    RED_SOIL = 9
    STUBBLE = 10
    ASPHALT = 11
    GRAVEL = 12
    CONCRETE = 13
    TILE = 14
    SLATE = 15
    METAL = 16
    RIVER = 17

    @property
    def cover(self) -> Cover:
        """The class of the material in full light."""
        return _COVER[self]


def _loam(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Ploughed loam; a: from moist to dry, b: from humus-rich to pale."""
    return mineral_soil(wl, 0.25 + 0.21 * b, 0.50 + 0.22 * b, 0.5, 0.9 * (1 - a))


def _red_soil(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Clay-rich reddish soil; a: from moist to dry, b: iron content."""
    return mineral_soil(wl, 0.44 + 0.08 * a, 0.65 + 0.6 * b, 0.7, 0.7 * (1 - a))


def _straw(wl: Spectrum) -> Spectrum:
    return canopy(leaf_albedo(wl, 2.0, 0.001, 0.012, 0.9), 3.0, mineral_soil(wl, 0.35, 0.5, 0.5))


def _stubble(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Fallow with last year's residue; a: straw cover, b: from moist to dry."""
    straw = 0.55 * a
    return straw * _straw(wl) + (1 - straw) * _loam(wl, b, 0.3 + 0.5 * b)


def _wheat(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Green cereal with its bluish bloom of wax; a: leaf area, b: nitrogen supply."""
    leaf = leaf_albedo(wl, 26 + 26 * b, 0.009 + 0.005 * b, 0.008, 0.12 * (1 - b))
    wax = 0.010 * (600 / wl) ** 0.5
    return wax + 0.92 * canopy(leaf, 0.9 + 4.0 * a, _loam(wl, 0.5, 0.5))


def _barley(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Ripening cereal; a: leaf area, b: ripeness."""
    leaf = leaf_albedo(wl, 30 * (1 - b) ** 3 + 1, 0.011 - 0.009 * b, 0.010, 0.2 + 0.8 * b)
    return 0.74 * canopy(leaf, 1.6 + 2.4 * a, _loam(wl, 0.7, 0.5))


def _maize(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Young maize in rows; a: leaf area, b: dryness of the soil between."""
    leaf = leaf_albedo(wl, 44.0, 0.013, 0.005)
    share = 0.22 + 0.70 * a
    return share * canopy(leaf, 1.2 + 1.8 * a, _loam(wl, b, 0.5)) + (1 - share) * _loam(wl, b, 0.5)


def _beet(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Root crop with broad leaves; a: leaf area, b: leaf water."""
    leaf = leaf_albedo(wl, 32.0 + 12 * b, 0.012 + 0.014 * b, 0.005)
    return canopy(leaf, 0.7 + 4.0 * a, _loam(wl, 0.45, 0.4), extinction=0.85)


def _meadow(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Mown or grazed grass; a: leaf area, b: share of dry stalks."""
    leaf = leaf_albedo(wl, 46 - 14 * b, 0.012 - 0.003 * b, 0.008, 0.04 + 0.18 * b)
    dry = 0.3 * b
    return (1 - dry) * 0.93 * canopy(leaf, 0.9 + 3.6 * a, _loam(wl, 0.5, 0.45)) + dry * _straw(wl)


def _pasture(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Rough unmown grass and banks; a: leaf area, b: ripeness of the stalks."""
    leaf = leaf_albedo(wl, 40 * (1 - 0.75 * b) + 3, 0.011 - 0.007 * b, 0.011, 0.1 + 0.5 * b)
    return 0.85 * canopy(leaf, 1.2 + 2.6 * a, 0.6 * _straw(wl) + 0.4 * _loam(wl, 0.5, 0.4))


def _broadleaf(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Crowns of oak, ash and willow; a: leaf area, b: from pale to dark green leaves."""
    leaf = leaf_albedo(wl, 34 + 30 * b, 0.010 + 0.004 * b, 0.009, 0.05)
    return 0.85 * canopy(leaf, 2.0 + 3.5 * a, 0.05 + 0.1 * step(wl, 720, 40))


def _conifer(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Crowns of spruce and pine; a: needle area, b: age."""
    needle = leaf_albedo(wl, 50 + 20 * b, 0.016, 0.018, 0.05 + 0.1 * b)
    return 0.66 * canopy(needle, 1.8 + 3.0 * a, 0.04 + 0.05 * step(wl, 720, 40))


def _moss(wl: Spectrum) -> Spectrum:
    return canopy(leaf_albedo(wl, 22.0, 0.006, 0.012, 0.3), 1.2, 0.12 + 0 * wl)


def _asphalt(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Road surface; a: age, which bares the stones, b: dust from the verge."""
    binder = (0.06 + 0.06 * a) * (0.55 + 0.42 * step(wl, 520, 60) + 0.4 * step(wl, 1200, 450))
    stones = mineral_soil(wl, 0.33, 0.45, 0.2, 0, 0.5)
    bitumen = np.exp(-(0.12 - 0.10 * a) * hydrocarbons(wl))
    dust = 0.22 * b
    worn = 0.32 * a
    return (1 - dust) * ((1 - worn) * binder * bitumen + worn * stones) + dust * _loam(wl, 0.9, 0.7)


def _gravel(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Farm track; a: from earth to limestone gravel, b: grass growing in the middle."""
    stones = mineral_soil(wl, 0.44, 0.28, 0.3, 0.05, 0.9)
    bare = a * stones + (1 - a) * _loam(wl, 0.85, 0.75)
    return (1 - 0.25 * b) * bare + 0.25 * b * _pasture(wl, 0.3, 0.6)


def _concrete(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Paved yards; a: from stained to clean, b: dust."""
    paste = mineral_soil(wl, 0.23 + 0.14 * a, 0.26, 0.2, 0.05, 0.9)
    return (1 - 0.2 * b) * paste + 0.2 * b * _loam(wl, 0.9, 0.6)


def _tile(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Fired clay tiles; a: from weathered to new, b: lichen and moss."""
    clay = mineral_soil(wl, 0.40 + 0.08 * a, 0.95 + 0.55 * a, 0.3, 0.04)
    return (1 - 0.3 * b) * clay + 0.3 * b * _moss(wl)


def _slate(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Slate, dark concrete tiles and roofing felt; a: weathering, b: moss."""
    stone = (0.06 + 0.09 * a) * (0.60 + 0.30 * step(wl, 520, 60) + 0.35 * step(wl, 1050, 420))
    stone = stone * (1 - 0.05 * bump(wl, 2250, 30) - (0.10 - 0.08 * a) * hydrocarbons(wl))
    return (1 - 0.18 * b) * stone + 0.18 * b * _moss(wl)


def _metal(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """Coated and zinc sheet; a: from dull to bright, b: rust and dirt."""
    sheet = (0.20 + 0.28 * a) * (0.92 + 0.10 * step(wl, 700, 300)) * (1 - 0.06 * bump(wl, 1020, 90))
    sheet = sheet * np.exp(-0.35 * step(wl, 1900, 250))
    return (1 - 0.45 * b) * sheet + 0.45 * b * mineral_soil(wl, 0.32, 0.7, 0.2)


def _river(wl: Spectrum, a: Axis, b: Axis) -> Spectrum:
    """The river; a: sediment, b: depth."""
    return water_body(wl, 2 + 16 * a, 0.25 + 2.4 * b) + 0.004


_RECIPES: dict[Material, tuple[Cover, Callable[[Spectrum, Axis, Axis], Spectrum]]] = {
    Material.WHEAT: (Cover.FIELD, _wheat),
    Material.BARLEY: (Cover.FIELD, _barley),
    Material.MAIZE: (Cover.FIELD, _maize),
    Material.BEET: (Cover.FIELD, _beet),
    Material.MEADOW: (Cover.GRASS, _meadow),
    Material.PASTURE: (Cover.GRASS, _pasture),
    Material.BROADLEAF: (Cover.TREE, _broadleaf),
    Material.CONIFER: (Cover.TREE, _conifer),
    Material.LOAM: (Cover.SOIL, _loam),
    Material.RED_SOIL: (Cover.SOIL, _red_soil),
    Material.STUBBLE: (Cover.SOIL, _stubble),
    Material.ASPHALT: (Cover.ROAD, _asphalt),
    Material.GRAVEL: (Cover.ROAD, _gravel),
    Material.CONCRETE: (Cover.ROAD, _concrete),
    Material.TILE: (Cover.ROOF, _tile),
    Material.SLATE: (Cover.ROOF, _slate),
    Material.METAL: (Cover.ROOF, _metal),
    Material.RIVER: (Cover.WATER, _river),
}
_COVER = {material: cover for material, (cover, _) in _RECIPES.items()}


def library(wavelength: Spectrum) -> NDArray[np.float32]:
    """All spectra, shape (materials, levels of a, levels of b, bands)."""
    levels = np.linspace(0, 1, LEVELS)
    a, b = levels[:, None, None], levels[None, :, None]
    tables = [
        np.broadcast_to(_RECIPES[material][1](wavelength, a, b), (LEVELS, LEVELS, wavelength.size))
        for material in Material
    ]
    return np.stack(tables).astype(np.float32)
