"""The precision of networks: half precision where the hardware is faster with it.

Weights and activations are in half precision, sums are not. Features and models record their
precision, so that a model is applied with the precision it was trained with. A device without
hardware support would take several times as long in half precision, and the results differ by less
than 1 %, so it uses single precision in any case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

AUTO = "auto"
SINGLE = "float32"


def resolve_precision(precision: str, device: torch.device) -> str:
    """The precision to use: the requested one, unless it is `auto` or slow on the device."""
    return SINGLE if precision == SINGLE else best_precision(device)


def best_precision(device: torch.device) -> str:
    """`bfloat16` or `float16` where the device supports it in hardware, else `float32`."""
    import torch

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
