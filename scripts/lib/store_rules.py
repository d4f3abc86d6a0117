"""The requirements and scans of the plugin repository; each violation as a line."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import Path, PurePosixPath

LARGEST = 25 * 1024 * 1024
REQUIRED = (
    "name", "description", "about", "version", "qgisMinimumVersion", "author", "email",
    "tracker", "repository",
)  # fmt: skip
PROGRAMS = {".pyc", ".pyo", ".so", ".dll", ".dylib", ".pyd", ".exe", ".bat", ".jar", ".o", ".a"}
#: How compiled programs begin, whatever they are called: ELF, Windows, macOS, Java.
MAGIC = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa\xcf")
RUN_BY_QGIS = ("algorithms", "bridge", "gui")
OLDEST_PYTHON = (3, 9)
EXEMPTION = re.compile(r"#\s*nosec\s+(B\d+)")


def findings(archive: Path, justified: Path) -> list[str]:
    """Everything that is wrong with a zip; `justified` is the page with the exemptions."""
    found = [*_check_archive(archive)]
    # Without a single top folder there is nothing to check.
    return found or [*rules(archive, justified), *scans(archive)]


def rules(archive: Path, justified: Path) -> list[str]:
    """What is wrong with the metadata, the files and the exemptions in a zip."""
    with tempfile.TemporaryDirectory() as name:
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(name)
        (plugin,) = Path(name).iterdir()
        found = [*_check_metadata(plugin), *_check_files(plugin)]
        return [*found, *_check_exemptions(plugin, justified)]


def scans(archive: Path) -> list[str]:
    """What the scanners find in a zip."""
    with tempfile.TemporaryDirectory() as name:
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(name)
        (plugin,) = Path(name).iterdir()
        return [*_run_bandit(plugin), *_run_detect_secrets(plugin), *_run_flake8(plugin)]


def _check_archive(archive: Path) -> Iterator[str]:
    if archive.stat().st_size > LARGEST:
        yield f"zip: {archive.stat().st_size} bytes, more than {LARGEST}"
    with zipfile.ZipFile(archive) as opened:
        tops = {PurePosixPath(name).parts[0] for name in opened.namelist()}
        unsafe = [name for name in opened.namelist() if name.startswith("/") or ".." in name]
    if len(tops) != 1 or not next(iter(tops)).isidentifier():
        yield f"zip: one top folder with the name of a Python package, not {sorted(tops)}"
    yield from (f"zip: leads out of its folder: {name}" for name in unsafe)


def _check_metadata(plugin: Path) -> Iterator[str]:
    # As QGIS reads it: a stray percent sign is an error there.
    parser = ConfigParser()
    try:
        parser.read(plugin / "metadata.txt", encoding="utf-8")
        general = dict(parser["general"])
    except (ConfigError, KeyError) as error:
        yield f"metadata.txt: {error}"
        return
    for name in REQUIRED:
        if not general.get(name.lower(), "").strip():
            yield f"metadata.txt: {name} is missing"
    if not re.fullmatch(r"\d+\.\d+(\.\d+)?", general.get("version", "")):
        yield "metadata.txt: version is no number like 1.2.3"
    for name in ("tracker", "repository", "homepage"):
        if not general.get(name, "https://").startswith("https://"):
            yield f"metadata.txt: {name} is no https address"
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", general.get("email", "")):
        yield "metadata.txt: email is no address"
    if "supportsqt6" in general:
        yield "metadata.txt: supportsQt6 was given up; say qgisMaximumVersion"
    if general.get("qgismaximumversion") != "4.99":
        yield "metadata.txt: qgisMaximumVersion is not 4.99"
    if "External dependencies" not in general.get("about", ""):
        yield "metadata.txt: about does not name the external dependencies"
    if not (plugin / general.get("icon", "absent")).is_file():
        yield "metadata.txt: the icon is not there"
    if not general.get("changelog"):
        yield "metadata.txt: there is no changelog"


def _check_files(plugin: Path) -> Iterator[str]:
    for name in ("LICENSE", "__init__.py", "README.md"):
        if not (plugin / name).is_file():
            yield f"{name}: is missing"
    for file in sorted(plugin.rglob("*")):
        name = file.relative_to(plugin)
        if file.name.startswith(".") or "__pycache__" in name.parts:
            yield f"{name}: hidden files and caches do not belong there"
        if not file.is_file():
            continue
        head = file.read_bytes()[:4]
        if file.suffix.lower() in PROGRAMS or head.startswith(MAGIC):
            yield f"{name}: a compiled program"
        if file.suffix == ".py":
            yield from _check_code(file, name)


def _check_code(file: Path, name: Path) -> Iterator[str]:
    in_qgis = name.parts[0] in RUN_BY_QGIS or len(name.parts) == 1
    try:
        tree = ast.parse(
            file.read_text(encoding="utf-8"),
            feature_version=OLDEST_PYTHON if in_qgis else None,
        )
    except SyntaxError as error:
        yield f"{name}:{error.lineno}: {error.msg}"
        return
    for node in ast.walk(tree):
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            modules = [node.module or ""]
        for module in modules:
            if module.split(".")[0] in ("PyQt5", "PyQt6", "sip"):
                yield f"{name}:{node.lineno}: imports {module}; qgis.PyQt works with both"


def _check_exemptions(plugin: Path, justified: Path) -> Iterator[str]:
    """Each inline exemption must be justified: by file and rule, in one line of the page."""
    page = justified.read_text(encoding="utf-8").splitlines() if justified.is_file() else []
    for file in sorted(plugin.rglob("*.py")):
        name = file.relative_to(plugin).as_posix()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if "nosec" not in line and "pragma: allowlist" not in line:
                continue
            rules = EXEMPTION.findall(line)
            if not rules:
                yield f"{name}:{number}: an exemption without its rule"
            for rule in rules:
                if not any(f"`{name}`" in said and rule in said for said in page):
                    yield f"{name}:{number}: {rule} is not justified in docs/{justified.name}"


def _run_bandit(plugin: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "bandit", "-q", "-r", ".", "-f", "json", "--exit-zero"]
    report = json.loads(_run(command, plugin))
    for error in report["errors"]:
        yield f"bandit: {error}"
    for result in report["results"]:
        place = f"{result['filename'].removeprefix('./')}:{result['line_number']}"
        yield f"{place}: {result['test_id']} {result['issue_text']}"


def _run_detect_secrets(plugin: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "detect_secrets", "scan", "--all-files", "."]
    for file, secrets in json.loads(_run(command, plugin))["results"].items():
        for secret in secrets:
            yield f"{file}:{secret['line_number']}: looks like a secret ({secret['type']})"


def _run_flake8(plugin: Path) -> Iterator[str]:
    # ruff keeps lines at 100 characters except where a string cannot be broken, and formats slices
    # in the way that E203 and W503 forbid.
    options = ["--isolated", "--max-line-length=120", "--extend-ignore=E203,W503", "--exit-zero"]
    yield from _run([sys.executable, "-m", "flake8", *options, "."], plugin).splitlines()


def _run(command: list[str], folder: Path) -> str:
    return subprocess.run(
        command,
        cwd=folder,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ).stdout
