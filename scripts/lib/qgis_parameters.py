"""Describes the parameters of the plugin's algorithms as JSON; run it with QGIS's own Python."""

from __future__ import annotations

import importlib
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def describe(algorithm: Any) -> list[dict[str, Any]]:
    """The parameters of an algorithm, in their order; dialogs leave out the hidden ones."""
    from qgis.core import Qgis

    flag = Qgis.ProcessingParameterFlag
    return [
        {
            "name": parameter.name(),
            "label": parameter.description(),
            "help": parameter.help(),
            "default": parameter.defaultValue(),
            "choices": list(parameter.options()) if parameter.type() == "enum" else [],
            "advanced": bool(parameter.flags() & flag.Advanced),
            "hidden": bool(parameter.flags() & flag.Hidden),
            "optional": bool(parameter.flags() & flag.Optional),
        }
        for parameter in algorithm.parameterDefinitions()
    ]


def main() -> None:
    """Load the plugin into a QGIS without a screen and with an empty profile, and print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=folder, LC_ALL="C.UTF-8")
        from qgis.core import QgsApplication

        Path(folder, "geodiffnet").symlink_to(ROOT, target_is_directory=True)
        application = QgsApplication([], False, folder)
        application.initQgis()
        plugins = os.path.join(application.pkgDataPath(), "python", "plugins")
        sys.path[:0] = [folder, plugins]
        importlib.import_module("processing.core.Processing").Processing.initialize()
        plugin = importlib.import_module("geodiffnet").classFactory(None)
        plugin.initProcessing()
        provider = application.processingRegistry().providerById("geodiffnet")
        print(json.dumps({each.name(): describe(each) for each in provider.algorithms()}))
        plugin.unload()
        application.exitQgis()


if __name__ == "__main__":
    main()
