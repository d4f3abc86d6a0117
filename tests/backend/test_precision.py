"""The precision of the backbone on different hardware (`compute.precision`)."""

from __future__ import annotations

import pytest
import torch

from backend.compute.precision import best_precision, resolve_precision

pytestmark = pytest.mark.backend

CPU = torch.device("cpu")


def test_the_precision_is_chosen_by_hardware(monkeypatch: pytest.MonkeyPatch) -> None:
    cpu, cuda = CPU, torch.device("cuda")
    for has, expected in (({"avx512_bf16": True}, "bfloat16"), ({"avx2": True}, "float32")):
        monkeypatch.setattr(torch.cpu, "get_capabilities", lambda has=has: has)
        assert best_precision(cpu) == expected
        # a precision that the hardware does not support is replaced
        assert resolve_precision("float32", cpu) == "float32"
        assert resolve_precision("bfloat16", cpu) == expected
    for version, expected in (((9, 0), "bfloat16"), ((7, 5), "float16"), ((6, 1), "float32")):
        monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _device, v=version: v)
        assert best_precision(cuda) == expected
    assert best_precision(torch.device("mps")) == "float32"
