"""Names of the features in the order in which a pixel has them."""

from __future__ import annotations

from .learnt import LearntFeatures
from .surroundings import WIDTHS, chosen_composites


def feature_names(learnt: LearntFeatures) -> list[str]:
    """One name a feature: of the network's by scale, of the surroundings by width and picture."""
    seen = [
        f"scale {scale}, component {number}"
        for scale, projection in learnt.projections.items()
        for number in range(1, projection.axes.shape[1] + 1)
    ]
    around = [
        f"mean over {width} px, {composite.name} channel {channel}"
        for width in WIDTHS
        for composite in chosen_composites(learnt.composites)
        for channel in (1, 2, 3)
    ]
    return [*seen, *around]
