"""Temporary files and locks where other users can write: planted links have no effect."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from backend_support import run, snapshot
from conftest import Stripes

from backend.common import protocol
from backend.common.protocol import parse_temporary_name
from backend.core.errors import UserError
from backend.core.reporter import Reporter
from backend.files import temporary_names
from backend.files.locks import PathLock, wait_for_lock
from backend.files.pending_files import PendingFiles, check_writable, remove_abandoned
from backend.files.temporary_names import create_exclusively, temporary_path

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(os.name != "posix", reason="links and owners as POSIX has them"),
]
quiet = Reporter(lambda event: None)
DEAD = 4194303  # larger than any process number


def test_a_temporary_name_contains_target_and_process_and_is_unique(
    tmp_path: Path,
) -> None:
    for name in ("map.tif", "a.b.7-0123456789abcdef.partial", "ä b\nc", ".hidden"):
        first, second = (temporary_path(tmp_path / name) for _ in range(2))
        assert first != second
        assert (
            parse_temporary_name(first.name)
            == parse_temporary_name(second.name)
            == (name, os.getpid())
        )
    for name in (".m.tif.7.partial", ".m.tif.partial", "m.tif.7-0123456789abcdef.partial"):
        assert parse_temporary_name(name) is None


@pytest.mark.parametrize("kind", ["link", "dangling link", "file", "folder", "pipe"])
def test_a_file_is_created_only_where_nothing_exists(tmp_path: Path, kind: str) -> None:
    secret, path = tmp_path / "secret", tmp_path / "planted"
    secret.write_bytes(b"mine")
    {
        "link": lambda: path.symlink_to(secret),
        "dangling link": lambda: path.symlink_to(tmp_path / "new"),
        "file": lambda: path.write_bytes(b"other"),
        "folder": path.mkdir,
        "pipe": lambda: os.mkfifo(path),
    }[kind]()
    with pytest.raises(FileExistsError):
        create_exclusively(path)
    assert secret.read_bytes() == b"mine"
    assert not (tmp_path / "new").exists()


@pytest.fixture
def known_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """An attacker who has guessed the random part of every name."""
    monkeypatch.setattr(temporary_names.secrets, "token_hex", lambda size: "0" * 2 * size)


@pytest.mark.parametrize("step", [check_writable, lambda target: PendingFiles().add(target)])
def test_a_link_with_a_guessed_name_is_not_followed(
    tmp_path: Path, known_marks: None, step: Callable[[Path], object]
) -> None:
    target, secret = tmp_path / "m.tif", tmp_path / "secret"
    secret.write_bytes(b"mine")
    temporary_path(target).symlink_to(secret)
    with pytest.raises(UserError) as caught:
        step(target)
    assert caught.value.code == "output.not_writable"
    assert secret.read_bytes() == b"mine"


def test_links_with_names_of_version_0_1_0_have_no_effect(stripes: Stripes, tmp_path: Path) -> None:
    out, secret = tmp_path / "out", tmp_path / "secret"
    out.mkdir()
    secret.write_bytes(b"mine")
    names = [".m.tif.{}.partial", ".m.tif.room.{}.partial", ".m.tif.aux.xml.{}.partial"]
    for name in names:
        (out / name.format(os.getpid())).symlink_to(secret)
    before = snapshot(out)
    assert run("classify", **stripes.job_settings(out / "m.tif")).status == protocol.EXIT_DONE
    assert secret.read_bytes() == b"mine"
    after = snapshot(out)
    assert after.keys() - before.keys() == {"m.tif", "m.tif.aux.xml", "m.qml"}
    assert before.items() <= after.items()


def test_only_files_of_killed_jobs_are_removed(tmp_path: Path) -> None:
    target, secret = tmp_path / "m.tif", tmp_path / "secret"
    secret.write_bytes(b"mine")
    mark = "0123456789abcdef"
    left = tmp_path / f".m.tif.{DEAD}-{mark}.partial"
    left.write_bytes(b"half")
    planted = tmp_path / f".m.tif.{DEAD}-{'f' * 16}.partial"
    planted.symlink_to(secret)
    kept = [
        f".m.tif.{os.getpid()}-{mark}.partial",  # being written
        f".n.tif.{DEAD}-{mark}.partial",  # of another target
        f".m.tif.{DEAD}.partial",  # none of our names
        f"m.tif.{DEAD}-{mark}.partial",
    ]
    for name in kept:
        (tmp_path / name).write_bytes(b"whatever")
    remove_abandoned([target])
    assert set(snapshot(tmp_path)) == {*kept, "secret"}
    assert secret.read_bytes() == b"mine"


@pytest.mark.parametrize("kind", ["link", "dangling link", "folder", "pipe", "socket"])
def test_a_lock_path_that_is_not_a_file_is_reported_and_kept(
    stripes: Stripes, tmp_path: Path, kind: str
) -> None:
    secret, lock = tmp_path / "secret", tmp_path / ".m.tif.lock"
    secret.write_bytes(b"mine")
    if kind == "socket":
        import socket

        socket.socket(socket.AF_UNIX).bind(os.path.relpath(lock))
    else:
        {
            "link": lambda: lock.symlink_to(secret),
            "dangling link": lambda: lock.symlink_to(tmp_path / "new"),
            "folder": lock.mkdir,
            "pipe": lambda: os.mkfifo(lock),
        }[kind]()
    outcome = run("classify", **stripes.job_settings(tmp_path / "m.tif"))
    assert outcome.status == protocol.EXIT_USER_ERROR
    assert outcome.failure.code == "output.busy"
    assert str(lock) in outcome.failure.message
    assert os.path.lexists(lock)
    assert secret.read_bytes() == b"mine"
    assert set(os.listdir(tmp_path)) == {"secret", lock.name}
    # whoever waits for a lock does not wait for this
    with pytest.raises(UserError), wait_for_lock(tmp_path / "m.tif", quiet):
        pass


@pytest.fixture
def somebody() -> Iterator[Callable[[], None]]:
    """Become another user for the rest of the test, and give root its rights back."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can become another user")
    yield lambda: os.seteuid(65534)
    os.seteuid(0)


