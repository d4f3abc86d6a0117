"""Diffusion features of each pixel of a scene: projected activations of a frozen network.

Composites are cut into windows at several scales, optionally with fixed noise. The activations of
the chosen decoder blocks are projected to a few components, which are fitted once to the scene. The
projection is linear, as are enlargement and blending, so it is applied to the small activations
first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import numpy as np
import torch
from rasterio.windows import Window
from scipy import linalg
from torch.nn import functional

from ..backbones.source import BackboneSource
from ..compute.batches import ShrinkingBatches
from ..compute.device import thread_count
from ..compute.memory import device_free_memory
from ..compute.parallel import run_parallel
from ..compute.subsampling import evenly_spaced
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..scene.composites import Composite
from ..scene.scene_like import SceneLike
from .context import ContextScaling, fit_context_scaling, read_context
from .projections import Projection
from .settings import FeatureSettings
from .tiling import blending_window, enlarge, interpolation
from .window_cache import WindowCache
from .windows import CompositeReader, Pyramid, SceneImage, read_scene_image

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Windows, and pixels of each, to which projections are fitted.
SAMPLE_WINDOWS = 16
SAMPLE_PIXELS = 192
#: Images per batch of a GPU. A CPU is no faster with more than the images of one window, whose
#: values then do not depend on the windows that are computed with it.
GPU_BATCH = 96
#: Bytes of the activations of a window that are kept while projections are fitted to them.
MAX_KEPT_ACTIVATIONS = 4 * 2**20
#: Share of the free memory that all parallel batches together may take.
MEMORY_SHARE = 0.5
#: Difference between the seeds of two draws of noise.
DRAW_SEED_STEP = 1_000_003


class ActivationSource(Protocol):
    """What feature extraction needs of a backbone."""

    source: BackboneSource
    device: torch.device
    denoised_block: int

    def noise_shape(self, size: int) -> tuple[int, int, int, int]:
        """The shape of the noise for windows of a size."""

    def clean(self, windows: torch.Tensor) -> torch.Tensor:
        """The network's input without noise for windows in −1..1."""

    def noisy(self, clean: torch.Tensor, timestep: int, noise: torch.Tensor) -> torch.Tensor:
        """Add the noise of a timestep to the result of `clean`."""

    def activations(
        self, noisy: torch.Tensor, timestep: int, blocks: tuple[int, ...]
    ) -> list[torch.Tensor]:
        """The outputs of the chosen decoder blocks, in the order of `blocks`."""

    def image_bytes(self, size: int) -> int:
        """Approximate memory for processing an image of a size."""


@dataclass(frozen=True)
class _WindowSample:
    """Activations of a window, to which projections are fitted."""

    values: np.ndarray  # (pixels, channels) of some valid pixels
    widths: list[int]  # channels of each block at each timestep, over all composites
    taps: list[torch.Tensor]  # activations of the whole window; empty where they are large


