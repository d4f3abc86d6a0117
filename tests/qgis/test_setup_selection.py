"""The choices and error messages of the setup, without an installation."""

import importlib

import pytest


def module(name):
    return importlib.import_module(f"geodiffnet.bridge.setup.{name}")


@pytest.fixture
def pins(qgis):
    """The real lock file."""
    found = module("pins")
    found.load_pins.cache_clear()
    return found.load_pins()


@pytest.fixture
def choose(pins):
    """The build for a platform and an NVIDIA driver."""
    builds = module("torch_build")

    def choose(wanted, platform="linux_x86_64", python="3.11", gpu=None):
        found = builds.parse_gpu(gpu) if gpu else None
        choice = builds.choose_build(wanted, pins.recipes(platform, python), found)
        return choice.recipe.build, choice.recipe.find_wheel("torch").version, choice.reason

    return choose


NEW = "NVIDIA RTX A2000, 580.95.05, 8.6"
OLD = "NVIDIA RTX A2000, 535.183.01, 8.6"


@pytest.mark.parametrize(
    ("platform", "gpu", "build", "version", "reason"),
    [
        ("linux_x86_64", None, "cpu", "2.13.0+cpu", "no NVIDIA driver found"),
        ("linux_x86_64", NEW, "cuda", "2.13.0", "RTX A2000 with driver 580.95.05"),
        ("linux_x86_64", OLD, "cpu", "2.13.0+cpu", "535.183.01 of NVIDIA RTX A2000 is too old"),
        ("linux_x86_64", "Tesla P100, 580.95.05, 6.0", "cpu", "2.13.0+cpu", "not supported"),
        ("linux_x86_64", "GPU, 590.1, [N/A]", "cuda", "2.13.0", "driver 590.1"),
        ("linux_aarch64", None, "cpu", "2.13.0+cpu", "no NVIDIA driver"),
        ("windows_x86_64", OLD, "cuda", "2.13.0+cu126", "driver 535.183.01"),
        ("windows_x86_64", "RTX 5090, 580.1, 12.0", "cpu", "2.13.0", "capability 12.0"),
        ("windows_x86_64", None, "cpu", "2.13.0", "no NVIDIA driver found"),
        ("macos_arm64", None, "apple", "2.13.0", "one build for CPU and Apple GPU"),
    ],
)
def test_the_build_is_chosen_by_platform_and_gpu(choose, platform, gpu, build, version, reason):
    found = choose("auto", platform, "3.12", gpu)
    assert found[:2] == (build, version)
    assert reason in found[2]


def test_a_missing_cpu_build_is_replaced_and_reported(choose):
    build, _, reason = choose("auto", "linux_aarch64", "3.11")
    assert build == "cuda"
    assert "no CPU build for this Python" in reason
    build, _, reason = choose("auto", "windows_x86_64", "3.13", NEW)
    assert build == "cpu"
    assert "no CUDA build for this Python" in reason


def test_a_requested_build_is_used_with_a_warning(choose):
    assert choose("cpu", gpu=NEW)[0] == "cpu"
    build, _, reason = choose("cuda", gpu=OLD)
    assert build == "cuda"
    assert "too old for CUDA 13.0, which requires 580.65" in reason
    assert "the CPU will be used" in choose("cuda")[2]
    assert choose("cpu", "macos_arm64")[0] == "apple"


@pytest.mark.parametrize("platform", ["macos_arm64", "windows_x86_64"])
def test_a_missing_build_is_rejected(choose, platform):
    errors = importlib.import_module("geodiffnet.bridge.errors")
    with pytest.raises(errors.BridgeError, match="no PyTorch build “cuda”"):
        choose("cuda", platform, "3.13")


