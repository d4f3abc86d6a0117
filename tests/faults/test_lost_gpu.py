"""A GPU that fails during a job: with `auto` the CPU takes over, with `cuda` the job fails."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from cases import Cases
from faults_support import RUN_ALL, Tally, assert_no_orphans

from backend.campaign import scene_task
from backend.campaign.scene_task import Campaign, SceneTask
from backend.campaign.scenes import find_scenes
from backend.common import protocol
from backend.core.reporter import Reporter
from backend.options.campaign_options import CampaignOptions
from backend.options.declaration import parse_options

#: Jobs that compute with networks.
COMPUTING = ("train", "apply", "features", "compare", "tune")
TIMES = 5 if RUN_ALL else 1
#: Layers and networks that such a job asks here, at least.
USES = 60
LOST = "CUDA error: unspecified launch failure"


@pytest.mark.parametrize("job", COMPUTING)
def test_a_gpu_that_fails(cases: Cases, tally: Tally, job: str) -> None:
    case, chance = cases[job], tally.chance("card", job)
    for _ in range(TIMES):
        uses = chance.randrange(USES)
        with tally.injecting(job, "card lost, device cuda", f"after {uses} uses"):
            case.reset()
            asked = case.settings | {"device": "cuda"}
            outcome = case.fork_server.run(job, asked, lose_gpu=[uses])
            assert_no_orphans(outcome.number)
            assert outcome.status == protocol.EXIT_USER_ERROR, outcome.events[-1:]
            assert outcome.failure.code == "device.lost", outcome.failure
            assert LOST in outcome.failure.message
            assert "CPU" in outcome.failure.hint
            case.assert_old_or_new(may_leave_temporary_files=False)
            case.assert_no_leftovers()
            case.assert_works_again()
        with tally.injecting(job, "card lost, device auto", f"after {uses} uses"):
            case.reset()
            asked = case.settings | {"device": "auto"}
            outcome = case.fork_server.run(job, asked, lose_gpu=[uses])
            assert outcome.status == protocol.EXIT_DONE, (outcome.events[-1:], outcome.errors)
            assert any("GPU" in warning for warning in outcome.warnings)
            case.assert_complete()
    tally.assert_all_survived()


@pytest.mark.parametrize("device", ["auto", "cuda"])
def test_a_worker_whose_gpu_fails(
    cases: Cases, tally: Tally, device: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load, events = scene_task.LoadedModel.load, []

    def load_or_fail(path: Path, device: str, *more: Any) -> Any:
        if device != "cpu":
            raise torch.AcceleratorError(LOST)
        return load(path, device, *more)

    monkeypatch.setattr(scene_task.LoadedModel, "load", load_or_fail)
    options = parse_options(
        CampaignOptions,
        {
            "model": str(cases.model),
            "images": [str(cases.scene)],
            "output_folder": str(tmp_path),
            "device": device,
        },
    )
    campaign = Campaign("test", options, tmp_path / "lease", 1, None)
    (scene,) = find_scenes(options)
    with tally.injecting("batch", f"card lost, device {device}"):
        found = scene_task._run_task(campaign, SceneTask(scene, {}), Reporter(events.append))
        warnings = [event.message for event in events if isinstance(event, protocol.Log)]
        if device == "auto":
            assert found["status"] == "mapped", found
            assert any("GPU" in warning for warning in warnings)
            assert scene.map.exists()
        else:
            assert (found["status"], found["code"]) == ("failed", "device.lost"), found
            assert not list(tmp_path.rglob("*.tif*"))
    tally.assert_all_survived()
