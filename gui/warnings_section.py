"""The section of the panel that lists the warnings of the backend."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QPlainTextEdit, QWidget

from ..bridge.translation import tr
from .section import Section

LINES_SHOWN = 4
#: The newest are kept; a job that warns more often has one cause.
MAX_WARNINGS = 100


class WarningsSection(Section):
    """Hidden while there are no warnings; the heading shows how many there are."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__("warnings", "", folded=True, parent=parent)
        self._warnings: list[str] = []
        self._renewed: list[str] = []  # since `begin`
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * LINES_SHOWN + 10)
        self.column.addWidget(self.text)
        self._show()

    @property
    def warnings(self) -> list[str]:
        """The warnings that are listed."""
        return list(self._warnings)

    def add(self, warning: str) -> None:
        """Add a warning; one that is listed already is not repeated."""
        self._renewed.append(warning)
        if warning not in self._warnings:
            self.set_warnings([*self._warnings, warning])

    def begin(self, started: bool = True) -> None:
        """Keep the warnings until a job that updates them has finished."""
        if started:
            self._renewed = []

    def finish(self, *_: object) -> None:
        """Remove warnings that the job has not repeated."""
        self.set_warnings(self._renewed)

    def clear(self) -> None:
        """Remove all warnings, when another job starts."""
        self.set_warnings([])

    def set_warnings(self, warnings: Sequence[str]) -> None:
        """List these warnings only."""
        self._warnings = list(dict.fromkeys(warnings))[-MAX_WARNINGS:]
        self._show()

    def _show(self) -> None:
        self.set_title(tr("Warnings ({})").format(len(self._warnings)))
        self.text.setPlainText("\n".join(f"• {warning}" for warning in self._warnings))
        self.setVisible(bool(self._warnings))
