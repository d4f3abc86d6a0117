"""Starts QGIS with a window on a virtual screen, and runs a driver in it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DRIVER = Path(__file__).with_name("driver.py")
DOCK_DRIVER = Path(__file__).with_name("dock_driver.py")
BACKEND_PYTHON = Path(os.environ.get("GEODIFFNET_PYTHON") or ROOT / ".venv" / "bin" / "python")
SECONDS = 900  # a limit for busy machines
SCREEN = "-screen 0 1600x1000x24"
#: Without the enlargement by a few percent with which QGIS draws on a finer screen.
UNSCALED_SCREEN = f"{SCREEN} -dpi 96"
SETTINGS = """[PythonPlugins]
geodiffnet=true
processing=true

[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true

[locale]
overrideFlag=true
userLocale={locale}

[UI]
UITheme={theme}

[app]
projections\\unknownCrsBehavior=NoAction
"""


def make_sample(folder: Path, size: int) -> None:
    """Write the generated sample scene with the command of the backend."""
    command = [BACKEND_PYTHON, "-m", "backend", "sample", "--folder", folder, "--size", str(size)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)


def drive_qgis(
    work: Path,
    sample: Path,
    pictures: Path,
    variables: dict | None = None,
    driver: Path = DRIVER,
    seconds: int = SECONDS,
    locale: str = "en_US",
    theme: str = "default",
    screen: str = SCREEN,
    **job,
):
    """Run a driver in QGIS with an empty profile; returns its result."""
    plugins = work / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "geodiffnet").symlink_to(ROOT, target_is_directory=True)
    profile = work / "config" / "profiles" / "default" / "QGIS"
    profile.mkdir(parents=True)
    (profile / "QGIS3.ini").write_text(SETTINGS.format(locale=locale, theme=theme))
    runtime = work / "runtime"
    runtime.mkdir(mode=0o700)
    described, seen = work / "job.json", work / "seen.json"
    job |= {
        "scene": str(sample / "scene.tif"),
        "labels": str(sample / "train.gpkg"),
        "pictures": str(pictures),
        "seen": str(seen),
        "drivers": str(DRIVER.parent),
    }
    described.write_text(json.dumps(job))
    # QGIS marks layers in its temporary folder, so the sample is elsewhere.
    temporary = work / "temporary"
    temporary.mkdir()
    environment = {
        "GEODIFFNET_DRIVER": str(described),
        "GEODIFFNET_PYTHON": str(BACKEND_PYTHON),
        "HOME": str(work),
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        "QGIS_PLUGINPATH": str(plugins),
        "TMPDIR": str(temporary),
        "XDG_CACHE_HOME": str(work / "cache"),
        "XDG_RUNTIME_DIR": str(runtime),
    }
    qgis = ["qgis", "--noversioncheck", "--nologo", "--profiles-path", work / "config"]
    with subprocess.Popen(
        ["xvfb-run", "-a", "-s", screen, *qgis, "--code", driver],
        env=environment | (variables or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as run:
        try:
            said, _ = run.communicate(timeout=seconds)
        except (subprocess.TimeoutExpired, KeyboardInterrupt, SystemExit):
            # QGIS and its screen would outlive this script.
            os.killpg(run.pid, signal.SIGKILL)
            raise
    if not seen.exists():
        raise RuntimeError(f"QGIS ended without a result:\n{said}")
    outcome = json.loads(seen.read_text())
    if "error" in outcome:
        raise RuntimeError(outcome["error"])
    return outcome
