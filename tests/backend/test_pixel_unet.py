"""The network in plain torch computes what `diffusers` computes from the same configuration."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch

from backend.backbones.backbone import Backbone
from backend.backbones.networks.pixel_unet import PixelUnet, is_pixel_unet
from backend.backbones.networks.schedules import COSINE, DiscreteSchedule, read_schedule
from backend.backbones.networks.weights import build_network
from backend.backbones.source import BUNDLED, BUNDLED_FOLDER, find_backbone

pytestmark = pytest.mark.backend

CONFIG: dict[str, Any] = json.loads((BUNDLED_FOLDER / "config.json").read_text())
SMALL: dict[str, Any] = {
    "_class_name": "UNet2DModel",
    "in_channels": 3,
    "out_channels": 6,
    "layers_per_block": 1,
    "block_out_channels": [8, 12],
    "norm_num_groups": 4,
    "norm_eps": 1e-6,
    "attention_head_dim": 5,
    "down_block_types": ["AttnDownBlock2D", "DownBlock2D"],
    "up_block_types": ["UpBlock2D", "AttnUpBlock2D"],
}


@pytest.fixture(autouse=True)
def one_thread() -> None:
    """Computes with a single thread, as in the backend."""
    torch.set_num_threads(1)


def inputs(dtype: torch.dtype, side: int) -> tuple[torch.Tensor, torch.Tensor]:
    images = torch.randn((2, 3, side, side), generator=torch.Generator().manual_seed(0)).to(dtype)
    return images.contiguous(memory_format=torch.channels_last), torch.tensor([50.0, 300.0])


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16], ids=str)
def test_the_bundled_network_gives_the_same_bits(dtype: torch.dtype) -> None:
    from diffusers import UNet2DModel

    own, reference = (
        build_network(kind, BUNDLED_FOLDER, lambda model: None, dtype).to(
            memory_format=torch.channels_last
        )
        for kind in (PixelUnet, UNet2DModel)
    )
    with torch.inference_mode():
        images, times = inputs(dtype, 64)
        assert torch.equal(own(images, times), reference(images, times).sample)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"layers_per_block": 3, "norm_num_groups": 2},
        {"down_block_types": ["DownBlock2D"] * 2, "up_block_types": ["AttnUpBlock2D"] * 2},
        {
            "block_out_channels": [8, 8, 16],
            "down_block_types": ["DownBlock2D", "AttnDownBlock2D", "DownBlock2D"],
            "up_block_types": ["UpBlock2D", "AttnUpBlock2D", "UpBlock2D"],
        },
        {"block_out_channels": [8], "down_block_types": ["DownBlock2D"], "up_block_types":
            ["UpBlock2D"]},
    ],
)  # fmt: skip
def test_other_networks_of_the_same_layers_do_too(changed: dict[str, Any]) -> None:
    from diffusers import UNet2DModel

    config = SMALL | changed
    assert is_pixel_unet(config)
    torch.manual_seed(0)
    reference = UNet2DModel.from_config(config).eval()
    own = PixelUnet.from_config(config).eval()
    own.load_state_dict(reference.state_dict())
    with torch.inference_mode():
        images, times = inputs(torch.float32, 16)
        assert torch.equal(own(images, times), reference(images, times).sample)


def test_settings_without_which_the_results_would_differ_are_defaults_of_diffusers() -> None:
    from diffusers import UNet2DModel

    complete = dict(UNet2DModel.from_config(SMALL).config)
    complete = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in complete.items()
        if not name.startswith("_")
    }
    assert is_pixel_unet({"_class_name": "UNet2DModel"} | complete)


@pytest.mark.parametrize(
    "changed",
    [
        {"_class_name": "UNet2DConditionModel"},
        {"act_fn": "gelu"},
        {"attention_head_dim": None},
        {"attention_head_dim": 0},
        {"attention_head_dim": True},
        {"attention_head_dim": 9},
        {"num_class_embeds": 10},
        {"resnet_time_scale_shift": "scale_shift"},
        {"mid_block_type": None},
        {"add_attention": False},
        {"up_block_types": ["UpBlock2D", "ResnetUpsampleBlock2D"]},
        {"down_block_types": ["DownBlock2D", ["DownBlock2D"]]},
        {"down_block_types": ["DownBlock2D"]},
        {"block_out_channels": [7, 12]},
        {"block_out_channels": [8, -12]},
        {"block_out_channels": 8},
        {"layers_per_block": [1, 2]},
        {"norm_num_groups": None},
        {"norm_eps": "small"},
        {"a_setting_of_the_future": 1},
    ],
)
def test_other_configurations_are_left_to_diffusers(changed: dict[str, Any]) -> None:
    assert not is_pixel_unet(SMALL | changed)


@pytest.mark.parametrize("name", [name for name in SMALL if name != "_class_name"])
def test_incomplete_configurations_are_left_to_diffusers(name: str) -> None:
    assert not is_pixel_unet({key: value for key, value in SMALL.items() if key != name})


@pytest.mark.parametrize("steps", [1, 10, 1000])
def test_the_cosine_schedule_is_that_of_diffusers(tmp_path: Path, steps: int) -> None:
    from diffusers import DDPMScheduler

    path = tmp_path / "scheduler_config.json"
    path.write_text(json.dumps(COSINE | {"num_train_timesteps": steps}))
    expected = DDPMScheduler(num_train_timesteps=steps, beta_schedule="squaredcos_cap_v2")
    found = read_schedule(path)
    assert isinstance(found, DiscreteSchedule)
    assert torch.equal(found.alpha_bar, expected.alphas_cumprod.double())


def test_the_bundled_backbone_is_truncated_as_before() -> None:
    """Outputs of a network that ends early equal those of the whole one."""
    images, _ = inputs(torch.float32, 32)
    device = torch.device("cpu")
    source = find_backbone(BUNDLED)
    blocks = (0, 2, 4, 11)
    whole = Backbone(source, 12, device).activations(images, 300, (*blocks, 12))
    for block, expected in zip(blocks, whole, strict=False):
        (found,) = Backbone(source, block, device).activations(images, 300, (block,))
        assert torch.equal(found, expected)
