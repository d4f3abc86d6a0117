"""Set-up of the backend's environment, with tiny packages: what is there in the end, and what is
not, whatever happens on the way."""

import importlib
import json
import os
import shutil
import ssl
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from qgis_support import descendants, is_alive, wait_until
from setup_support import BACKEND, MODULES, PYTHON, Index, make_lock, make_wheel, make_wheels

ALGORITHM = "geodiffnet:setupbackend"
#: Together they take minutes, since each makes an environment or two.
slow = pytest.mark.skipif(
    "GEODIFFNET_ALL_TESTS" not in os.environ, reason="runs with scripts/test --all"
)


def module(name):
    return importlib.import_module(f"geodiffnet.bridge.{name}")


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    return make_wheels(tmp_path_factory.mktemp("wheels") / "wheels")


@pytest.fixture
def world(qgis, wheels, tmp_path, monkeypatch):
    """An empty profile with spaces and umlauts in its path, a lock file, and no other backend."""
    runtime, pins, layout = module("runtime"), module("setup.pins"), module("setup.layout")
    settings = importlib.import_module("qgis.core").QgsSettings
    profile = tmp_path / "Prüf Profil ß 漢字"
    backend = tmp_path / "backend"
    backend.mkdir()
    (backend / "__main__.py").write_text(BACKEND)

    class World:
        def __init__(self):
            self.profile = profile
            self.runtime = profile / "geodiffnet" / "runtime"
            self.logs = profile / "geodiffnet" / "logs"
            self.lock_wheels(wheels)

        def lock_wheels(self, folder):
            """Write the lock file of these wheels."""
            platform = (
                module("setup.interpreter").probe_interpreter(Path("/usr/bin/python3")).platform
            )
            lock = make_lock(folder, tmp_path / "lock.json", platform)
            monkeypatch.setattr(pins, "LOCK_FILE", lock)
            pins.load_pins.cache_clear()

        def environments(self):
            return sorted(path.name for path in self.runtime.glob("*") if path.is_dir())

    for name in ("GEODIFFNET_PYTHON", "PIP_INDEX_URL", "PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setattr(runtime, "PLUGIN_FOLDER", tmp_path)
    monkeypatch.setattr(runtime, "BACKEND_FOLDER", backend)
    monkeypatch.setattr(layout.QgsApplication, "qgisSettingsDirPath", lambda: str(profile))
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    yield World()
    settings().remove("geodiffnet")
    settings().remove("proxy")
    pins.load_pins.cache_clear()


@pytest.fixture
def index(wheels, monkeypatch):
    """A package index that is configured in pip, as in a company."""
    served = Index(wheels)
    monkeypatch.setenv("PIP_INDEX_URL", served.url)
    yield served
    served.close()


@pytest.fixture
def run(world):
    """Run the algorithm, and keep its messages."""
    from qgis.core import QgsProcessingFeedback

    class Run:
        def __init__(self):
            self.feedback = QgsProcessingFeedback(False)
            self.fractions = []
            self.feedback.progressChanged.connect(self.fractions.append)

        def __call__(self, **parameters):
            processing = importlib.import_module("processing")
            return processing.run(ALGORITHM, parameters, feedback=self.feedback)

        def fails(self, **parameters):
            from qgis.core import QgsProcessingException

            with pytest.raises(QgsProcessingException) as caught:
                self(**parameters)
            return str(caught.value)

        @property
        def output(self):
            return self.feedback.textLog()

    return Run()


def test_an_offline_installation_passes_the_self_test(run, world, wheels):
    outputs = run(WHEELS=str(wheels))
    assert outputs["STATE"] == "ready"
    assert outputs["DEVICE"] == "cpu"
    assert outputs["SECONDS"] == 0.1
    (name,) = world.environments()
    assert outputs["FOLDER"] == str(world.runtime / name)
    found = module("runtime").find_runtime()
    assert found.python == world.runtime / name / "bin" / "python"
    module("runtime").check_runtime(found)
    assert run.fractions == sorted(run.fractions)
    assert sorted(os.listdir(world.runtime)) == sorted([name, "current.json"])
    assert sorted(path.name for path in wheels.glob("*")) == sorted(os.listdir(wheels))


def test_downloads_are_reported_and_kept_until_the_end(run, world, index):
    assert run()["STATE"] == "ready"
    assert sorted(set(index.fetched())) == sorted(index.fetched())
    assert len(index.fetched()) == len(MODULES) + 1
    assert "Download size: 2." in run.output
    assert "Installing: 8 of 8 packages" in run.output
    assert os.listdir(world.runtime / world.environments()[0])
    assert not (world.runtime / "wheels").exists()


@slow
def test_other_files_in_a_wheel_folder_are_ignored(run, world, wheels, tmp_path):
    folder = tmp_path / "mixed"
    shutil.copytree(wheels, folder)
    make_wheel(folder, "numpy", "9.0")
    # The same version for another platform, which pip would like better.
    shutil.copy(make_wheel(tmp_path, "torch"), folder / "torch-1.0-2-py3-none-any.whl")
    assert run(WHEELS=str(folder))["STATE"] == "ready"


@slow
def test_a_second_run_only_verifies(run, world, wheels):
    first = run(WHEELS=str(wheels))
    again = run()
    assert again == first
    assert "set up and up to date" in run.output


@slow
def test_an_upgrade_of_the_plugin_replaces_the_environment(run, world, wheels, tmp_path):
    old = run(WHEELS=str(wheels))["FOLDER"]
    newer = make_wheels(tmp_path / "newer", "2.0")
    world.lock_wheels(newer)
    state = module("setup.state")
    assert state.current_state().kind == "outdated"
    assert "upgrade" in state.upgrade_note(module("runtime").find_runtime())
    outputs = run(WHEELS=str(newer))
    assert outputs["STATE"] == "ready"
    assert outputs["FOLDER"] != old
    assert world.environments() == [Path(outputs["FOLDER"]).name]


@slow
def test_a_failed_upgrade_keeps_the_old_environment(run, world, wheels, tmp_path):
    old = run(WHEELS=str(wheels))["FOLDER"]
    broken = make_wheels(tmp_path / "broken", "2.0")
    for name in MODULES:
        # Its self-test does not get as far as a result.
        if name == "torch":
            make_wheel(broken, "torch", "2.0").write_bytes(b"no wheel at all")
    world.lock_wheels(broken)
    message = run.fails(WHEELS=str(broken))
    assert "Log: " in message
    assert world.environments() == [Path(old).name]
    assert str(module("runtime").find_runtime().python).startswith(old)


@slow
def test_repair_reinstalls_everything(run, world, wheels):
    first = run(WHEELS=str(wheels))["FOLDER"]
    shutil.rmtree(next(Path(first).glob("lib/python3*/site-packages/torch")))
    assert "lacks these packages: torch" in run.fails(ACTION="verify")
    assert "“Repair”" in run.fails(ACTION="verify")
    outputs = run(ACTION="repair", WHEELS=str(wheels))
    assert outputs["STATE"] == "ready"
    assert outputs["FOLDER"] != first
    assert not Path(first).exists()
    assert run(ACTION="verify")["DEVICE"] == "cpu"


@slow
def test_remove_leaves_no_files(run, world, wheels):
    run(WHEELS=str(wheels))
    assert run(ACTION="remove")["STATE"] == "missing"
    assert os.listdir(world.runtime) == []
    message = run.fails(ACTION="verify")
    assert "not set up yet" in message
    assert "Set up the backend" in message


def test_every_algorithm_refers_to_the_setup(qgis, world):
    for entry in qgis.processingRegistry().providerById("geodiffnet").algorithms():
        able, reason = entry.create().canExecute()
        assert able or "Set up the backend" in reason, entry.id()


@slow
def test_an_incomplete_environment_is_never_used(run, world, wheels):
    folder = Path(run(WHEELS=str(wheels))["FOLDER"])
    marker = world.runtime / "current.json"
    message = marker.read_text()
    half = world.runtime / "0123456789"
    shutil.copytree(folder, half, symlinks=True)
    marker.unlink()
    with pytest.raises(module("errors").BridgeError):
        module("runtime").find_runtime()
    for text in ("", "{", "[]", message.replace(folder.name, ".."), message.replace("pins", "pin")):
        marker.write_text(text)
        assert module("setup.layout").profile_layout().current() is None
    assert run(WHEELS=str(wheels))["STATE"] == "ready"
    assert not half.exists()


@pytest.mark.parametrize("wrong", ["absent", "damaged"])
def test_an_incomplete_wheel_folder_is_reported_first(run, world, wheels, tmp_path, wrong):
    folder = tmp_path / "incomplete"
    shutil.copytree(wheels, folder)
    file = next(folder.glob("rasterio-*"))
    file.unlink() if wrong == "absent" else file.write_bytes(b"x")
    message = run.fails(WHEELS=str(folder))
    assert "lacks 1 of 9 files: rasterio-1.0" in message
    assert ("damaged" in message) == (wrong == "damaged")
    assert "Download only" in message
    assert world.environments() == []


@slow
def test_a_wheel_folder_is_filled_for_offline_use(run, world, index, tmp_path, wheels):
    folder = tmp_path / "Räder 1"
    run(ACTION="download", WHEELS=str(folder))
    assert sorted(os.listdir(folder)) == sorted(os.listdir(wheels))
    assert world.environments() == []
    assert "No folder was chosen for the download" in run.fails(ACTION="download")


def test_missing_disk_space_is_reported_first(run, world, index, monkeypatch):
    monkeypatch.setattr(module("setup.disk_space"), "free_bytes", lambda folder: 10_000_000)
    message = run.fails()
    assert "not enough disk space" in message
    assert "10 MB are free" in message
    assert world.environments() == []
    assert index.asked == []


@slow
def test_an_interrupted_download_is_retried(run, world, index):
    index.break_off = {"torch-1.0-py3-none-any.whl", "numpy-1.0-py3-none-any.whl"}
    assert run()["STATE"] == "ready"
    assert index.break_off == set()


@slow
def test_a_file_with_a_wrong_checksum_is_never_installed(run, world, index, monkeypatch):
    monkeypatch.setattr(module("setup.downloading"), "RETRY_PAUSE_SECONDS", 0)
    index.spoil = {"torch-1.0-py3-none-any.whl"}
    message = run.fails()
    assert "does not match its checksum" in message
    assert world.environments() == ["wheels"]
    index.spoil = set()
    assert run()["STATE"] == "ready"


@slow
def test_a_cancelled_download_is_resumed(run, world, index):
    index.delay = 2.0
    feedback = run.feedback
    threading.Thread(
        target=lambda: (wait_until(lambda: len(index.fetched()) > 4), feedback.cancel())
    ).start()
    assert "Cancelled; the previous environment was kept." in run.fails()
    assert world.environments() in ([], ["wheels"])
    before = len(index.fetched())
    index.delay = 0.0
    from qgis.core import QgsProcessingFeedback

    run.feedback = QgsProcessingFeedback(False)
    assert run()["STATE"] == "ready"
    assert 0 < len(index.fetched()) - before <= len(MODULES) + 1


def test_a_cancelled_installation_keeps_the_old_environment(run, world, wheels, tmp_path):
    old = run(WHEELS=str(wheels))["FOLDER"]
    newer = make_wheels(tmp_path / "newer", "2.0")
    world.lock_wheels(newer)

    def cancel():
        wait_until(lambda: len(world.environments()) > 1)
        run.feedback.cancel()

    threading.Thread(target=cancel).start()
    assert "Cancelled" in run.fails(WHEELS=str(newer))
    assert world.environments() == [Path(old).name]
    assert sorted(os.listdir(world.runtime)) == sorted([Path(old).name, "current.json"])


@pytest.mark.parametrize("moment", ["pip is being unpacked", "the installer runs"])
def test_everything_that_a_cancelled_installation_has_started_ends(run, world, wheels, moment):
    """`venv` starts other programs, which would go on writing to the removed folder."""
    if moment == "pip is being unpacked":
        pattern = "*/lib/python3*/site-packages/pip"
    else:
        pattern = "temporary/install.txt"
    started = []

    def cancel():
        wait_until(lambda: list(world.runtime.glob(pattern)))
        started.extend(descendants(os.getpid()))
        run.feedback.cancel()

    thread = threading.Thread(target=cancel)
    thread.start()
    assert "Cancelled" in run.fails(WHEELS=str(wheels))
    thread.join()
    assert started
    assert not [number for number in started if is_alive(number)]
    assert os.listdir(world.runtime) == []


@slow
def test_an_unreachable_proxy_is_reported(run, world, index, monkeypatch):
    from qgis.core import QgsSettings

    # The proxy is only passed by for this machine if one says so.
    for name, value in {
        "proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": "127.0.0.1",
        "proxyPort": "9", "proxyUser": "me", "proxyPassword": "se cret/",
    }.items():  # fmt: skip
        QgsSettings().setValue(f"proxy/{name}", value)
    message = run.fails()
    assert "The proxy cannot be reached or refuses the connection." in message
    assert "Settings ▸ Options ▸ Network" in message
    assert "proxy 127.0.0.1:9 of QGIS's settings" in run.output
    (log,) = world.logs.glob("setupbackend-*.log")
    message = log.read_text() + run.output
    assert "se cret" not in message
    assert "se%20cret" not in message
    assert index.asked == []


def test_a_proxy_of_qgis_is_used_with_its_password(world):
    from qgis.core import QgsSettings

    for name, value in {
        "proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": "proxy.test",
        "proxyPort": "3128", "proxyUser": "me", "proxyPassword": "p@ss word",
        "noProxyUrls": ["http://intern.test"],
    }.items():  # fmt: skip
        QgsSettings().setValue(f"proxy/{name}", value)
    found = module("setup.network").connection_of_qgis()
    assert found.variables["HTTPS_PROXY"] == "http://me:p%40ss%20word@proxy.test:3128"
    assert found.variables["NO_PROXY"] == "intern.test"
    assert "p@ss" not in found.description
    QgsSettings().setValue("proxy/proxyType", "Socks5Proxy")
    with pytest.raises(module("errors").BridgeError, match="SOCKS"):
        module("setup.network").connection_of_qgis()


@slow
def test_an_untrusted_certificate_is_reported(run, world, wheels, tmp_path, monkeypatch):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
        "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key,
        "-out", certificate,
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    served = Index(wheels, context)
    monkeypatch.setenv("PIP_INDEX_URL", served.url)
    message = run.fails()
    assert "certificate of the package index is not trusted" in message
    assert "Manage Certificates" in message
    # The same certificate, trusted in QGIS.
    network = module("setup.network")
    for name in network.CERTIFICATE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    trusted = network.Connection(certificates=certificate.read_text(), description="own")
    algorithm = importlib.import_module("geodiffnet.algorithms.setupbackend")
    monkeypatch.setattr(algorithm, "connection_of_qgis", lambda: trusted)
    assert run()["STATE"] == "ready"
    served.close()


@slow
def test_a_missing_network_is_reported(run, world, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setattr(module("setup.downloading"), "RETRY_PAUSE_SECONDS", 0)
    message = run.fails()
    assert "cannot be reached" in message
    assert "Log: " in message
    assert world.environments() in ([], ["wheels"])


HOLDER = """
import sys
from PyQt5.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
assert lock.tryLock(0)
print("held", flush=True)
sys.stdin.read()
"""


def test_the_lock_allows_one_window_and_ignores_dead_ones(run, world, wheels):
    world.runtime.mkdir(parents=True)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, world.runtime / "setup.lock"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout.readline() == "held\n"
    message = run.fails(WHEELS=str(wheels))
    assert "Another QGIS window is setting up the backend" in message
    assert str(holder.pid) in message
    assert "Another QGIS window" in run.fails(ACTION="remove")
    holder.kill()
    holder.communicate()
    assert (world.runtime / "setup.lock").exists()
    assert run(WHEELS=str(wheels))["STATE"] == "ready"


def test_a_read_only_profile_is_reported(run, world, wheels):
    world.profile.parent.mkdir(exist_ok=True)
    world.profile.write_text("a file in the way")
    assert "cannot be created" in run.fails(WHEELS=str(wheels))


@slow
def test_a_custom_python_is_verified_before_use(run, world, wheels, tmp_path):
    folder = run(WHEELS=str(wheels))["FOLDER"]
    own = tmp_path / "own"
    subprocess.run([sys.executable, "-m", "venv", own], check=True)
    assert "lacks these packages: numpy, torch" in run.fails(
        ACTION="use", PYTHON=str(own / "bin/python")
    )
    assert "not an executable Python interpreter" in run.fails(
        ACTION="use", PYTHON=str(own / "pyvenv.cfg")
    )
    assert run(ACTION="verify")["FOLDER"] == folder
    command = [own / "bin/python", "-m", "pip", "install", "-q", "--no-index", "--no-deps"]
    mine = [file for file in wheels.glob("*.whl") if not file.name.startswith("pip")]
    subprocess.run([*command, *mine], check=True, env={"PIP_CONFIG_FILE": os.devnull})
    used = run(ACTION="use", PYTHON=str(own / "bin/python"))
    assert (used["STATE"], used["FOLDER"]) == ("own", str(own))
    assert run(ACTION="verify")["FOLDER"] == str(own)
    shutil.rmtree(own)
    assert "custom Python environment does not exist" in run.fails(ACTION="verify")
    assert run(ACTION="use")["FOLDER"] == folder


def fake_python(folder, **properties):
    """A program that reports the properties of a Python."""
    usual = {
        "version": f"{PYTHON}.9", "implementation": "cpython", "bits": 64, "free_threaded": False,
        "system": "linux", "machine": os.uname().machine, "libc": "glibc", "venv": True,
    }  # fmt: skip
    path = folder / "python"
    path.write_text(f"#!/bin/sh\ncat <<'E'\n{json.dumps(usual | properties)}\nE\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("properties", "message", "hint"),
    [
        (
            {"version": "3.9.1"},
            "(3.9.1) is not supported; supported are Python 3.1",
            "sudo apt install",
        ),
        ({"venv": False}, "lacks the module venv", f"python{PYTHON}-venv"),
        ({"implementation": "pypy"}, "not a standard CPython", "CPython"),
        ({"free_threaded": True}, "not a standard CPython", "CPython"),
        ({"bits": 32}, "This platform is not supported", "64-bit"),
        ({"machine": "riscv64"}, "This platform is not supported", "PyTorch"),
        ({"libc": ""}, "This platform is not supported", "glibc"),
        ({"system": "darwin", "machine": "x86_64"}, "macos_x86_64", "Apple silicon"),
    ],
)
def test_an_unsuitable_python_is_reported(run, world, wheels, tmp_path, properties, message, hint):
    complaint = run.fails(WHEELS=str(wheels), PYTHON=fake_python(tmp_path, **properties))
    assert message in complaint
    assert hint in complaint
    assert world.environments() == []


def test_a_file_that_is_no_python_is_rejected(run, world, wheels, tmp_path):
    text = tmp_path / "python.txt"
    text.write_text("x")
    assert "is not an executable Python interpreter" in run.fails(
        WHEELS=str(wheels), PYTHON=str(text)
    )
    assert "is not an executable Python interpreter" in run.fails(PYTHON=str(tmp_path / "absent"))


def test_a_python_that_only_lacks_venv_is_reported_first(world, tmp_path, monkeypatch):
    interpreter = module("setup.interpreter")
    old, bare = tmp_path / "old", tmp_path / "bare"
    old.mkdir(), bare.mkdir()
    places = [Path(fake_python(old, version="3.8.0")), Path(fake_python(bare, venv=False))]
    monkeypatch.setattr(interpreter, "_search_folders", lambda: iter(places))
    with pytest.raises(module("errors").BridgeError) as caught:
        interpreter.choose_interpreter(module("setup.pins").load_pins())
    assert caught.value.code == "setup.no_venv"
    monkeypatch.setattr(interpreter, "_search_folders", lambda: iter([]))
    with pytest.raises(module("errors").BridgeError) as caught:
        interpreter.choose_interpreter(module("setup.pins").load_pins())
    assert caught.value.code == "setup.no_python"
