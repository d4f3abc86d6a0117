"""The network in training, its running average and its optimizer, with checkpoints.

Windows, noise and timesteps of a step depend on the seed and the step only, so a checkpoint needs
no state of random generators.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from diffusers import UNet2DModel
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from ..compute.tensors import section
from .recipe import TIMESTEPS, Recipe, new_backbone, new_schedule
from .windows import Windows

CHECKPOINT = "checkpoint.safetensors"
#: Timesteps at which the validation loss is measured.
VALIDATION_TIMESTEPS = (100, 300, 500)
#: Settings that must equal those of a checkpoint; others may change.
_NETWORK = ("widths", "layers", "prediction")


@dataclass(frozen=True)
class NoisyBatch:
    """A batch with diffusion noise."""

    image: torch.Tensor
    times: torch.Tensor
    alpha_bar: torch.Tensor  # ᾱ of each window, (count, 1, 1, 1)


class Trainer:
    """Trains the network of a recipe step by step."""

    def __init__(self, recipe: Recipe):
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        model = new_backbone(recipe.widths, recipe.layers, recipe.window)
        if recipe.start is not None:
            model.load_state_dict(_weights(recipe.start))
        self.model = model.to(recipe.device, memory_format=torch.channels_last)
        self.average = {name: value.clone() for name, value in model.state_dict().items()}
        self.optimizer = torch.optim.AdamW(
            model.parameters(), recipe.rate, weight_decay=0.01, foreach=True
        )
        self.schedule = new_schedule(recipe.prediction)
        self._alpha_bar = self.schedule.alphas_cumprod.to(recipe.device)
        self.step = 0

    def save(self) -> None:
        """Write a checkpoint."""
        tensors = {f"model/{name}": value for name, value in self.model.state_dict().items()}
        tensors |= {f"average/{name}": value for name, value in self.average.items()}
        for index, state in self.optimizer.state_dict()["state"].items():
            tensors |= {f"optimizer/{index}/{key}": value for key, value in state.items()}
        partial = self._checkpoint.with_suffix(".partial")
        tensors = {name: value.cpu().contiguous() for name, value in tensors.items()}
        save_file(tensors, partial, {"step": str(self.step), "network": self._network()})
        partial.replace(self._checkpoint)

    def resume(self) -> None:
        """Continue from the checkpoint if there is one."""
        if not self._checkpoint.exists():
            return
        with safe_open(self._checkpoint, framework="pt") as file:
            stored_metadata = file.metadata()
        if stored_metadata.get("network") != self._network():
            raise ValueError(f"{self._checkpoint} has a network that differs from the recipe's")
        tensors = load_file(self._checkpoint)
        self.model.load_state_dict(section(tensors, "model/"))
        self.average = {
            name: value.to(self.recipe.device)
            for name, value in section(tensors, "average/").items()
        }
        state: dict[int, dict[str, torch.Tensor]] = {}
        for name, value in section(tensors, "optimizer/").items():
            index, key = name.split("/")
            state.setdefault(int(index), {})[key] = value
        groups = self.optimizer.state_dict()["param_groups"]
        self.optimizer.load_state_dict({"state": state, "param_groups": groups})
        self.step = int(stored_metadata["step"])

    def train_step(self, windows: Windows) -> torch.Tensor:
        """Train on one batch; returns the loss as a tensor on the device."""
        recipe = self.recipe
        rng = torch.Generator().manual_seed(recipe.seed * 1_000_003 + self.step)
        noisy_batch = self._add_noise(
            windows, self._times(len(windows.inputs), rng), rng, recipe.flat > 0
        )
        loss = self._loss(self.model, noisy_batch, windows.targets).mean()
        for group in self.optimizer.param_groups:
            group["lr"] = recipe.learning_rate(self.step)
        self.optimizer.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        decay = min(recipe.average, self.step / (self.step + 10))
        with torch.no_grad():
            state = self.model.state_dict()
            names = list(self.average)
            torch._foreach_lerp_(
                [self.average[name] for name in names], [state[name] for name in names], 1 - decay
            )
        return loss.detach()

    def validation_loss(self, windows: Windows) -> float:
        """The averaged network's error of the clean image on held-out windows."""
        averaged = self.averaged().to(self.recipe.device, memory_format=torch.channels_last)
        losses = []
        for timestep in VALIDATION_TIMESTEPS:
            rng = torch.Generator().manual_seed(timestep)
            times = torch.full((len(windows.inputs),), timestep)
            noisy_batch = self._add_noise(windows, times, rng, reduce_noise=False)
            with torch.inference_mode():
                losses.append(self._error(averaged, noisy_batch, windows.targets).mean().item())
        return sum(losses) / len(losses)

    def averaged(self) -> UNet2DModel:
        """A network on the CPU with the running average of the weights."""
        recipe = self.recipe
        network = new_backbone(recipe.widths, recipe.layers, recipe.window)
        network.load_state_dict({name: value.cpu() for name, value in self.average.items()})
        return network.eval()

    def export(self) -> None:
        """Write the averaged network as a `diffusers` folder in half precision."""
        self.averaged().half().save_pretrained(self.recipe.output, variant="fp16")
        self.schedule.save_pretrained(self.recipe.output)

    @property
    def _checkpoint(self) -> Path:
        return self.recipe.work / CHECKPOINT

    def _network(self) -> str:
        return json.dumps({name: getattr(self.recipe, name) for name in _NETWORK})

    def _times(self, count: int, rng: torch.Generator) -> torch.Tensor:
        low, high = self.recipe.timesteps
        drawn = torch.rand(count, generator=rng) ** self.recipe.skew
        return (low + drawn * (high + 1 - low)).long().clamp(max=min(high, TIMESTEPS - 1))

    def _add_noise(
        self, windows: Windows, times: torch.Tensor, rng: torch.Generator, reduce_noise: bool
    ) -> NoisyBatch:
        """Windows with the noise of their timesteps.

        With `reduce_noise`, windows whose textures are to be removed get less, so that the network
        removes textures from images without noise as well, as in feature extraction.
        """
        device = self.recipe.device
        noise = torch.randn(windows.inputs.shape, generator=rng)
        if reduce_noise:
            noise_share = torch.rand(len(times), generator=rng).where(windows.flat, torch.ones(()))
            noise = noise * noise_share[:, None, None, None]
        alpha_bar = self._alpha_bar[times.to(device)][:, None, None, None]
        noisy = alpha_bar.sqrt() * windows.inputs.to(device) + (1 - alpha_bar).sqrt() * noise.to(
            device
        )
        noisy = noisy.contiguous(memory_format=torch.channels_last)
        return NoisyBatch(noisy, times.to(device), alpha_bar)

    def _loss(
        self, model: UNet2DModel, noisy_batch: NoisyBatch, targets: torch.Tensor
    ) -> torch.Tensor:
        error = self._error(model, noisy_batch, targets)
        alpha_bar = noisy_batch.alpha_bar.flatten()
        weight = {
            "sample": torch.ones_like(alpha_bar),
            "epsilon": alpha_bar / (1 - alpha_bar),
            "v_prediction": 1 / (1 - alpha_bar),
        }
        return weight[self.recipe.loss] * error

    def _error(
        self, model: UNet2DModel, noisy_batch: NoisyBatch, targets: torch.Tensor
    ) -> torch.Tensor:
        """Mean squared error of the clean image of each window."""
        kind = torch.device(self.recipe.device).type
        with torch.autocast(kind, torch.bfloat16):
            model_output = model(noisy_batch.image, noisy_batch.times).sample
        model_output, alpha_bar = model_output.float(), noisy_batch.alpha_bar
        if self.recipe.prediction == "sample":
            predicted = model_output
        elif self.recipe.prediction == "v_prediction":
            predicted = alpha_bar.sqrt() * noisy_batch.image - (1 - alpha_bar).sqrt() * model_output
        else:
            predicted = (
                noisy_batch.image - (1 - alpha_bar).sqrt() * model_output
            ) / alpha_bar.sqrt()
        error: torch.Tensor = predicted - targets.to(predicted.device)
        return error.pow(2).mean(dim=(1, 2, 3))


def _weights(folder: Path) -> dict[str, torch.Tensor]:
    (path,) = folder.glob("*.safetensors")
    return {name: value.float() for name, value in load_file(path).items()}
