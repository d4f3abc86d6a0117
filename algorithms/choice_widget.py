"""The widget of a parameter with a fixed list of options: it shows titles instead of identifiers.

Processing imports this module by its name when it opens a dialog.
"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition
from qgis.gui import (
    QgsAbstractProcessingParameterWidgetWrapper,
    QgsCheckableComboBox,
    QgsGui,
    QgsProcessingGui,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QWidget

WIDGET_TYPES = {"BatchAlgorithmDialog": QgsProcessingGui.WidgetType.Batch}
#: Characters that a list of options asks for, so that long titles do not widen the dialog.
MIN_CHARACTERS = 24


class ChoiceWidget:
    """What Processing calls for the widget of a parameter in one of its dialogs."""

    def __new__(
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: QWidget,
        row: int = 0,
        column: int = 0,
        titles: list[str] | None = None,
    ) -> Any:
        dialog_type = type(dialog).__name__
        if dialog_type == "ModelerParametersDialog":
            # The model designer's own widget also offers inputs and expressions of the model.
            registry = QgsGui.processingGuiRegistry()
            return registry.createModelerParameterWidget(
                dialog.model, dialog.childId, parameter, dialog.context
            )
        widget_type = WIDGET_TYPES.get(dialog_type, QgsProcessingGui.WidgetType.Standard)
        wrapper = ChoiceWidgetWrapper(parameter, widget_type, titles or parameter.options())
        wrapper.setDialog(dialog)
        return wrapper


class ChoiceWidgetWrapper(QgsAbstractProcessingParameterWidgetWrapper):
    """A combo box with the titles of the options, whose value is an identifier.

    QGIS owns the box and releases its Python half, so it is always asked for again.
    """

    def __init__(
        self,
        parameter: QgsProcessingParameterDefinition,
        widget_type: QgsProcessingGui.WidgetType,
        titles: list[str],
    ):
        super().__init__(parameter, widget_type)
        self._options = {
            identifier: titles[index] for index, identifier in enumerate(parameter.options())
        }
        self._is_multiple = bool(parameter.allowMultiple())

    def createWidget(self) -> QWidget:  # noqa: N802
        box = QgsCheckableComboBox() if self._is_multiple else QComboBox()
        for identifier, title in self._options.items():
            if self._is_multiple:
                box.addItemWithCheckState(title, Qt.CheckState.Unchecked, identifier)
            else:
                box.addItem(title, identifier)
        box.setMinimumContentsLength(MIN_CHARACTERS)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setToolTip(self.parameterDefinition().toolTip())
        changed = box.checkedItemsChanged if self._is_multiple else box.currentIndexChanged
        changed.connect(lambda *_: self.widgetValueHasChanged.emit(self))
        return box

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:  # noqa: N802
        box = self.wrappedWidget()
        if box is None:
            return
        if self._is_multiple:
            chosen = value.split(",") if isinstance(value, str) else list(value or [])
            for index in range(box.count()):
                is_chosen = box.itemData(index) in chosen
                state = Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
                box.setItemData(index, state, Qt.ItemDataRole.CheckStateRole)
        else:
            index = box.findData(value)
            if index >= 0:
                box.setCurrentIndex(index)

    def widgetValue(self) -> Any:  # noqa: N802
        box = self.wrappedWidget()
        if box is None:
            return None
        if self._is_multiple:
            return [box.itemData(index) for index in range(box.count()) if _is_checked(box, index)]
        return box.currentData()


def _is_checked(box: QComboBox, index: int) -> bool:
    state = box.itemData(index, Qt.ItemDataRole.CheckStateRole)
    return state is not None and Qt.CheckState(state) == Qt.CheckState.Checked