@pytest.mark.parametrize(("mode", "held"), [(0o644, False), (0o644, True), (0o600, False)])
def test_the_lock_of_another_user(
    tmp_path_factory: pytest.TempPathFactory,
    somebody: Callable[[], None],
    mode: int,
    held: bool,
) -> None:
    """Free, it does not matter whose it is; held or out of reach, that is told."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o1777)
        lock = folder / ".m.tif.lock"
        lock.touch()
        lock.chmod(mode)
        holder = PathLock(folder / "m.tif") if held else None
        somebody()
        if mode == 0o644 and not held:
            PathLock(folder / "m.tif").release()
            assert lock.exists()  # not ours to remove
        else:
            with pytest.raises(UserError) as caught:
                PathLock(folder / "m.tif")
            assert caught.value.code == "output.busy"
            assert ("Another job" in caught.value.message) == held
        os.seteuid(0)
        if holder:
            holder.release()


def test_every_output_is_written_to_a_temporary_name(
    stripes: Stripes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[str] = set()
    publish = PendingFiles.publish

    def look(files: PendingFiles) -> None:
        seen.update(os.listdir(tmp_path))
        publish(files)

    monkeypatch.setattr(PendingFiles, "publish", look)
    outputs = {"confidence": tmp_path / "c.tif", "report": tmp_path / "r.html"}
    assert run("classify", **stripes.job_settings(tmp_path / "m.tif", **outputs)).status == 0
    hidden = {name for name in seen if not name.endswith(".lock")}
    assert len(hidden) >= 6
    assert all(re.fullmatch(r"\..+\.\d+-[0-9a-f]{16}\.partial", name) for name in hidden)
