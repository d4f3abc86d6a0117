"""Names of the features in the order in which a pixel has them."""

from __future__ import annotations

from ..backbones.backbone import BackboneSource
from .context import WIDTHS, chosen_composites
from .extraction import FeatureSettings
from .projections import LearntFeatures


def feature_names(
    learnt: LearntFeatures, settings: FeatureSettings, source: BackboneSource
) -> list[str]:
    """One name a feature: of the network's by scale, of the surroundings by width and picture."""
    channels = source.channels if source.answer in settings.blocks else 0
    denoised = [
        f"denoised {name} channel {channel}, timestep {timestep}"
        for timestep in settings.timesteps
        for name in settings.composites
        for channel in range(1, channels + 1)
    ]
    seen = []
    for scale, projection in learnt.projections.items():
        components = range(1, projection.axes.shape[1] - len(denoised) + 1)
        told = [*denoised, *(f"component {number}" for number in components)]
        seen += [f"scale {scale}, {name}" for name in told]
    around = [
        f"mean over {width} px, {composite.name} channel {channel}"
        for width in WIDTHS
        for composite in chosen_composites(learnt.composites)
        for channel in (1, 2, 3)
    ]
    return [*seen, *around]
