"""Base class of the algorithms: texts, icons, help, and the checks that need no backend."""

from __future__ import annotations

import html
import os
from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon

from ..bridge.errors import BridgeError
from ..bridge.layer_order import LayerStyle
from ..bridge.source_files import files_of_source
from ..bridge.translation import tr
from .groups import group_title
from .parameters.values import ParameterValues
from .widgets import set_widget

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
HOMEPAGE = "https://github.com/geodiffnet/geodiffnet-qgis"

_style_references: list[LayerStyle] = []


class Algorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider; its documentation and icon are found by its id."""

    #: The group in the toolbox, one of `groups`.
    GROUP: ClassVar[str]
    #: Parameters that dialogs leave out: scripts, models and `qgis_process` may set them.
    SCRIPT_PARAMETERS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self._sections: set[tuple[str, bool]] = set()

    def createInstance(self) -> Algorithm:  # noqa: N802
        return type(self)()

    def group(self) -> str:
        return group_title(self.GROUP)

    def groupId(self) -> str:  # noqa: N802
        return self.GROUP

    def icon(self) -> QIcon:
        return QIcon(str(ICONS / f"{self.name()}.svg"))

    def svgIconPath(self) -> str:  # noqa: N802
        return str(ICONS / f"{self.name()}.svg")

    def helpUrl(self) -> str:  # noqa: N802
        return f"{HOMEPAGE}/blob/main/docs/algorithms/{self.name()}.md"

    def description_html(self) -> str:
        """What the algorithm does and how it is used, as HTML."""
        raise NotImplementedError

    def shortHelpString(self) -> str:  # noqa: N802
        items = "".join(
            f"<p><b>{html.escape(parameter.description())}</b><br>{html.escape(parameter.help())}</p>"
            for parameter in self.parameterDefinitions()
            if not parameter.flags() & Qgis.ProcessingParameterFlag.Hidden
        )
        return f"{self.description_html()}<h3>{tr('Parameters')}</h3>{items}"

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        values = ParameterValues(self, parameters, context)
        try:
            self.check(values)
            self._check_destinations(values)
        except BridgeError as error:
            return False, error.text
        valid, message = super().checkParameterValues(parameters, context)
        return bool(valid), str(message)

    def check(self, values: ParameterValues) -> None:
        """Raise BridgeError for values that are known to be wrong before the job runs."""

    def sources(self, values: ParameterValues) -> list[str]:
        """The files that the algorithm reads, which no output may replace."""
        return []

    def add(
        self,
        parameter: QgsProcessingParameterDefinition,
        help_text: str,
        advanced: bool = False,
        section: str = "",
    ) -> None:
        """Add a parameter with its help text; the first of a section shows its heading above."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
        if parameter.name() in self.SCRIPT_PARAMETERS:
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Hidden)
        elif section and (section, advanced) not in self._sections:
            self._sections.add((section, advanced))
            set_widget(parameter, section=section)
        self.addParameter(parameter)

    def style_on_load(
        self,
        path: str | None,
        style: type[LayerStyle],
        context: QgsProcessingContext,
        map_file: str | None = None,
        rank: int = 0,
    ) -> None:
        """Style a layer when, and if, it is loaded into the project.

        Layers that belong to a map are placed below it, in the order of their ranks.
        """
        for layer_source in context.layersToLoadOnCompletion():
            if path is not None and os.path.abspath(layer_source) == path:
                processor = style()
                processor.map_file, processor.rank = map_file or "", rank
                context.layerToLoadOnCompletionDetails(layer_source).setPostProcessor(processor)
                # The context owns and deletes it, so none is shared; until then its Python half
                # has to be referenced, or QGIS would call one that does nothing.
                _style_references[:] = [
                    reference for reference in _style_references if not sip.isdeleted(reference)
                ]
                _style_references.append(processor)

    def _check_destinations(self, values: ParameterValues) -> None:
        sources = [source for source in self.sources(values) if source]
        taken = {file for source in sources for file in files_of_source(source)}
        for definition in self.destinationParameterDefinitions():
            path = _destination_path(values.raw(definition.name()), values.context)
            if not path:
                continue
            real_path = os.path.realpath(path)
            if real_path in taken:
                raise BridgeError(
                    "output.taken",
                    tr("{}: the file {} is also an input or another output.").format(
                        definition.description(), path
                    ),
                    tr("Choose another file name."),
                )
            taken.add(real_path)
            folder = os.path.dirname(real_path)
            if not os.path.isdir(folder):
                raise BridgeError(
                    "output.not_writable",
                    tr("{}: the folder {} does not exist.").format(
                        definition.description(), folder
                    ),
                    tr("Create it or choose another folder."),
                )
            if not os.access(folder, os.W_OK):
                raise BridgeError(
                    "output.not_writable",
                    tr("{}: the folder {} is not writable.").format(
                        definition.description(), folder
                    ),
                    tr("Choose a folder in which you may create files."),
                )


def _destination_path(value: Any, context: QgsProcessingContext) -> str:
    """The file that a destination's value names; empty for none or a temporary one."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.valueAsString(context.expressionContext())[0]
    text = str(value or "")
    return "" if text == "TEMPORARY_OUTPUT" else text
