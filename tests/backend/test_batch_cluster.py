"""A scheduler and workers that were started by hand: used, guarded, and looked at before work."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from backend_support import ROOT, TIMEOUT, clean_environment, run, shell, snapshot, wait_until
from batch_support import (
    assert_no_leftovers,
    batch,
    completion_times,
    statuses,
    train,
    write_crashing_vrt,
    write_scenes,
)
from conftest import Stripes
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from backend.common import protocol

pytestmark = pytest.mark.backend


@dataclass
class Authority:
    """Makes certificates, as the operator of a cluster does."""

    folder: Path

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, self.folder.name)])
        self.file = self.folder / "ca.pem"
        made = self._sign(self._name, self._key.public_key(), authority=True)
        self.file.write_bytes(made.public_bytes(serialization.Encoding.PEM))

    def issue(self, name: str) -> dict[str, Path]:
        """A certificate with its key, as `batch` takes them."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        certificate = self._sign(subject, key.public_key(), authority=False)
        files = {"tls_ca": self.file, "tls_cert": self.folder / f"{name}.pem"}
        files["tls_key"] = self.folder / f"{name}-key.pem"
        files["tls_cert"].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        files["tls_key"].write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        return files

    def _sign(self, name: x509.Name, key: object, authority: bool) -> x509.Certificate:
        now = datetime.datetime.now(datetime.UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self._name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(hours=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.BasicConstraints(authority, None), critical=True)
            .sign(self._key, hashes.SHA256())
        )


@dataclass
class HandMade:
    """A scheduler, and workers, each started as a command of its own."""

    folder: Path
    processes: list[subprocess.Popen]

    def start(
        self, program: str, *arguments: object, backend: bool = True, **variables: str
    ) -> subprocess.Popen:
        """Start `dask-scheduler` or `dask-worker` as their own pages say."""
        environment = clean_environment() | variables
        if backend:
            environment["PYTHONPATH"] = str(ROOT)
        command = [sys.executable, "-m", f"distributed.cli.dask_{program}", *map(str, arguments)]
        log = self.folder / f"{program}{len(self.processes)}.log"
        with log.open("wb") as file:
            process = subprocess.Popen(
                command, cwd=self.folder, env=environment, stdout=file, stderr=file
            )
        self.processes.append(process)
        return process

    def scheduler(self, *arguments: object) -> str:
        """Start a scheduler; its address."""
        contact = self.folder / "scheduler.json"
        self.start(
            "scheduler", "--host", "127.0.0.1", "--port", 0, "--no-dashboard",
            "--dashboard-address", "127.0.0.1:0", "--scheduler-file", contact, *arguments,
        )  # fmt: skip
        # the file exists for a moment before anything stands in it
        wait_until(lambda: contact.is_file() and contact.stat().st_size > 0, "the scheduler")
        return json.loads(contact.read_text())["address"]

    def worker(self, address: str, *arguments: object, **options: object) -> subprocess.Popen:
        """Start a worker."""
        return self.start(
            "worker", address, "--nthreads", 1, "--host", "127.0.0.1", "--no-dashboard",
            "--local-directory", self.folder, *arguments, **options,
        )  # fmt: skip


@pytest.fixture
def by_hand(tmp_path: Path) -> Iterator[HandMade]:
    """Nothing that is started outlives its test."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    cluster = HandMade(folder, [])
    yield cluster
    for process in reversed(cluster.processes):
        process.terminate()
    for process in cluster.processes:
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


@pytest.fixture(scope="module")
def model(stripes: Stripes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A forest that tells the stripes apart."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 10)
        return train(stripes, tmp_path_factory.mktemp("model") / "rf.safetensors")


def dask_options(files: dict[str, Path]) -> list[object]:
    """Certificates as Dask's programs take them."""
    return [
        "--tls-ca-file", files["tls_ca"], "--tls-cert", files["tls_cert"],
        "--tls-key", files["tls_key"],
    ]  # fmt: skip


