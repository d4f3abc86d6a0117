"""What a computation that was called from Python may change in its process, and puts back after it.

The worker process sets variables of the environment before any library is loaded. A process that
imports the package is not ours: numeric libraries are limited to one thread, and GDAL to its
policy, while a computation goes on.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyogrio
import rasterio
from rasterio.errors import NotGeoreferencedWarning
from threadpoolctl import threadpool_limits

from ..common.protocol import Event, Log, Progress
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..files.temporary_folders import make_temporary_folder
from ..process.gdal_policy import gdal_options

#: Called with the share that is done, 0 to 1, and what is being done.
ProgressCallback = Callable[[float, str], object]

_log = logging.getLogger(__package__.partition(".")[0] if __package__ else __name__)
_log.addHandler(logging.NullHandler())
_PACKAGE = str(Path(__file__).parents[1])


@contextmanager
def session(
    progress: ProgressCallback | None = None, allow_external: bool = False
) -> Iterator[Reporter]:
    """A reporter for a command that is run in this process.

    Messages go to the logger `geodiffnet`, warnings become Python's. The hint of a user's error is
    shown below its message.
    """

    def emit(event: Event) -> None:
        if isinstance(event, Progress) and progress is not None:
            progress(event.fraction, event.message or event.stage)
        elif isinstance(event, Log) and event.level == "warning":
            warnings.warn(event.message, UserWarning, stacklevel=_stack_level())
        elif isinstance(event, Log):
            _log.info(event.message)

    with single_threaded(), _gdal_policy(allow_external), warnings.catch_warnings():
        # reported by the package itself, once
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        try:
            yield Reporter(emit)
        except UserError as error:
            error.add_note(error.hint)
            raise


def _stack_level() -> int:
    """Of the first frame outside the package: warnings name the code that called it."""
    level, frame = 0, sys._getframe()
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        level, frame = level + 1, frame.f_back
    return level


@contextmanager
def single_threaded() -> Iterator[None]:
    """One thread for each numeric library: work is spread over cores by the package's threads.

    Libraries that are not loaded yet keep their own number of threads.
    """
    torch = sys.modules.get("torch")
    with ExitStack() as stack:
        if torch is not None:
            stack.callback(torch.set_num_threads, torch.get_num_threads())
            torch.set_num_threads(1)
        stack.enter_context(threadpool_limits(1))
        yield


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A temporary folder for the files of a computation."""
    folder = make_temporary_folder("python")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _gdal_policy(allow_external: bool) -> Iterator[None]:
    """GDAL's policy in both copies of it, rasterio's and pyogrio's."""
    options = {
        name: value
        for name, value in gdal_options(allow_external).items()
        if name not in os.environ
    }
    before = {name: pyogrio.get_gdal_config_option(name) for name in options}
    with rasterio.Env(**options):
        pyogrio.set_gdal_config_options(options)
        try:
            yield
        finally:
            pyogrio.set_gdal_config_options(before)
