"""The widget of a parameter with a fixed list of options: it shows titles instead of identifiers.

Processing imports this module by its name when it opens a dialog.
"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition
from qgis.gui import QgsGui, QgsProcessingGui
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QWidget

WIDGET_TYPES = {"BatchAlgorithmDialog": QgsProcessingGui.WidgetType.Batch}


class ChoiceWidget:
    """What Processing calls for the widget of a parameter in one of its dialogs.

    It gives the widget of QGIS itself with other texts. A widget that Python creates would not do:
    QGIS releases its Python half too early.
    """

    def __new__(
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: QWidget,
        row: int = 0,
        column: int = 0,
        titles: list[str] | None = None,
        **_: Any,
    ) -> Any:
        registry = QgsGui.processingGuiRegistry()
        dialog_type = type(dialog).__name__
        if dialog_type == "ModelerParametersDialog":
            wrapper = registry.createModelerParameterWidget(
                dialog.model, dialog.childId, parameter, dialog.context
            )
            wrapper.setDialog(dialog)
            return wrapper
        widget_type = WIDGET_TYPES.get(dialog_type, QgsProcessingGui.WidgetType.Standard)
        wrapper = registry.createParameterWidgetWrapper(parameter, widget_type)
        wrapper.setDialog(dialog)
        create = wrapper.createWrappedWidget

        def create_with_titles(context: QgsProcessingContext) -> QWidget:
            widget = create(context)
            show_titles(widget, titles or [])
            return widget

        # Processing calls this method from Python, so the attribute replaces it.
        wrapper.createWrappedWidget = create_with_titles
        return wrapper


def show_titles(widget: QWidget, titles: list[str]) -> None:
    """Replace the texts of a combo box or of check boxes; their values stay as they are."""
    if isinstance(widget, QComboBox):
        for index, title in enumerate(titles):
            widget.setItemText(index, title)
    else:
        for index, box in enumerate(widget.findChildren(QCheckBox)[: len(titles)]):
            box.setText(titles[index])
