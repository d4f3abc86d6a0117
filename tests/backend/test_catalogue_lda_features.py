"""The option `lda_features`: diffusion features for `lda` only."""

from __future__ import annotations

from pathlib import Path

import pytest
from backend_support import run

from backend.sample_scene import SampleFiles

pytestmark = pytest.mark.backend


@pytest.mark.parametrize(
    ("method", "wanted", "uses_features"),
    [("lda", True, {False, True}), ("lda", False, {False}), ("rf", True, {False})],
)
def test_only_lda_uses_features_by_choice(
    sample: SampleFiles,
    few_labels: Path,
    tmp_path: Path,
    method: str,
    wanted: bool,
    uses_features: set[bool],
) -> None:
    result = run(
        "train",
        image=sample.scene,
        labels=few_labels,
        class_field="class",
        method=method,
        lda_features=wanted,
        cache=tmp_path / "cache",
        model=tmp_path / "model.safetensors",
    ).result
    assert {base["uses_features"] for base in result.figures["base_classifiers"]} == uses_features
    # what no base classifier uses is not computed
    assert any((tmp_path / "cache").rglob("*")) == (True in uses_features)
