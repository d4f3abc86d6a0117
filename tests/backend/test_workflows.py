"""The workflows on GitHub fit the scripts, requirements and versions of the repository."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
TIERS = {"style", "backend", "fuzz", "faults", "qgis", "gui"}


def _load(file: Path) -> dict[str, Any]:
    loaded = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


TESTS = _load(FOLDER / "tests.yml")


def _steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def _commands(file: Path) -> str:
    return "\n".join(step["run"] for step in _steps(_load(file)) if "run" in step)


def _matrix(job: str) -> dict[str, Any]:
    matrix = TESTS["jobs"][job]["strategy"]["matrix"]
    assert isinstance(matrix, dict)
    return matrix


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_actions_are_pinned_by_commit(file: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", file.read_text(encoding="utf-8"))
    assert used
    for action, comment in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action


def test_an_action_has_one_version() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
    used = set(re.findall(r"uses: (\S+)@(\S+)", text))
    assert len({action for action, _ in used}) == len(used)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_jobs_may_only_read(file: Path) -> None:
    workflow = _load(file)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        given = job.get("permissions", {})
        assert given == {} or (name == "publish" and set(given) == {"pages", "id-token"})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_job_has_a_time_limit_and_no_command_holds_foreign_text(file: Path) -> None:
    for job in _load(file)["jobs"].values():
        assert job["timeout-minutes"] <= 90
    assert "${{" not in _commands(file)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_scripts_requirements_and_tests_exist(file: Path) -> None:
    commands = _commands(file)
    named = re.findall(r"(?:scripts|requirements|tests)/[\w./-]+", commands)
    assert all((ROOT / name).exists() for name in named), named
    tiers = re.findall(r"scripts/test (\w+)", commands)
    assert set(tiers) <= TIERS


def test_every_tier_is_run() -> None:
    run = set(re.findall(r"scripts/test (\w+)", _commands(FOLDER / "tests.yml")))
    run |= set(_matrix("robustness")["tier"]) | set(_matrix("qgis")["tier"])
    run |= set(re.findall(r"pytest tests/(\w+)", _commands(FOLDER / "tests.yml")))
    assert run == TIERS
    script = (ROOT / "scripts" / "test").read_text(encoding="utf-8")
    listed = re.search(r"ALL_TIERS=\(([^)]*)\)", script)
    assert listed is not None
    assert set(listed[1].split()) == TIERS


def test_the_backend_is_tested_on_all_systems_and_pythons() -> None:
    matrix = _matrix("backend")
    assert {system.split("-")[0] for system in matrix["system"]} == {"ubuntu", "windows", "macos"}
    pythons = {*matrix["python"], *(extra["python"] for extra in matrix["include"])}
    locked = json.loads((ROOT / "resources" / "lock.json").read_text(encoding="utf-8"))
    assert pythons == {environment["python"] for environment in locked["environments"]}


def test_the_backend_gets_the_environment_of_the_scripts() -> None:
    """PyTorch first and exactly, then everything else under its constraint."""
    installs = [
        re.findall(r"--(requirement|constraint) requirements/(\w+)\.txt", step["run"])
        for step in TESTS["jobs"]["backend"]["steps"]
        if re.search(r"pip install .*--requirement", step.get("run", ""))
    ]
    assert installs == [
        [("requirement", "setup")],
        [("requirement", "torch"), ("constraint", "backend")],
        [("requirement", "backend"), ("requirement", "dev"), ("constraint", "torch")],
    ]
    indexes = json.loads((ROOT / "requirements" / "torch_wheels.json").read_text("utf-8"))
    assert TESTS["env"]["TORCH_INDEX"] == indexes["indexes"]["cpu"]


def test_the_plugin_is_tested_in_the_oldest_qgis_that_it_supports() -> None:
    metadata = ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    images = _matrix("qgis")["qgis"]
    versions = sorted(tuple(map(int, image.split("-")[0].split("."))) for image in images)
    oldest = tuple(map(int, metadata["general"]["qgisMinimumVersion"].split(".")))
    newest = tuple(map(int, metadata["general"]["qgisMaximumVersion"].split(".")))
    assert versions[0] == oldest
    assert versions[-1] <= newest


def test_the_site_is_published_from_where_it_is_built() -> None:
    (upload,) = [
        step
        for step in _steps(_load(FOLDER / "docs.yml"))
        if "upload-pages-artifact" in step.get("uses", "")
    ]
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"site_dir: {upload['with']['path']}\n" in settings


def test_hooks_use_the_project_s_own_tools() -> None:
    hooks = _load(ROOT / ".pre-commit-config.yaml")
    (local,) = [repository for repository in hooks["repos"] if repository["repo"] == "local"]
    entries = {hook["id"]: hook for hook in local["hooks"]}
    pinned = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    for tool in ("ruff", "mypy"):
        assert re.search(rf"^{tool}==", pinned, re.MULTILINE)
    assert entries["ruff-check"]["entry"].startswith(".venv/bin/python -m ruff check")
    (actionlint,) = entries["actionlint"]["additional_dependencies"]
    assert f"pipx run {actionlint}" in _commands(FOLDER / "tests.yml")


def test_dependencies_are_watched() -> None:
    updates = _load(ROOT / ".github" / "dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"github-actions", "pip"}
    for update in updates:
        assert (ROOT / update["directory"].lstrip("/")).is_dir()
