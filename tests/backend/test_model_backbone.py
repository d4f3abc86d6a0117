"""The backbone of a model is found by digest; its name in the file is never opened."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from backend_support import Outcome, run, shell
from conftest import Stripes

from backend.backbones.model_backbone import backbone_of_model
from backend.backbones.source import BUNDLED, find_backbone
from backend.common import protocol
from backend.core.errors import UserError
from backend.core.reporter import Reporter
from tests.backend.test_backbone_catalogue import files_of
from tests.fixtures.diffusion import write_ddpm
from tests.fixtures.model_files import NAMED_BACKBONES, alter_model
from tests.fixtures.web import Site, serve

pytestmark = pytest.mark.backend

COMMIT = "0123456789abcdef0123456789abcdef01234567"
HUB_NAME = f"owner/ddpm@{COMMIT}"
JOBS = ("apply", "suggest", "batch")
quiet = Reporter(lambda event: None)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache, initially empty; also of workers that a batch starts."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "geodiffnet" / "backbones"


@pytest.fixture
def site(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A hub that has the backbone, and the user's token."""
    monkeypatch.setattr("backend.files.download.RETRY_PAUSE_SECONDS", 0.01)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("HF_TOKEN", "secret")
    with serve() as made:
        monkeypatch.setenv("HF_ENDPOINT", made.address)
        monkeypatch.setenv("GEODIFFNET_ADM_ADDRESS", f"{made.address}/64x64_diffusion.pt")
        made.offer_model("owner/ddpm", COMMIT, files_of(write_ddpm(tmp_path / "ddpm")))
        yield made


