"""Runs inside QGIS as `qgis --code options_driver.py`: sets the backend up on the options page.

Tests and `docs/screenshots.py` share it; it checks nothing. The job names the wheel folder and, for
tiny packages, the lock file and the backend that replace the real ones.
"""

import importlib
import json
import os
import sys
from pathlib import Path

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox
from qgis.utils import iface

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import run_driver, save_screenshot, tidy_window, wait, wait_for

SECONDS = 900
SIZE = (940, 720)
HEAVY = ("torch", "rasterio", "diffusers", "sklearn", "pyogrio", "dask")


def drive(job):
    """Open the options; cancel an installation, complete one, verify and remove it."""
    tidy_window()
    hide_developer_environment(job)
    os.environ.pop("GEODIFFNET_PYTHON", None)
    seen = {"errors": []}

    def in_the_dialog():
        dialog = QApplication.activeModalWidget()
        if dialog is None:  # it is still being made
            QTimer.singleShot(500, in_the_dialog)
            return
        try:
            seen.update(use(dialog, options_page(dialog), job))
        except Exception as error:
            seen["errors"].append(repr(error))
        finally:
            dialog.reject()

    QTimer.singleShot(1500, in_the_dialog)
    iface.showOptionsDialog(iface.mainWindow(), "GeoDiffNetOptions")
    if seen["errors"]:
        raise RuntimeError(seen["errors"][0])
    seen["heavy"] = [name for name in HEAVY if name in sys.modules]
    return seen


def hide_developer_environment(job):
    """Hide the development environment from the plugin."""
    runtime = importlib.import_module("geodiffnet.bridge.runtime")
    pins = importlib.import_module("geodiffnet.bridge.setup.pins")
    runtime.PLUGIN_FOLDER = Path(job["drivers"])
    if "lock" in job:
        pins.LOCK_FILE = Path(job["lock"])
        runtime.BACKEND_FOLDER = Path(job["backend"])


def options_page(dialog):
    """The page in the options dialog."""
    kind = importlib.import_module("geodiffnet.gui.options_page").OptionsPage
    return dialog.findChildren(kind)[0]


def use(dialog, page, job):
    """Use the page; returns its texts after each step."""
    pictures = Path(job["pictures"])
    dialog.resize(*SIZE)
    wait(0.5)
    seen = {"missing": texts(page)}
    save_screenshot(dialog, pictures / "options-missing.png")
    page.wheels_widget.setFilePath(job["wheels"])
    run = page._run
    page.set_up_button.click()
    wait_for(lambda: run.percent > 1, SECONDS)
    page.cancel_button.click()
    wait_for(lambda: not run.is_running, SECONDS)
    seen["cancelled"] = texts(page)
    page.set_up_button.click()
    stall = wait_for(lambda: run.percent > 20 or not run.is_running, SECONDS)
    seen["at work"] = texts(page)
    save_screenshot(dialog, pictures / "options-progress.png")
    seen["stall"] = max(stall, wait_for(lambda: not run.is_running, SECONDS))
    wait(0.5)
    seen["ready"] = texts(page)
    save_screenshot(dialog, pictures / "options-ready.png")
    page.verify_button.click()
    wait_for(lambda: not run.is_running, SECONDS)
    seen["verified"] = texts(page)
    QApplication.clipboard().clear()
    page.report_button.click()
    wait_for(lambda: not run.is_running, SECONDS)
    seen["reported"] = texts(page)
    seen["clipboard"] = QApplication.clipboard().text()
    save_screenshot(dialog, pictures / "options-report.png")
    page.wheels_widget.setFilePath(str(pictures))
    page.repair_button.click()
    wait_for(lambda: not run.is_running, SECONDS)
    seen["failed"] = texts(page)
    save_screenshot(dialog, pictures / "options-failed.png")
    QTimer.singleShot(500, lambda: answer(QMessageBox.StandardButton.Yes))
    page.remove_button.click()
    wait_for(lambda: not run.is_running, SECONDS)
    seen["removed"] = texts(page)
    return seen


def texts(page):
    """The texts and visible buttons of the page."""
    return {
        "state": page._state.text(),
        "details": page._details.text(),
        "doing": page._activity_label.text(),
        "log": page.log.toPlainText(),
        "buttons": [button.text() for button in page._buttons if button.isVisible()],
        "cancel": page.cancel_button.isVisible(),
    }


def answer(button):
    box = QApplication.activeModalWidget()
    box.button(button).click()


run_driver(drive)
