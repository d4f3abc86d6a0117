"""The widget of a parameter in the dialogs of Processing, with what QGIS does not offer for it.

Processing imports this module by its name when it opens a dialog. The settings of a widget are part
of the metadata of its parameter: `set_widget` adds them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProject,
)
from qgis.gui import (
    QgsGui,
    QgsMapLayerComboBox,
    QgsProcessingGui,
)
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from ..bridge.class_field_guess import guess_class_field
from ..bridge.layers import vector_layer_of

WIDGET_TYPES = {"BatchAlgorithmDialog": QgsProcessingGui.WidgetType.Batch}
#: Pixels above the heading of a section, but for the first in a dialog.
SECTION_MARGIN = 8

#: A `QgsAbstractProcessingParameterWidgetWrapper` whose methods can be replaced.
Wrapper = Any


class ParameterWidget:
    """What Processing calls for the widget of a parameter in one of its dialogs.

    It gives the widget of QGIS itself with changes. A widget that Python creates would not do: QGIS
    releases its Python half too early.
    """

    def __new__(
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: QWidget,
        row: int = 0,
        column: int = 0,
        titles: list[str] | None = None,
        section: str = "",
        is_marked_optional: bool = True,
        class_field_of: str = "",
        with_annotations: bool = False,
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
        # Processing calls the methods of a wrapper from Python, so that attributes replace them.
        _change_widget(wrapper, titles, with_annotations)
        if widget_type == QgsProcessingGui.WidgetType.Standard:
            _change_label(wrapper, section, "" if is_marked_optional else parameter.description())
            if class_field_of:
                _follow_layer(wrapper, class_field_of)
        return wrapper


def _change_widget(wrapper: Wrapper, titles: list[str] | None, with_annotations: bool) -> None:
    create = wrapper.createWrappedWidget

    def create_changed(context: QgsProcessingContext) -> QWidget:
        widget = create(context)
        if titles:
            show_titles(widget, titles)
        if with_annotations:
            _offer_annotations(widget)
        return widget

    wrapper.createWrappedWidget = create_changed


def show_titles(widget: QWidget, titles: list[str]) -> None:
    """Replace the texts of a combo box or of check boxes; their values stay as they are."""
    if isinstance(widget, QComboBox):
        for index, title in enumerate(titles):
            widget.setItemText(index, title)
    else:
        for index, box in enumerate(widget.findChildren(QCheckBox)[: len(titles)]):
            box.setText(titles[index])


def _offer_annotations(widget: QWidget) -> None:
    """List the annotation layers of the project among the vector layers."""
    box = widget.findChild(QComboBox)
    if box is not None and box.metaObject().className() == "QgsMapLayerComboBox":
        layers = sip.cast(box, QgsMapLayerComboBox)
        layers.setFilters(layers.filters() | Qgis.LayerFilter.AnnotationLayer)


def _change_label(wrapper: Wrapper, section: str, text: str) -> None:
    """Show the heading of a section above a label, and another text in it, if they are given."""
    create = wrapper.createWrappedLabel

    def create_changed() -> QWidget | None:
        label = create()
        if label is not None and text:
            label.setText(text)
        if not section:
            return label
        heading = QLabel(f"<b>{section}</b>")
        heading.setObjectName("section")
        heading.setWordWrap(True)
        # Qt puts several labels into one row of the dialog only by a widget around them.
        both = QWidget()
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, SECTION_MARGIN, 0, 0)
        layout.addWidget(heading)
        if label is not None:
            layout.addWidget(label)
        return both

    wrapper.createWrappedLabel = create_changed


def _follow_layer(wrapper: Wrapper, layer_parameter: str) -> None:
    """Choose the class field of the layer in another parameter whenever that changes."""
    complete = wrapper.postInitialize

    def complete_and_follow(wrappers: Iterable[Wrapper]) -> None:
        wrappers = list(wrappers)
        complete(wrappers)
        by_name = {other.parameterDefinition().name(): other for other in wrappers}
        layer_wrapper = by_name.get(layer_parameter)
        if layer_wrapper is not None:
            choose = partial(_choose_field, wrapper, layer_wrapper)
            # called after the slot of QGIS, which lists the fields of the layer
            layer_wrapper.widgetValueHasChanged.connect(choose)
            choose()

    wrapper.postInitialize = complete_and_follow


def _choose_field(wrapper: Wrapper, layer_wrapper: Wrapper, _changed: Wrapper = None) -> None:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    layer = vector_layer_of(layer_wrapper.parameterValue(), context)
    if layer is not None and (field := guess_class_field(layer)):
        wrapper.setParameterValue(field, context)
