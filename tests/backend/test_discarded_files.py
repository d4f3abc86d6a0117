"""A process that must end at once leaves nothing, whatever its other threads are about to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from backend_support import run_python

pytestmark = pytest.mark.backend

#: Discards all files as before a forced end, while another thread goes on with its job.
PROGRAM = """
import os, sys, threading, time
from pathlib import Path
from backend.files.pending_files import PendingFiles, discard_all_pending
folder = Path(sys.argv[1])
files = PendingFiles().__enter__()
files.reserve(folder / "reserved.tif")
files.add(folder / "reserved.tif").write_text("half")
action = {
    "reserves": lambda: files.reserve(folder / "map.tif"),
    "reserves again": lambda: files.reserve(folder / "reserved.tif"),
    "adds": lambda: files.add(folder / "map.tif"),
    "publishes": lambda: files.publish(),
    "begins another set": lambda: PendingFiles().__enter__().reserve(folder / "map.tif"),
    "has its error": lambda: files.__exit__(ValueError, ValueError(), None),
}[sys.argv[2]]
discard_all_pending()
threading.Thread(target=action, daemon=True).start()
time.sleep(0.3)
print(sorted(os.listdir(folder)), flush=True)
os._exit(0)
"""
ACTIONS = (
    "reserves", "reserves again", "adds", "publishes", "begins another set", "has its error",
)  # fmt: skip


@pytest.mark.parametrize("action", ACTIONS)
def test_a_thread_makes_no_files_after_all_were_discarded(action: str, tmp_path: Path) -> None:
    assert run_python(PROGRAM, str(tmp_path), action) == "[]\n"
    assert list(tmp_path.iterdir()) == []
