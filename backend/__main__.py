"""Starts the backend: `python -m backend …`, `geodiffnet …`, `python -I <folder> worker`."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from pathlib import Path

#: Every numeric library computes with one thread and jobs run several of them in parallel:
#: results then do not depend on how many cores there are.
THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def main() -> None:
    """Run the worker or the command line and exit with its status."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Ctrl+C while modules are loaded ends the process without a traceback of them
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    for name in THREAD_VARIABLES:  # read by the libraries when they load
        os.environ[name] = "1"
    package = __package__
    if not package:  # started as a folder: its parent is where the package is found
        folder = Path(__file__).resolve().parent
        sys.path[0] = str(folder.parent)
        package = folder.name
    importlib.import_module(f"{package}.process.streams").open_closed_streams()
    importlib.import_module(f"{package}.process.unused_libraries").refuse_unused_libraries()
    # the worker needs nothing that only the command line needs
    programs = {("worker",): "worker", ("worker", "--session"): "session"}
    program = programs.get(tuple(sys.argv[1:]), "cli")
    importlib.import_module(f"{package}.{program}").main()


if __name__ == "__main__":
    main()
