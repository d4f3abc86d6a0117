"""A GeoPackage is read only if its views and generated columns stay within the limits."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from backend_support import run
from conftest import Stripes

from backend.core.errors import UserError
from backend.files import database_policy
from backend.files.database_policy import check_database
from backend.labels.vector import read_training_pixels
from backend.scene.opening import open_source
from backend.scene.raster import Scene

pytestmark = pytest.mark.backend

#: Statements after which a file must not be read.
HOSTILE = {
    "a view without end": (
        "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
        "SELECT x AS fid, x AS class FROM c ORDER BY x",
    ),
    "a view with a large blob": ("CREATE VIEW v AS SELECT 1 AS fid, zeroblob(400000000) AS geom",),
    "large blobs a row": ("CREATE VIEW v AS SELECT fid, randomblob(400000000) AS geom FROM train",),
    "a text that doubles": (
        "CREATE VIEW v AS SELECT replace(replace(replace(hex(zeroblob(1000)), '0', "
        "hex(zeroblob(1000))), '0', hex(zeroblob(99))), '0', 'xx') AS t",
    ),
    "a chain of joins": (
        "CREATE TABLE n AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT "
        "200) SELECT x FROM c",
        "CREATE VIEW v AS SELECT a.x FROM n a, n b, n c, n d, n e",
    ),
    "a sum that takes long": (
        "CREATE TABLE n AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT "
        "200) SELECT x FROM c",
        "CREATE VIEW v AS SELECT 1 AS fid, (SELECT count(*) FROM n a, n b, n c, n d, n e) AS x",
    ),
    "a text that is put together": (
        "CREATE TABLE t(x TEXT)",
        "INSERT INTO t VALUES (printf('%.*c', 4000000, 'x'))",
        "CREATE VIEW v AS SELECT x || x || x || x AS class FROM t",
    ),
    "a view that waits for a day": (
        "CREATE VIEW v AS SELECT fid FROM train WHERE julianday('now') > 2461000",
    ),
    "a view by chance": ("CREATE VIEW v AS SELECT fid FROM train WHERE random() > 0",),
    "a view of a view": (
        "CREATE VIEW w AS SELECT zeroblob(400000000) AS b",
        "CREATE VIEW v AS SELECT * FROM w",
    ),
    "a column that is computed": (
        "CREATE TABLE g(fid INTEGER PRIMARY KEY, b BLOB AS (zeroblob(400000000)) VIRTUAL)",
        "INSERT INTO g(fid) VALUES (1)",
    ),
    "a column that is long": (
        "CREATE TABLE g(fid INTEGER PRIMARY KEY, b TEXT "
        "GENERATED\tALWAYS/**/AS(hex(zeroblob(9000000 * fid))))",
        "INSERT INTO g(fid) VALUES (1)",
    ),
}
HARMLESS = {
    "a view of some": "CREATE VIEW v AS SELECT fid, class FROM train WHERE class LIKE 's%'",
    "a view of counts": "CREATE VIEW v AS SELECT class, count(*) AS n FROM train GROUP BY class",
    "a view of nothing": "CREATE VIEW v AS SELECT * FROM gone",
    "a view with a strange name": 'CREATE VIEW "v"";--" AS SELECT upper(class) AS c FROM train',
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON gpkg_contents BEGIN SELECT randomblob(9); END",
    "a column that is stored": "CREATE TABLE s(a INTEGER, b INTEGER AS (a + 1) STORED)",
    "a computed column that is small": "CREATE TABLE s(a INTEGER, b INTEGER AS (a + 1) VIRTUAL)",
}


@pytest.fixture
def labels(stripes: Stripes, tmp_path: Path) -> Callable[..., Path]:
    """The labels with some statements more."""

    def changed(*statements: str) -> Path:
        path = tmp_path / "labels.gpkg"
        path.write_bytes(stripes.labels.read_bytes())
        with closing(sqlite3.connect(path)) as connection:
            table = connection.execute(
                "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"
            ).fetchone()[0]
            connection.execute(" ".join(("CREATE VIEW train AS SELECT fid, class FROM", table)))
            for statement in statements:
                connection.execute(statement)
            connection.commit()
        return path

    return changed


@pytest.mark.slow
@pytest.mark.parametrize("statements", HOSTILE.values(), ids=HOSTILE)
def test_expensive_views_and_columns_are_refused_quickly(
    labels: Callable[..., Path], stripes: Stripes, statements: tuple[str, ...], tmp_path: Path
) -> None:
    path = labels(*statements)
    started = time.thread_time()
    with pytest.raises(UserError, match="is not read"):
        check_database(path)
    assert time.thread_time() - started < 20  # what other programs take does not count
    outcome = run("classify", **stripes.job_settings(tmp_path / "map.tif", labels=path))
    assert outcome.failure.code == "layer.computed", outcome.failure
    for use in (lambda: open_source(path), lambda: open_source(path, allow_external=True)):
        with pytest.raises(UserError, match="is not read"):
            use()


@pytest.mark.parametrize("statement", HARMLESS.values(), ids=HARMLESS)
def test_cheap_views_and_columns_are_read(
    labels: Callable[..., Path], stripes: Stripes, statement: str
) -> None:
    check_database(labels(statement))


def test_a_layer_beside_a_view_is_read(labels: Callable[..., Path], stripes: Stripes) -> None:
    path = labels(HARMLESS["a view of some"])
    with Scene(stripes.scene) as scene:
        grid = scene.grid
    with closing(sqlite3.connect(path)) as connection:
        (layer,) = connection.execute(
            "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"
        ).fetchone()
    assert len(read_training_pixels(path, "class", grid, layer=layer).rows)


def test_the_write_ahead_log_is_read(labels: Callable[..., Path]) -> None:
    path = labels()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(HOSTILE["a view with a large blob"][0])
        connection.commit()
        assert Path(f"{path}-wal").stat().st_size
        with pytest.raises(UserError, match="view v"):
            check_database(path)


def test_no_file_is_left_beside_the_database(labels: Callable[..., Path]) -> None:
    path = labels()
    check_database(path)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_the_time_limit_is_for_all_views_together(
    labels: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_policy, "MAX_SECONDS", 0.3)
    join = "SELECT count(*) FROM n a, n b, n c"
    path = labels(
        "CREATE TABLE n AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT "
        "100) SELECT x FROM c",
        *(f"CREATE VIEW v{number} AS {join}" for number in range(100)),
    )
    started = time.thread_time()
    with pytest.raises(UserError, match="takes too long"):
        check_database(path)
    assert time.thread_time() - started < 10


@pytest.mark.parametrize("damage", [16, 100, 1000, 5000])
def test_a_damaged_file_is_reported(labels: Callable[..., Path], damage: int) -> None:
    path = labels()
    path.write_bytes(path.read_bytes()[:damage])
    with pytest.raises(UserError):
        check_database(path)
