"""Finds frozen diffusion networks: bundled, downloaded, converted, or in a folder.

Nothing here loads torch: a job whose features are cached needs the network's digest only.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..common.choices import BUNDLED_BACKBONE
from ..core.errors import UserError, first_line
from ..core.reporter import Reporter
from ..files.regular_files import require_regular
from ..files.resources import resource_folder
from .catalogue import ADM, CHECKPOINTS, Checkpoint, find_adm
from .networks.layout import CONFIG, Layout, read_json

BUNDLED_FOLDER = resource_folder("backbone")
BUNDLED = BUNDLED_BACKBONE
_NO_REPORTS = Reporter(lambda event: None)


@dataclass(frozen=True)
class BackboneSource:
    """A `diffusers` folder, and the digest of its content."""

    name: str
    folder: Path
    digest: str

    @property
    def layout(self) -> Layout:
        """The files of the backbone's parts."""
        found = Layout.of(self.folder)
        if found is None:
            raise _not_found(self.folder)
        return found

    def default_blocks(self) -> tuple[int, ...]:
        """The default decoder blocks: the last ones of the three finest resolutions."""
        config, levels, per_level = self._decoder_config()
        ends = [per_level * (level + 1) - 1 for level in range(max(0, levels - 3), levels)]
        # without the finest one for ADM, as in the paper; later layers need not be loaded
        return tuple(ends[:-1] if config.get("num_class_embeds") and levels > 3 else ends)

    @property
    def denoised_block(self) -> int:
        """The number after the last block, which stands for the denoised image."""
        _, levels, per_level = self._decoder_config()
        return levels * per_level

    @property
    def coarsest_block(self) -> int:
        """The number of the last block of the decoder's coarsest resolution."""
        return self._decoder_config()[2] - 1

    @property
    def channels(self) -> int:
        """The number of channels of the denoised image: three, or those of latents."""
        config, _, _ = self._decoder_config()
        return int(config.get("in_channels", 3))

    def _decoder_config(self) -> tuple[dict[str, Any], int, int]:
        """The network's configuration, the levels of its decoder, and the blocks of a level."""
        try:
            config = read_json(self.layout.unet / CONFIG)
            return config, len(config["up_block_types"]), config["layers_per_block"] + 1
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise damaged_backbone(self.folder, error) from error


def find_backbone(name: str, reporter: Reporter = _NO_REPORTS) -> BackboneSource:
    """Find a backbone by name; it is downloaded or converted where necessary.

    A name is `bundled`, `adm-imagenet64`, the path of ADM's checkpoint, a folder in `diffusers`
    format, or a model of the Hugging Face hub with its commit, `owner/name@commit`.
    """
    path = Path(name)
    if path.suffix.lower() in CHECKPOINTS:
        require_regular(path)
    if name == BUNDLED:
        folder = BUNDLED_FOLDER
    elif name == ADM:
        folder = find_adm(reporter)
    elif path.suffix.lower() in CHECKPOINTS and not path.is_dir():
        folder = find_adm(reporter, Checkpoint(name))
    else:
        folder = path if path.exists() else _find_on_hub(name, reporter) or path
    layout = Layout.of(folder)
    if layout is None:
        raise _not_found(folder)
    return BackboneSource(name, folder, layout.digest())


def _find_on_hub(name: str, reporter: Reporter) -> Path | None:
    """The folder of a model of the hub; None for a name that is none."""
    # imported here, since the library for downloads takes time that other jobs can do without
    from .hub import HubModel, find_hub_model

    model = HubModel.of(name)
    return find_hub_model(model, reporter) if model else None


def damaged_backbone(folder: Path, error: Exception) -> UserError:
    """The error for a backbone that cannot be loaded."""
    if isinstance(error, RuntimeError):  # torch lists every tensor
        reason = "its weights do not fit its configuration"
    else:
        reason = first_line(error).removeprefix("Error ")
    return UserError(
        "backbone.damaged",
        f"The backbone in {folder} cannot be loaded ({reason}).",
        "Its files are damaged or incomplete: install or download it again.",
    )


def _not_found(folder: Path) -> UserError:
    return UserError(
        "backbone.not_found",
        f"There is no diffusion backbone at {folder}.",
        f"Choose {BUNDLED}, {ADM}, a folder in diffusers format that holds config.json and "
        "safetensors weights, or a model of the Hugging Face hub as owner/name@commit.",
    )
