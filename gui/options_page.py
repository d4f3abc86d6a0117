"""The options page: the state of the backend, actions on it, and settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from qgis.core import QgsSettings
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget, QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QBrush, QColor, QDesktopServices, QTextCursor
from qgis.PyQt.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ..bridge.diagnostics import make_report
from ..bridge.errors import BridgeError
from ..bridge.logs import log_folder
from ..bridge.rasters import EXTERNAL_REFERENCES_SETTING, allows_external_references
from ..bridge.runtime import PYTHON_SETTING
from ..bridge.setup import actions, state
from ..bridge.setup.network import connection_of_qgis
from ..bridge.translation import tr
from .setup_run import DETAIL, INFO, WARNING, Action, shared_run

#: Colours of the state indicator, for light and dark themes.
STATE_COLOURS = {
    state.READY: "#2f8f4e",
    state.CUSTOM: "#2f7fd1",
    state.OUTDATED: "#d9a21b",
    state.MISSING: "#8a929b",
    state.BROKEN: "#d1553f",
}
FAILED_COLOUR = "#d1553f"
INDICATOR_WIDTH = 28
CARD_STYLE = "QFrame#card { border: 1px solid palette(mid); border-radius: 6px; }"
DOCUMENTATION = "https://github.com/geodiffnet/geodiffnet-qgis/blob/main/docs/setup.md"


class OptionsPage(QgsOptionsPageWidget):
    """The page Settings ▸ Options ▸ GeoDiffNet."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("GeoDiffNetOptions")
        self._run = shared_run()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._make_intro())
        outer.addWidget(self._make_card())
        outer.addLayout(self._make_buttons())
        outer.addWidget(self._make_settings())
        outer.addWidget(self._make_log(), 1)
        self._run.progressed.connect(self._show_progress)
        self._run.activity_changed.connect(self._activity_label.setText)
        self._run.message_logged.connect(self._add_line)
        self._run.ended.connect(self._show_end)
        for level, text in self._run.lines:
            self._add_line(level, text)
        if self._run.is_running:
            self._activity_label.setText(self._run.text)
            self._show_progress(self._run.percent)
        self.refresh()

    def apply(self) -> None:
        """Do nothing: all settings take effect at once."""

    def helpKey(self) -> str:  # noqa: N802
        return DOCUMENTATION

    def refresh(self) -> None:
        """Show the state of the backend and the buttons that apply to it."""
        backend_state, task_started = state.current_state(), self._run.is_running
        self._indicator.setStyleSheet(
            f"color: {STATE_COLOURS[backend_state.kind]}; font-size: 22px;"
        )
        self._state.setText(f"<b>{backend_state.text}</b>")
        self._details.setText(_details(backend_state))
        titles = {
            state.MISSING: tr("Set up"),
            state.BROKEN: tr("Set up"),
            state.OUTDATED: tr("Upgrade"),
            state.CUSTOM: tr("Set up in the profile"),
        }
        self.set_up_button.setText(titles.get(backend_state.kind, tr("Set up")))
        self.set_up_button.setVisible(backend_state.kind != state.READY)
        has_environment = backend_state.kind in (state.READY, state.OUTDATED)
        self.verify_button.setVisible(backend_state.runtime is not None)
        self.repair_button.setVisible(has_environment)
        self.remove_button.setVisible(has_environment)
        for button in self._buttons:
            button.setEnabled(not task_started)
        self._settings.setEnabled(not task_started)
        self._progress.setVisible(task_started)
        self._activity_label.setVisible(task_started or bool(self._activity_label.text()))
        self.cancel_button.setVisible(task_started)
        self.cancel_button.setEnabled(task_started and not self._run.was_cancelled)

    def _make_intro(self) -> QLabel:
        intro = QLabel(
            tr(
                "The backend of GeoDiffNet runs in its own Python environment, separate from the "
                "Python of QGIS. It is installed in your QGIS profile: no administrator rights are "
                "needed, and nothing else on the computer is changed. "
                '<a href="{}">More information</a>'
            ).format(DOCUMENTATION)
        )
        intro.setWordWrap(True)
        intro.setOpenExternalLinks(True)
        return intro

    def _make_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setStyleSheet(CARD_STYLE)
        self._indicator, self._state, self._details = QLabel("●"), QLabel(), QLabel()
        self._indicator.setFixedWidth(INDICATOR_WIDTH)
        self._activity_label = QLabel()
        for label in (self._state, self._details, self._activity_label):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            # A wrapped text asks for little width and would not get more.
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._progress = QProgressBar()
        self.cancel_button = QPushButton(tr("Stop"))
        self.cancel_button.clicked.connect(self._cancel)
        bar = QHBoxLayout()
        bar.addWidget(self._progress, 1)
        bar.addWidget(self.cancel_button)
        texts = QVBoxLayout()
        texts.addWidget(self._state)
        texts.addWidget(self._details)
        texts.addWidget(self._activity_label)
        texts.addLayout(bar)
        row = QHBoxLayout(card)
        row.addWidget(self._indicator, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return card

    def _make_buttons(self) -> QHBoxLayout:
        self.set_up_button = QPushButton(tr("Set up"))
        self.set_up_button.setDefault(True)
        self.verify_button = QPushButton(tr("Verify"))
        self.verify_button.setToolTip(
            tr("Run the self-test: versions, device and a short computation")
        )
        self.repair_button = QPushButton(tr("Repair"))
        self.repair_button.setToolTip(tr("Install the environment again"))
        self.remove_button = QPushButton(tr("Remove…"))
        self._buttons = [
            self.set_up_button, self.verify_button, self.repair_button, self.remove_button
        ]  # fmt: skip
        self.set_up_button.clicked.connect(
            partial(self._start_setup, tr("Setting up"), actions.set_up)
        )
        self.repair_button.clicked.connect(
            partial(self._start_setup, tr("Repairing"), actions.repair)
        )
        self.verify_button.clicked.connect(lambda: self._start(tr("Verifying"), actions.verify))
        self.remove_button.clicked.connect(self._remove)
        row = QHBoxLayout()
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _make_settings(self) -> QgsCollapsibleGroupBox:
        self._settings = QgsCollapsibleGroupBox(tr("Settings"))
        self._settings.setSaveCollapsedState(False)
        self.build_box = QComboBox()
        automatic = tr("Automatic (CUDA with a recent NVIDIA driver, otherwise CPU)")
        self.build_box.addItem(automatic, "auto")
        self.build_box.addItem(tr("CPU only (download of about 0.4 GB)"), "cpu")
        self.build_box.addItem(tr("NVIDIA GPU, CUDA (download of about 3 GB)"), "cuda")
        self.python_widget = _file_widget(tr("detected automatically"))
        self.wheels_widget = _file_widget(tr("none (install from the internet)"))
        self.wheels_widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.custom_python_widget = _file_widget(
            tr("none (use the environment in the QGIS profile)")
        )
        self.custom_python_widget.setFilePath(str(QgsSettings().value(PYTHON_SETTING, "") or ""))
        self.custom_python_button = QPushButton(tr("Verify and use"))
        self.custom_python_button.clicked.connect(self._use_custom_python)
        self.download_button = QPushButton(tr("Download only"))
        self.download_button.setToolTip(
            tr("Download all files to the folder, for a computer without a network connection")
        )
        self.download_button.clicked.connect(
            partial(self._start_setup, tr("Downloading"), actions.download)
        )
        self._buttons += [self.custom_python_button, self.download_button]
        form = QFormLayout(self._settings)
        form.addRow(tr("PyTorch build"), self.build_box)
        form.addRow(tr("Base Python"), self.python_widget)
        form.addRow(tr("Wheel folder"), _widget_row(self.wheels_widget, self.download_button))
        form.addRow(
            tr("Custom Python environment"),
            _widget_row(self.custom_python_widget, self.custom_python_button),
        )
        form.addRow(self._make_external_box())
        return self._settings

    def _make_external_box(self) -> QCheckBox:
        self.external_box = QCheckBox(tr("Allow references to other folders and the network"))
        self.external_box.setToolTip(
            tr(
                "Also read data that refer to files outside their own folder or to the network, as "
                "virtual rasters may. Enable this only if you trust all data that you open."
            )
        )
        self.external_box.setChecked(allows_external_references())
        self.external_box.toggled.connect(
            partial(QgsSettings().setValue, EXTERNAL_REFERENCES_SETTING)
        )
        return self.external_box

    def _make_log(self) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(tr("Log"))
        box.setSaveCollapsedState(False)
        self.log = QTextEdit()
        self.log.setReadOnly(True)
        self.log.setMinimumHeight(110)
        folder = QPushButton(tr("Open the log folder"))
        folder.clicked.connect(_open_logs)
        self.report_button = QPushButton(tr("Copy a diagnostics report"))
        self.report_button.setToolTip(
            tr(
                "Copy versions, device, settings and the last log to the clipboard, for a report "
                "of a problem. Paths, addresses and the names of user and computer are removed."
            )
        )
        self.report_button.clicked.connect(
            lambda: self._start(tr("Collecting diagnostics"), make_report)
        )
        self._buttons.append(self.report_button)
        row = QHBoxLayout()
        row.addWidget(folder)
        row.addWidget(self.report_button)
        row.addStretch(1)
        layout = QVBoxLayout(box)
        layout.addWidget(self.log)
        layout.addLayout(row)
        return box

    def _start_setup(self, title: str, action: Callable[..., actions.Outcome]) -> None:
        """Start an action that uses the settings and the network connection."""
        wheels = self.wheels_widget.filePath()
        try:
            connection = connection_of_qgis()
        except BridgeError as error:
            self._show_error(error)
            return
        options = actions.InstallOptions(
            self.build_box.currentData(),
            self.python_widget.filePath(),
            Path(wheels) if wheels else None,
            connection,
        )
        self._start(title, partial(action, options))

    def _use_custom_python(self) -> None:
        self._start(
            tr("Verifying"),
            partial(actions.use_custom_python, self.custom_python_widget.filePath()),
        )

    def _remove(self) -> None:
        question = tr("Remove the environment of the backend? Maps and models are kept.")
        answer = QMessageBox.question(self, tr("Remove the backend"), question)
        if answer == QMessageBox.StandardButton.Yes:
            self._start(tr("Removing"), actions.remove)

    def _start(self, title: str, action: Action) -> None:
        self.log.clear()
        self._activity_label.setStyleSheet("")
        self._activity_label.setText(title)
        self._progress.setValue(0)
        self._run.start(title, action)
        self.refresh()

    def _cancel(self) -> None:
        self._run.cancel()
        self._activity_label.setText(tr("Cancelling…"))
        self.refresh()

    def _show_progress(self, percent: float) -> None:
        self._progress.setValue(round(percent))

    def _add_line(self, level: str, text: str) -> None:
        cursor = self.log.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        form = cursor.charFormat()
        palette = self.log.palette()
        form.setForeground({
            INFO: palette.text(), DETAIL: palette.placeholderText(),
        }.get(level, QBrush(QColor(FAILED_COLOUR))))  # fmt: skip
        form.setFontWeight(75 if level == WARNING else 50)
        cursor.insertText(("\n" if self.log.toPlainText() else "") + text, form)
        self.log.setTextCursor(cursor)

    def _show_end(self) -> None:
        if self._run.error is not None:
            self._show_error(self._run.error)
        elif self._run.outcome is None:
            self._activity_label.setText(tr("Cancelled; the previous environment was kept."))
        else:
            if self._run.outcome.report:
                QApplication.clipboard().setText(self._run.outcome.report)
            self._activity_label.setText(_outcome_text(self._run.outcome))
            self._add_line(INFO, self._activity_label.text())
        self.refresh()

    def _show_error(self, error: BridgeError) -> None:
        self._activity_label.setStyleSheet(f"color: {FAILED_COLOUR};")
        self._activity_label.setText(error.text)
        self._add_line(WARNING, error.text)
        self._activity_label.setVisible(True)


def _details(backend_state: state.State) -> str:
    lines = []
    environment = backend_state.environment
    if environment is not None:
        lines.append(
            tr("Python {}, PyTorch build {}, installed on {}").format(
                environment.python, environment.build.upper(), environment.made
            )
        )
    if backend_state.runtime is not None:
        lines.append(backend_state.folder)
    elif backend_state.kind == state.MISSING:
        lines.append(
            tr("The installation takes some minutes and about 2 GB of disk space (9 GB with CUDA).")
        )
    return "<br>".join(lines)


def _outcome_text(outcome: actions.Outcome) -> str:
    if outcome.report:
        return tr("The diagnostics report was copied to the clipboard. Read it before you send it.")
    if not outcome.figures:
        return outcome.state.text
    return tr("The self-test passed in {} s. Device: {}").format(
        outcome.figures.get("seconds", "?"), outcome.device_name
    )


def _file_widget(hint: str) -> QgsFileWidget:
    widget = QgsFileWidget()
    widget.lineEdit().setPlaceholderText(hint)
    return widget


def _widget_row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.setStretch(0, 1)
    return row


def _open_logs() -> None:
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
