"""Downloads models of the Hugging Face hub, by name and commit, over its web interface.

Only configurations and safetensors weights are downloaded, and the checksum of each file is
verified against the hub's listing. The commit is required, so that a name always means the same
weights.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

import requests

from ..core.errors import UserError
from ..core.reporter import Reporter
from ..files.cache_folders import backbone_folder
from ..files.download import (
    TIMEOUT_SECONDS,
    Download,
    check_address,
    download,
    innermost_reason,
    unreachable,
)
from .catalogue import create_once
from .networks.layout import CONFIG, PARTS, SCHEDULE, chosen_weights

HUB = "https://huggingface.co"
_WORD = r"[A-Za-z0-9][\w.\-]*"
_NAME = re.compile(rf"^(?P<owner>{_WORD})/(?P<name>{_WORD})(@(?P<revision>.*))?$", re.ASCII)
_FILE = re.compile(rf"^{_WORD}$", re.ASCII)
_COMMIT = re.compile(r"^[0-9a-f]{40}$")


@dataclass(frozen=True)
class HubModel:
    """A model at one commit."""

    repository: str
    commit: str

    @classmethod
    def of(cls, text: str) -> HubModel | None:
        """Parse a name such as `owner/name@commit`; None for other names."""
        match = _NAME.match(text)
        if match is None:
            return None
        repository, revision = f"{match['owner']}/{match['name']}", match["revision"]
        if revision is None or not _COMMIT.match(revision):
            raise UserError(
                "backbone.no_revision",
                f"There is no folder {text}, and as a model of the Hugging Face hub it has no "
                "commit.",
                f"Enter {repository}@COMMIT with the 40 digits of a commit, which the hub shows "
                "under “Files and versions”, “History”.",
            )
        return cls(repository, revision)


@dataclass(frozen=True)
class _Listed:
    path: str
    size: int
    digest: str
    large: bool  # stored outside git (LFS), and identified by SHA-256 instead of git's SHA-1


def find_hub_model(model: HubModel, reporter: Reporter) -> Path:
    """The folder of a model, downloaded on first use."""
    folder = backbone_folder() / f"{model.repository.replace('/', '--')}-{model.commit[:12]}"
    return create_once(folder, partial(_fetch, model, reporter), reporter, resumed=True)


def _fetch(model: HubModel, reporter: Reporter, folder: Path) -> None:
    address = f"{os.environ.get('HF_ENDPOINT') or HUB}".rstrip("/")
    check_address(address, None)
    token = os.environ.get("HF_TOKEN")
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    reporter.advance(0.0, f"listing {model.repository}")
    files = _required_files(_list(address, model, headers), model)
    total, done = sum(file.size for file in files) or 1, 0
    for file in files:
        target = folder / PurePosixPath(file.path)
        if target.exists():  # downloaded and verified by an earlier attempt
            done += file.size
            continue
        url = f"{address}/{model.repository}/resolve/{model.commit}/{quote(file.path)}"
        hasher = hashlib.sha256 if file.large else partial(_git_hasher, file.size)
        wanted = Download(url, file.size, file.digest, hasher, headers)
        step = reporter.part(done / total, (done + file.size) / total)
        download(wanted, target, step)
        done += file.size


def _list(address: str, model: HubModel, headers: dict[str, str]) -> list[_Listed]:
    """The files of the commit, page by page."""
    url: str | None = f"{address}/api/models/{model.repository}/tree/{model.commit}?recursive=true"
    found: list[_Listed] = []
    while url:
        try:
            response = requests.get(url, headers=headers, timeout=TIMEOUT_SECONDS)
            if response.status_code in (401, 403, 404):
                raise UserError(
                    "backbone.not_found",
                    f"The hub has no public model {model.repository} at commit {model.commit}.",
                    "Check name and commit. For a model with restricted access set the environment "
                    "variable HF_TOKEN, or download it by other means and choose its folder.",
                )
            response.raise_for_status()
            found += [_listed(entry) for entry in response.json() if entry.get("type") == "file"]
        except (requests.RequestException, KeyError, TypeError, AttributeError) as error:
            raise unreachable(address, innermost_reason(error)) from error
        url = response.links.get("next", {}).get("url")
        if url and not url.startswith(f"{address}/"):
            raise unreachable(address, "its listing continues at another address")
    return found


def _listed(entry: dict[str, Any]) -> _Listed:
    large = entry.get("lfs")
    digest = large["oid"] if large else entry["oid"]
    return _Listed(entry["path"], int(entry["size"]), str(digest), bool(large))


def _required_files(files: list[_Listed], model: HubModel) -> list[_Listed]:
    """Configurations and weights of the parts of a backbone."""
    folders: dict[str, list[_Listed]] = {}
    for file in files:
        parent, _, name = file.path.rpartition("/")
        if parent in ("", *PARTS) and _FILE.match(name):
            folders.setdefault(parent, []).append(file)
    is_pipeline = any(file.path == f"unet/{CONFIG}" for file in folders.get("unet", ()))
    chosen: list[_Listed] = []
    for parent, inside in folders.items():
        if is_pipeline and parent == "":  # the same weights in one file
            continue
        names = [file.path.rpartition("/")[2] for file in inside]
        wanted = {CONFIG, SCHEDULE, *chosen_weights(names)}
        chosen += [file for file in inside if file.path.rpartition("/")[2] in wanted]
    network = "unet/" if is_pipeline else ""
    if not any(
        file.path.startswith(network) and file.path.endswith(".safetensors") for file in chosen
    ):
        raise UserError(
            "backbone.not_found",
            f"The model {model.repository} has no network with safetensors weights at "
            f"{model.commit[:12]}.",
            "Choose a commit that has; weights in other formats could contain code and are not "
            "supported.",
        )
    return chosen


def _git_hasher(size: int) -> Any:
    """The hash by which git identifies a file, which the hub lists for small files."""
    return hashlib.sha1(f"blob {size}\0".encode(), usedforsecurity=False)
