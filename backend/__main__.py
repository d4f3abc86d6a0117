"""Starts the backend: `python -m backend …` from a shell, `python -I <folder> worker` from QGIS."""

import os
import sys
from pathlib import Path

# Every numeric library computes with one thread and jobs run several of them side by side: results
# then do not depend on how many cores there are. It must be said before the libraries load.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

if not __package__:  # started as a folder: its parent is where the package is found
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from backend.process.streams import open_closed_streams  # noqa: E402 - the path is set above

open_closed_streams()

if sys.argv[1:] == ["worker"]:  # needs nothing that only the command line needs
    from backend.worker import main
else:
    from backend.cli import main

main()
