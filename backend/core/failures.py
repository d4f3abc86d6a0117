"""What is told of an error that nobody foresaw: lack of memory, a broken environment, or a bug."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator

from ..common.protocol import Failure
from .errors import UserError, first_line

#: The code of a bug.
FAULT = "fault"
OUT_OF_MEMORY = "memory.exhausted"
#: What PyTorch and GDAL raise; neither may be loaded.
_OUT_OF_MEMORY_ERRORS = ("OutOfMemoryError", "CPLE_OutOfMemoryError")
#: How libraries say it where they have no exception of their own for it. oneDNN fails to make its
#: primitives where it cannot have memory for their code.
_OUT_OF_MEMORY_PHRASES = (
    "out of memory", "not enough memory", "allocate", "bad_alloc",
    "can't start new thread", "could not create a primitive",
)  # fmt: skip
#: What PyTorch's errors say when CUDA, one of its libraries, or Apple's Metal failed.
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
    """What to tell of any error; of one that a user caused, what it says itself."""
    if isinstance(error, UserError) and error.code == OUT_OF_MEMORY:
        return Failure(error.code, error.message, error.hint)
    # whatever was made of it on the way: a model that cannot be tried on a lost card is not damaged
    if is_out_of_memory(error):
        return out_of_memory()
    if is_device_lost(error):
        return device_lost(next(filter(_reports_device_lost, _chain(error))))
    if isinstance(error, UserError):
        return Failure(error.code, error.message, error.hint)
    return broken_environment(error) if is_missing_library(error) else fault(error)


def is_missing_library(error: Exception) -> bool:
    """Whether something is not installed, or does not load, that is not our own."""
    own = __package__.partition(".")[0]
    return isinstance(error, ImportError) and (error.name or "").partition(".")[0] != own


def broken_environment(error: Exception) -> Failure:
    """What is told when a library is missing or does not load."""
    return Failure(
        "runtime.broken",
        f"The Python environment of the backend is incomplete ({first_line(error)}).",
        f"Set the environment up again; the interpreter is {sys.executable}.",
    )


def is_out_of_memory(error: BaseException | None) -> bool:
    """Whether memory ran out, the system's or a graphics card's, as any library says it.

    What one library makes of it often hides what another has said before.
    """
    return any(map(_reports_out_of_memory, _chain(error)))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those that led to it."""
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
    """Whether a graphics card, or its driver, failed; nothing can be computed on it any more."""
    return any(map(_reports_device_lost, _chain(error)))


def _reports_device_lost(error: BaseException) -> bool:
    if type(error).__name__ == "AcceleratorError":
        return True
    message = str(error).lower()
    return isinstance(error, RuntimeError) and any(word in message for word in _DEVICE_LOST_PHRASES)


def device_lost(error: BaseException) -> Failure:
    """What is told when a graphics card fails."""
    return Failure(
        "device.lost",
        f"The graphics card stopped working ({first_line(error)}).",
        "Run the job again on the cpu, or, after a restart of the machine, on the card.",
    )


def out_of_memory() -> Failure:
    """What is told when memory runs out."""
    return Failure(
        OUT_OF_MEMORY,
        "There is not enough memory for this job.",
        "Close other programs, compute on the cpu if a graphics card was chosen, or classify a "
        "smaller part of the scene.",
    )


def fault(error: Exception) -> Failure:
    """What is told of a bug."""
    return Failure(
        FAULT,
        f"Something went wrong inside the backend ({type(error).__name__}).",
        "Please report this with the log, which holds the details.",
    )
