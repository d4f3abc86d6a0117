"""Manipulated markers, folders, indexes and settings of pip are not used."""

# ruff: noqa: F811 - fixtures that are imported are arguments, too

import json
import os
import shutil
from pathlib import Path

import pytest
from setup_support import Index
from test_setup_actions import index, module, run, slow, wheels, world  # noqa: F401 - fixtures

NAME = "0123456789"
WHOLE = {
    "name": NAME, "pins": "p", "platform": "linux_x86_64", "python": "3.11", "build": "cpu",
    "made": "2026-01-01",
}  # fmt: skip


@pytest.fixture
def layout(qgis, tmp_path):
    """The layout of a profile with an environment."""
    made = module("setup.layout").Layout(tmp_path / "runtime")
    made.make_private()
    made.environment_folder(NAME).mkdir()
    made.marker.write_text(json.dumps(WHOLE))
    assert made.current().name == NAME
    return made


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "7", "[" * 99_000, "9" * 9_000, "x" * 200_000,
        *(json.dumps({**WHOLE, key: value}) for key in WHOLE for value in (None, 7, [], {"a": 1})),
        *(json.dumps({**WHOLE, "name": name}) for name in (
            "..", "/", "", "../elsewhere", f"{NAME}/bin", f"{NAME}-", f"{NAME}\n", "abcdef0123",
            f"{NAME}-\u0662", "wheels", "temporary",
        )),
        json.dumps({key: WHOLE[key] for key in WHOLE if key != "made"}),
        json.dumps({**WHOLE, "more": "x"}),
    ],
    ids=lambda text: text[:40],
)  # fmt: skip
def test_a_forged_marker_is_ignored(layout, text):
    layout.marker.write_text(text)
    assert layout.current() is None


def test_links_and_pipes_are_ignored(layout, tmp_path):
    kept = tmp_path / "kept.json"
    layout.marker.rename(kept)
    layout.marker.symlink_to(kept)
    assert layout.current() is None
    layout.marker.unlink()
    os.mkfifo(layout.marker)  # nothing waits for whoever writes to it
    assert layout.current() is None
    layout.marker.unlink()
    kept.rename(layout.marker)
    layout.environment_folder(NAME).rename(tmp_path / "elsewhere")
    layout.environment_folder(NAME).symlink_to(tmp_path / "elsewhere")
    assert layout.current() is None


@pytest.mark.parametrize("mode", [0o777, 0o1777, 0o775, 0o702])
def test_a_folder_writable_by_others_is_made_private(layout, mode):
    layout.folder.chmod(mode)
    assert layout.current() is None
    layout.make_private()
    # what was there may have been changed, so it is not taken over
    assert layout.current() is None
    assert not layout.marker.exists()
    assert layout.folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give away")
def test_a_folder_of_another_user_is_not_used(layout):
    os.chown(layout.folder, 65534, 65534)
    assert layout.current() is None


def test_a_private_folder_is_unchanged(layout):
    layout.folder.chmod(0o755)
    layout.make_private()
    assert layout.current().name == NAME


def test_only_index_settings_of_pip_are_kept(world, monkeypatch, tmp_path):
    message = {"PIP_INDEX_URL": "https://a", "PIP_PROXY": "b", "PIP_CONFIG_FILE": "c"}
    ignored = {
        "PIP_TARGET": "/t", "PIP_PYTHON": "/evil", "PIP_PREFIX": "/p", "PIP_ROOT": "/r",
        "PIP_REQUIRE_HASHES": "0", "PIP_NO_DEPS": "0", "PIP_CONSTRAINT": "x", "pip_target": "/t",
        "PIP_CONFIG_SETTINGS": "x", "PIP_BREAK_SYSTEM_PACKAGES": "1",
    }  # fmt: skip
    for name, value in (message | ignored).items():
        monkeypatch.setenv(name, value)
    layout = module("setup.layout").profile_layout()
    connection = module("setup.network").Connection()
    environment = module("setup.actions")._environment(layout, connection)
    names = environment.keys()
    assert {name: environment.value(name) for name in message} == message
    assert not set(ignored) & set(names)


def test_an_index_of_pip_conf_cannot_replace_files(
    run,
    world,
    wheels,
    tmp_path,
    monkeypatch,
):
    """An index may be redirected, as in companies; its files must have the tested checksums."""
    monkeypatch.setattr(module("setup.downloading"), "RETRY_PAUSE_SECONDS", 0)
    served = Index(wheels)
    served.spoil = {path.name for path in wheels.glob("torch-*")}
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[global]\nindex-url = {served.url}\ntrusted-host = 127.0.0.1\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    message = run.fails()
    assert "does not match its checksum" in message
    assert served.fetched()
    assert world.environments() == ["wheels"]
    with pytest.raises(module("errors").BridgeError):
        module("runtime").find_runtime()
    served.close()


@slow
def test_an_install_target_of_pip_conf_is_detected(
    run,
    world,
    wheels,
    tmp_path,
    monkeypatch,
):
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[install]\ntarget = {tmp_path / 'elsewhere'}\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    run.fails(WHEELS=str(wheels))
    assert world.environments() == []
    with pytest.raises(module("errors").BridgeError):
        module("runtime").find_runtime()


@slow
def test_an_incomplete_environment_is_reported_and_repaired(run, world, wheels):
    folder = Path(run(WHEELS=str(wheels))["FOLDER"])
    shutil.rmtree(next(folder.glob("lib/python3*/site-packages/rasterio")))
    assert "lacks: rasterio" in run.fails(ACTION="verify")
    (folder / "bin" / "python").unlink()
    assert "not set up yet" in run.fails(ACTION="verify")
    assert run(ACTION="repair", WHEELS=str(wheels))["STATE"] == "ready"