def test_the_gpu_is_read_from_nvidia_smi(qgis, tmp_path, monkeypatch):
    program = tmp_path / "nvidia-smi"
    program.write_text(f'#!/bin/sh\n[ "$2" = "--format=csv,noheader" ] && echo "{NEW}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    found = module("torch_build").find_gpu()
    assert (found.name, found.driver_numbers) == ("NVIDIA RTX A2000", (580, 95, 5))
    assert found.capability == 8.6
    program.write_text("#!/bin/sh\necho NVIDIA-SMI has failed\nexit 9\n")
    assert module("torch_build").find_gpu() is None
    program.unlink()
    assert module("torch_build").find_gpu() is None


PIP_NOT_FOUND = "ERROR: No matching distribution found for numpy==2.4.6"


@pytest.mark.parametrize(
    ("output", "code"),
    [
        ("OSError: [Errno 28] No space left on device", "setup.no_space"),
        ("OSError: [WinError 112] There is not enough space on the disk", "setup.no_space"),
        ("ProxyError('Cannot connect to proxy.', OSError('407 Proxy'))", "setup.proxy"),
        (f"OSError: Tunnel connection failed: 403\n{PIP_NOT_FOUND}", "setup.proxy"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "setup.certificate"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE", "setup.hash"),
        ("OSError: [WinError 206] The filename or extension is too long", "setup.long_path"),
        ("PermissionError: [WinError 5] Access is denied: 'torch.dll'", "setup.antivirus"),
        ("OSError: [WinError 225] contains a virus", "setup.antivirus"),
        ("PermissionError: [Errno 13] Permission denied: '/x'", "setup.folder"),
        ("OSError: [Errno 30] Read-only file system", "setup.folder"),
        ("The virtual environment was not created: No module named ensurepip", "setup.no_venv"),
        (PIP_NOT_FOUND, "setup.not_offered"),
        (f"Failed to establish a new connection: [Errno -2]\n{PIP_NOT_FOUND}", "setup.network"),
        ("ReadTimeoutError: Read timed out.", "setup.network"),
        ("something else\nValueError: what is this", "setup.failed"),
        ("", "setup.failed"),
    ],
)  # fmt: skip
def test_output_of_pip_is_translated_into_an_error(qgis, tmp_path, output, code):
    log = tmp_path / "setup.log"
    error = module("explain").explain(output, "Downloading", log)
    assert error.code == code
    assert error.message.startswith("Downloading")
    assert str(log) in error.hint
    assert "Traceback" not in error.text


def test_an_unknown_failure_shows_its_last_error(qgis, tmp_path):
    error = module("explain").explain("x\nValueError: what\n\n", "Installing", tmp_path)
    assert error.message == "Installing failed: ValueError: what"


@pytest.mark.parametrize(
    ("size", "text"),
    [(2_400_000, "2.4 MB"), (191_794_682, "192 MB"), (999_900_000, "1.0 GB"), (1.6e9, "1.6 GB")],
)
def test_sizes_are_formatted(qgis, size, text):
    assert module("disk_space").format_size(size) == text


def test_a_long_profile_path_on_windows_is_replaced(qgis, monkeypatch, tmp_path):
    path_length, layout = module("path_length"), module("layout")
    usual = "C:/Users/somebody/AppData/Roaming/QGIS/QGIS3/profiles/default/geodiffnet/runtime"
    assert path_length.excess_path_length(usual) > 0
    assert path_length.excess_path_length("C:/Users/firstname.name/AppData/Local/geodiffnet") <= 0
    monkeypatch.setattr(path_length.sys, "platform", "win32")
    monkeypatch.setattr(path_length, "_has_long_paths", lambda: False)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    monkeypatch.setattr(layout.QgsApplication, "qgisSettingsDirPath", lambda: usual)
    assert layout.profile_layout().folder == tmp_path / "Local" / "geodiffnet"
    monkeypatch.setattr(path_length, "_has_long_paths", lambda: True)
    assert layout.profile_layout().folder.parts[-2:] == ("geodiffnet", "runtime")
    # Once it is there it is found again, whatever Windows allows by then.
    (tmp_path / "Local" / "geodiffnet").mkdir(parents=True)
    (tmp_path / "Local" / "geodiffnet" / "current.json").write_text("{}")
    assert layout.profile_layout().folder == tmp_path / "Local" / "geodiffnet"


def test_the_target_of_a_link_is_never_removed(qgis, tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "thesis.txt").write_text("x")
    runtime = tmp_path / "runtime"
    runtime.mkdir()
    (runtime / "0123456789").symlink_to(precious, target_is_directory=True)
    module("layout").Layout(runtime).remove_all()
    assert (precious / "thesis.txt").exists()
