"""A cache that other users can write to, or did write to, never changes a map."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from backend_support import run
from conftest import Finished
from safetensors.numpy import load_file, save_file

from backend.common import protocol
from backend.features.cache import CHECKSUM, FeatureCache
from backend.files.private import make_private_folder, untrusted_reason
from backend.files.signing import KEY_FILE, Signer

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(os.name != "posix", reason="owners and modes as POSIX has them"),
]
#: Names of folders in a cache; other folders are never written to.
KEY, OTHER_KEY = "a" * 24, "b" * 24
ENTRY = {"features": np.ones((2, 3, 3), np.float16)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def kept(folder: Path, name: str = f"{KEY}/0_0.safetensors") -> Path:
    """Write a file of the cache."""
    assert FeatureCache(folder).write(folder / name, ENTRY)
    return folder / name


def test_the_next_job_finds_cached_features_which_only_this_user_can_read(folder: Path) -> None:
    old = os.umask(0)
    try:
        path = kept(folder)
    finally:
        os.umask(old)
    found = FeatureCache(folder).read(path)
    assert found is not None
    assert found.keys() == ENTRY.keys()
    assert np.array_equal(found["features"], ENTRY["features"])
    for place in (folder, path.parent):
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600


def change_values(path: Path) -> None:
    """A change in the right format that keeps the signature."""
    entry = load_file(path)
    entry["features"] = entry["features"] * 2
    save_file(entry, path)


def plain_checksum(path: Path) -> None:
    """The same with a plain checksum instead of a signature."""
    import zlib

    entry = {"features": ENTRY["features"] * 2}
    found = zlib.crc32(entry["features"], zlib.crc32(b"features"))
    save_file(entry | {CHECKSUM: np.array([found], np.uint32)}, path)


def signature_of_another_key(path: Path) -> None:
    entry = {"features": ENTRY["features"] * 2}
    signature = Signer(b"0" * 32).sign(f"{path.parent.name}/{path.name}", entry)
    save_file(entry | {CHECKSUM: signature}, path)


def no_signature(path: Path) -> None:
    save_file(ENTRY, path)


def another_entry(path: Path) -> None:
    """A signed file under the name of another one."""
    shutil.copy(kept(path.parent.parent, f"{OTHER_KEY}/0_0.safetensors"), path)


def another_block(path: Path) -> None:
    shutil.copy(kept(path.parent.parent, f"{KEY}/0_512.safetensors"), path)


def renamed_array(path: Path) -> None:
    entry = load_file(path)
    save_file({"other": entry["features"], CHECKSUM: entry[CHECKSUM]}, path)


def other_shape(path: Path) -> None:
    entry = load_file(path)
    save_file({**entry, "features": entry["features"].reshape(3, 2, 3)}, path)


@pytest.mark.parametrize(
    "change",
    [
        change_values, plain_checksum, signature_of_another_key, no_signature, another_entry,
        another_block, renamed_array, other_shape,
    ],
)  # fmt: skip
def test_a_changed_file_is_not_used(folder: Path, change: Callable[[Path], None]) -> None:
    path = kept(folder)
    change(path)
    assert FeatureCache(folder).read(path) is None
    # a new file is valid
    assert FeatureCache(folder).read(kept(folder)) is not None


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_a_file_that_is_not_finite_is_not_used_even_if_signed(folder: Path, value: float) -> None:
    path, entry = kept(folder), {"features": ENTRY["features"].copy()}
    entry["features"][1, 2, 2] = value
    cache = FeatureCache(folder)
    cache.write(path, entry)
    assert CHECKSUM in load_file(path)
    assert cache.read(path) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda key: key.unlink(),
        lambda key: key.write_bytes(b"short"),
        lambda key: key.write_bytes(b"x" * 33),
        lambda key: key.chmod(0o644),
        lambda key: key.chmod(0o660),
        lambda key: (key.unlink(), key.symlink_to("/etc/hostname")),
        lambda key: (key.unlink(), os.mkfifo(key)),
    ],
    ids=["gone", "short", "long", "read by others", "written by group", "link", "pipe"],
)
def test_a_key_that_other_users_can_read_is_replaced(
    folder: Path, spoil: Callable[[Path], object]
) -> None:
    path = kept(folder)
    spoil(folder / KEY_FILE)
    assert FeatureCache(folder).read(path) is None
    assert FeatureCache(folder).read(kept(folder)) is not None
    status = os.lstat(folder / KEY_FILE)
    assert stat.S_ISREG(status.st_mode)
    assert stat.S_IMODE(status.st_mode) == 0o600
    assert set(os.listdir(folder)) == {KEY_FILE, KEY}


def test_concurrent_jobs_use_the_same_key(folder: Path) -> None:
    import threading

    make_private_folder(folder)
    seals: list[bytes] = []

    def make() -> None:
        seals.append(Signer.from_folder(folder).sign("a", ENTRY).tobytes())

    threads = [threading.Thread(target=make) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seals) == 16
    assert len(set(seals)) == 1
    assert os.listdir(folder) == [KEY_FILE]


@pytest.mark.parametrize("mode", [0o777, 0o1777, 0o775, 0o770, 0o702])
def test_a_folder_that_other_users_can_write_to_is_not_used(folder: Path, mode: int) -> None:
    path = kept(folder)
    before = path.read_bytes()
    folder.chmod(mode)
    assert "write" in untrusted_reason(folder)
    cache = FeatureCache(folder)
    assert cache.read(path) is None
    assert not cache.write(path, {"features": np.zeros(3)})
    assert path.read_bytes() == before
    warned: list[str] = []
    from backend.core.reporter import Reporter

    cache.warn_uncached(Reporter(lambda event: warned.append(event.message)))
    assert len(warned) == 1
    assert str(folder) in warned[0]
    assert "chmod go-w" in warned[0]


def test_a_folder_that_becomes_writable_for_others_is_not_used_any_more(folder: Path) -> None:
    path, cache = kept(folder), FeatureCache(folder)
    assert cache.read(path) is not None
    folder.chmod(0o777)
    assert cache.read(path) is None
    assert not cache.write(path, ENTRY)
    folder.chmod(0o700)
    assert cache.read(path) is not None


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give away")
def test_a_folder_of_another_user_is_not_used(folder: Path) -> None:
    path = kept(folder)
    os.chown(folder, 65534, 65534)
    assert "another user" in untrusted_reason(folder)
    assert FeatureCache(folder).read(path) is None
    assert not FeatureCache(folder).write(path, ENTRY)
    os.chown(folder, 0, 0)
    os.chown(folder / KEY_FILE, 65534, 65534)  # a key of another user
    assert FeatureCache(folder).read(path) is None


def test_a_temporary_cache_is_removed_at_the_end() -> None:
    cache = FeatureCache(None)
    place = cache.folder
    assert cache.write(place / KEY / "0_0.safetensors", ENTRY)
    assert cache.read(place / KEY / "0_0.safetensors") is not None
    del cache
    assert not place.exists()


@pytest.mark.slow
@pytest.mark.parametrize("poison", ["values", "not a number", "shared"])
def test_a_tampered_cache_gives_the_same_map(
    finished: Finished, cache: Path, tmp_path: Path, poison: str
) -> None:
    """With features that are zero or not finite, all pixels would get the same class."""
    mine = tmp_path / "cache"
    shutil.copytree(cache, mine)
    mine.chmod(0o700)
    entries = sorted(mine.rglob("*_*.safetensors"))
    assert entries
    for path in entries:
        entry = load_file(path)
        fill = np.nan if poison == "not a number" else 0
        changed = {**entry, "features": np.full_like(entry["features"], fill)}
        save_file(changed, path)
    if poison == "shared":
        mine.chmod(0o1777)
    outcome = run("apply", **finished.again(tmp_path / "again.tif", mine))
    assert outcome.status == protocol.EXIT_DONE
    assert (tmp_path / "again.tif").read_bytes() == finished.map
    warned = [warning for warning in outcome.warnings if str(mine) in warning]
    assert len(warned) == (poison == "shared")