@dataclass
class FeatureExtractor:
    """Computes the features of windows of a scene, once `fit` has been called."""

    backbone: ActivationSource
    composites: Sequence[Composite]
    settings: FeatureSettings
    projections: dict[int, Projection] = field(default_factory=dict)
    context_scaling: ContextScaling | None = None
    _reader: CompositeReader | None = None
    _windows: dict[int, WindowCache] = field(default_factory=dict)

    def __post_init__(self) -> None:
        on_cpu = self.backbone.device.type == "cpu"
        free = int(device_free_memory(self.backbone.device) * MEMORY_SHARE)
        fitting = max(1, free // self.backbone.image_bytes(self.settings.size))
        max_count = min(len(self.composites) if on_cpu else GPU_BATCH, fitting)
        self._batches = ShrinkingBatches(max_count)
        self._windows_at_once = max(1, max_count // len(self.composites))
        at_once = self._windows_at_once * len(self.composites)
        self._workers = min(thread_count(), max(1, fitting // at_once))

    def fit(self, scene: SceneLike, reporter: Reporter) -> None:
        """Fit projections and context scaling to evenly spaced windows of the scene."""
        pyramid = self._pyramid(scene, 1)
        windows = [
            pyramid.visible_window(number)
            for number in _evenly_spaced_windows(pyramid, SAMPLE_WINDOWS)
        ]
        reader = self._reader_of(scene)
        self.context_scaling = fit_context_scaling(reader, windows)
        for index, scale in enumerate(self.settings.scales):
            pyramid = self._pyramid(scene, scale)
            numbers = _evenly_spaced_windows(pyramid, SAMPLE_WINDOWS)
            window_images = []
            for number in numbers:
                image = read_scene_image(reader, pyramid, [number])
                window_images.append(image.window_image(pyramid, number))
            samples = []
            for sample in self._run_parallel(self._sample, window_images):
                samples.append(sample)
                done = len(samples) / len(window_images)
                reporter.advance((index + done) / len(self.settings.scales))
            found = np.concatenate([sample.values for sample in samples])
            kept, widths = self.settings.components, samples[0].widths
            if not np.isfinite(found).all():
                raise UserError(
                    "backbone.damaged",
                    f"The backbone {self.backbone.source.name} gives values that are not finite "
                    "for this scene.",
                    "Its weights are probably damaged: install or download it again.",
                )
            if self.settings.separate_components:
                self.projections[scale] = _separate_components(
                    found, widths, self._is_denoised_channel(widths), kept
                )
            elif self.backbone.denoised_block in self.settings.blocks:
                images = self._is_denoised_channel(widths)
                self.projections[scale] = _denoised_and_components(found, images, kept)
            else:
                self.projections[scale] = _principal_components(found, kept)
            # most windows of a small scene need not be computed again
            for number, sample in zip(numbers, samples, strict=True):
                if sample.taps and len(sample.values):
                    (values,) = self._project(sample.taps, self.projections[scale])
                    self._kept_windows(scale).keep(number, values)

    def extract(self, scene: SceneLike, window: Window, reporter: Reporter) -> np.ndarray:
        """Features (features, height, width) of a block, in half precision."""
        scaling = self.context_scaling
        if scaling is None:
            raise RuntimeError("the extractor is not fitted")
        widths = [self.projections[scale].axes.shape[1] for scale in self.settings.scales]
        # filled part by part, which takes a fraction of the memory of all features at once
        features = np.empty(
            (sum(widths) + len(scaling.mean), window.height, window.width), np.float16
        )
        reader = self._reader_of(scene)
        first = 0
        for index, (scale, width) in enumerate(zip(self.settings.scales, widths, strict=True)):
            step = reporter.part(index / len(widths), (index + 1) / len(widths))
            target = features[first : first + width]
            self._blend(reader, self._pyramid(scene, scale), window, target, step)
            first += width
        channel = 0
        for part in read_context(reader, window):
            channels = slice(channel, channel + len(part))
            features[first + channel : first + channels.stop] = scaling.apply(part, channels)
            channel = channels.stop
        return features

    def _reader_of(self, scene: SceneLike) -> CompositeReader:
        """The reader of the scene that was used last, with the tiles that it keeps."""
        if self._reader is None or self._reader.scene is not scene:
            self._reader = CompositeReader(scene, self.composites)
            self._windows.clear()
        return self._reader

    def _pyramid(self, scene: SceneLike, scale: int) -> Pyramid:
        return Pyramid.of(scene.grid, scale, self.settings.size, self.settings.stride)

    def _sample(self, window_image: tuple[np.ndarray, np.ndarray]) -> _WindowSample:
        """The activations of some valid pixels of a window."""
        values, valid = window_image
        size = (self.settings.size,) * 2
        taps = self._activations(values[None])
        channels = [
            functional.interpolate(tap, size, mode="bilinear").reshape(-1, *size) for tap in taps
        ]
        inside = np.flatnonzero(valid.ravel())
        chosen = torch.from_numpy(inside[evenly_spaced(len(inside), SAMPLE_PIXELS)])
        chosen = chosen.to(self.backbone.device)
        return _WindowSample(
            torch.cat(channels).flatten(1)[:, chosen].T.cpu().numpy(),
            [tap.shape[0] * tap.shape[1] for tap in taps],
            taps if sum(tap.nbytes for tap in taps) <= MAX_KEPT_ACTIVATIONS else [],
        )

    def _is_denoised_channel(self, widths: Sequence[int]) -> np.ndarray:
        """Mask of the channels of denoised images; `widths` are the channels of each tap."""
        taps = [block == self.backbone.denoised_block for block in self.settings.blocks]
        return np.repeat(taps * len(self.settings.timesteps), widths)

    def _activations(self, windows: np.ndarray) -> list[torch.Tensor]:
        """Activations (windows * composites, channels, height, width) by timestep and block."""
        size = self.settings.size
        images = torch.from_numpy(windows).reshape(-1, 3, size, size)
        parts = self._batches.run(self._run_backbone, images)
        return [torch.cat(same) for same in zip(*parts, strict=True)]

    def _run_backbone(self, images: torch.Tensor) -> list[torch.Tensor]:
        """For each timestep and tap the activations, averaged over the draws of noise."""
        settings, backbone = self.settings, self.backbone
        clean = backbone.clean(images.to(backbone.device) * 2 - 1)
        taps = []
        for timestep in settings.timesteps:
            totals: list[torch.Tensor] = []
            for draw in range(max(1, settings.draws)):
                noise = self._noise(timestep, draw)
                noisy = backbone.noisy(clean, timestep, noise.to(backbone.device))
                found = [
                    tap.float() for tap in backbone.activations(noisy, timestep, settings.blocks)
                ]
                totals = [a + b for a, b in zip(totals, found, strict=True)] if totals else found
            taps += [total / settings.draws for total in totals] if settings.draws > 1 else totals
        return taps

    def _noise(self, timestep: int, draw: int) -> torch.Tensor:
        """Noise of a draw: the same for every window and in every run."""
        settings, shape = self.settings, self.backbone.noise_shape(self.settings.size)
        if settings.draws == 0:
            return torch.zeros(shape)
        start = settings.seed * 1000 + timestep + draw * DRAW_SEED_STEP
        return torch.randn(shape, generator=torch.Generator().manual_seed(start))

    def _blend(
        self,
        reader: CompositeReader,
        pyramid: Pyramid,
        window: Window,
        target: np.ndarray,
        reporter: Reporter,
    ) -> None:
        """Fill in projected activations of one scale, averaged over overlapping windows."""
        settings, projection = self.settings, self.projections[pyramid.scale]
        top, bottom, left, right = pyramid.coarse_bounds(window)
        total = np.zeros((projection.axes.shape[1], bottom - top, right - left), np.float32)
        weight = np.full(total.shape[1:], 1e-12, np.float32)
        soft = blending_window(settings.size, settings.size - settings.stride)
        for (row, column), values in self._projected(reader, pyramid, window, reporter):
            first, start = pyramid.rows.start(row), pyramid.columns.start(column)
            y0, y1 = max(first, top), min(first + settings.size, bottom)
            x0, x1 = max(start, left), min(start + settings.size, right)
            inner = (slice(y0 - first, y1 - first), slice(x0 - start, x1 - start))
            outer = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
            total[(slice(None), *outer)] += values[(slice(None), *inner)] * soft[inner]
            weight[outer] += soft[inner]
        total /= weight
        rows = interpolation(
            window.row_off, window.row_off + window.height, pyramid.scale, pyramid.rows.length, top
        )
        columns = interpolation(
            window.col_off,
            window.col_off + window.width,
            pyramid.scale,
            pyramid.columns.length,
            left,
        )
        for channel, coarse in enumerate(total):
            target[channel] = enlarge(coarse[None], rows, columns)[0]

    def _projected(
        self, reader: CompositeReader, pyramid: Pyramid, window: Window, reporter: Reporter
    ) -> Iterator[tuple[tuple[int, int], np.ndarray]]:
        """Number and projected activations of each window with data that a block needs."""
        windows, numbers = self._kept_windows(pyramid.scale), pyramid.covering(window)
        kept = {number: windows.get(number) for number in numbers if number in windows}
        missing = [number for number in numbers if number not in kept]
        filled: list[tuple[int, int]] = []
        computed: Iterator[np.ndarray] = iter(())
        if missing:
            image = read_scene_image(reader, pyramid, missing)
            filled = [number for number in missing if image.window_valid(pyramid, number).any()]
            computed = self._compute(image, pyramid, filled, reporter)
        # in the order of the windows, so that sums do not depend on which of them are kept
        for number in numbers:
            projected = next(computed) if number in filled else kept.get(number)
            windows.keep(number, projected)
            if projected is not None:
                yield number, projected

    def _kept_windows(self, scale: int) -> WindowCache:
        """The windows of a scale that were computed with its present projection."""
        found = self._windows.get(scale)
        if found is None or found.projection is not self.projections[scale]:
            found = self._windows[scale] = WindowCache(self.projections[scale])
        return found

    def _compute(
        self,
        image: SceneImage,
        pyramid: Pyramid,
        numbers: Sequence[tuple[int, int]],
        reporter: Reporter,
    ) -> Iterator[np.ndarray]:
        """Projected activations of windows of an image."""
        projection = self.projections[pyramid.scale]

        def project(group: Sequence[tuple[int, int]]) -> np.ndarray:
            windows = np.stack([image.window_image(pyramid, number)[0] for number in group])
            return self._project(self._activations(windows), projection)

        batch = self._windows_at_once
        groups = [numbers[first : first + batch] for first in range(0, len(numbers), batch)]
        for done, values in enumerate(self._run_parallel(project, groups), 1):
            reporter.advance(done / len(groups))
            yield from values

    def _run_parallel(
        self, compute: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[Result]:
        """Map items in as many threads as there are cores and memory for.

        Each item is computed by a single thread, so results do not depend on the number of threads.
        """

        def compute_single_threaded(item: Item) -> Result:
            torch.set_num_threads(1)
            return compute(item)

        if self.backbone.device.type != "cpu":
            yield from map(compute, items)
            return
        yield from run_parallel(compute_single_threaded, items, self._workers)

    def _project(self, taps: Sequence[torch.Tensor], projection: Projection) -> np.ndarray:
        """Project the activations of windows by block, then enlarge and add them up."""
        device, size = self.backbone.device, self.settings.size
        axes = torch.from_numpy(projection.axes).to(device)
        start = 0
        total: torch.Tensor | None = None
        count = len(self.composites)
        if count * sum(tap.shape[1] for tap in taps) != len(axes):
            raise UserError(
                "model.damaged",
                "The feature projections of the model do not fit the backbone's blocks.",
                "Copy the model file again from its source, or train the model again.",
            )
        for tap in taps:
            grouped = tap.reshape(len(tap) // count, count * tap.shape[1], *tap.shape[2:])
            part = axes[start : start + grouped.shape[1]]
            start += grouped.shape[1]
            small = torch.einsum("nchw,cp->nphw", grouped, part)
            large = functional.interpolate(small, (size, size), mode="bilinear")
            total = large if total is None else total + large
        if total is None:
            raise RuntimeError("no blocks of the backbone are read")
        bias = torch.from_numpy(projection.mean @ projection.axes).to(device)
        projected: np.ndarray = (total - bias[:, None, None]).cpu().numpy()
        return projected


def _evenly_spaced_windows(pyramid: Pyramid, max_count: int) -> list[tuple[int, int]]:
    """Numbers of evenly spaced windows of the lattice."""
    all_windows = [(r, c) for r in range(pyramid.rows.count) for c in range(pyramid.columns.count)]
    return [all_windows[index] for index in evenly_spaced(len(all_windows), max_count)]


def _denoised_and_components(
    samples: np.ndarray, is_denoised: np.ndarray, components: int
) -> Projection:
    """The standardised channels of denoised images, and components of all other channels."""
    images, others = np.flatnonzero(is_denoised), np.flatnonzero(~is_denoised)
    found = [(images, _standardised(samples[:, images]))]
    if len(others):
        found.append((others, _principal_components(samples[:, others], components)))
    width = sum(part.axes.shape[1] for _, part in found)
    joined = Projection(
        np.zeros(samples.shape[1], np.float32), np.zeros((samples.shape[1], width), np.float32)
    )
    first = 0
    for channels, part in found:
        last = first + part.axes.shape[1]
        joined.mean[channels] = part.mean
        joined.axes[channels, first:last] = part.axes
        first = last
    return joined


def _standardised(samples: np.ndarray) -> Projection:
    """A projection that standardises every channel."""
    mean, deviation = _moments(samples.astype(np.float64))
    return Projection(mean.astype(np.float32), np.diag(1 / deviation).astype(np.float32))


def _moments(samples: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and deviation of each channel; the deviation has a lower limit."""
    deviation = samples.std(axis=0)
    return samples.mean(axis=0), np.maximum(deviation, 1e-3 * deviation.max() + 1e-12)


def _principal_components(samples: np.ndarray, components: int) -> Projection:
    """Principal components of standardised channels, with variances half way to equal."""
    samples = samples.astype(np.float64)
    mean, deviation = _moments(samples)
    standardised = (samples - mean) / deviation
    covariance = standardised.T @ standardised / len(samples)
    kept = min(components, len(covariance))
    last = len(covariance) - 1
    values, vectors = linalg.eigh(covariance, subset_by_index=(last - kept + 1, last))
    axes = vectors[:, ::-1]
    largest = np.abs(axes).argmax(axis=0)
    axes = axes * np.sign(axes[largest, np.arange(kept)])
    values = np.maximum(values[::-1], 1e-6 * max(values[-1], 1e-12))
    # unit variance for the first; a component with a tenth of its deviation gets a third
    axes = axes / (deviation[:, None] * (values[0] * values) ** 0.25)
    return Projection(mean.astype(np.float32), axes.astype(np.float32))


def _separate_components(
    samples: np.ndarray, widths: Sequence[int], is_denoised: np.ndarray, components: int
) -> Projection:
    """Components of each block at each timestep, as if it were the only one.

    Blocks with fewer channels than components are padded with zeros.
    """
    last = np.cumsum(widths)
    found = [
        _standardised(tap)
        if is_denoised[end - 1] and tap.shape[1] <= components
        else _principal_components(tap, components)
        for tap, end in zip(np.split(samples, last[:-1], axis=1), last, strict=True)
    ]
    axes = [np.pad(one.axes, ((0, 0), (0, components - one.axes.shape[1]))) for one in found]
    mean = np.concatenate([one.mean for one in found])
    return Projection(mean, linalg.block_diag(*axes).astype(np.float32))
