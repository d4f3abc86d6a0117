"""Backbones are downloaded once, verified, cached, and named as users name them."""

from __future__ import annotations

import dataclasses
import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from backend_support import run
from conftest import Stripes

from backend.backbones import adm
from backend.backbones.backbone import Backbone
from backend.backbones.catalogue import ADM
from backend.backbones.source import find_backbone
from backend.common import protocol
from backend.core.errors import Cancelled, UserError
from backend.core.reporter import Reporter
from tests.fixtures.adm import Adm, Shape, random_adm
from tests.fixtures.diffusion import write_ddpm, write_latent
from tests.fixtures.web import Site, serve

pytestmark = pytest.mark.backend

SMALL = Shape(widths=(32, 32, 32, 64), layers=3, head=32, classes=3)
COMMIT = "0123456789abcdef0123456789abcdef01234567"
CPU = torch.device("cpu")
quiet = Reporter(lambda event: None)


@pytest.fixture(scope="module")
def network() -> Adm:
    return random_adm(SMALL)


@pytest.fixture(scope="module")
def checkpoint(network: Adm, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("adm") / "64x64_diffusion.pt"
    torch.save(network.state_dict(), path)
    return path


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache of backbones, initially empty; ADM is small here."""
    monkeypatch.setattr(
        "backend.files.cache_folders._user_cache_folder", lambda: tmp_path / "cache"
    )
    defaults = (SMALL.architecture,)
    monkeypatch.setattr(adm.convert, "__defaults__", defaults)
    for name in ("ADDRESS", "SIZE", "SHA256"):
        monkeypatch.delenv(f"GEODIFFNET_ADM_{name}", raising=False)
    return tmp_path / "cache" / "backbones"


@pytest.fixture
def site(kept: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr("backend.files.download.RETRY_PAUSE_SECONDS", 0.01)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serve() as made:
        monkeypatch.setenv("HF_ENDPOINT", made.address)
        monkeypatch.setenv("GEODIFFNET_ADM_ADDRESS", f"{made.address}/64x64_diffusion.pt")
        yield made


def contents(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_adm_is_downloaded_and_converted_once(
    site: Site, kept: Path, checkpoint: Path, network: Adm
) -> None:
    site.files["/64x64_diffusion.pt"] = checkpoint.read_bytes()
    messages: list[str] = []
    reporter = Reporter(lambda event: messages.append(getattr(event, "message", "")))
    source = find_backbone(ADM, reporter)
    assert any(message.startswith("converting") for message in messages)
    assert source.folder.parent == kept
    assert contents(source.folder) == {
        "config.json",
        "scheduler_config.json",
        "diffusion_pytorch_model.safetensors",
    }
    assert contents(kept) == {f"{source.folder.name}/{name}" for name in contents(source.folder)}
    again = find_backbone(ADM, quiet)
    assert again == source
    assert site.paths() == ["/64x64_diffusion.pt"]
    image = torch.rand((1, 3, 32, 32), generator=torch.Generator().manual_seed(0))
    _, expected = network(image, 50, network.label_emb.weight.mean(dim=0))
    (found,) = Backbone(source, 11, CPU).activations(image, 50, (11,))
    assert torch.allclose(found, expected[11], atol=1e-4)


def test_adm_can_be_a_local_file_given_by_path_or_variable(
    kept: Path, checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_path = find_backbone(str(checkpoint), quiet)
    monkeypatch.setenv("GEODIFFNET_ADM_ADDRESS", str(checkpoint))
    by_name = find_backbone(ADM, quiet)
    assert by_name.folder == by_path.folder
    assert by_name.digest == by_path.digest
    assert checkpoint.exists()
    assert len(list(kept.iterdir())) == 1


def test_a_replaced_file_is_another_backbone(kept: Path, network: Adm, tmp_path: Path) -> None:
    path = tmp_path / "mine.pt"
    torch.save(network.state_dict(), path)
    first = find_backbone(str(path), quiet)
    torch.save(random_adm(SMALL, seed=1).state_dict(), path)
    second = find_backbone(str(path), quiet)
    assert first.digest != second.digest
    assert find_backbone(str(path), quiet) == second


@pytest.mark.parametrize("where", ["on the site", "at hand"])
def test_a_checkpoint_with_another_checksum_is_refused(
    site: Site, kept: Path, checkpoint: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    site.files["/64x64_diffusion.pt"] = checkpoint.read_bytes()
    if where == "at hand":
        monkeypatch.setenv("GEODIFFNET_ADM_ADDRESS", str(checkpoint))
    monkeypatch.setenv("GEODIFFNET_ADM_SHA256", "0" * 64)
    with pytest.raises(UserError) as caught:
        find_backbone(ADM, quiet)
    assert caught.value.code == "download.corrupted"
    assert contents(kept) == set()
    digest = hashlib.sha256(checkpoint.read_bytes()).hexdigest()
    monkeypatch.setenv("GEODIFFNET_ADM_SHA256", digest.upper())
    assert find_backbone(ADM, quiet).folder.is_dir()


@pytest.mark.parametrize(("name", "value"), [("SIZE", "big"), ("SHA256", "abc")])
def test_invalid_checkpoint_variables_are_refused(
    kept: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"GEODIFFNET_ADM_{name}", value)
    with pytest.raises(UserError) as caught:
        find_backbone(ADM, quiet)
    assert value in caught.value.message


def test_a_checkpoint_of_another_network_leaves_nothing_behind(kept: Path, tmp_path: Path) -> None:
    torch.save({"weight": torch.zeros(1)}, tmp_path / "other.pt")
    with pytest.raises(UserError) as caught:
        find_backbone(str(tmp_path / "other.pt"), quiet)
    assert caught.value.code == "backbone.unsupported"
    assert contents(kept) == set()
    with pytest.raises(UserError) as caught:
        find_backbone(str(tmp_path / "none.pt"), quiet)
    assert caught.value.code == "backbone.not_found"


def test_concurrent_jobs_create_a_backbone_once(site: Site, kept: Path, checkpoint: Path) -> None:
    site.files["/64x64_diffusion.pt"] = checkpoint.read_bytes()
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(find_backbone(ADM, quiet).digest))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(found) == 3
    assert len(set(found)) == 1
    assert len(site.asked) == 1


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_only_required_files_of_a_hub_model_are_downloaded_at_its_commit(
    site: Site, kept: Path, tmp_path: Path
) -> None:
    local = write_latent(tmp_path / "sd")
    files = files_of(local) | {
        "unet/diffusion_pytorch_model.bin": b"pickle",
        "unet/diffusion_pytorch_model.non_ema.safetensors": b"another",
        "safety_checker/model.safetensors": b"nobody wants it",
        "v1-5-pruned.safetensors": b"all of it again",
        "../../evil.safetensors": b"evil",
        "README.md": b"words",
    }
    site.offer_model("owner/sd", COMMIT, files)
    source = find_backbone(f"owner/sd@{COMMIT}", quiet)
    assert contents(source.folder) == {
        "scheduler/scheduler_config.json",
        *(f"{part}/config.json" for part in ("unet", "vae", "text_encoder")),
        *(f"{part}/diffusion_pytorch_model.safetensors" for part in ("unet", "vae")),
        "text_encoder/model.safetensors",
    }
    assert source.digest == find_backbone(str(local), quiet).digest
    asked = len(site.asked)
    assert find_backbone(f"owner/sd@{COMMIT}", quiet) == source
    assert len(site.asked) == asked


def test_an_interrupted_hub_download_continues(site: Site, kept: Path, tmp_path: Path) -> None:
    files = files_of(write_ddpm(tmp_path / "ddpm"))
    site.offer_model("owner/ddpm", COMMIT, files)
    stop = threading.Event()

    def stop_late(event: protocol.Event) -> None:
        if len([path for path in site.paths() if "resolve" in path]) == 2:
            stop.set()

    with pytest.raises(Cancelled):
        find_backbone(f"owner/ddpm@{COMMIT}", Reporter(stop_late, stop))
    first = [path for path in site.paths() if "resolve" in path]
    assert not (kept / f"owner--ddpm-{COMMIT[:12]}").exists()
    source = find_backbone(f"owner/ddpm@{COMMIT}", quiet)
    later = [path for path in site.paths() if "resolve" in path][len(first) :]
    assert first[0] not in later
    assert set(contents(source.folder)) == {
        "config.json",
        "scheduler_config.json",
        "diffusion_pytorch_model.safetensors",
    }


def test_downloads_from_the_hub_are_verified(site: Site, kept: Path, tmp_path: Path) -> None:
    files = files_of(write_ddpm(tmp_path / "ddpm"))
    site.offer_model("owner/ddpm", COMMIT, files)
    for name in ("config.json", "diffusion_pytorch_model.safetensors"):
        path = f"/owner/ddpm/resolve/{COMMIT}/{name}"
        whole = site.files[path]
        site.files[path] = bytes([whole[0] ^ 1]) + whole[1:]
        with pytest.raises(UserError) as caught:
            find_backbone(f"owner/ddpm@{COMMIT}", quiet)
        assert caught.value.code == "download.corrupted"
        site.files[path] = whole
    assert find_backbone(f"owner/ddpm@{COMMIT}", quiet).digest


@pytest.mark.parametrize("name", ["owner/ddpm", "owner/ddpm@main", f"owner/ddpm@{COMMIT[:12]}"])
def test_a_hub_model_without_a_commit_is_refused(site: Site, kept: Path, name: str) -> None:
    with pytest.raises(UserError) as caught:
        find_backbone(name, quiet)
    assert caught.value.code == "backbone.no_revision"
    assert "owner/ddpm@COMMIT" in caught.value.hint
    assert not site.asked


def test_a_local_folder_takes_precedence_over_the_hub(
    site: Site, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_ddpm(tmp_path / "owner" / "ddpm")
    assert find_backbone("owner/ddpm", quiet).folder == Path("owner/ddpm")
    assert not site.asked


@pytest.mark.parametrize("status", [401, 404, 503])
def test_missing_and_restricted_hub_models_are_reported(
    site: Site, kept: Path, status: int
) -> None:
    site.offer_model("owner/ddpm", COMMIT, {})
    site.answers = [status] * 9
    with pytest.raises(UserError) as caught:
        find_backbone(f"owner/ddpm@{COMMIT}", quiet)
    expected = "download.failed" if status == 503 else "backbone.not_found"
    assert caught.value.code == expected


def test_hub_models_with_pickles_only_are_refused_without_download(
    site: Site, kept: Path, tmp_path: Path
) -> None:
    files = files_of(write_ddpm(tmp_path / "ddpm"))
    weights = files.pop("diffusion_pytorch_model.safetensors")
    site.offer_model("owner/old", COMMIT, files | {"diffusion_pytorch_model.bin": weights})
    with pytest.raises(UserError) as caught:
        find_backbone(f"owner/old@{COMMIT}", quiet)
    assert caught.value.code == "backbone.not_found"
    assert "safetensors" in caught.value.message
    assert not [path for path in site.paths() if "resolve" in path]


def test_the_token_is_sent_to_the_hub_only(
    site: Site, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "secret")
    site.offer_model("owner/ddpm", COMMIT, files_of(write_ddpm(tmp_path / "ddpm")))
    source = find_backbone(f"owner/ddpm@{COMMIT}", quiet)
    assert {headers.get("Authorization") for _, headers in site.asked} == {"Bearer secret"}
    assert not any(b"secret" in content for content in files_of(source.folder).values())


def test_a_downloaded_backbone_classifies_a_scene(
    site: Site, kept: Path, stripes: Stripes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.classifiers.ensemble_settings import EnsembleSettings

    def quick(**given: object) -> EnsembleSettings:
        return dataclasses.replace(EnsembleSettings(**given), members=2, steps=20)

    monkeypatch.setattr("backend.pipeline.training_data.EnsembleSettings", quick)
    monkeypatch.setattr("backend.classifiers.classic.TREES", 10)
    name = f"owner/ddpm@{COMMIT}"
    site.offer_model("owner/ddpm", COMMIT, files_of(write_ddpm(tmp_path / "ddpm")))
    more = {"method": "geodiffnet", "backbone": name, "cache": tmp_path / "features"}
    asked = stripes.job_settings(tmp_path / "map.tif", model=tmp_path / "model.safetensors", **more)
    outcome = run("classify", **asked)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    site.files.clear()  # without network, which is not needed any more
    again = {name: asked[name] for name in ("image", "model", "cache")}
    outcome = run("apply", output=str(tmp_path / "again.tif"), **again)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    assert (tmp_path / "again.tif").read_bytes() == (tmp_path / "map.tif").read_bytes()


def test_a_job_without_network_or_cached_backbone_reports_it(
    kept: Path, stripes: Stripes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.files.download.RETRY_PAUSE_SECONDS", 0.01)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serve() as site:
        monkeypatch.setenv("GEODIFFNET_ADM_ADDRESS", f"{site.address}/64x64_diffusion.pt")
    asked = stripes.job_settings(tmp_path / "map.tif", method="geodiffnet", backbone=ADM)
    outcome = run("classify", **asked)
    assert outcome.failure.code == "download.failed"
    assert "refused" in outcome.failure.message
    assert "bundled" in outcome.failure.hint
