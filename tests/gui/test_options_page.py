"""The options page: the backend is set up from a folder of tiny wheels."""

import platform
import sys
from pathlib import Path

import pytest
from gui_support import ROOT, drive_qgis

sys.path.insert(0, str(ROOT / "tests" / "qgis"))

from setup_support import BACKEND, make_lock, make_wheels

DRIVER = Path(__file__).with_name("options_driver.py")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """The texts of the page, from an empty profile to a removed backend."""
    work = tmp_path_factory.mktemp("options")
    wheels = make_wheels(work / "wheels")
    backend = work / "backend"
    backend.mkdir()
    (backend / "__main__.py").write_text(BACKEND)
    lock = make_lock(wheels, work / "lock.json", f"linux_{platform.machine()}")
    observed = drive_qgis(
        work / "qgis",
        work,
        work / "pictures",
        driver=DRIVER,
        wheels=str(wheels),
        lock=str(lock),
        backend=str(backend),
    )
    return observed | {"pictures": work / "pictures"}


def test_a_missing_backend_can_be_set_up(seen):
    assert "not set up yet" in seen["missing"]["state"]
    assert "some minutes" in seen["missing"]["details"]
    assert seen["missing"]["buttons"] == [
        "Set up", "Verify and use", "Download only", "Copy a diagnostics report"
    ]  # fmt: skip


def test_cancelling_changes_nothing(seen):
    assert "Cancelled" in seen["cancelled"]["doing"]
    assert seen["cancelled"]["state"] == seen["missing"]["state"]


def test_progress_is_shown_and_qgis_stays_responsive(seen):
    assert seen["at work"]["cancel"]
    assert "Creating the environment" in seen["at work"]["log"]
    assert seen["stall"] < 2


def test_the_installed_backend_is_ready_and_tested(seen):
    assert "The backend is set up." in seen["ready"]["state"]
    assert "PyTorch build CPU" in seen["ready"]["details"]
    assert "geodiffnet/runtime/" in seen["ready"]["details"]
    assert "self-test passed in 0.1 s. Device: cpu" in seen["ready"]["doing"]
    assert seen["ready"]["buttons"][:3] == ["Verify", "Repair", "Remove…"]
    assert "self-test passed" in seen["verified"]["doing"]


def test_the_diagnostics_report_is_copied(seen):
    assert "copied to the clipboard" in seen["reported"]["doing"]
    report = seen["clipboard"]
    for part in ("### Versions", "- GeoDiffNet: ", "- state: ready", "- device: cpu", "### Log"):
        assert part in report, report
    assert str(seen["pictures"].parent) not in report


def test_a_failed_repair_is_reported_and_the_environment_is_kept(seen):
    assert "The wheel folder lacks" in seen["failed"]["doing"]
    assert "Download only" in seen["failed"]["doing"]
    assert "The backend is set up." in seen["failed"]["state"]


def test_the_backend_can_be_removed(seen):
    assert "not set up yet" in seen["removed"]["state"]
    assert "Removed: " in seen["removed"]["log"]


def test_the_options_page_imports_no_heavy_modules(seen):
    assert seen["heavy"] == []


@pytest.mark.parametrize("name", ["missing", "progress", "ready", "report", "failed"])
def test_screenshots_are_written(seen, name):
    screenshot = seen["pictures"] / f"options-{name}.png"
    assert screenshot.read_bytes().startswith(b"\x89PNG")
    assert screenshot.stat().st_size > 20_000
