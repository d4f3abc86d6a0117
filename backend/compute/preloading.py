"""Loads large libraries in a thread while a job reads its scene, or while features are extracted.

The thread loads them one after the other, torch first: while torch is only partly loaded, scipy
takes it for complete and scikit-learn cannot be loaded.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
import threading
from collections.abc import Iterator, Sequence

from .device import thread_count


@contextlib.contextmanager
def preloaded(names: Sequence[str]) -> Iterator[None]:
    """Load libraries in the background; none is still being loaded at the end.

    Where one cannot be loaded, the job that needs it imports it again and reports the error.
    """
    missing = [name for name in names if name not in sys.modules]
    if not missing or thread_count() == 1:  # no thread to gain from
        yield
        return
    thread = threading.Thread(target=_load, args=(missing,), daemon=True)
    with contextlib.suppress(RuntimeError):  # no further thread can be started
        thread.start()
    try:
        yield
    finally:
        if thread.ident is not None:
            thread.join()


def _load(names: Sequence[str]) -> None:
    with contextlib.suppress(Exception):
        for name in names:
            importlib.import_module(name)
