"""The published scheme: the complete network on every single window, and a majority vote.

One composite in windows of 64 × 64 pixels at stride 32, a random class label, and single precision.
The output of a decoder block is enlarged and classified, and pixels get the class of most windows.
"""

from __future__ import annotations

from typing import Any

import torch
from torch.nn import functional

SIZE, STRIDE = 64, 32


class PlainScheme:
    """A classifier of pixels by the activations of one decoder block."""

    def __init__(self, model: Any, block: Any, schedule: Any, timestep: int, classes: int):
        self.model, self.schedule, self.timestep = model, schedule, timestep
        self._caught: list[torch.Tensor] = []
        block.register_forward_hook(lambda _m, _i, output: self._caught.append(output))
        self._head: torch.nn.Linear | None = None
        self._classes = classes

    def classify(self, picture: torch.Tensor, most: int | None = None) -> tuple[torch.Tensor, int]:
        """Classes (height, width) of an image (3, height, width), and the number of windows."""
        height, width = picture.shape[1:]
        votes = torch.zeros((self._classes, height, width), dtype=torch.int32)
        corners = [
            (top, left)
            for top in range(0, height - SIZE + 1, STRIDE)
            for left in range(0, width - SIZE + 1, STRIDE)
        ][:most]
        for top, left in corners:
            window = picture[None, :, top : top + SIZE, left : left + SIZE]
            found = self._classify_window(window)
            place = votes[:, top : top + SIZE, left : left + SIZE]
            place += functional.one_hot(found, self._classes).permute(2, 0, 1)
        return votes.argmax(dim=0), len(corners)

    def _classify_window(self, window: torch.Tensor) -> torch.Tensor:
        times = torch.tensor([self.timestep], device=window.device)
        noisy = self.schedule.add_noise(window, torch.randn_like(window), times)
        more = {}
        if self.model.config.num_class_embeds:
            drawn = torch.randint(self.model.config.num_class_embeds, (1,), device=window.device)
            more["class_labels"] = drawn
        with torch.inference_mode():
            self.model(noisy, times, **more)
            activation = self._caught.pop()
            large = functional.interpolate(activation, (SIZE, SIZE), mode="bilinear")[0]
            if self._head is None:
                self._head = torch.nn.Linear(len(large), self._classes).to(large.device)
            return self._head(large.permute(1, 2, 0)).argmax(dim=-1).cpu()
