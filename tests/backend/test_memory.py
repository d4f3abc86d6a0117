"""Heaps of the C library: how many there are, and that free memory is returned."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(sys.platform != "linux", reason="heaps of the GNU C library"),
]

ROOT = Path(__file__).resolve().parents[2]
#: Allocates in eight threads that run at the same time, and prints the number of heaps.
HEAPS = """
import ctypes, sys, tempfile, threading
from backend.compute.memory import limit_heaps
library = ctypes.CDLL(None)
if sys.argv[1] == "limited":
    limit_heaps()
together = threading.Barrier(8)
library.malloc.restype = ctypes.c_void_p
def allocate():
    together.wait()
    library.malloc(100_000)
    together.wait()
threads = [threading.Thread(target=allocate) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
library.fopen.restype = ctypes.c_void_p
with tempfile.NamedTemporaryFile() as written:
    file = ctypes.c_void_p(library.fopen(written.name.encode(), b"w"))
    library.malloc_info(0, file)
    library.fclose(file)
    print(written.read().count(b"<heap nr="))
"""
#: Frees every second of many small pieces, so that nothing is returned by itself.
RETURNED = """
import ctypes, psutil
from backend.compute.memory import return_free_memory
library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
pieces = [library.malloc(65_536) for _ in range(2000)]
for piece in pieces: ctypes.memset(ctypes.c_void_p(piece), 1, 65_536)
for piece in pieces[:-1]: library.free(ctypes.c_void_p(piece))
before = psutil.Process().memory_info().rss
return_free_memory()
print((before - psutil.Process().memory_info().rss) // 2**20)
"""


def printed(program: str, *arguments: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout)


def test_threads_share_few_heaps() -> None:
    # two, and the one that the process starts with
    assert printed(HEAPS, "limited") <= 3 < printed(HEAPS, "unlimited")


def test_freed_memory_is_returned_to_the_system() -> None:
    assert printed(RETURNED) > 90
