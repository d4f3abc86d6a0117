"""AdamW with the one-cycle schedule of learning rate and momentum.

`torch.optim.AdamW` and `OneCycleLR` give the same results to the last bit, but they load torch's
compiler, which takes a second at the start of every job that trains.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import torch
from torch.optim.adamw import adamw

#: The share of the steps in which the learning rate rises; it falls in the others.
WARMUP_SHARE = 0.15
#: The first rate is the highest divided by the one, the last rate the first divided by the other.
START_DIVISOR, END_DIVISOR = 25.0, 1e4
#: Momentum at the lowest and at the highest learning rate.
MAX_MOMENTUM, MIN_MOMENTUM = 0.95, 0.85
#: Longer gradients are shortened.
MAX_NORM = 10.0


def cycle(step: int, steps: int, rate: float) -> tuple[float, float]:
    """Learning rate and momentum of a step."""
    first, peak = rate / START_DIVISOR, WARMUP_SHARE * steps - 1
    if step <= peak:
        share = step / peak
        return (
            _ease(first, rate, share),
            _ease(MAX_MOMENTUM, MIN_MOMENTUM, share),
        )
    share = (step - peak) / (steps - 1 - peak)
    return (
        _ease(rate, first / END_DIVISOR, share),
        _ease(MIN_MOMENTUM, MAX_MOMENTUM, share),
    )


def _ease(start: float, end: float, share: float) -> float:
    return end + (start - end) / 2.0 * (math.cos(math.pi * share) + 1)


class OneCycle:
    """The optimizer of a fixed number of steps.

    The first axis of every parameter may hold several copies of a model, which are optimized
    independently of each other: each has a norm of its gradient of its own.
    """

    def __init__(
        self,
        parameters: Iterable[torch.nn.Parameter],
        rate: float,
        steps: int,
        decay: float,
        copies: int = 1,
    ):
        self._copies = copies
        self._parameters = list(parameters)
        self._rate, self._steps, self._decay = rate, steps, decay
        self._means = [torch.zeros_like(item) for item in self._parameters]
        self._squares = [torch.zeros_like(item) for item in self._parameters]
        self._counts = [torch.zeros((), device=item.device) for item in self._parameters]
        self._step_count = 0

    def step(self, loss: torch.Tensor) -> None:
        """One optimization step from a loss."""
        for parameter in self._parameters:
            parameter.grad = None
        torch.autograd.backward(loss)
        self._clip_gradients()
        rate, momentum = cycle(self._step_count, self._steps, self._rate)
        with torch.no_grad():
            adamw(
                list(self._parameters),
                [parameter.grad for parameter in self._parameters if parameter.grad is not None],
                self._means,
                self._squares,
                [],
                self._counts,
                fused=True,
                amsgrad=False,
                beta1=momentum,
                beta2=0.999,
                lr=rate,
                weight_decay=self._decay,
                eps=1e-8,
                maximize=False,
            )
        self._step_count += 1

    def _clip_gradients(self) -> None:
        if self._copies == 1:
            torch.nn.utils.clip_grad_norm_(self._parameters, MAX_NORM)
            return
        gradients = [
            gradient.reshape(self._copies, gradient.numel() // self._copies)
            for parameter in self._parameters
            if (gradient := parameter.grad) is not None
        ]
        norms = torch.stack([torch.linalg.vector_norm(part, dim=1) for part in gradients])
        norm = torch.linalg.vector_norm(norms, dim=0)
        if bool((norm > MAX_NORM).any()):
            factor = (MAX_NORM / (norm + 1e-6)).clamp(max=1.0)[:, None]
            for part in gradients:
                part.mul_(factor)
