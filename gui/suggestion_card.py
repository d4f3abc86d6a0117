"""Asks for the class of a suggested location."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..bridge.translation import tr
from .suggestions import Suggestions

#: The reasons of a suggestion, as written by the backend; several are joined by commas.
REASONS = (
    QT_TRANSLATE_NOOP("GeoDiffNet", "low confidence"),
    QT_TRANSLATE_NOOP("GeoDiffNet", "unlike any training sample"),
    QT_TRANSLATE_NOOP("GeoDiffNet", "similar to much of the scene"),
    QT_TRANSLATE_NOOP("GeoDiffNet", "balance of uncertainty, density and novelty"),
)


class SuggestionCard(QFrame):
    """A frame that is shown while there are suggestions left."""

    ended = pyqtSignal()

    def __init__(self, suggestions: Suggestions, parent: QWidget | None = None):
        super().__init__(parent)
        self._suggestions = suggestions
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.back = QPushButton(tr("Back"))
        self.skip = QPushButton(tr("Skip (Space)"))
        self.end = QPushButton(tr("End"))
        for button, tip in (
            (self.back, tr("Return to the previous location.")),
            (
                self.skip,
                tr("Go to the next location, if the class is unknown or the pixel is mixed."),
            ),
            (self.end, tr("Discard the remaining suggestions.")),
        ):
            button.setToolTip(tip)
            button.setAutoDefault(False)
        row = QHBoxLayout()
        for button in (self.back, self.skip, self.end):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.text)
        layout.addLayout(row)
        self.back.clicked.connect(suggestions.back)
        self.skip.clicked.connect(suggestions.next)
        self.end.clicked.connect(suggestions.clear)
        suggestions.moved.connect(self._show_suggestion)
        self.hide()

    def _show_suggestion(self) -> None:
        suggestion = self._suggestions.current
        if suggestion is None:
            if not self.isHidden():
                self.hide()
                self.ended.emit()
            return
        number, count = self._suggestions.number, self._suggestions.count
        prediction = tr("Predicted: <b>{}</b> ({}\u00a0%); second choice: {}").format(
            html.escape(suggestion.predicted),
            round(suggestion.confidence),
            html.escape(suggestion.second),
        )
        self.text.setText(
            tr("<b>Which class is this?</b> Location {} of {}.").format(number, count)
            + f"<br>{prediction}<br><i>"
            + html.escape(_translated_reason(suggestion.reason))
            + "</i><br>"
            + tr("Press the number of the class, or skip the location.")
        )
        self.back.setEnabled(number > 1)
        self.show()


def _translated_reason(reason: str) -> str:
    """Translate the reasons of a suggestion, which the backend writes in English."""
    for source_text in REASONS:
        reason = reason.replace(source_text, tr(source_text))
    return reason
