"""The plugin class: registers the provider, the labelling panel and the options page.

`qgis_process` calls `initProcessing` without a window, so it must not use `iface`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication

from .bridge.translation import install_translation, remove_translation

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .algorithms.provider import GeoDiffNetProvider
    from .gui.entry import LabellingEntry
    from .gui.options import OptionsFactory


class GeoDiffNetPlugin:
    """The plugin object that QGIS creates and unloads."""

    def __init__(self, iface: QgisInterface | None):
        self.iface = iface
        self.provider: GeoDiffNetProvider | None = None
        self.labelling: LabellingEntry | None = None
        self.options: OptionsFactory | None = None
        # Before anything is created that shows texts.
        self.translator = install_translation(has_window=iface is not None)

    def initProcessing(self) -> None:  # noqa: N802 - called by QGIS
        """Register the algorithms; also called by `qgis_process`, without a window."""
        from .algorithms.provider import GeoDiffNetProvider

        self.provider = GeoDiffNetProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802 - called by QGIS
        """Add the labelling panel and the options page; called by QGIS with a window."""
        self.initProcessing()
        if self.iface is None:
            return
        from .gui.entry import LabellingEntry
        from .gui.options import OptionsFactory

        self.labelling = LabellingEntry(self.iface)
        self.options = OptionsFactory()
        self.iface.registerOptionsWidgetFactory(self.options)

    def unload(self) -> None:
        """Remove everything that was registered."""
        if self.options is not None and self.iface is not None:
            self.iface.unregisterOptionsWidgetFactory(self.options)
            self.options = None
        if self.labelling is not None:
            from .bridge.session import end_shared_session

            self.labelling.remove()
            self.labelling = None
            end_shared_session()
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        remove_translation(self.translator)
        self.translator = None
