"""ADM's checkpoint, converted, gives the outputs and block activations of the original code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from backend.backbones.adm import ARCHITECTURE, convert, rename
from backend.backbones.backbone import Backbone
from backend.backbones.networks.layout import Layout
from backend.backbones.source import BackboneSource
from backend.core.errors import UserError
from tests.fixtures.adm import Adm, Shape, random_adm

pytestmark = pytest.mark.backend

#: ADM's topology, with as few channels as its normalisation in groups of 32 allows.
SMALL = Shape(widths=(32, 64, 64, 96), layers=3, head=32, classes=10)
CPU = torch.device("cpu")
BLOCKS = tuple(range(16))
TIME = 50


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> None:
    """Computes with a single thread, as in the backend."""
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def original() -> Adm:
    return random_adm(SMALL)


@pytest.fixture(scope="module")
def images() -> torch.Tensor:
    return torch.randn((2, 3, 32, 32), generator=torch.Generator().manual_seed(3))


def converted(network: Adm, folder: Path) -> BackboneSource:
    """The converted checkpoint."""
    folder.mkdir(parents=True)
    checkpoint = folder.with_name(f"{folder.name}.pt")
    torch.save(network.state_dict(), checkpoint)
    convert(checkpoint, folder, network.shape.architecture)
    layout = Layout.of(folder)
    assert layout is not None
    return BackboneSource("adm", folder, layout.digest())


@pytest.fixture(scope="module")
def source(original: Adm, tmp_path_factory: pytest.TempPathFactory) -> BackboneSource:
    return converted(original, tmp_path_factory.mktemp("adm") / "converted")


def largest_difference(found: list[torch.Tensor], expected: list[torch.Tensor]) -> float:
    """The largest difference relative to the expected values."""
    return max(
        float((a - b).abs().max() / b.abs().max()) for a, b in zip(found, expected, strict=True)
    )


@pytest.mark.parametrize("time", [0, 50, 999])
def test_decoder_blocks_equal_those_of_the_original(
    original: Adm, source: BackboneSource, images: torch.Tensor, time: int
) -> None:
    _, expected = original(images, time, original.label_emb.weight.mean(dim=0))
    backbone = Backbone(source, BLOCKS[-1], CPU)
    assert backbone.denoised_block == len(expected) == len(BLOCKS)
    found = backbone.activations(images, time, BLOCKS)
    assert [a.shape for a in found] == [b.shape for b in expected]
    assert largest_difference(found, expected) < 1e-4


def test_the_output_of_the_converted_network_equals_the_original(
    original: Adm, source: BackboneSource, images: torch.Tensor
) -> None:
    from diffusers import UNet2DModel

    model = UNet2DModel.from_pretrained(source.folder, local_files_only=True)
    labels = torch.tensor([2, 7])
    expected, _ = original(images, TIME, original.label_emb.weight[labels])
    with torch.inference_mode():
        found = model(images, TIME, class_labels=labels).sample
    assert largest_difference([found], [expected]) < 1e-4


def test_the_denoised_image_uses_the_predicted_noise_of_the_original(
    original: Adm, source: BackboneSource, images: torch.Tensor
) -> None:
    predicted, _ = original(images, TIME, original.label_emb.weight.mean(dim=0))
    assert predicted.shape[1] == 6  # noise and its variance
    backbone = Backbone(source, len(BLOCKS), CPU)
    (found,) = backbone.activations(images, TIME, (len(BLOCKS),))
    left = backbone.noisy(torch.ones(1), TIME, torch.zeros(1))
    noise = backbone.noisy(torch.zeros(1), TIME, torch.ones(1))
    assert largest_difference([found], [(images - noise * predicted[:, :3]) / left]) < 1e-4


def test_features_are_deterministic_and_use_the_mean_class_embedding(
    original: Adm, source: BackboneSource, images: torch.Tensor
) -> None:
    backbone = Backbone(source, 11, CPU)
    (first,), (second,) = (backbone.activations(images, TIME, (11,)) for _ in range(2))
    assert torch.equal(first, second)
    (anew,) = Backbone(source, 11, CPU).activations(images, TIME, (11,))
    assert torch.equal(first, anew)
    _, of_a_class = original(images, TIME, original.label_emb.weight[3])
    assert largest_difference([first], [of_a_class[11]]) > 0.01


def test_another_order_of_attention_weights_changes_the_output(
    original: Adm, source: BackboneSource, images: torch.Tensor
) -> None:
    legacy = Adm(Shape(**vars(SMALL) | {"legacy": True})).eval()
    legacy.load_state_dict(original.state_dict())
    with torch.inference_mode():
        _, other = legacy(images, TIME, original.label_emb.weight.mean(dim=0))
    found = Backbone(source, 11, CPU).activations(images, TIME, (7, 11))
    assert largest_difference(found, [other[7], other[11]]) > 0.05


@pytest.mark.slow
@pytest.mark.parametrize("last", [0, 3, 10, 14])
def test_weights_after_the_last_block_are_not_read(
    source: BackboneSource, images: torch.Tensor, last: int, tmp_path: Path
) -> None:
    whole = Backbone(source, 15, CPU)
    part = Backbone(source, last, CPU)
    (expected,) = whole.activations(images, TIME, (last,))
    (found,) = part.activations(images, TIME, (last,))
    assert torch.equal(found, expected)
    # weights that would be refused if they were read
    torn = tmp_path / "torn"
    torn.mkdir()
    weights = load_file(source.folder / "diffusion_pytorch_model.safetensors")
    needed = set(part.model.state_dict())
    level = last // 4
    later = {
        name: value.fill_(float("nan")) if name not in needed else value
        for name, value in weights.items()
        if not name.startswith("class_embedding")
    }
    classes = load_file(source.folder / "diffusion_pytorch_model.safetensors")
    later["class_embedding.weight"] = classes["class_embedding.weight"]
    assert any(name.startswith(f"up_blocks.{level}.") for name in needed)
    assert any(bool(value.isnan().any()) for value in later.values())
    save_file(later, torn / "diffusion_pytorch_model.safetensors")
    for name in ("config.json", "scheduler_config.json"):
        (torn / name).write_bytes((source.folder / name).read_bytes())
    (again,) = Backbone(BackboneSource("torn", torn, ""), last, CPU).activations(
        images, TIME, (last,)
    )
    assert torch.equal(again, expected)
    with pytest.raises(UserError, match="not finite"):
        Backbone(BackboneSource("torn", torn, ""), 15, CPU)


def test_the_full_size_architecture_maps_every_tensor() -> None:
    with torch.device("meta"):
        original = Adm(Shape())
    found = rename(original.state_dict(), ARCHITECTURE, Path("64x64_diffusion.pt"))
    assert sum(value.numel() for value in found.values()) == 295_904_454
    assert sum(value.numel() for value in original.state_dict().values()) == 295_904_454


def test_the_schedule_is_cosine_with_1000_steps(source: BackboneSource) -> None:
    backbone = Backbone(source, 0, CPU)
    clean, noise = torch.ones((1, 3, 64, 64)), torch.zeros((1, 3, 64, 64))
    kept = [float(backbone.noisy(clean, time, noise)[0, 0, 0, 0]) ** 2 for time in (0, 499, 999)]
    assert kept == pytest.approx([0.99996, 0.494, 0.0], abs=2e-3)
    assert float(backbone.noisy(noise, 0, clean)[0, 0, 0, 0]) == pytest.approx(0.0064, abs=1e-3)


def damaged(change: Any) -> Any:
    def make(original: Adm) -> dict[str, torch.Tensor]:
        tensors = dict(original.state_dict())
        change(tensors)
        return tensors

    return make


def reshape_one(tensors: dict[str, torch.Tensor]) -> None:
    tensors["out.2.weight"] = tensors["out.2.weight"][:3]


@pytest.mark.parametrize(
    ("make", "code", "words"),
    [
        (damaged(lambda t: t.pop("middle_block.1.qkv.weight")), "unsupported", "qkv.weight is mis"),
        (damaged(lambda t: t.update(extra=torch.zeros(1))), "unsupported", "extra is unexpected"),
        (damaged(reshape_one), "unsupported", "out.2.weight has an unexpected shape"),
        (lambda original: {"weights": [1, 2]}, "unsupported", "not a dictionary of tensors"),
        (lambda original: [original.state_dict()], "unsupported", "not a dictionary of tensors"),
    ],
    ids=["one is missing", "one too many", "another shape", "no tensors", "a list"],
)
def test_other_checkpoints_are_refused(
    original: Adm, tmp_path: Path, make: Any, code: str, words: str
) -> None:
    torch.save(make(original), tmp_path / "other.pt")
    with pytest.raises(UserError) as caught:
        convert(tmp_path / "other.pt", tmp_path, SMALL.architecture)
    assert caught.value.code == f"backbone.{code}"
    assert words in caught.value.message
    assert "64x64_diffusion.pt" in caught.value.hint


class Malicious:
    """A pickle that would run a function when loaded."""

    def __init__(self, target: Path):
        self.target = target

    def __reduce__(self) -> tuple:
        return (Path.touch, (self.target,))


@pytest.mark.parametrize("how", ["cut off", "no checkpoint", "empty", "a program"])
def test_damaged_and_malicious_checkpoints_are_refused_without_unpickling(
    original: Adm, tmp_path: Path, how: str
) -> None:
    checkpoint = tmp_path / "bad.pt"
    if how == "a program":
        torch.save({"label_emb.weight": Malicious(tmp_path / "harm")}, checkpoint)
    elif how == "cut off":
        torch.save(original.state_dict(), checkpoint)
        checkpoint.write_bytes(checkpoint.read_bytes()[:100_000])
    else:
        checkpoint.write_bytes(b"" if how == "empty" else b"no checkpoint at all")
    with pytest.raises(UserError) as caught:
        convert(checkpoint, tmp_path, SMALL.architecture)
    assert caught.value.code == "backbone.damaged"
    assert not (tmp_path / "harm").exists()


def test_the_conversion_is_reproducible(original: Adm, tmp_path: Path) -> None:
    one, two = (converted(original, tmp_path / name) for name in ("one", "two"))
    assert one.digest == two.digest
    assert json.loads((one.folder / "config.json").read_text())["num_class_embeds"] == 10
    assert one.default_blocks() == (7, 11)
