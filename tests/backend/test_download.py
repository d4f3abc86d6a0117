"""Downloads are resumed, verified and not repeated."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.common import protocol
from backend.core.errors import Cancelled, UserError
from backend.core.reporter import Reporter
from backend.files.download import Download, download
from tests.fixtures.web import Site, serve

pytestmark = pytest.mark.backend

CONTENT = hashlib.shake_256(b"weights").digest(5_000_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
quiet = Reporter(lambda event: None)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr("backend.files.download.RETRY_PAUSE_SECONDS", 0.01)
    monkeypatch.setattr("backend.files.download.CHUNK", 100_000)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serve() as made:
        made.files["/weights.pt"] = CONTENT
        yield made


def wanted(site: Site, size: int | None = len(CONTENT), digest: str | None = SHA256) -> Download:
    return Download(f"{site.address}/weights.pt", size, digest)


def ranges(site: Site) -> list[str | None]:
    """What part of the file each request asked for."""
    return [headers.get("Range") for _, headers in site.asked]


def test_only_the_missing_rest_is_requested_after_a_lost_connection(
    site: Site, tmp_path: Path
) -> None:
    site.cuts = [1_000_000, 500_000]
    download(wanted(site), tmp_path / "weights.pt", quiet)
    assert (tmp_path / "weights.pt").read_bytes() == CONTENT
    assert [path.name for path in tmp_path.iterdir()] == ["weights.pt"]
    assert ranges(site) == [None, "bytes=1000000-", "bytes=1500000-"]


def test_a_cancelled_download_is_resumed_by_the_next_run(site: Site, tmp_path: Path) -> None:
    stop = threading.Event()
    fractions = []

    def watch(event: protocol.Event) -> None:
        if isinstance(event, protocol.Progress):
            fractions.append(event.fraction)
            assert "downloading weights.pt" in event.message
            stop.set()

    with pytest.raises(Cancelled):
        download(wanted(site), tmp_path / "weights.pt", Reporter(watch, stop))
    assert not (tmp_path / "weights.pt").exists()
    assert fractions
    download(wanted(site), tmp_path / "weights.pt", quiet)
    assert (tmp_path / "weights.pt").read_bytes() == CONTENT
    first, second = ranges(site)
    assert first is None
    assert second is not None
    assert int(second.removeprefix("bytes=").rstrip("-")) >= 100_000


def test_a_part_of_an_older_version_is_discarded(site: Site, tmp_path: Path) -> None:
    site.cuts = [2_000_000]
    site.answers = [200, 404]
    with pytest.raises(UserError):
        download(wanted(site), tmp_path / "weights.pt", quiet)
    site.version = "2"
    newer = CONTENT[::-1]
    site.files["/weights.pt"] = newer
    digest = hashlib.sha256(newer).hexdigest()
    download(wanted(site, digest=digest), tmp_path / "weights.pt", quiet)
    assert (tmp_path / "weights.pt").read_bytes() == newer


def test_a_part_of_another_address_is_discarded(site: Site, tmp_path: Path) -> None:
    site.files["/other.pt"] = CONTENT[:3_000_000]
    site.cuts = [2_000_000]
    site.answers = [200, 404]
    with pytest.raises(UserError):
        download(Download(f"{site.address}/other.pt"), tmp_path / "weights.pt", quiet)
    download(wanted(site), tmp_path / "weights.pt", quiet)
    assert (tmp_path / "weights.pt").read_bytes() == CONTENT


def test_a_complete_download_that_was_not_renamed_is_not_repeated(
    site: Site, tmp_path: Path
) -> None:
    site.cuts = [len(CONTENT)]
    target = tmp_path / "weights.pt"
    target.mkdir()  # so that the last step fails
    with pytest.raises(UserError) as caught:
        download(wanted(site), target, quiet)
    assert caught.value.code == "download.not_written"
    target.rmdir()
    download(wanted(site), target, quiet)
    assert target.read_bytes() == CONTENT
    assert ranges(site) == [None, f"bytes={len(CONTENT)}-"]


@pytest.mark.parametrize("known", ["size", "digest"])
def test_a_file_with_the_wrong_digest_is_discarded(site: Site, tmp_path: Path, known: str) -> None:
    site.files["/weights.pt"] = CONTENT[:-1] if known == "size" else b"?" + CONTENT[1:]
    expected = wanted(site, digest=None) if known == "size" else wanted(site)
    with pytest.raises(UserError) as caught:
        download(expected, tmp_path / "weights.pt", quiet)
    assert caught.value.code in ("download.corrupted", "download.failed")
    assert not (tmp_path / "weights.pt").exists()
    if known == "digest":
        assert "checksum" in caught.value.message
        assert not list(tmp_path.glob("*.part"))


def test_a_busy_server_is_tried_again(site: Site, tmp_path: Path) -> None:
    site.answers = [503, 429]
    download(wanted(site), tmp_path / "weights.pt", quiet)
    assert (tmp_path / "weights.pt").read_bytes() == CONTENT
    assert len(site.asked) == 3


@pytest.mark.parametrize(
    ("path", "answers", "code", "requests"),
    [
        ("/weights.pt", [403], "download.refused", 1),
        ("/none.pt", [], "download.refused", 1),
        ("/weights.pt", [503] * 9, "download.failed", 4),
    ],
    ids=["forbidden", "not there", "never ready"],
)
def test_a_refused_download_is_reported(
    site: Site, tmp_path: Path, path: str, answers: list[int], code: str, requests: int
) -> None:
    site.answers = answers
    with pytest.raises(UserError) as caught:
        download(Download(site.address + path), tmp_path / "weights.pt", quiet)
    assert caught.value.code == code
    assert site.address in caught.value.message
    assert len(site.asked) == requests


def test_a_missing_network_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.files.download.RETRY_PAUSE_SECONDS", 0.01)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serve() as site:
        address = site.address
    with pytest.raises(UserError) as caught:
        download(Download(f"{address}/weights.pt"), tmp_path / "weights.pt", quiet)
    assert caught.value.code == "download.failed"
    assert "proxy" in caught.value.hint


@pytest.mark.parametrize(
    "address", ["ftp://example.org/a", "file:///etc/passwd", "http://example.org/a", "a.pt"]
)
def test_unsafe_addresses_are_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        download(Download(address), tmp_path / "weights.pt", quiet)
    assert caught.value.code == "download.invalid_address"