@pytest.mark.slow
def test_a_cluster_with_certificates_is_used_and_others_are_refused(
    by_hand: HandMade, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    operator, stranger = Authority(tmp_path / "operator"), Authority(tmp_path / "stranger")
    own = dask_options(operator.issue("node"))
    address = by_hand.scheduler("--protocol", "tls", *own)
    assert address.startswith("tls://")
    for _ in range(2):
        by_hand.worker(address, *own)
    scenes, maps = write_scenes(tmp_path / "scenes", 6), tmp_path / "maps"
    analyst = operator.issue("analyst")
    options = [
        part for key, path in analyst.items() for part in (f"--{key}".replace("_", "-"), path)
    ]
    done = shell(
        "batch", "--model", model, "--output-folder", maps, "--scheduler", address, *options,
        "--images", *scenes,
    )  # fmt: skip
    assert done.returncode == protocol.EXIT_DONE, done.stderr
    assert "worker(s) on 1 machine(s)" in done.stderr
    for scene in scenes:
        alone = tmp_path / "alone.tif"
        assert run("apply", model=model, image=scene, output=alone).status == protocol.EXIT_DONE
        assert (maps / f"{scene.stem}_map.tif").read_bytes() == alone.read_bytes()
    assert_no_leftovers(maps)
    # those were not ours to end, and they serve the next one
    assert all(process.poll() is None for process in by_hand.processes)
    monkeypatch.setattr("backend.campaign.cluster.SECONDS_TO_CONNECT", 4)
    batch_options = {"scheduler": address, "overwrite": True}
    before = completion_times(maps)
    for files in (stranger.issue("analyst"), stranger.issue("liar") | {"tls_ca": operator.file}):
        refused = batch(model, scenes, maps, **batch_options, **files)
        assert refused.failure.code == "cluster.unreachable"
        assert "certificates" in refused.failure.hint
    plain = address.replace("tls://", "tcp://")
    refused = batch(model, scenes, maps, **batch_options | {"scheduler": plain})
    assert refused.failure.code == "cluster.unreachable"
    assert completion_times(maps) == before


def test_a_worker_without_the_backend_is_reported_before_any_work(
    by_hand: HandMade, model: Path, tmp_path: Path
) -> None:
    address = by_hand.scheduler()
    scenes = write_scenes(tmp_path / "scenes", 2)
    batch_options = {"scheduler": address}
    none = batch(model, scenes, tmp_path / "maps", **batch_options)
    assert none.failure.code == "cluster.no_workers"
    by_hand.worker(address)
    by_hand.worker(address, backend=False)
    wait_until(lambda: count_workers(address) == 2, "two workers")
    refused = batch(model, scenes, tmp_path / "maps", **batch_options)
    assert refused.failure.code == "cluster.no_backend"
    assert "PYTHONPATH" in refused.failure.hint
    assert snapshot(tmp_path / "maps") == {}
    # nobody offers a graphics card
    refused = batch(model, scenes, tmp_path / "maps", **batch_options, device="cuda")
    assert refused.failure.code == "cluster.no_workers"
    assert "GPU" in refused.failure.message


def test_a_worker_with_other_files_is_reported_before_any_work(
    by_hand: HandMade, model: Path, tmp_path: Path
) -> None:
    """A worker whose Python looks for the output folder elsewhere, as on another machine."""
    address = by_hand.scheduler()
    maps = tmp_path / "maps"
    blind = tmp_path / "blind"
    blind.mkdir()
    (blind / "sitecustomize.py").write_text(
        "import os.path\n"
        "seen = os.path.isfile\n"
        f"os.path.isfile = lambda path: not str(path).startswith({str(maps)!r}) and seen(path)\n"
    )
    by_hand.worker(address, PYTHONPATH=f"{blind}:{ROOT}", backend=False)
    wait_until(lambda: count_workers(address) == 1, "a worker")
    refused = batch(model, write_scenes(tmp_path / "scenes", 1), maps, scheduler=address)
    assert refused.failure.code == "cluster.no_shared_folder"
    assert str(maps) in refused.failure.message
    assert snapshot(maps) == {}


@pytest.mark.slow
def test_complete_scenes_remain_when_the_cluster_stops(
    by_hand: HandMade,
    model: Path,
    tmp_path: Path,
    start: Callable,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = by_hand.scheduler()
    by_hand.worker(address, GDAL_VRT_ENABLE_PYTHON="YES")
    wait_until(lambda: count_workers(address) == 1, "a worker")
    maps = tmp_path / "maps"
    slow = "import time; time.sleep(0.01)"
    scenes = [
        write_crashing_vrt(scene.with_suffix(".vrt"), scene, slow)
        for scene in write_scenes(tmp_path / "scenes", 8)
    ]
    child = start()
    batch_options = {
        "model": model,
        "images": scenes,
        "output_folder": maps,
        "allow_external": True,
    }
    child.ask("batch", **batch_options, scheduler=address)
    wait_until(lambda: completion_times(maps), "the first map")
    by_hand.processes[0].kill()
    assert child.end() == protocol.EXIT_USER_ERROR
    assert child.failure.code == "cluster.lost"
    assert "run the batch again" in child.failure.hint
    complete = completion_times(maps)
    # and is taken up on this machine
    monkeypatch.setenv("GDAL_VRT_ENABLE_PYTHON", "YES")
    outcome = batch(model, scenes, maps, workers=1, allow_external=True)
    assert list(statuses(outcome).values()).count("skipped") == len(complete)
    assert len(completion_times(maps)) == 8


def count_workers(address: str) -> int:
    """How many workers a scheduler knows."""
    from distributed import Client

    with Client(address, timeout=TIMEOUT) as client:
        return len(client.scheduler_info(n_workers=-1)["workers"])
