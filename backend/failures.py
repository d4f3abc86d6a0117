"""What is told of an error that nobody foresaw: lack of memory, a broken environment, or a bug."""

from __future__ import annotations

import sys

from .errors import UserError, first_line
from .protocol import Failure

#: The code of a bug.
FAULT = "fault"


def explain(error: Exception) -> Failure:
    """What to tell of any error; of one that a user caused, what it says itself."""
    if isinstance(error, UserError):
        return Failure(error.code, error.message, error.hint)
    if is_out_of_memory(error):
        return out_of_memory()
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


def is_out_of_memory(error: Exception) -> bool:
    """Whether memory ran out, the system's or a graphics card's, as any library says it."""
    return (
        isinstance(error, MemoryError)
        or type(error).__name__ == "OutOfMemoryError"  # torch's, which may not be loaded
        or (isinstance(error, RuntimeError) and "DefaultCPUAllocator" in str(error))
    )


def out_of_memory() -> Failure:
    """What is told when memory runs out."""
    return Failure(
        "memory.exhausted",
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
