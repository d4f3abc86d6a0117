"""Runs a batch: finds the scenes, starts or checks the workers, maps, and writes the summary."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..backbones.model_backbone import backbone_of_model
from ..classifiers.model import ModelInfo, load_model
from ..classifiers.model_file import model_changed
from ..common.protocol import Result
from ..common.version import VERSION
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..files.cache_folders import make_output_folder
from ..files.identity import file_digest
from ..files.journal import report_created
from ..files.output_files import OutputFiles, file_output, is_own_page, report_output
from ..files.pending_files import check_writable, remove_abandoned
from ..options.campaign_options import CampaignOptions
from ..pipeline.outputs import pending_files
from ..process.cleanup import cleanup_on_exit
from ..scene.opening import container_file
from .cluster import Cluster, ClusterOptions, open_cluster, run_on_workers
from .completion import (
    campaign_identity,
    read_marker,
    scene_identity,
    scene_outputs,
)
from .scene_task import Campaign, Outcome, SceneTask, parts_folder
from .scenes import BatchScene, find_scenes
from .scheduling import run_scenes
from .summary import is_own_table, write_summary
from .worker_check import WorkerCheck, examine, numeric_packages

LEASE_NAME = ".geodiffnet-batch.{}"
_LEASE_OR_PARTS_NAME = re.compile(re.escape(LEASE_NAME.format("")) + r"[0-9a-f]{16}(\.parts)?")


def map_scenes(options: CampaignOptions, reporter: Reporter) -> Result:
    """Map all scenes that are not complete, and write the summary of all scenes."""
    options = _absolute(options)
    model = load_model(options.model.model, "cpu")
    scenes = find_scenes(options)
    _make_folders(options, scenes)
    shared = campaign_identity(options, model.digest)
    images = [scene.image for scene in scenes]
    with pending_files(options.model.model, *images, replace_all=options.overwrite) as files:
        for output in _summary_outputs(options):
            files.reserve(output)
        tasks = [SceneTask(scene, scene_identity(scene.image, shared)) for scene in scenes]
        outcomes = {} if options.overwrite else _completed_scenes(tasks, len(model.info.classes))
        pending_tasks = [task for task in tasks if task.scene.number not in outcomes]
        if outcomes:
            reporter.info(
                f"{len(outcomes)} of {len(scenes)} scenes are already complete and are skipped."
            )
        # refuse outputs of all scenes now, not when a batch reaches them hours later
        for task in pending_tasks:
            for output in scene_outputs(task.scene):
                files.examine(output)
        if pending_tasks:
            _find_backbone(model.info, options, reporter)
            for outcome in _map(options, model.digest, pending_tasks, reporter):
                outcomes[outcome.number] = outcome
                _log_outcome(outcome, scenes[outcome.number], reporter)
        reporter.begin("summary", "writing the summary")
        ordered = [outcomes[scene.number] for scene in scenes]
        write_summary(
            _summary(options), _table(options), files, options, model.info, scenes, ordered
        )
        reporter.check()
        files.publish()
        reporter.finish()
    return Result(
        {
            "summary": str(_summary(options)),
            "table": str(_table(options)),
            "folder": str(options.output_folder),
        },
        _metrics(scenes, ordered),
    )


def _find_backbone(info: ModelInfo, options: CampaignOptions, reporter: Reporter) -> None:
    """Refuse a model whose backbone is missing, before any worker starts.

    Workers of a given scheduler have backbones of their own, which are not checked here.
    """
    if info.features is not None and not options.scheduling.scheduler:
        backbone_of_model(info.backbone_digest, info.backbone, options.model.backbone, reporter)


def _summary(options: CampaignOptions) -> Path:
    return options.output_folder / "summary.html"


def _table(options: CampaignOptions) -> Path:
    return options.output_folder / "summary.csv"


def _summary_outputs(options: CampaignOptions) -> tuple[OutputFiles, ...]:
    """The files of the summary; without `overwrite` they replace only those of a batch."""
    return (
        report_output(_summary(options), is_own_page),
        file_output(_table(options), is_own_table),
    )


def _absolute(options: CampaignOptions) -> CampaignOptions:
    """The options with absolute paths, which are valid in every worker."""
    images = []
    for image in options.images:
        file = container_file(image)
        images.append(image.replace(file, os.path.abspath(file), 1))
    cache = options.compute.cache
    return replace(
        options,
        images=tuple(images),
        model=replace(
            options.model,
            model=Path(os.path.abspath(options.model.model)),
            backbone=_absolute_backbone(options.model.backbone),
        ),
        output_folder=Path(os.path.abspath(options.output_folder)),
        compute=replace(options.compute, cache=Path(os.path.abspath(cache)) if cache else None),
    )


def _absolute_backbone(backbone: str | None) -> str | None:
    return os.path.abspath(backbone) if backbone and os.path.exists(backbone) else backbone


def _make_folders(options: CampaignOptions, scenes: Sequence[BatchScene]) -> None:
    """Create the output folder and the subfolders that the name pattern requires."""
    for folder in dict.fromkeys([options.output_folder, *(scene.map.parent for scene in scenes)]):
        make_output_folder(folder)


def _completed_scenes(tasks: Sequence[SceneTask], class_count: int) -> dict[int, Outcome]:
    """The outcomes of scenes that an earlier run completed with all requested outputs."""
    completed = {}
    for task in tasks:
        marker = read_marker(task.scene, task.identity, class_count)
        if marker is not None:
            number = task.scene.number
            completed[number] = Outcome(number, "skipped", 0.0, marker.figures, marker.thumbnail)
    return completed


def _map(
    options: CampaignOptions, digest: str, tasks: list[SceneTask], reporter: Reporter
) -> Iterator[Outcome]:
    scheduling, compute = options.scheduling, options.compute
    cluster_options = ClusterOptions(
        scheduling.scheduler,
        scheduling.workers,
        scheduling.threads,
        compute.memory_mb,
        compute.device,
        scheduling.tls_ca,
        scheduling.tls_cert,
        scheduling.tls_key,
        scheduling.dashboard,
    )
    reporter.begin("start", "starting the workers")
    lease = _new_lease(options)
    with (
        contextlib.closing(open_cluster(cluster_options, len(tasks))) as cluster,
        cleanup_on_exit(lambda: _clean_up(cluster, lease, tasks)),
    ):
        report_created(lease)
        report_created(parts_folder(lease))
        lease.touch(exist_ok=False)
        _check_workers(cluster, options, digest, lease, reporter)
        name = lease.name.lstrip(".")
        campaign = Campaign(name, options, lease, cluster.threads, cluster.memory_mb, digest)
        reporter.begin("scenes", "mapping the scenes")
        yield from run_scenes(cluster, campaign, tasks, reporter)


def _clean_up(cluster: Cluster, lease: Path, tasks: Sequence[SceneTask]) -> None:
    """Remove the lease, which stops all workers, and remove incomplete outputs."""
    lease.unlink(missing_ok=True)
    cluster.kill()
    if cluster.is_local:
        remove_abandoned(path for task in tasks for path in _scene_files(task.scene))
    shutil.rmtree(parts_folder(lease), ignore_errors=True)


def _scene_files(scene: BatchScene) -> list[Path]:
    """All files that are written for a scene."""
    return [part.path for output in scene_outputs(scene) for part in output.written]


def _new_lease(options: CampaignOptions) -> Path:
    """The path of the lease: a file that exists in the output folder while the batch runs."""
    for old in list(options.output_folder.iterdir()):  # leases of killed batches
        if not _LEASE_OR_PARTS_NAME.fullmatch(old.name) or old.is_symlink():
            continue
        with contextlib.suppress(OSError):
            if old.is_dir():
                shutil.rmtree(old)
            elif old.is_file() and old.stat().st_size == 0:
                old.unlink()
    lease = options.output_folder / LEASE_NAME.format(secrets.token_hex(8))
    check_writable(lease)
    return lease


def _check_workers(
    cluster: Cluster, options: CampaignOptions, digest: str, lease: Path, reporter: Reporter
) -> None:
    """Refuse workers that lack the backend, the packages, the model or the output folder."""
    answers = run_on_workers(cluster, examine, str(lease), str(options.model.model))
    if not answers:
        raise UserError(
            "cluster.no_workers",
            _no_workers(cluster),
            "Start workers with `dask worker`, and check the log of the scheduler for them.",
        )
    own_packages = numeric_packages()
    differing: set[str] = set()
    for address, answer in answers.items():
        _check_worker(address, answer, lease, options, digest)
        differing |= {
            name for name, version in own_packages.items() if answer.packages.get(name) != version
        }
    hosts = {answer.host for answer in answers.values()}
    reporter.info(
        f"{len(answers)} worker(s) on {len(hosts)} machine(s), {cluster.threads} thread(s) each."
    )
    if differing:
        reporter.warn(
            f"Some workers have other versions of {', '.join(sorted(differing))} than this "
            "machine; their maps may differ slightly."
        )
    if cluster.dashboard:
        reporter.info(f"Dashboard: {cluster.dashboard}")
    if str(options.scheduling.scheduler or "").startswith("tcp://"):
        reporter.warn(
            "The connection to the scheduler is neither encrypted nor authenticated: anybody who "
            "can reach it can run programs on the cluster. Use tls:// outside a trusted network."
        )


def _no_workers(cluster: Cluster) -> str:
    if cluster.tags:
        return f"The scheduler has no workers with the resource {', '.join(cluster.tags)}=1."
    return "The scheduler has no workers."


def _check_worker(
    address: str, answer: Any, lease: Path, options: CampaignOptions, digest: str
) -> None:
    worker_name = f"The worker at {address}"
    if not isinstance(answer, WorkerCheck):
        reason = f" ({answer})" if answer is not None else ""
        raise UserError(
            "cluster.no_backend",
            f"{worker_name} does not have the backend{reason}.",
            "Start workers in the Python environment of the backend, with PYTHONPATH set to the "
            "folder of the plugin, or run the batch without a scheduler.",
        )
    worker_name += f" on {answer.host}"
    if answer.missing or answer.version != VERSION:
        lacks = f"lacks {', '.join(answer.missing)}" if answer.missing else ""
        raise UserError(
            "cluster.version_mismatch",
            f"{worker_name} "
            f"{lacks or f'has version {answer.version} of the backend, not {VERSION}'}.",
            "Install the same version of the backend and all its packages on all machines.",
        )
    if not answer.folder_visible or not answer.can_write:
        cannot = "write to" if answer.folder_visible else "see"
        raise UserError(
            "cluster.no_shared_folder",
            f"{worker_name} cannot {cannot} the output folder {lease.parent}.",
            "Scenes, model and output folder must be on a file system that all workers share, "
            "under the same path.",
        )
    if answer.digest != digest and file_digest(options.model.model) != digest:
        raise model_changed(options.model.model)
    if answer.digest != digest:
        finding = "has another file at the path of" if answer.digest else "cannot read"
        raise UserError(
            "cluster.no_shared_folder",
            f"{worker_name} {finding} the model {options.model.model}.",
            "Scenes, model and output folder must be on a file system that all workers share, "
            "under the same path.",
        )


def _log_outcome(outcome: Outcome, scene: BatchScene, reporter: Reporter) -> None:
    for warning in outcome.warnings:
        reporter.warn(f"{scene.name}: {warning}")
    if outcome.detail:
        print(outcome.detail, file=sys.stderr, flush=True)
    if outcome.status == "failed":
        reporter.warn(f"{scene.name} failed: {outcome.message} {outcome.hint}")


def _metrics(scenes: Sequence[BatchScene], outcomes: Sequence[Outcome]) -> dict[str, Any]:
    by_status = {
        status: sum(outcome.status == status for outcome in outcomes)
        for status in ("mapped", "skipped", "failed")
    }
    return {
        "scenes": [
            {
                "name": scene.name,
                "image": scene.image,
                "status": outcome.status,
                "seconds": outcome.seconds,
                **(
                    {"code": outcome.code, "message": outcome.message}
                    if outcome.status == "failed"
                    else {"map": str(scene.map)}
                ),
            }
            for scene, outcome in zip(scenes, outcomes, strict=True)
        ],
        **by_status,
    }
