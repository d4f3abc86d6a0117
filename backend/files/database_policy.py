"""What a GeoPackage or another SQLite file may compute when it is read: next to nothing.

Views and generated columns are programs. GDAL runs them while it opens a file, and nobody can stop
it then. So each is tried out first, where time and memory can be limited; what goes beyond, calls
a function that may give something else the next time, or recurses, is refused.
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
SECONDS = 2.0
LARGEST_VALUE = 8 * 2**20
LARGEST_RESULT = 64 * 2**20
LONGEST_STATEMENT = 2**20
MOST_OBJECTS = 10_000
_STEPS_BETWEEN_LOOKS = 1000
#: They give the same for the same, and nothing larger than what they are given.
_FUNCTIONS = frozenset(
    (
        "abs", "avg", "cast", "coalesce", "count", "glob", "ifnull", "iif", "instr", "length",
        "like", "lower", "ltrim", "max", "min", "nullif", "round", "rtrim", "sign", "substr",
        "substring", "sum", "total", "trim", "typeof", "unicode", "upper",
    )
)  # fmt: skip
_READING = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
#: What `PRAGMA table_xinfo` says of a column that is computed whenever it is read.
_GENERATED = 2


class _TooMuch(Exception):
    """More than a file may ask for."""


def is_database(path: str | Path) -> bool:
    """Whether a file's content is SQLite's."""
    try:
        with open(path, "rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def check_database(path: str | Path) -> None:
    """Refuse an SQLite file in which reading may take more than it should."""
    if not is_database(path):
        return
    try:
        with contextlib.closing(_connect(str(path))) as connection:
            _check_objects(connection)
    except _TooMuch as error:
        raise UserError(
            "layer.computed",
            f"The file {path} is not read: {error}.",
            "Save the layer to a file of its own, in QGIS with Export ▸ Save Features As.",
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
        written_beside = os.path.getsize(f"{path}-wal") > 0
    except OSError:
        written_beside = False
    if not written_beside:  # as a file that nobody writes, no other is made beside it
        address += "&immutable=1"
    connection = sqlite3.connect(address, uri=True, timeout=1.0)
    connection.text_factory = lambda value: value.decode("utf-8", "replace")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_STATEMENT)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _check_objects(connection: sqlite3.Connection) -> None:
    until = time.monotonic() + SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS_BETWEEN_LOOKS)
    with _explained("its list of tables takes too long"):
        count, longest = connection.execute(
            "SELECT count(*), max(length(sql)) FROM sqlite_master"
        ).fetchone()
        if count > MOST_OBJECTS or (longest or 0) > LONGEST_STATEMENT:
            raise _TooMuch("it has more tables, or longer definitions, than can be judged")
        objects = connection.execute("SELECT type, name FROM sqlite_master").fetchall()
    for kind, name in objects:
        if kind == "table":
            for column in _generated_columns(connection, name):
                what = f"the computed column {column} of its table {name}"
                _try_out(connection, what, column, name)
        elif kind == "view":
            _try_out(connection, f"its view {name}", None, name)


def _generated_columns(connection: sqlite3.Connection, table: str) -> list[str]:
    try:
        with _explained(f"its table {table} takes too long"):
            rows = connection.execute(f"PRAGMA table_xinfo({_quoted(table)})").fetchall()
    except sqlite3.OperationalError as error:
        if "no such module" in str(error):  # a virtual table, of which `scene/reach.py` decides
            return []
        raise
    return [str(row[1]) for row in rows if row[6] == _GENERATED]


def _try_out(connection: sqlite3.Connection, what: str, column: str | None, table: str) -> None:
    """Read a column, or all of them, to the end."""
    wanted = "*" if column is None else _quoted(column)
    statement = " ".join(("SELECT", wanted, "FROM", _quoted(table)))
    refused: list[str] = []

    def may(action: int, first: str | None, second: str | None, *_: str | None) -> int:
        if action in _READING:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _FUNCTIONS:
            return sqlite3.SQLITE_OK
        refused.append(second or first or "recursion")
        return sqlite3.SQLITE_DENY

    connection.set_authorizer(may)
    try:
        with _explained(f"{what} takes too long or makes too much"):
            size = 0
            for row in connection.execute(statement):
                size += sum(len(value) for value in row if isinstance(value, (str, bytes)))
                if size > LARGEST_RESULT:
                    raise _TooMuch(f"{what} makes too much")
    except sqlite3.DatabaseError as error:
        if refused:
            raise _TooMuch(f"{what} uses {refused[0]}") from error
        # it names what is not there: GDAL will get nothing from it either
        if not isinstance(error, sqlite3.OperationalError):
            raise
    finally:
        connection.set_authorizer(None)


@contextlib.contextmanager
def _explained(what: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error) or "too big" in str(error):
            raise _TooMuch(what) from error
        raise
    except sqlite3.DataError as error:  # a value beyond the limit
        raise _TooMuch(what) from error


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
