"""In which precision networks are run: half of it where the hardware gains by that.

Weights and activations are halved, sums are not. Which precision was taken is written down with
what came of it, so that a model is applied as it was trained. A machine without the units for it
would take several times as long as in single precision, from which the results differ by less than
a hundredth: there, it computes in what it is good at.
"""

from __future__ import annotations

import torch

AUTO = "auto"
SINGLE = "float32"


def resolve_precision(precision: str, device: torch.device) -> str:
    """The precision to compute in: the one asked for, unless a device is slow at it, or `auto`."""
    return SINGLE if precision == SINGLE else best_precision(device)


def best_precision(device: torch.device) -> str:
    """`bfloat16` or `float16` where a device has units for it, else `float32`."""
    if device.type == "cuda":
        major, _ = torch.cuda.get_device_capability(device)
        return "bfloat16" if major >= 8 else "float16" if major == 7 else SINGLE
    if device.type == "cpu":
        capabilities = torch.cpu.get_capabilities()
        return (
            "bfloat16"
            if capabilities.get("avx512_bf16") or capabilities.get("amx_bf16")
            else SINGLE
        )
    return SINGLE
