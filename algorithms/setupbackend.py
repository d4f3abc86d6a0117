"""Set up the backend: install, verify, repair or remove its Python environment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..bridge.errors import BridgeError, JobCancelled
from ..bridge.setup import actions
from ..bridge.setup.network import Connection, connection_of_qgis
from ..bridge.setup.torch_build import BUILDS
from ..bridge.translation import tr
from . import groups
from .base import Algorithm
from .choices import choice_parameter
from .parameters.values import ParameterValues

InstallAction = Callable[[actions.InstallOptions, QgsProcessingFeedback], actions.Outcome]
INSTALL_ACTIONS: dict[str, InstallAction] = {
    "setup": actions.set_up,
    "repair": actions.repair,
    "download": actions.download,
}


class SetUpBackendAlgorithm(Algorithm):
    """`geodiffnet:setupbackend`."""

    GROUP = groups.SETUP

    ACTION = "ACTION"
    TORCH = "TORCH"
    WHEELS = "WHEELS"
    PYTHON = "PYTHON"
    STATE = "STATE"
    DEVICE = "DEVICE"
    FOLDER = "FOLDER"
    SECONDS = "SECONDS"

    def name(self) -> str:
        return "setupbackend"

    def displayName(self) -> str:  # noqa: N802
        return tr("Set up the backend")

    def tags(self) -> list[str]:
        return tr(
            "install,installation,environment,python,pip,torch,pytorch,cuda,gpu,dependencies,"
            "upgrade,repair,verify,uninstall,offline,wheels"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Installs, verifies, repairs or removes the Python environment of the backend.")

    def description_html(self) -> str:
        return tr(
            "<p>The backend of GeoDiffNet runs in its own Python environment, separate from the "
            "Python of QGIS. This algorithm installs it in your QGIS profile: no administrator "
            "rights are needed, and nothing else on the computer is changed.</p>"
            "<p>Every file is verified against the checksum of the tested version. If the "
            "installation is cancelled or fails, the previous environment is kept; the next "
            "attempt reuses completed downloads. At the end a self-test runs.</p>"
            "<p>The same actions are available under <i>Settings ▸ Options ▸ GeoDiffNet</i>.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add(
            choice_parameter(
                self.ACTION,
                tr("Action"),
                {
                    "setup": tr("Set up or upgrade"),
                    "verify": tr("Verify (run the self-test)"),
                    "repair": tr("Repair (reinstall)"),
                    "download": tr("Download only"),
                    "use": tr("Use a custom Python environment"),
                    "remove": tr("Remove"),
                },
            ),
            tr(
                "setup: install the environment, or upgrade it after an upgrade of the plugin. "
                "verify: run the self-test. repair: install the environment again. download: only "
                "fill the wheel folder, for computers without a network connection. use: use an "
                "existing Python environment. remove: delete the environment."
            ),
        )
        titles = {
            "auto": tr("Automatic"),
            "cpu": tr("CPU only"),
            "cuda": tr("NVIDIA GPU (CUDA)"),
        }
        self.add(
            choice_parameter(
                self.TORCH, tr("PyTorch build"), {build: titles[build] for build in BUILDS}
            ),
            tr(
                "“Automatic” installs the build for NVIDIA GPUs (CUDA, about 3 GB to download) "
                "where a sufficiently recent driver is found, and otherwise the CPU build (about "
                "0.4 GB). On a Mac there is one build, which supports Apple's GPU."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile(
                self.WHEELS,
                tr("Wheel folder"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            tr(
                "A folder of wheels to install from, without a network connection; for the action "
                "“Download only”, the folder to fill. It must contain the tested files for this "
                "system and Python version."
            ),
            advanced=True,
        )
        self.add(
            # The default filter, *.*, would reject a name without a dot.
            QgsProcessingParameterFile(
                self.PYTHON,
                tr("Python interpreter"),
                optional=True,
                fileFilter=tr("All files (*)"),
            ),
            tr(
                "The base Python of the environment. If empty, it is detected (the Python of QGIS "
                "on Windows, python3 of the system on Linux). For the action “Use a custom Python "
                "environment”, the interpreter of an environment that contains all packages; empty "
                "to use the environment in the profile again."
            ),
            advanced=True,
        )
        self.addOutput(QgsProcessingOutputString(self.STATE, tr("State of the backend")))
        self.addOutput(QgsProcessingOutputString(self.DEVICE, tr("Device")))
        self.addOutput(QgsProcessingOutputFolder(self.FOLDER, tr("Environment folder")))
        self.addOutput(
            QgsProcessingOutputNumber(self.SECONDS, tr("Duration of the self-test (seconds)"))
        )

    def check(self, values: ParameterValues) -> None:
        if values.choice(self.ACTION) == "download" and not values.file(self.WHEELS):
            raise BridgeError(
                "setup.wheels",
                tr("No folder was chosen for the download."),
                tr("Choose one as “Wheel folder”."),
            )

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Proxies and certificates have to be read in the main thread.
        try:
            self._connection = connection_of_qgis()
        except BridgeError as error:
            if ParameterValues(self, parameters, context).choice(self.ACTION) in INSTALL_ACTIONS:
                raise QgsProcessingException(error.text) from error
            self._connection = Connection()
        return True

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        try:
            outcome = self._run_action(ParameterValues(self, parameters, context), feedback)
        except BridgeError as error:
            raise QgsProcessingException(error.text) from error
        except JobCancelled as cancelled:
            message = tr("Cancelled; the previous environment was kept.")
            raise QgsProcessingException(message) from cancelled
        feedback.pushInfo(outcome.state.text)
        return {
            self.STATE: outcome.state.kind,
            self.DEVICE: outcome.device,
            self.FOLDER: outcome.state.folder,
            self.SECONDS: float(outcome.figures.get("seconds", 0.0)),
        }

    def _run_action(
        self, values: ParameterValues, feedback: QgsProcessingFeedback
    ) -> actions.Outcome:
        action, python = values.choice(self.ACTION), values.file(self.PYTHON)
        if action == "verify":
            return actions.verify(feedback)
        if action == "use":
            return actions.use_custom_python(python, feedback)
        if action == "remove":
            return actions.remove(feedback)
        wheels = values.file(self.WHEELS)
        options = actions.InstallOptions(
            build=values.choice(self.TORCH),
            python=python,
            wheels=Path(wheels) if wheels else None,
            connection=self._connection,
        )
        return INSTALL_ACTIONS[action](options, feedback)
