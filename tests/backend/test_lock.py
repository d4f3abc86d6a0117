"""What set-up installs is what was tested: the lock file agrees with the developers' pins."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name, parse_wheel_filename

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
LOCK = json.loads((ROOT / "resources" / "lock.json").read_text(encoding="utf-8"))
#: What only some platforms need, by its own requirements; the lock file itself pins these.
ONLY_SOMEWHERE = ("nvidia-", "cuda-", "triton", "colorama")
INSTALLERS = {"pip"}


def pins(*names: str) -> dict[str, str]:
    found = {}
    for name in names:
        for line in (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                package, _, version = line.partition("==")
                found[str(canonicalize_name(package))] = version
    return found


def test_it_was_made_from_the_requirements_as_they_are() -> None:
    """After a change of a pin: scripts/lock."""
    for name, told in LOCK["made_from"].items():
        content = (ROOT / "requirements" / name).read_bytes()
        assert told == f"sha256:{hashlib.sha256(content).hexdigest()}", f"{name}: run scripts/lock"


@pytest.mark.parametrize(
    "environment",
    LOCK["environments"],
    ids=lambda entry: f"{entry['platform']} {entry['python']} {entry['build']}",
)
def test_every_environment_has_every_pin_and_nothing_that_is_not_pinned(environment) -> None:
    wanted = pins("torch.txt", "backend.txt", "setup.txt")
    found = {}
    for file in environment["files"]:
        name, version, _, _ = parse_wheel_filename(file)
        found[str(name)] = version.public
    assert len(found) == len(environment["files"])
    extra = {name for name in found if name not in wanted}
    assert all(name.startswith(ONLY_SOMEWHERE) for name in extra), extra
    assert {name: found.get(name) for name in wanted} == wanted
    with_cuda = environment["build"] == "cuda" and environment["platform"].startswith("linux")
    assert any(name.startswith("nvidia-") for name in found) == with_cuda


def test_the_platforms_that_are_promised_are_there() -> None:
    found = {(entry["platform"], entry["python"], entry["build"]) for entry in LOCK["environments"]}
    for python in ("3.11", "3.12", "3.13"):
        assert {
            ("linux_x86_64", python, "cpu"),
            ("linux_x86_64", python, "cuda"),
            ("linux_aarch64", python, "cuda"),
            ("macos_arm64", python, "apple"),
            ("windows_x86_64", python, "cpu"),
        } <= found
    assert ("windows_x86_64", "3.12", "cuda") in found  # the Python that QGIS for Windows brings


def test_every_file_is_a_wheel_with_a_hash_and_a_licence() -> None:
    for file, entry in LOCK["wheels"].items():
        assert file.endswith(".whl")
        assert re.fullmatch(r"sha256:[0-9a-f]{64}", entry["hash"])
        name, version, _, _ = parse_wheel_filename(file)
        assert (str(name), str(version)) == (entry["name"], entry["version"])
        assert LOCK["licences"][entry["name"]] != "not told"
    used = {file for environment in LOCK["environments"] for file in environment["files"]}
    assert used == set(LOCK["wheels"])


def test_the_wheels_of_pytorchs_own_index_are_those_that_were_noted() -> None:
    noted = json.loads((ROOT / "requirements" / "torch_wheels.json").read_text())
    for wheel in noted["wheels"]:
        assert LOCK["wheels"][wheel["file"]]["hash"] == wheel["hash"]
    indexes = {environment["index"] for environment in LOCK["environments"]}
    assert indexes == {"", *noted["indexes"].values()}


def test_nothing_says_where_the_public_packages_were_found() -> None:
    addresses = set(re.findall(r"https?://[^/\"]+", (ROOT / "resources/lock.json").read_text()))
    assert addresses == {"https://download.pytorch.org"}


def test_the_licences_that_are_told_are_those_of_the_lock_file() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    for name, licence in LOCK["licences"].items():
        assert re.search(rf"^\| {re.escape(name)} \| \S+ \| {re.escape(licence)} \|$", page, re.M)


def test_every_licence_but_those_of_nvidia_goes_with_the_gpl() -> None:
    fine = {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "CNRI-Python",
        "LLVM-exception", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib",
    }  # fmt: skip
    for name, licence in LOCK["licences"].items():
        words = set(re.split(r"[\s()]+", licence)) - {"AND", "OR", "WITH", ""}
        if words == {"LicenseRef-NVIDIA-Proprietary"}:
            assert name.startswith(("nvidia-", "cuda-"))
        else:
            assert words <= fine, (name, words - fine)


def test_the_project_asks_for_no_more_than_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[<>=!~ \[;]", entry)[0] for entry in project["dependencies"]}
    assert asked <= set(LOCK["licences"])