@pytest.fixture(scope="module")
def models(stripes: Stripes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """A model on the bundled backbone, and one on a backbone in a folder."""
    from backend.classifiers.ensemble_settings import EnsembleSettings

    def quick(**given: object) -> EnsembleSettings:
        return dataclasses.replace(EnsembleSettings(**given), members=2, steps=20)

    folder = tmp_path_factory.mktemp("models")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.pipeline.training_data.EnsembleSettings", quick)
        patch.setattr("backend.classifiers.classic.TREES", 10)
        made = {}
        for name, backbone in (("bundled", BUNDLED), ("foreign", str(write_ddpm(folder / "net")))):
            asked = stripes.job_settings(folder / "unused", method="geodiffnet", backbone=backbone)
            del asked["output"]
            made[name] = folder / f"{name}.safetensors"
            outcome = run("train", model=made[name], cache=folder / "cache", **asked)
            assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
        yield made


def ask(job: str, model: Path, scene: Path, folder: Path, **more: Any) -> Outcome:
    folder.mkdir(exist_ok=True)
    given: dict[str, Any] = {"model": model, "device": "cpu", "cache": folder / "cache"}
    if job == "batch":
        given |= {"images": [scene], "output_folder": folder / "out", "workers": 1}
    else:
        given |= {"image": scene, "output": folder / "out.tif"}
        given |= {"output": folder / "out.gpkg", "count": 3} if job == "suggest" else {}
    return run(job, **given | more)


@pytest.mark.parametrize("job", JOBS)
def test_a_backbone_name_in_a_model_is_never_opened_or_downloaded(
    site: Site, home: Path, models: dict[str, Path], stripes: Stripes, tmp_path: Path, job: str
) -> None:
    names = NAMED_BACKBONES if job == "apply" else NAMED_BACKBONES[:3]
    for number, name in enumerate((*names, f"{site.address}/64x64_diffusion.pt", HUB_NAME)):
        model = alter_model(models["foreign"], tmp_path / "forged.safetensors", backbone=name)
        outcome = ask(job, model, stripes.scene, tmp_path / f"{job}{number}")
        assert outcome.status == protocol.EXIT_USER_ERROR
        assert outcome.failure.code == "model.backbone_missing", name
        assert "--backbone" in outcome.failure.hint
        assert "\x1b" not in outcome.failure.hint
        assert not [path for path in (tmp_path / f"{job}{number}").rglob("*") if path.is_file()]
    assert not site.asked
    assert not home.exists()


@pytest.mark.parametrize("digest", ["", "0" * 64, "short", "0" * 63 + "\n"])
def test_an_unknown_digest_finds_no_backbone(
    site: Site, models: dict[str, Path], stripes: Stripes, tmp_path: Path, digest: str
) -> None:
    (tmp_path / "home" / "geodiffnet" / "backbones" / "empty").mkdir(parents=True)
    model = alter_model(models["bundled"], tmp_path / "forged.safetensors", backbone_digest=digest)
    outcome = ask("apply", model, stripes.scene, tmp_path / "out")
    assert outcome.failure.code == "model.backbone_missing"
    assert not site.asked


@pytest.mark.slow
def test_the_bundled_backbone_is_found_under_any_name(
    site: Site, models: dict[str, Path], stripes: Stripes, tmp_path: Path
) -> None:
    maps = set()
    for number, name in enumerate((BUNDLED, *NAMED_BACKBONES[:4])):
        model = alter_model(models["bundled"], tmp_path / "forged.safetensors", backbone=name)
        outcome = ask("apply", model, stripes.scene, tmp_path / str(number))
        assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
        import rasterio

        with rasterio.open(outcome.result.outputs["map"]) as dataset:
            maps.add(dataset.read(1).tobytes())
    assert len(maps) == 1
    assert not site.asked


@pytest.mark.slow
@pytest.mark.parametrize("job", JOBS)
def test_a_backbone_that_the_user_names_is_downloaded_and_must_have_the_digest(
    site: Site, home: Path, models: dict[str, Path], stripes: Stripes, tmp_path: Path, job: str
) -> None:
    model = alter_model(models["foreign"], tmp_path / "forged.safetensors", backbone="whatever")
    outcome = ask(job, model, stripes.scene, tmp_path / "other", backbone=BUNDLED)
    assert outcome.failure.code == "model.other_backbone"
    assert not site.asked
    outcome = ask(job, model, stripes.scene, tmp_path / "hub", backbone=HUB_NAME)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    assert {headers.get("Authorization") for _, headers in site.asked} == {"Bearer secret"}
    # it is in the cache now, and found by its digest
    asked = len(site.asked)
    outcome = ask(job, model, stripes.scene, tmp_path / "again")
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    assert len(site.asked) == asked


def test_a_folder_that_the_user_names_is_used(
    home: Path, models: dict[str, Path], stripes: Stripes, tmp_path: Path
) -> None:
    info = alter_model(models["foreign"], tmp_path / "f.safetensors", backbone="nowhere")
    outcome = ask("apply", info, stripes.scene, tmp_path / "none")
    assert outcome.failure.code == "model.backbone_missing"
    folder = models["foreign"].parent / "net"
    outcome = ask("apply", info, stripes.scene, tmp_path / "named", backbone=str(folder))
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]


def test_a_cache_that_other_users_can_write_to_is_not_searched(
    home: Path, models: dict[str, Path]
) -> None:
    import shutil

    folder = models["foreign"].parent / "net"
    digest = find_backbone(str(folder)).digest
    home.mkdir(parents=True, mode=0o700)
    shutil.copytree(folder, home / "kept")
    assert backbone_of_model(digest, "", None, quiet).folder == home / "kept"
    for opened in (home, home / "kept"):
        opened.chmod(0o777)
        with pytest.raises(UserError) as caught:
            backbone_of_model(digest, "", None, quiet)
        assert caught.value.code == "model.backbone_missing"
        opened.chmod(0o700)
    (home / "kept").rename(home.parent / "elsewhere")
    (home / "kept").symlink_to(home.parent / "elsewhere")
    with pytest.raises(UserError):
        backbone_of_model(digest, "", None, quiet)


@pytest.mark.parametrize("job", JOBS)
def test_the_command_line_has_the_option_backbone(job: str) -> None:
    assert "--backbone" in shell(job, "--help").stdout


def test_messages_show_a_limited_name_of_the_missing_backbone(
    home: Path, models: dict[str, Path], stripes: Stripes, tmp_path: Path
) -> None:
    model = alter_model(models["foreign"], tmp_path / "f.safetensors", backbone="x" * 100_000)
    outcome = ask("apply", model, stripes.scene, tmp_path / "out")
    assert outcome.failure.code == "model.backbone_missing"
    assert len(json.dumps(outcome.failure.hint)) < 1000
