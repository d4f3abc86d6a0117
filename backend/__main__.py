"""The entry point: `python -m backend …` from a shell, `python -I <folder> worker` from QGIS."""

import os
import sys
from pathlib import Path

# Numeric libraries compute with one thread each, and jobs run several of them in parallel, so that
# results do not depend on the number of cores. This is set before the libraries load.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

if not __package__:  # started as a folder: the package is found in its parent
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from backend.process.streams import open_closed_streams  # noqa: E402 - the path is set above

open_closed_streams()

if sys.argv[1:] == ["worker"]:  # needs no library of the command line
    from backend.worker import main
else:
    from backend.cli import main

main()
