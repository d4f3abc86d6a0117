"""Training of the bundled backbone: checkpoints, losses and training windows."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from backend.backbones.backbone import Backbone
from backend.backbones.source import find_backbone
from backend.pretraining import windows as drawing
from backend.pretraining.__main__ import pretrain
from backend.pretraining.images import HELD_OUT_EVERY, load_images
from backend.pretraining.leaves import dead_leaves
from backend.pretraining.recipe import PREDICTIONS, Recipe
from backend.pretraining.recolouring import draw_recolouring
from backend.pretraining.trainer import CHECKPOINT, Trainer
from backend.pretraining.windows import Windows, WindowSettings, WindowSource

pytestmark = pytest.mark.backend

SMALL = {"widths": (16, 32, 32), "layers": 1, "window": 16, "batch": 2, "warm_up": 2}


@pytest.fixture(autouse=True)
def _few_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "COUNT", 3)


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three images of 40 pixels and one that is too small."""
    folder = tmp_path_factory.mktemp("images")
    rng = np.random.default_rng(0)
    for name, side in (("air_1", 40), ("air_2", 40), ("space_1", 40), ("tiny", 12)):
        values = rng.integers(0, 255, (side // 4, side // 4, 3), np.uint8).repeat(4, 0).repeat(4, 1)
        Image.fromarray(values).save(folder / f"{name}.png")
    (folder / "README.md").write_text("not an image")
    return folder


def recipe(images: Path, folder: Path, **more: object) -> Recipe:
    """A few steps of a tiny network."""
    given = SMALL | {"steps": 6, "checkpoint_every": 50, "leaves": 0.0} | more
    return Recipe(images=(images,), work=folder / "work", output=folder / "model", **given)  # type: ignore[arg-type]


def weights(folder: Path) -> dict[str, torch.Tensor]:
    """The exported network."""
    (path,) = (folder / "model").glob("*.fp16.safetensors")
    return load_file(path)


@pytest.mark.slow
@pytest.mark.parametrize("prediction", PREDICTIONS)
def test_resumed_training_equals_uninterrupted_training(
    images: Path, tmp_path: Path, prediction: str
) -> None:
    more = {"prediction": prediction, "loss": "sample", "leaves": 0.5, "flat": 0.5}
    whole = recipe(images, tmp_path / "whole", **more, components=0.5, decay_share=0.0)
    pretrain(whole)
    parts = replace(whole, work=tmp_path / "parts/work", output=tmp_path / "parts/model")
    pretrain(replace(parts, minutes=0.0))  # one step, then the time limit is reached
    pretrain(replace(parts, steps=4))
    pretrain(parts)
    found, expected = weights(tmp_path / "parts"), weights(tmp_path / "whole")
    assert all(torch.equal(found[name], expected[name]) for name in expected)
    with (parts.work / "loss.csv").open() as file:
        assert [int(row[0]) for row in csv.reader(file)] == [1, 4, 6]
    backbone = Backbone(find_backbone(str(parts.output)), 6, torch.device("cpu"))
    clean = torch.zeros(1, 3, 16, 16)
    (image,) = backbone.activations(clean, 300, (backbone.denoised_block,))
    assert image.shape == clean.shape
    described = json.loads((parts.output / "scheduler_config.json").read_text())
    assert described["prediction_type"] == prediction


def test_a_checkpoint_of_another_network_is_refused(images: Path, tmp_path: Path) -> None:
    first = recipe(images, tmp_path, steps=1)
    pretrain(first)
    pretrain(replace(first, steps=0))  # no steps are left
    before = {path.name: path.read_bytes() for path in first.work.iterdir()}
    assert CHECKPOINT in before
    for change in ({"widths": (16, 32, 64)}, {"prediction": "sample"}):
        with pytest.raises(ValueError, match="differs from the recipe"):
            pretrain(replace(first, **change))  # type: ignore[arg-type]
    assert {path.name: path.read_bytes() for path in first.work.iterdir()} == before


def test_training_starts_from_given_weights(images: Path, tmp_path: Path) -> None:
    pretrain(recipe(images, tmp_path / "first", steps=2))
    start = tmp_path / "first" / "model"
    further = recipe(images, tmp_path / "second", start=start, rate=0.0)
    trainer = Trainer(further)
    given = weights(tmp_path / "first")
    assert all(torch.equal(value.half(), given[name]) for name, value in trainer.average.items())


@pytest.mark.parametrize("loss", PREDICTIONS)
@pytest.mark.parametrize("prediction", PREDICTIONS)
def test_a_loss_is_the_error_of_its_quantity(
    images: Path, tmp_path: Path, prediction: str, loss: str
) -> None:
    trainer = Trainer(recipe(images, tmp_path, prediction=prediction, loss=loss))
    clean = torch.rand(4, 3, 16, 16) * 2 - 1
    windows = Windows(clean, clean, torch.zeros(4, dtype=torch.bool))
    times = torch.tensor([50, 200, 400, 700])
    noise = torch.randn(clean.shape, generator=torch.Generator().manual_seed(5))
    noised = trainer._add_noise(
        windows, times, torch.Generator().manual_seed(5), reduce_noise=False
    )
    denoised_block = torch.randn(clean.shape)
    trainer.model.forward = lambda *_: type("Found", (), {"sample": denoised_block})()  # type: ignore[method-assign]
    found = trainer._loss(trainer.model, noised, clean)
    kept = trainer.schedule.alphas_cumprod[times][:, None, None, None]
    signal, scale = kept.sqrt(), (1 - kept).sqrt()
    noisy = signal * clean + scale * noise
    image = {
        "sample": denoised_block,
        "epsilon": (noisy - scale * denoised_block) / signal,
        "v_prediction": signal * noisy - scale * denoised_block,
    }[prediction]
    error = {
        "sample": image - clean,
        "epsilon": (noisy - signal * image) / scale - noise,
        "v_prediction": (signal * noisy - image) / scale - (signal * noise - scale * clean),
    }[loss]
    assert torch.allclose(found, error.pow(2).mean(dim=(1, 2, 3)), rtol=1e-3)


def test_timesteps_are_within_their_range(images: Path, tmp_path: Path) -> None:
    trainer = Trainer(recipe(images, tmp_path, timesteps=(50, 550), skew=1.0))
    times = trainer._times(5000, torch.Generator().manual_seed(0))
    assert (int(times.min()), int(times.max())) == (50, 550)
    assert abs(float(times.float().mean()) - 300) < 10


def test_images_are_chosen_by_name_and_size_and_some_are_held_out(images: Path) -> None:
    found = load_images([images], 16, ("air_*", "tiny*"))
    assert (len(found.training), len(found.held_out)) == (1, 1)
    found = load_images([images] * 20, 16)
    assert len(found.held_out) == 60 // HELD_OUT_EVERY
    assert len(found.training) + len(found.held_out) == 60
    with pytest.raises(FileNotFoundError):
        load_images([images], 16, ("sea_*",))


def test_windows_are_reproducible_and_differ_by_step(images: Path) -> None:
    settings = WindowSettings(16, leaves=0.5, flat=0.5, components=0.5)
    images = load_images([images], 16).training
    first, second = (WindowSource(images, settings, seed=3) for _ in range(2))
    batch = first.batch(7, 8)
    again = second.batch(7, 8)
    assert torch.equal(batch.inputs, again.inputs)
    assert torch.equal(batch.targets, again.targets)
    assert not torch.equal(batch.inputs, first.batch(8, 8).inputs)
    assert batch.inputs.shape == (8, 3, 16, 16)
    assert float(batch.inputs.min()) >= -1
    assert float(batch.inputs.max()) <= 1


def test_images_without_textures_have_the_same_edges() -> None:
    rng = np.random.default_rng(1)
    palette = rng.uniform(0.2, 0.8, (50, 3)).astype(np.float32)
    leaves = dead_leaves(rng, palette)
    colours = leaves.flat.flatten(1).T.unique(dim=0)
    assert len(colours) <= len(palette)
    assert 0.005 < float((leaves.textured - leaves.flat).std()) < 0.15


def test_principal_components_are_uncorrelated_and_have_growing_noise() -> None:
    rng = np.random.default_rng(2)
    brightness = rng.uniform(0.1, 0.9, (1, 48, 48))
    values = np.clip(brightness + rng.normal(0, 0.05, (3, 48, 48)), 0, 1).astype(np.float32)
    crop = torch.from_numpy(values)
    found = draw_recolouring(crop, rng, components=1.0)
    window = found.apply(crop)
    assert abs(np.corrcoef(crop.flatten(1).numpy())[0, 1]) > 0.9
    assert np.abs(np.corrcoef(window.flatten(1).numpy()) - np.eye(3)).max() < 0.15
    difference = (found.noisy(window * 0.5, rng) - window * 0.5).flatten(1).std(1) / 2
    assert torch.allclose(difference, found.noise, rtol=0.1)
    assert not draw_recolouring(crop, rng, components=0.0).noise.any()
