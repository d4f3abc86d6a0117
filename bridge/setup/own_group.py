"""Run a module in a process group of its own, which ends with QGIS.

Executed by the Python of an installation: own_group.py MODULE ARGUMENTS
"""

import os
import runpy
import signal
import sys
import threading


def end_with_parent() -> None:
    """End all programs of the group when stdin ends: its other end belongs to QGIS."""
    while os.read(0, 1024):
        pass
    if os.name == "posix":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    if os.name == "posix" and os.getpgrp() != os.getpid():
        os.setpgid(0, 0)
    threading.Thread(target=end_with_parent, daemon=True).start()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
