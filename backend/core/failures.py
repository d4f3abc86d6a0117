"""Turns exceptions into failures for the user: out of memory, broken environment, or a bug."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator

from ..common.protocol import Failure
from .errors import UserError, first_line

#: The code of a bug.
FAULT = "fault"
OUT_OF_MEMORY = "memory.exhausted"
#: Names of exceptions of PyTorch and GDAL, which are not imported here.
_OUT_OF_MEMORY_ERRORS = ("OutOfMemoryError", "CPLE_OutOfMemoryError")
#: Messages of libraries without an exception for it. oneDNN fails to create its primitives when
#: it cannot allocate memory for their code.
_OUT_OF_MEMORY_PHRASES = (
    "out of memory", "not enough memory", "allocate", "bad_alloc",
    "can't start new thread", "could not create a primitive",
)  # fmt: skip
#: Messages of PyTorch when CUDA, one of its libraries or Apple's Metal failed.
_DEVICE_LOST_PHRASES = (
    "cuda error",
    "cuda driver",
    "cudnn",
    "cublas",
    "cufft",
    "cusolver",
    "mps backend",
)


def explain(error: Exception) -> Failure:
    """The failure to report for an exception; of a user error, its own code and sentences."""
    if isinstance(error, UserError) and error.code == OUT_OF_MEMORY:
        return Failure(error.code, error.message, error.hint)
    # the cause first: an error on a lost device may look like a damaged model
    if is_out_of_memory(error):
        return out_of_memory()
    if is_device_lost(error):
        return device_lost(next(filter(_reports_device_lost, _chain(error))))
    if isinstance(error, UserError):
        return Failure(error.code, error.message, error.hint)
    return broken_environment(error) if is_missing_library(error) else fault(error)


def is_missing_library(error: Exception) -> bool:
    """Whether another package is not installed or cannot be imported."""
    own = __package__.partition(".")[0]
    return isinstance(error, ImportError) and (error.name or "").partition(".")[0] != own


def broken_environment(error: Exception) -> Failure:
    """The failure for a library that is missing or cannot be imported."""
    return Failure(
        "runtime.broken",
        f"The Python environment of the backend is incomplete ({first_line(error)}).",
        f"Set the environment up again; the interpreter is {sys.executable}.",
    )


def is_out_of_memory(error: BaseException | None) -> bool:
    """Whether an error, or one of its causes, means that memory of the CPU or GPU ran out."""
    return any(map(_reports_out_of_memory, _chain(error)))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and its causes."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _reports_out_of_memory(error: BaseException) -> bool:
    if isinstance(error, UserError):
        return error.code == OUT_OF_MEMORY
    if isinstance(error, MemoryError) or type(error).__name__ in _OUT_OF_MEMORY_ERRORS:
        return True
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    message = str(error).lower()
    return isinstance(error, RuntimeError) and any(
        word in message for word in _OUT_OF_MEMORY_PHRASES
    )


def is_device_lost(error: BaseException) -> bool:
    """Whether a GPU or its driver failed, so that this process cannot use it any more."""
    return any(map(_reports_device_lost, _chain(error)))


def _reports_device_lost(error: BaseException) -> bool:
    if type(error).__name__ == "AcceleratorError":
        return True
    message = str(error).lower()
    return isinstance(error, RuntimeError) and any(word in message for word in _DEVICE_LOST_PHRASES)


def device_lost(error: BaseException) -> Failure:
    """The failure for a GPU that stopped working."""
    return Failure(
        "device.lost",
        f"The GPU stopped working ({first_line(error)}).",
        "Run the job again on the CPU, or restart the machine and use the GPU again.",
    )


def out_of_memory() -> Failure:
    """The failure for exhausted memory."""
    return Failure(
        OUT_OF_MEMORY,
        "There is not enough memory for this job.",
        "Close other programs, choose the device cpu if a GPU was used, or process a smaller part "
        "of the scene.",
    )


def fault(error: Exception) -> Failure:
    """The failure for a bug."""
    return Failure(
        FAULT,
        f"An internal error occurred in the backend ({type(error).__name__}).",
        "Please report it together with the log, which contains the details.",
    )
