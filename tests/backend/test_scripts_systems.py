"""On Windows and macOS each script says that it cannot run there, and what to do instead."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(sys.platform != "linux", reason="starts the scripts with a bash of Linux"),
]

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted(file for file in (ROOT / "scripts").iterdir() if file.is_file())


def run(script: Path, system: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A script on a system that calls itself by this name."""
    uname = folder / "uname"
    uname.write_text(f"#!/bin/sh\necho {system}\n", encoding="utf-8")
    uname.chmod(0o755)
    environment = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"}
    return subprocess.run(
        [script], env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_there_are_scripts() -> None:
    assert {"demo", "test", "package", "docs"} <= {script.name for script in SCRIPTS}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
@pytest.mark.parametrize(
    ("system", "name"), [("Darwin", "macOS"), ("MINGW64_NT-10.0-22631", "Windows")]
)
def test_a_script_says_what_to_do_instead(
    script: Path, system: str, name: str, tmp_path: Path
) -> None:
    ended = run(script, system, tmp_path)
    assert ended.returncode == 1
    assert ended.stdout == ""
    first, *rest = ended.stderr.splitlines()
    assert first == f"scripts/{script.name} needs Linux and cannot run on {name}."
    assert "CONTRIBUTING.md" in " ".join(rest)


def test_the_page_that_is_named_has_that_section() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "\n### On Windows and macOS\n" in page


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_the_check_comes_before_what_an_old_bash_cannot_run(script: Path) -> None:
    """Bash reads line by line: above the check there may be comments and the sourcing of it."""
    lines = script.read_text(encoding="utf-8").splitlines()
    code = [line for line in lines if line.strip() and not line.startswith("#")]
    assert code[0].startswith('source "$(dirname "${BASH_SOURCE[0]}")/lib/')


def test_the_quick_compatibility_tests_exist() -> None:
    text = (ROOT / "scripts" / "test-compat").read_text(encoding="utf-8")
    listed = re.search(r"^QUICK=\(([^)]*)\)", text, re.MULTILINE)
    assert listed is not None
    assert [
        name
        for name in listed[1].split()
        if not (ROOT / "tests" / "qgis" / f"test_{name}.py").is_file()
    ] == []
