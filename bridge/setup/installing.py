"""Making an environment from a Python and a folder of wheels, without a network."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication

from ..runtime import interpreter_in
from .command import Commands
from .downloading import OPTIONS, PIP, missing
from .explain import explain
from .interpreter import Interpreter
from .pins import INSTALLER, Recipe
from .progress_messages import Telling


class Installation:
    """One environment while it is being made."""

    def __init__(
        self,
        folder: Path,
        temporary: Path,
        commands: Commands,
        feedback: QgsProcessingFeedback,
        log: Path,
    ):
        self.folder = folder
        self.python = interpreter_in(folder)
        self._temporary = temporary
        self._commands = commands
        self._feedback = feedback
        self._log = log

    def create(self, interpreter: Interpreter) -> None:
        """The empty environment, with the installer that Python brings."""
        arguments = ["-I", "-m", "venv", str(self.folder)]
        self._do(_tr("Making the environment"), interpreter.path, arguments)

    def update_installer(self, recipe: Recipe, wheels: Path) -> None:
        """The pinned pip, by which the others are installed; it is fetched if it is not there."""
        step, pip = _tr("Updating the installer"), recipe.named(INSTALLER)
        if missing([pip], wheels):
            fetch = [*PIP, "download", *OPTIONS, "--progress-bar", "off", "--dest", str(wheels)]
            listed = self._list([pip.requirement])
            self._do(step, self.python, [*fetch, "--requirement", str(listed)])
        listed = self._list([pip.requirement_in(wheels)])
        install = [*PIP, "install", *OPTIONS, "--no-index", "--requirement", str(listed)]
        self._do(step, self.python, install)

    def install(self, recipe: Recipe, wheels: Path, share: tuple[float, float]) -> None:
        """All packages, from the folder alone."""
        packages = [wheel for wheel in recipe.wheels if wheel.name != INSTALLER]
        total = sum(wheel.size for wheel in packages) or 1
        sizes = {_plain(wheel.name): wheel.size for wheel in packages}
        telling = Telling(self._feedback, share)

        def tick() -> None:
            there = sizes.keys() & {_plain(path.name.split("-")[0]) for path in self._installed()}
            text = _tr("Installing: {} of {} packages").format(len(there), len(sizes))
            telling.tell(sum(sizes[name] for name in there) / total, text)

        arguments = [*PIP, "install", *OPTIONS, "--progress-bar", "off"]
        listed = self._list([wheel.requirement_in(wheels) for wheel in packages])
        arguments += ["--no-index", "--no-warn-script-location", "--requirement", str(listed)]
        self._do(_tr("Installing"), self.python, arguments, tick)

    def _installed(self) -> list[Path]:
        on_windows = self.folder / "Lib" / "site-packages"
        places = [*self.folder.glob("lib/python3.*/site-packages"), on_windows]
        return [path for place in places for path in place.glob("*.dist-info")]

    def _list(self, requirements: list[str]) -> Path:
        listed = self._temporary / "install.txt"
        listed.parent.mkdir(parents=True, exist_ok=True)
        listed.write_text("".join(f"{line}\n" for line in requirements), encoding="utf-8")
        return listed

    def _do(self, step: str, program: Path, arguments: list[str], tick=None) -> None:
        self._feedback.setProgressText(step)
        ended = self._commands.run(program, arguments, tick=tick)
        if ended.code != 0:
            raise explain(ended.text, step, self._log)


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
