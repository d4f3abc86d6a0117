"""Creates an environment from a base Python and a wheel folder, without a network connection."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProcessingFeedback

from ..runtime import interpreter_in
from ..translation import tr
from .command import Commands
from .downloading import PIP_OPTIONS, find_missing
from .explain import explain
from .interpreter import Interpreter
from .pins import INSTALLER, Recipe
from .progress_messages import StepProgress


class Installation:
    """An environment that is being installed."""

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
        """Create an empty environment with the pip of the base Python."""
        step = tr("Creating the environment")
        self._run_step(step, interpreter.path, "venv", [str(self.folder)])

    def update_installer(self, recipe: Recipe, wheels: Path) -> None:
        """Install the pinned version of pip; it is downloaded if it is missing."""
        step, pip = tr("Updating pip"), recipe.find_wheel(INSTALLER)
        if find_missing([pip], wheels):
            fetch = ["download", *PIP_OPTIONS, "--progress-bar", "off", "--dest", str(wheels)]
            fetch += self._requirements([pip.requirement])
            self._run_step(step, self.python, "pip", fetch)
        install = ["install", *PIP_OPTIONS, "--no-index"]
        install += self._requirements([pip.requirement_in(wheels)])
        self._run_step(step, self.python, "pip", install)

    def install(self, recipe: Recipe, wheels: Path, share: tuple[float, float]) -> None:
        """Install all packages from a folder."""
        packages = [wheel for wheel in recipe.wheels if wheel.name != INSTALLER]
        total = sum(wheel.size for wheel in packages) or 1
        sizes = {_normalised_name(wheel.name): wheel.size for wheel in packages}
        progress = StepProgress(self._feedback, share)

        def tick() -> None:
            installed_names = sizes.keys() & {
                _normalised_name(path.name.split("-")[0]) for path in self._installed()
            }
            text = tr("Installing: {} of {} packages").format(len(installed_names), len(sizes))
            progress.report(sum(sizes[name] for name in installed_names) / total, text)

        arguments = ["install", *PIP_OPTIONS, "--progress-bar", "off"]
        arguments += ["--no-index", "--no-warn-script-location"]
        arguments += self._requirements([wheel.requirement_in(wheels) for wheel in packages])
        self._run_step(tr("Installing"), self.python, "pip", arguments, tick)

    def _installed(self) -> list[Path]:
        on_windows = self.folder / "Lib" / "site-packages"
        site_packages_folders = [*self.folder.glob("lib/python3.*/site-packages"), on_windows]
        return [
            path
            for site_packages in site_packages_folders
            for path in site_packages.glob("*.dist-info")
        ]

    def _requirements(self, requirements: list[str]) -> list[str]:
        """Options of pip that name requirements, by a file."""
        requirements_file = self._temporary / "install.txt"
        requirements_file.parent.mkdir(parents=True, exist_ok=True)
        requirements_file.write_text(
            "".join(f"{line}\n" for line in requirements), encoding="utf-8"
        )
        return ["--requirement", str(requirements_file)]

    def _run_step(
        self,
        step: str,
        python: Path,
        module: str,
        arguments: list[str],
        tick: Callable[[], None] | None = None,
    ) -> None:
        self._feedback.setProgressText(step)
        completed = self._commands.run(python, module, arguments, tick=tick)
        if completed.code != 0:
            raise explain(completed.text, step, self._log)


def _normalised_name(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
