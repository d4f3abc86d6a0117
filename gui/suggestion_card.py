"""What is asked about a suggested place: which class it is."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from .suggestions import Suggestions
from .translation import tr

#: Why a place is suggested, in the backend's words; several are joined by commas.
REASONS = (
    QT_TRANSLATE_NOOP("GeoDiffNet", "the model hesitates"),
    QT_TRANSLATE_NOOP("GeoDiffNet", "nothing labelled looks like it"),
    QT_TRANSLATE_NOOP("GeoDiffNet", "much of the scene looks like it"),
    QT_TRANSLATE_NOOP("GeoDiffNet", "it balances doubt, frequency and novelty"),
)


class SuggestionCard(QFrame):
    """Shown while there are places left."""

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
            (self.back, tr("Return to the place before.")),
            (self.skip, tr("You cannot tell, or it shows several classes: go on to the next.")),
            (self.end, tr("Forget the remaining places.")),
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
        guess = tr("The model takes it for <b>{}</b> ({} %), or else {}.").format(
            html.escape(suggestion.predicted),
            round(suggestion.confidence),
            html.escape(suggestion.second),
        )
        self.text.setText(
            tr("<b>Which class is this?</b> Place {} of {}.").format(number, count)
            + f"<br>{guess}<br><i>"
            + html.escape(_in_words(suggestion.reason))
            + "</i><br>"
            + tr("Press the number of its class, or skip it.")
        )
        self.back.setEnabled(number > 1)
        self.show()


def _in_words(reason: str) -> str:
    """A place's reasons, which the backend writes in English, in the user's language."""
    for source_text in REASONS:
        reason = reason.replace(source_text, tr(source_text))
    return reason
