"""Supported diffusers models give the activations of their pipelines; others are refused."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from backend.backbones.backbone import Backbone
from backend.backbones.networks.prompts import empty_prompt
from backend.backbones.source import find_backbone
from backend.core.errors import UserError
from tests.fixtures.diffusion import (
    TEXT_WIDTH,
    latent_parts,
    unet,
    write_ddpm,
    write_karras,
    write_latent,
    write_text_encoder,
)

pytestmark = pytest.mark.backend

CPU = torch.device("cpu")
SIZE = 32


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> None:
    """Computes with a single thread, as in the backend."""
    torch.set_num_threads(1)


def random(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed)).clamp(-1, 1)


def opened(folder: Path, last_block: int = 5) -> Backbone:
    return Backbone(find_backbone(str(folder)), last_block, CPU)


def outputs_of_levels(model: Any, run: Callable[[], Any]) -> list[torch.Tensor]:
    """The outputs of the decoder levels of a complete model, executed by `diffusers`."""
    caught: list[torch.Tensor] = []
    hooks = [
        block.register_forward_hook(lambda _m, _i, output: caught.append(output))
        for block in model.up_blocks
    ]
    with torch.inference_mode():
        run()
    for hook in hooks:
        hook.remove()
    return caught


def same(found: list[torch.Tensor], expected: list[torch.Tensor]) -> bool:
    return all(torch.allclose(a, b, atol=1e-5) for a, b in zip(found, expected, strict=True))


def test_ddpm_inputs_and_activations_equal_those_of_diffusers(tmp_path: Path) -> None:
    from diffusers import DDPMScheduler

    backbone = opened(write_ddpm(tmp_path / "ddpm"))
    images, noise = random(2, 3, SIZE, SIZE), random(1, 3, SIZE, SIZE, seed=1)
    noisy = backbone.noisy(backbone.clean(images), 120, noise)
    scheduler = DDPMScheduler(num_train_timesteps=1000, beta_schedule="linear")
    times = torch.tensor([120, 120])
    expected = scheduler.add_noise(images, noise.expand_as(images), times)
    assert torch.allclose(noisy, expected, atol=1e-6)
    model = unet()
    levels = outputs_of_levels(model, lambda: model(expected, 120))
    assert same(backbone.activations(noisy, 120, (1, 3, 5)), levels)


@pytest.mark.parametrize("consistency", [True, False], ids=["consistency", "EDM"])
def test_karras_networks_get_scaled_inputs_and_their_time(
    tmp_path: Path, consistency: bool
) -> None:
    backbone = opened(write_karras(tmp_path / "karras", consistency))
    images, noise = random(2, 3, SIZE, SIZE), random(1, 3, SIZE, SIZE, seed=1)
    # the signal-to-noise ratio of the cosine schedule at this timestep
    start, end = (math.cos((at + 0.008) / 1.008 * math.pi / 2) ** 2 for at in (0, 0.051))
    kept = end / start
    sigma = math.sqrt((1 - kept) / kept)
    expected = (images + sigma * noise) / math.sqrt(sigma**2 + 0.25)
    noisy = backbone.noisy(backbone.clean(images), 50, noise)
    assert torch.allclose(noisy, expected, atol=1e-3)
    time = 0.25 * math.log(sigma) * (1000 if consistency else 1)
    model = unet(**karras_config(tmp_path / "karras"))
    mean = model.class_embedding.weight.mean(dim=0)
    model.class_embedding.weight.data[:] = mean
    labels = torch.zeros(2, dtype=torch.long)
    levels = outputs_of_levels(model, lambda: model(noisy, torch.tensor(time), class_labels=labels))
    found = backbone.activations(noisy, 50, (1, 3, 5))
    assert all(torch.allclose(a, b, atol=2e-3) for a, b in zip(found, levels, strict=True))


def karras_config(folder: Path) -> dict[str, Any]:
    config = json.loads((folder / "unet" / "config.json").read_text())
    return {name: value for name, value in config.items() if not name.startswith("_")}


def test_noise_levels_are_limited_to_those_of_training(tmp_path: Path) -> None:
    folder = write_karras(tmp_path / "karras", consistency=False)
    path = folder / "scheduler" / "scheduler_config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"sigma_min": 0.5}))
    backbone = opened(folder)
    clean, noise = torch.zeros(1, 3, SIZE, SIZE), torch.ones(1, 3, SIZE, SIZE)
    assert float(backbone.noisy(clean, 0, noise).max()) == pytest.approx(0.5 / math.sqrt(0.5))


@pytest.mark.parametrize("prediction", ["epsilon", "sample", "v_prediction"])
@pytest.mark.parametrize("timestep", [0, 300, 900])
def test_the_denoised_image_equals_that_of_the_scheduler(
    tmp_path: Path, prediction: str, timestep: int
) -> None:
    from diffusers import DDPMScheduler

    folder = write_ddpm(tmp_path / "ddpm")
    scheduler = DDPMScheduler(prediction_type=prediction, clip_sample=False)
    scheduler.save_pretrained(folder)
    backbone = opened(folder, last_block=6)
    noisy = random(2, 3, SIZE, SIZE)
    with torch.inference_mode():
        predicted = unet()(noisy, timestep).sample
    expected = scheduler.step(predicted, timestep, noisy).pred_original_sample
    inside, found = backbone.activations(noisy, timestep, (5, 6))
    assert torch.allclose(found, expected, rtol=1e-4, atol=1e-4)
    assert same([inside], [opened(folder).activations(noisy, timestep, (5,))[0]])


@pytest.mark.parametrize("consistency", [True, False], ids=["consistency", "EDM"])
def test_karras_networks_denoise_like_their_schedulers(tmp_path: Path, consistency: bool) -> None:
    from diffusers import CMStochasticIterativeScheduler, EDMEulerScheduler

    backbone = opened(write_karras(tmp_path / "karras", consistency), last_block=6)
    clean, noise = random(2, 3, SIZE, SIZE), random(1, 3, SIZE, SIZE, seed=1)
    noisy = backbone.noisy(clean, 300, noise)
    (model_output,) = backbone._unet.run(noisy, backbone._schedule.time(300), None, (6,))
    (found,) = backbone.activations(noisy, 300, (6,))
    sigma = backbone._schedule.sigma(300)
    taken = clean + sigma * noise
    if consistency:
        skip, out = CMStochasticIterativeScheduler().get_scalings_for_boundary_condition(
            torch.tensor(sigma)
        )
        expected = skip * taken + out * model_output
    else:
        expected = EDMEulerScheduler().precondition_outputs(
            taken, model_output, torch.tensor(sigma)
        )
    assert torch.allclose(found, expected, atol=1e-4)
    assert not torch.allclose(found, model_output, atol=1e-2)


def test_other_prediction_types_are_refused(tmp_path: Path) -> None:
    folder = write_ddpm(tmp_path / "ddpm")
    path = folder / "scheduler_config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"prediction_type": "flow"}))
    with pytest.raises(UserError) as caught:
        opened(folder)
    assert caught.value.code == "backbone.unsupported"
    assert "flow" in caught.value.message


def test_an_image_without_noise_is_only_scaled(tmp_path: Path) -> None:
    backbone = opened(write_ddpm(tmp_path / "ddpm"))
    image, none = random(1, 3, SIZE, SIZE), torch.zeros(1, 3, SIZE, SIZE)
    shown = backbone.noisy(backbone.clean(image), 300, none)
    ratio = shown[image.abs() > 0.1] / image[image.abs() > 0.1]
    assert float(ratio.std()) < 1e-5
    assert 0 < float(ratio.mean()) < 1


def test_stable_diffusion_gets_latents_of_enlarged_windows(tmp_path: Path) -> None:
    folder = write_latent(tmp_path / "sd")
    backbone = opened(folder, last_block=3)
    network, encoder = latent_parts()
    images = random(2, 3, 16, 16)
    shape = backbone.noise_shape(16)
    assert shape == (1, 4, 16, 16)  # a latent for each pixel
    noise = random(*shape, seed=1)
    noisy = backbone.noisy(backbone.clean(images), 60, noise)
    large = torch.nn.functional.interpolate(images, scale_factor=8, mode="bicubic").clamp(-1, 1)
    with torch.inference_mode():
        latents = encoder.encode(large).latent_dist.mode() * encoder.config.scaling_factor
    from diffusers import DDPMScheduler

    scheduler = DDPMScheduler(
        num_train_timesteps=1000, beta_schedule="scaled_linear", beta_start=0.00085, beta_end=0.012
    )
    expected = scheduler.add_noise(latents, noise.expand_as(latents), torch.tensor([60, 60]))
    assert torch.allclose(noisy, expected, atol=1e-5)
    text = empty_prompt(folder / "text_encoder").expand(2, -1, -1)
    levels = outputs_of_levels(network, lambda: network(expected, 60, text))
    assert same(backbone.activations(noisy, 60, (1, 3)), levels)
    assert levels[-1].shape[-2:] == (16, 16)


def test_latents_keep_the_position_of_single_pixels(tmp_path: Path) -> None:
    backbone = opened(write_latent(tmp_path / "sd"), last_block=3)
    plain = torch.zeros(1, 3, 16, 16)
    dotted = plain.clone()
    dotted[:, :, 8, 8] = 1
    change = (backbone.clean(dotted) - backbone.clean(plain)).abs()
    where = change.sum(dim=1)[0]
    assert int(where.argmax()) // 16 in (7, 8, 9)
    assert int(where.argmax()) % 16 in (7, 8, 9)


def test_without_a_text_encoder_the_text_embedding_is_zero(tmp_path: Path) -> None:
    backbone = opened(write_latent(tmp_path / "sd", text=False), last_block=3)
    network, _ = latent_parts()
    noisy = random(1, 4, 16, 16)
    zeros = torch.zeros(1, 1, TEXT_WIDTH)
    levels = outputs_of_levels(network, lambda: network(noisy, 60, zeros))
    assert same(backbone.activations(noisy, 60, (1, 3)), levels)


@pytest.mark.parametrize(
    ("act", "tokens"), [("gelu", [18, 19, 0, 0]), ("quick_gelu", [18, 19, 19])]
)
def test_an_empty_prompt_is_encoded_like_by_pytorch_layers(
    tmp_path: Path, act: str, tokens: list[int]
) -> None:
    reference = write_text_encoder(tmp_path / "text", act)
    for layer in reference.layers:
        layer.activation = (
            torch.nn.functional.gelu if act == "gelu" else lambda x: x * torch.sigmoid(1.702 * x)
        )
    tokens = [*tokens, *[tokens[-1]] * (7 - len(tokens))]
    given = reference.tokens(torch.tensor([tokens])) + reference.places.weight
    mask = torch.nn.Transformer.generate_square_subsequent_mask(7)
    expected = reference(given, mask=mask, is_causal=True)
    assert torch.allclose(empty_prompt(tmp_path / "text"), expected, atol=1e-5)


def test_weight_names_of_early_diffusers_versions_are_read(tmp_path: Path) -> None:
    folder = write_ddpm(tmp_path / "ddpm")
    (path,) = folder.glob("*.safetensors")
    former = {"to_q": "query", "to_k": "key", "to_v": "value", "to_out.0": "proj_attn"}
    weights = load_file(path)
    for now, before in former.items():
        weights = {name.replace(f".{now}.", f".{before}."): v for name, v in weights.items()}
    noisy = random(1, 3, SIZE, SIZE)
    expected = opened(folder).activations(noisy, 10, (5,))
    save_file(weights, path)
    assert same(opened(folder).activations(noisy, 10, (5,)), expected)


def test_half_precision_weights_are_preferred(tmp_path: Path) -> None:
    folder = write_ddpm(tmp_path / "ddpm")
    full = find_backbone(str(folder))
    unet().half().save_pretrained(folder, variant="fp16")
    half = find_backbone(str(folder))
    assert half.digest != full.digest
    for path in folder.glob("*.safetensors"):
        if ".fp16" not in path.name:
            path.unlink()
    assert find_backbone(str(folder)).digest == half.digest


@pytest.mark.parametrize("part", ["unet", "vae", "text_encoder", "scheduler"])
def test_the_digest_depends_on_every_part(tmp_path: Path, part: str) -> None:
    folder = write_latent(tmp_path / "sd")
    before = find_backbone(str(folder)).digest
    assert find_backbone(str(folder)).digest == before
    (config,) = (folder / part).glob("*config.json")
    config.write_text(config.read_text().rstrip("}\n ") + ',\n "note": 1}')
    assert find_backbone(str(folder)).digest != before


def test_default_blocks_of_every_kind_of_backbone(tmp_path: Path) -> None:
    folders = (
        write_ddpm(tmp_path / "ddpm"),
        write_karras(tmp_path / "karras", consistency=True),
        write_latent(tmp_path / "sd"),
    )
    found = [find_backbone(str(folder)).default_blocks() for folder in folders]
    assert found == [(1, 3, 5), (1, 3, 5), (1, 3)]


def configure(path: str, **changes: Any) -> Callable[[Path], Any]:
    def change(folder: Path) -> None:
        config = json.loads((folder / path).read_text())
        (folder / path).write_text(json.dumps(config | changes))

    return change


def drop(pattern: str) -> Callable[[Path], Any]:
    def change(folder: Path) -> None:
        for path in folder.glob(pattern):
            path.unlink()

    return change


def poison(folder: Path) -> None:
    path = folder / "unet" / "diffusion_pytorch_model.safetensors"
    weights = load_file(path)
    weights["conv_in.weight"][0, 0, 0, 0] = float("nan")
    save_file(weights, path)


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (drop("vae/*"), "unsupported", "without an autoencoder"),
        (configure("vae/config.json", _class_name="VQModel"), "unsupported", "VQModel"),
        (configure("unet/config.json", _class_name="Transformer2DModel"), "unsupported", "Transfo"),
        (configure("unet/config.json", addition_embed_type="text"), "unsupported", "addition_emb"),
        (
            configure("unet/config.json", class_embed_type="timestep"),
            "unsupported",
            "a class as well as a text",
        ),
        (
            configure("unet/config.json", up_block_types=["UpBlock2D", "SimpleCrossAttnUpBlock2D"]),
            "unsupported",
            "SimpleCrossAttnUpBlock2D",
        ),
        (
            configure("scheduler/scheduler_config.json", _class_name="X", beta_schedule="none"),
            "damaged",
            "cannot be loaded",
        ),
        (
            lambda folder: (folder / "scheduler" / "scheduler_config.json").write_text(
                '{"_class_name": "FlowMatchEulerDiscreteScheduler", "shift": 3}'
            ),
            "unsupported",
            "FlowMatch",
        ),
        (configure("text_encoder/config.json", hidden_act="relu"), "unsupported", "text encoder"),
        (configure("text_encoder/config.json", num_hidden_layers=9), "damaged", "cannot be loa"),
        (drop("unet/*.safetensors"), "not_found", "no diffusion backbone"),
        (lambda folder: (folder / "movq").mkdir(), "unsupported", "movq"),
        (poison, "damaged", "not finite"),
        (
            lambda folder: (folder / "vae" / "diffusion_pytorch_model.safetensors").write_bytes(
                b"\x10\0\0\0\0\0\0\0{"
            ),
            "damaged",
            "cannot be loaded",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_unsupported_and_damaged_backbones_are_refused_with_a_hint(
    tmp_path: Path, change: Callable[[Path], Any], code: str, words: str
) -> None:
    folder = write_latent(tmp_path / "sd")
    change(folder)
    with pytest.raises(UserError) as caught:
        opened(folder, last_block=3)
    assert caught.value.code == f"backbone.{code}", caught.value.message
    assert words in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({"in_channels": 1}, "expects 1 channels"),
        ({"time_embedding_type": "fourier"}, "time embedding"),
        ({"class_embed_type": "timestep"}, "class condition"),
    ],
    ids=["one channel", "another time embedding", "class condition"],
)
def test_unsupported_pixel_networks_are_refused(
    tmp_path: Path, config: dict[str, Any], words: str
) -> None:
    folder = write_ddpm(tmp_path / "ddpm", **config)
    with pytest.raises(UserError) as caught:
        opened(folder)
    assert caught.value.code == "backbone.unsupported"
    assert words in caught.value.message


def test_invalid_window_sizes_and_timesteps_are_refused(tmp_path: Path) -> None:
    backbone = opened(write_ddpm(tmp_path / "ddpm"))
    with pytest.raises(UserError) as caught:
        backbone.activations(random(1, 3, 30, 30), 10, (5,))
    assert caught.value.code == "backbone.window_size"
    assert "multiple of 4" in caught.value.hint
    with pytest.raises(UserError) as caught:
        backbone.activations(random(1, 3, SIZE, SIZE), 1000, (5,))
    assert caught.value.code == "backbone.no_such_timestep"
