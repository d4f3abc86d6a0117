"""Parameters with a fixed list of options: identifiers in scripts, readable titles in dialogs."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsProcessingParameterEnum

from .widgets import set_widget

CHECK_BOX_COLUMNS = 2


def choice_parameter(
    name: str, title: str, options: Mapping[str, str], multiple: bool = False
) -> QgsProcessingParameterEnum:
    """A parameter whose value is the identifier of one of the options, or of several.

    `options` are titles by identifier. The first is the default, or all where several can be
    chosen.
    """
    identifiers = list(options)
    parameter = QgsProcessingParameterEnum(
        name,
        title,
        options=identifiers,
        allowMultiple=multiple,
        defaultValue=identifiers if multiple else identifiers[0],
        usesStaticStrings=True,
    )
    set_widget(
        parameter,
        titles=list(options.values()),
        useCheckBoxes=multiple,
        columns=CHECK_BOX_COLUMNS,
    )
    return parameter
