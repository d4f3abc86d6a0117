"""Asks for the class of a suggested location."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..backend.common import choices
from ..bridge.translation import tr
from .suggestions import Suggestion, Suggestions
from .wrapped_label import WrappedLabel

#: What the reasons of the backend mean, with the two most probable classes.
REASONS = {
    choices.UNCERTAIN: QT_TRANSLATE_NOOP(
        "GeoDiffNet", "The model cannot decide between {} and {}."
    ),
    choices.UNLIKE_SAMPLES: QT_TRANSLATE_NOOP(
        "GeoDiffNet",
        "No training sample has a similar spectrum; it may be of a class that is missing.",
    ),
    choices.TYPICAL_OF_REGION: QT_TRANSLATE_NOOP(
        "GeoDiffNet", "Much of the scene looks like this, and no training sample does."
    ),
    choices.RARE_CLASS: QT_TRANSLATE_NOOP(
        "GeoDiffNet", "Mapped as {}, which has few training samples: is that correct?"
    ),
    choices.SPREAD_OVER_SCENE: QT_TRANSLATE_NOOP(
        "GeoDiffNet", "There is no training sample near this location yet."
    ),
}


class SuggestionCard(QFrame):
    """A frame that is shown while there are suggestions left."""

    ended = pyqtSignal()

    def __init__(self, suggestions: Suggestions, parent: QWidget | None = None):
        super().__init__(parent)
        self._suggestions = suggestions
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text = WrappedLabel()
        self.back = QPushButton(tr("Back"))
        self.skip = QPushButton(tr("Skip"))
        self.end = QPushButton(tr("End"))
        for button, tip in (
            (self.back, tr("Return to the previous location.")),
            (
                self.skip,
                tr(
                    "Go to the next location (space key), if the class is unknown or the pixel is "
                    "mixed; this one is not suggested again."
                ),
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
        self.skip.clicked.connect(suggestions.skip)
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
            + html.escape(reason_text(suggestion))
            + "</i><br>"
            + tr("Press the number of the class or click it in the list, or skip the location.")
        )
        self.back.setEnabled(number > 1)
        self.show()


def reason_text(suggestion: Suggestion) -> str:
    """Why a location is suggested; a reason of another version is shown as it is."""
    text = REASONS.get(suggestion.reason)
    if text is None:
        return suggestion.reason
    return tr(text).format(suggestion.predicted, suggestion.second)
