"""The summary of a batch from the metrics of its scenes."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch_support import rows, summary_numbers

from backend.campaign.scene_task import Outcome
from backend.campaign.scenes import BatchScene
from backend.campaign.summary import write_summary
from backend.classifiers.model import ModelInfo
from backend.core.formatting import percent
from backend.files.pending_files import PendingFiles
from backend.labels.classes import MapClass
from backend.options.campaign_options import CampaignOptions
from backend.options.model_options import ModelOptions

pytestmark = pytest.mark.backend

INFO = ModelInfo("rf", (MapClass(1, "soil", "soil", "#112233"),), (), 4, 0)


def outcome(number: int, pixels: int, confidence: float | None) -> Outcome:
    classes = [{"code": 1, "name": "soil", "colour": "#112233", "pixels": pixels}]
    figures = {"classes": classes, "mean_confidence": confidence, "outside": 0.1, "size": [90, 80]}
    return Outcome(number, "mapped", 1.0, figures)


def write(folder: Path, outcomes: list[Outcome]) -> str:
    """The page of a batch of scenes with these outcomes."""
    page = folder / "summary.html"
    options = CampaignOptions(
        model=ModelOptions(model=folder / "m.safetensors"), images=("none",), output_folder=folder
    )
    scenes = [
        BatchScene(entry.number, "none", f"s{entry.number}", {"map": folder / "map.tif"})
        for entry in outcomes
    ]
    with PendingFiles() as files:
        write_summary(page, folder / "summary.csv", files, options, INFO, scenes, outcomes)
        files.publish()
    return page.read_text(encoding="utf-8")


def test_the_mean_confidence_is_that_of_all_scenes_where_it_is_known(tmp_path: Path) -> None:
    found = [outcome(0, 3000, 0.9), outcome(1, 1000, 0.5), outcome(2, 7000, None)]
    page = write(tmp_path, found)
    assert percent(0.8, 1) in page
    assert [row["mean_confidence"] for row in rows(tmp_path).values()] == ["0.9000", "0.5000", ""]
    assert summary_numbers(tmp_path)["scenes"][2]["mean_confidence"] is None
