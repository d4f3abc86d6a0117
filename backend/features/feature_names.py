"""Names of the features, in the order of the feature arrays."""

from __future__ import annotations

from ..backbones.source import BackboneSource
from .context import CONTEXT_WIDTHS, context_composites
from .projections import FittedFeatures
from .settings import FeatureSettings


def feature_names(
    fitted: FittedFeatures, settings: FeatureSettings, source: BackboneSource
) -> list[str]:
    """A name for each feature: diffusion features by scale, context features by width."""
    channels = source.channels if source.denoised_block in settings.blocks else 0
    denoised = [
        f"denoised {name} channel {channel}, timestep {timestep}"
        for timestep in settings.timesteps
        for name in settings.composites
        for channel in range(1, channels + 1)
    ]
    diffusion_names = []
    for scale, projection in fitted.projections.items():
        components = range(1, projection.axes.shape[1] - len(denoised) + 1)
        scale_names = [*denoised, *(f"component {number}" for number in components)]
        diffusion_names += [f"scale {scale}, {name}" for name in scale_names]
    context_names = [
        f"mean over {width} px, {composite.name} channel {channel}"
        for width in CONTEXT_WIDTHS
        for composite in context_composites(fitted.composites)
        for channel in (1, 2, 3)
    ]
    return [*diffusion_names, *context_names]
