"""The store's zip: what is in it, what would stop it, and the bill of materials beside it."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "scripts" / "lib"
sys.path.insert(0, str(LIBRARY))

import package  # noqa: E402
import sbom  # noqa: E402
import store_rules  # noqa: E402

METADATA = """[general]
name=GeoDiffNet
description=d
about=a. External dependencies: torch
version=1.2.3
qgisMinimumVersion=3.40
qgisMaximumVersion=4.99
author=me
email=me@example.org
tracker=https://example.org
repository=https://example.org
icon=icon.svg
changelog=1.2.3
"""
GOOD = {
    "__init__.py": "def classFactory(iface):\n    return None\n",
    "README.md": "read me\n",
    "LICENSE": "free\n",
    "icon.svg": "<svg/>\n",
    "metadata.txt": METADATA,
}


@pytest.fixture(scope="module")
def release(tmp_path_factory) -> Path:
    """The zip of the last commit, checked, as scripts/package makes it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, LIBRARY / "package.py", "--folder", folder]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    (archive,) = folder.glob("*.zip")
    return archive


def test_the_last_commit_makes_a_zip_without_findings(release: Path) -> None:
    assert release.stat().st_size < store_rules.LARGEST
    names = zipfile.ZipFile(release).namelist()
    assert {name.split("/")[0] for name in names} == {"geodiffnet"}
    second = {name.split("/")[1] for name in names}
    assert second == {*package.FILES, *package.FOLDERS}
    assert "geodiffnet/resources/lock.json" in names
    assert not [name for name in names if "test" in name or name.endswith(".pyc")]


def test_the_changelog_is_in_the_metadata(release: Path) -> None:
    parser = ConfigParser()
    parser.read_string(zipfile.ZipFile(release).read("geodiffnet/metadata.txt").decode())
    changes = parser["general"]["changelog"]
    assert "0.1.0" in changes
    assert "Classify HSI with GeoDiffNet-F" in changes
    assert parser["general"]["name"] == "GeoDiffNet"


def test_the_same_commit_gives_the_same_zip(release: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.zip"
    package.write_zip(package.contents("HEAD"), again)
    assert again.read_bytes() == release.read_bytes()


def test_the_bill_of_materials_has_every_file_that_set_up_may_install(release: Path) -> None:
    bill = json.loads(release.with_suffix(".cdx.json").read_text(encoding="utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    lock = json.loads((ROOT / "resources" / "lock.json").read_text(encoding="utf-8"))
    listed = {
        reference["url"].replace("%2B", "+"): reference["hashes"][0]["content"]
        for component in bill["components"]
        for reference in component.get("externalReferences", ())
    }
    hashes = {file: entry["hash"].split(":")[1] for file, entry in lock["wheels"].items()}
    assert listed == hashes
    references = [component["bom-ref"] for component in bill["components"]]
    assert len(references) == len(set(references))
    assert set(bill["dependencies"][0]["dependsOn"]) == set(references)
    assert all(component["licenses"] for component in bill["components"])
    torch = {entry["version"] for entry in bill["components"] if entry["name"] == "torch"}
    assert torch == {"2.13.0", "2.13.0+cpu", "2.13.0+cu126"}
    required = {entry["name"] for entry in bill["components"] if entry.get("scope") == "required"}
    assert "numpy" in required
    assert "triton" not in required
    assert sbom.bill_of_materials(ROOT, "1", release).count("pkg:pypi/numpy@") == 3


def test_a_list_is_only_printed(tmp_path: Path) -> None:
    command = [sys.executable, LIBRARY / "package.py", "--list", "--folder", tmp_path]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "geodiffnet/plugin.py" in told
    assert "tests/" not in told
    assert list(tmp_path.iterdir()) == []


def make(tmp_path: Path, changed: dict[str, str | bytes | None], top: str = "geodiffnet"):
    """A small plugin that is right but for what is changed, and the page of exemptions."""
    archive, page = tmp_path / "plugin.zip", tmp_path / "security.md"
    with zipfile.ZipFile(archive, "w") as opened:
        for name, text in (GOOD | changed).items():
            if text is not None:
                opened.writestr(f"{top}/{name}", text)
    page.write_text("| `fine.py` | B311 | because |\n")
    return archive, page


def test_a_plugin_that_is_right_has_no_findings(tmp_path: Path) -> None:
    exempt = "import random\n\nrandom.random()  # nosec B311\n"
    assert store_rules.findings(*make(tmp_path, {"fine.py": exempt})) == []


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        ("LICENSE", None, "LICENSE: is missing"),
        ("metadata.txt", METADATA.replace("External", "No"), "about"),
        ("metadata.txt", METADATA.replace("1.2.3\nqgisMin", "one\nqgisMin"), "version"),
        ("metadata.txt", METADATA + " 100% faster\n", "'%' must be followed"),
        ("metadata.txt", METADATA + "supportsQt6=True\n", "supportsQt6"),
        ("metadata.txt", METADATA.replace("icon.svg", "absent.svg"), "icon"),
        ("metadata.txt", METADATA.replace("https", "http"), "no https address"),
        ("metadata.txt", METADATA.replace("me@example.org", "me"), "email"),
        ("metadata.txt", "nothing", "no section headers"),
        ("tool.so", "x", "tool.so: a compiled program"),
        ("tool.dat", b"\x7fELF\0", "tool.dat: a compiled program"),
        (".hidden", "x", "hidden files"),
        ("__pycache__/a.txt", "x", "caches do not belong"),
        ("gui/page.py", "match 1:\n    case 1:\n        pass\n", "Pattern matching"),
        ("gui/page.py", "from PyQt5.QtCore import Qt\n\nQt\n", "qgis.PyQt works with both"),
        ("gui/page.py", "import random\n\nrandom.random()  # nosec B311\n", "not justified"),
        ("gui/page.py", "import random\n\nrandom.random()  # nosec\n", "without its rule"),
    ],
)
def test_what_the_store_would_refuse_is_found(
    tmp_path: Path, file: str, text: str | bytes | None, complaint: str
) -> None:
    found = store_rules.rules(*make(tmp_path, {file: text}))
    assert any(complaint in line for line in found), found


def test_what_its_reviewers_scan_for_is_found(tmp_path: Path) -> None:
    bad = {
        "gui/a.py": "import os\n\nassert 1\ntry:\n    pass\nexcept Exception:\n    pass\n",
        "gui/b.py": "import subprocess\n\nsubprocess\n",
        "keys.txt": "aws_key = 'AKIAIOSFODNN7EXAMPLF'\n",  # pragma: allowlist secret
    }
    archive, _ = make(tmp_path, bad)
    found = "\n".join(store_rules.scans(archive))
    for complaint in ("B101", "B110", "B404", "F401", "keys.txt:1: looks like a secret"):
        assert complaint in found


def test_a_top_folder_that_is_no_package_is_found(tmp_path: Path) -> None:
    found = store_rules.findings(*make(tmp_path, {}, top="geo-diff"))
    assert any("one top folder" in line for line in found)
