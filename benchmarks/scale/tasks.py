"""The cost of scheduling, measured with empty tasks of realistic size."""

from __future__ import annotations

import argparse
import json
import pickle
import sys
import tempfile
import time
from pathlib import Path

from backend.campaign.cluster import Cluster, ClusterOptions, open_cluster
from backend.campaign.scene_task import Campaign, Outcome, SceneTask
from backend.campaign.scenes import BatchScene
from backend.campaign.scheduling import run_scenes
from backend.core.reporter import Reporter
from backend.options.campaign_options import CampaignOptions
from backend.options.model_options import ModelOptions

#: Number of simulated workers, and so of concurrent tasks.
WORKERS = 200


class OversubscribedCluster:
    """A cluster that reports more workers than it has."""

    def __init__(self, cluster: Cluster):
        self._cluster = cluster

    def __getattr__(self, name: str) -> object:
        return getattr(self._cluster, name)

    def workers(self) -> list[str]:
        """Each worker many times."""
        found = self._cluster.workers()
        return found * (WORKERS // max(1, len(found)))


def unmapped_outcome(campaign: str, task: SceneTask) -> Outcome:
    """A result like that of `map_scene_task`, without mapping."""
    classes = [
        {"code": n, "name": f"class {n}", "colour": "#123456", "pixels": n} for n in range(8)
    ]
    figures = {"classes": classes, "mean_confidence": 0.9, "outside": 0.1, "size": [1000, 1200]}
    return Outcome(task.scene.number, "mapped", 100.0, figures, "x" * 6000)


def main(options: argparse.Namespace) -> int:
    """Run all tasks and print the cost of one."""
    tasks = [task_of(number) for number in range(options.tasks)]
    with tempfile.TemporaryDirectory(prefix="geodiffnet-scale-") as name:
        folder = Path(options.folder or name)
        folder.mkdir(parents=True, exist_ok=True)
        lease = folder / "lease"
        lease.touch()
        model = ModelOptions(model=folder / "none")
        campaign_options = CampaignOptions(model=model, images=("none",), output_folder=folder)
        cluster = open_cluster(ClusterOptions(workers=2, device="cpu"), 2)
        try:
            campaign = Campaign("benchmark", campaign_options, lease, 1, 512)
            quiet = Reporter(lambda event: None)
            started, before = time.monotonic(), time.process_time()
            done = 0
            for outcome in run_scenes(
                OversubscribedCluster(cluster), campaign, tasks, quiet, unmapped_outcome
            ):
                done += outcome.status == "mapped"
                if done % 10_000 == 0:
                    spent = time.process_time() - before
                    print(f"{done:,} tasks: {spent / done * 1e3:.2f} ms each", flush=True)
            wall, spent = time.monotonic() - started, time.process_time() - before
        finally:
            cluster.close()
    sent = len(pickle.dumps(tasks[-1]))
    print(f"{done:,} tasks of {sent} bytes, {WORKERS} concurrent, 2 workers")
    print(f"scheduling: {spent / done * 1e3:.2f} ms of CPU time per task")
    print(f"all: {wall / done * 1e3:.2f} ms of wall-clock time per task, {done / wall:.0f} tasks/s")
    if options.folder:
        summary = {"task": spent / done, "wall": wall / done}
        (Path(options.folder) / "tasks.json").write_text(json.dumps(summary))
    return 0 if done == len(tasks) else 1


def task_of(number: int) -> SceneTask:
    """A task like that of an EnMAP scene."""
    name = f"ENMAP01-____L2A-DT{number:010d}_20260724T102345Z_012_V010502_20260725T063412Z"
    image = f"/data/campaign/2026/{name}/{name}-METADATA.XML"
    outputs = {kind: Path(f"/data/maps/{name}_{kind}.tif") for kind in ("map", "confidence")}
    files = {f"{name}-{part}.TIF": [123456789, 1753352625000000000] for part in range(8)}
    identity = {"version": "0.1.0", "model": "0" * 64, "files": files, "part": ""}
    return SceneTask(BatchScene(number, image, name, outputs), identity)


if __name__ == "__main__":
    sys.exit("run it with: python -m benchmarks.scale tasks")
