"""Limits what a GeoPackage or another SQLite file may compute when it is read.

Views and generated columns are programs that GDAL runs when it opens a file, without a way to stop
them. Each is therefore read here first with limited time and memory. Files that exceed the limits,
call functions that are not deterministic, or recurse are refused.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from ..core.errors import UserError, first_line

_MAGIC = b"SQLite format 3\0"
#: For all views and generated columns of a file together.
MAX_SECONDS = 2.0
MAX_VALUE_BYTES = 8 * 2**20
MAX_RESULT_BYTES = 64 * 2**20
MAX_STATEMENT_BYTES = 2**20
MAX_OBJECTS = 10_000
_STEPS_BETWEEN_CHECKS = 1000
#: Deterministic functions whose results are not larger than their arguments.
_ALLOWED_FUNCTIONS = frozenset(
    (
        "abs", "avg", "cast", "coalesce", "count", "glob", "ifnull", "iif", "instr", "length",
        "like", "lower", "ltrim", "max", "min", "nullif", "round", "rtrim", "sign", "substr",
        "substring", "sum", "total", "trim", "typeof", "unicode", "upper",
    )
)  # fmt: skip
_READ_ACTIONS = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
#: The value in `PRAGMA table_xinfo` of a column that is computed when it is read.
_GENERATED = 2


class _LimitExceeded(Exception):
    """A file exceeds a limit; the message completes “The file … is not read:”."""


def is_database(path: str | Path) -> bool:
    """Whether a file is an SQLite database."""
    try:
        with open(path, "rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def check_database(path: str | Path) -> None:
    """Refuse an SQLite file whose views or generated columns exceed the limits."""
    if not is_database(path):
        return
    try:
        with contextlib.closing(_connect(str(path))) as connection:
            _check_objects(connection)
    except _LimitExceeded as error:
        raise UserError(
            "layer.computed",
            f"The file {path} is not read: {error}.",
            "Save the layer to a new file, in QGIS with Export ▸ Save Features As.",
        ) from error
    except (sqlite3.Error, UnicodeDecodeError, OverflowError) as error:
        raise UserError(
            "labels.unreadable",
            f"The file {path} cannot be read ({first_line(error)}).",
            "The file may be damaged; copy it again and retry.",
        ) from error


def _connect(path: str) -> sqlite3.Connection:
    address = f"{Path(os.path.abspath(path)).as_uri()}?mode=ro"
    try:
        has_write_ahead_log = os.path.getsize(f"{path}-wal") > 0
    except OSError:
        has_write_ahead_log = False
    if not has_write_ahead_log:  # as an immutable file: no lock or journal is created beside it
        address += "&immutable=1"
    connection = sqlite3.connect(address, uri=True, timeout=1.0)
    connection.text_factory = lambda value: value.decode("utf-8", "replace")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, MAX_STATEMENT_BYTES)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _check_objects(connection: sqlite3.Connection) -> None:
    deadline = time.monotonic() + MAX_SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS_BETWEEN_CHECKS)
    with _raise_limit_exceeded("its list of tables takes too long"):
        count, longest = connection.execute(
            "SELECT count(*), max(length(sql)) FROM sqlite_master"
        ).fetchone()
        if count > MAX_OBJECTS or (longest or 0) > MAX_STATEMENT_BYTES:
            raise _LimitExceeded("it has more tables, or longer definitions, than can be checked")
        objects = connection.execute("SELECT type, name FROM sqlite_master").fetchall()
    for kind, name in objects:
        if kind == "table":
            for column in _generated_columns(connection, name):
                what = f"the computed column {column} of its table {name}"
                _test_read(connection, what, column, name)
        elif kind == "view":
            _test_read(connection, f"its view {name}", None, name)


def _generated_columns(connection: sqlite3.Connection, table: str) -> list[str]:
    try:
        with _raise_limit_exceeded(f"its table {table} takes too long"):
            rows = connection.execute(f"PRAGMA table_xinfo({_quote(table)})").fetchall()
    except sqlite3.OperationalError as error:
        if "no such module" in str(
            error
        ):  # a virtual table; `scene/external_references.py` checks these
            return []
        raise
    return [str(row[1]) for row in rows if row[6] == _GENERATED]


def _test_read(connection: sqlite3.Connection, what: str, column: str | None, table: str) -> None:
    """Read all rows of a column, or of all columns."""
    selection = "*" if column is None else _quote(column)
    statement = " ".join(("SELECT", selection, "FROM", _quote(table)))
    refused: list[str] = []

    def authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
        if action in _READ_ACTIONS:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _ALLOWED_FUNCTIONS:
            return sqlite3.SQLITE_OK
        refused.append(second or first or "recursion")
        return sqlite3.SQLITE_DENY

    connection.set_authorizer(authorize)
    try:
        with _raise_limit_exceeded(f"{what} takes too long or returns too much data"):
            size = 0
            for row in connection.execute(statement):
                size += sum(len(value) for value in row if isinstance(value, (str, bytes)))
                if size > MAX_RESULT_BYTES:
                    raise _LimitExceeded(f"{what} returns too much data")
    except sqlite3.DatabaseError as error:
        if refused:
            raise _LimitExceeded(f"{what} uses {refused[0]}") from error
        # it refers to something missing, so that GDAL cannot read it either
        if not isinstance(error, sqlite3.OperationalError):
            raise
    finally:
        connection.set_authorizer(None)


@contextlib.contextmanager
def _raise_limit_exceeded(what: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error) or "too big" in str(error):
            raise _LimitExceeded(what) from error
        raise
    except sqlite3.DataError as error:  # a value larger than the limit
        raise _LimitExceeded(what) from error


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
