"""Set up the backend: make, check, repair or remove the Python environment that computes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from ..bridge.errors import BridgeError, JobCancelled
from ..bridge.setup import actions
from ..bridge.setup.network import Connection, connection_of_qgis
from ..bridge.setup.torch_build import BUILDS
from .base import Algorithm

ACTIONS = ("setup", "verify", "repair", "download", "use", "remove")


class SetUpBackendAlgorithm(Algorithm):
    """`geodiffnet:setupbackend`."""

    def name(self) -> str:
        return "setupbackend"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Set up the backend")

    def group(self) -> str:
        return self.tr("Set-up")

    def groupId(self) -> str:  # noqa: N802
        return "setup"

    def tags(self) -> list[str]:
        words = self.tr(
            "install,installation,environment,python,pip,torch,pytorch,cuda,gpu,dependencies,"
            "upgrade,repair,verify,uninstall,offline,wheels"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Makes, checks, repairs or removes the Python environment that computes.")

    def purpose(self) -> str:
        return self.tr(
            "<p>GeoDiffNet computes in a Python environment of its own, apart from QGIS's. This "
            "makes it in your QGIS profile: no administrator is needed, and nothing else on the "
            "computer changes.</p>"
            "<p>Every file is checked against the one that was tested. A set-up that is cancelled "
            "or breaks off leaves what was there before; the next one goes on with what is "
            "already downloaded. In the end a self-test runs.</p>"
            "<p>The same can be done under <i>Settings ▸ Options ▸ GeoDiffNet</i>.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add(
            self._choice("ACTION", self.tr("Action"), ACTIONS),
            self.tr(
                "setup: make the environment, or upgrade it after an upgrade of the plugin. "
                "verify: run the self-test. repair: make it anew. download: only fill a folder "
                "of wheels, for computers without a network. use: use a Python of your own. "
                "remove: delete the environment."
            ),
        )
        self.add(
            self._choice("TORCH", self.tr("Build of PyTorch"), BUILDS),
            self.tr(
                "auto takes the build for NVIDIA graphics cards (CUDA, a download of about 3 GB) "
                "where a driver that is new enough answers, and the small one for the CPU "
                "otherwise (about 0.4 GB). Macs have one build, which uses Apple's GPU."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile(
                "WHEELS",
                self.tr("Folder of wheels"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            self.tr(
                "Install from this folder, without a network; with the action “download”, the "
                "folder to fill. It must hold the tested files, for this system and Python."
            ),
            advanced=True,
        )
        self.add(
            # The usual filter, *.*, would refuse a name without a dot.
            QgsProcessingParameterFile(
                "PYTHON", self.tr("Python"), optional=True, fileFilter=self.tr("All files (*)")
            ),
            self.tr(
                "The Python to make the environment with, if not the one that is found (QGIS's "
                "own on Windows, the system's python3 on Linux). With the action “use”, the "
                "interpreter of an environment of your own that has all packages; empty to use "
                "the profile's environment again."
            ),
            advanced=True,
        )
        self.addOutput(QgsProcessingOutputString("STATE", self.tr("State")))
        self.addOutput(QgsProcessingOutputString("DEVICE", self.tr("Device")))
        self.addOutput(QgsProcessingOutputFolder("FOLDER", self.tr("Folder of the environment")))
        self.addOutput(QgsProcessingOutputNumber("SECONDS", self.tr("Seconds of the self-test")))

    def _choice(self, name: str, title: str, values: tuple[str, ...]) -> QgsProcessingParameterEnum:
        choice = QgsProcessingParameterEnum(name, title, list(values), False, values[0])
        choice.setUsesStaticStrings(True)
        return choice

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        if self._value(parameters, "ACTION", context) == "download" and not self._wheels(
            parameters, context
        ):
            raise BridgeError(
                "setup.wheels",
                self.tr("There is no folder to download to."),
                self.tr("Choose one under “Folder of wheels”."),
            )

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Here, since proxies and certificates are to be asked for in the main thread.
        try:
            self._connection = connection_of_qgis()
        except BridgeError as error:
            if self._value(parameters, "ACTION", context) in ("setup", "repair", "download"):
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
            outcome = self._run_action(parameters, context, feedback)
        except BridgeError as error:
            raise QgsProcessingException(error.text) from error
        except JobCancelled as cancelled:
            message = self.tr("Cancelled; what was there before is as it was.")
            raise QgsProcessingException(message) from cancelled
        feedback.pushInfo(outcome.state.text)
        return {
            "STATE": outcome.state.kind,
            "DEVICE": outcome.device,
            "FOLDER": outcome.state.folder,
            "SECONDS": float(outcome.figures.get("seconds", 0.0)),
        }

    def _run_action(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> actions.Outcome:
        python = self.parameterAsFile(parameters, "PYTHON", context)
        options = actions.InstallOptions(
            build=self._value(parameters, "TORCH", context),
            python=python,
            wheels=self._wheels(parameters, context),
            connection=self._connection,
        )
        action = self._value(parameters, "ACTION", context)
        if action == "verify":
            return actions.verify(feedback)
        if action == "use":
            return actions.use_custom_python(python, feedback)
        if action == "remove":
            return actions.remove(feedback)
        installer = {
            "setup": actions.set_up,
            "repair": actions.repair,
            "download": actions.download,
        }
        return installer[action](options, feedback)

    def _value(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        return self.parameterAsEnumString(parameters, name, context)

    def _wheels(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
        folder = self.parameterAsFile(parameters, "WHEELS", context)
        return Path(folder) if folder else None
