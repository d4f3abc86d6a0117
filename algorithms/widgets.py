"""Settings of the widgets of parameters, which Processing reads from the parameters' metadata."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterDefinition

#: The class that Processing imports; its package depends on the installation.
WIDGET_CLASS = f"{__name__.rpartition('.')[0]}.parameter_widget.ParameterWidget"


def set_widget(parameter: QgsProcessingParameterDefinition, **settings: Any) -> None:
    """Add settings of `ParameterWidget`, and those of the widget of QGIS itself."""
    metadata = dict(parameter.metadata())
    widget = dict(metadata.get("widget_wrapper") or {"class": WIDGET_CLASS})
    parameter.setMetadata(metadata | {"widget_wrapper": widget | settings})
