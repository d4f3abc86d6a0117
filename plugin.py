"""What QGIS loads: it puts the algorithms into the Processing Toolbox and takes them out again.

It computes nothing and, because `qgis_process` calls `initProcessing` where there is no window,
must not touch `iface` there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication

from .bridge.language import install_translation, remove_translation

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .algorithms.provider import GeoDiffNetProvider
    from .gui.entry import LabellingEntry
    from .gui.options import OptionsFactory


class GeoDiffNetPlugin:
    """The plugin's life in QGIS: loaded, at work, unloaded."""

    def __init__(self, iface: QgisInterface | None):
        self.iface = iface
        self.provider: GeoDiffNetProvider | None = None
        self.labelling: LabellingEntry | None = None
        self.options: OptionsFactory | None = None
        # Before anything is made that shows words.
        self.translator = install_translation(has_window=iface is not None)

    def initProcessing(self) -> None:  # noqa: N802 - the name QGIS looks for
        """Register the algorithms; also called by `qgis_process`, without a window."""
        from .algorithms.provider import GeoDiffNetProvider

        self.provider = GeoDiffNetProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802 - the name QGIS looks for
        """Called when QGIS with a window loads the plugin."""
        self.initProcessing()
        from .gui.entry import LabellingEntry
        from .gui.options import OptionsFactory

        self.labelling = LabellingEntry(self.iface)
        self.options = OptionsFactory()
        self.iface.registerOptionsWidgetFactory(self.options)

    def unload(self) -> None:
        """Take out everything that was put in."""
        if self.options is not None:
            self.iface.unregisterOptionsWidgetFactory(self.options)
            self.options = None
        if self.labelling is not None:
            self.labelling.remove()
            self.labelling = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        remove_translation(self.translator)
        self.translator = None
