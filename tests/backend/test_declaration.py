"""Options of commands: one flat list of names, with the same checks from JSON and a shell."""

from __future__ import annotations

from pathlib import Path

import pytest
from backend_support import run_python

from backend.commands import COMMANDS, load_command
from backend.commands.apply import Options as ApplyOptions
from backend.commands.classify import Options as ClassifyOptions
from backend.commands.doctor import Options as DoctorOptions
from backend.commands.tune import Options as TuneOptions
from backend.core.errors import InvalidJob, UserError
from backend.options.band_options import BandOptions
from backend.options.compute_options import ComputeOptions
from backend.options.declaration import (
    declared_options,
    option_value,
    option_values,
    parse_options,
    replace_option,
)
from backend.options.feature_options import FeatureOptions
from backend.options.label_options import MultiSceneLabelOptions
from backend.options.parsing import parse_composite_sets

pytestmark = pytest.mark.backend

CLASSIFY = {"image": "scene.tif", "labels": "train.gpkg", "output": "map.tif"}
HEAVY_LIBRARIES = ("torch", "rasterio", "numpy", "sklearn", "scipy", "shapely", "distributed")


@pytest.mark.parametrize("name", COMMANDS)
def test_options_of_a_command_have_different_names(name: str) -> None:
    names = [entry.name for entry in declared_options(load_command(name).Options)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_texts_are_sentences(name: str) -> None:
    for entry in declared_options(load_command(name).Options):
        assert entry.help[0].isupper() or entry.help.startswith("default,"), entry.name
        assert entry.help.endswith((".", "…")), entry.name


def test_values_reach_the_group_that_declares_them() -> None:
    options = parse_options(
        ClassifyOptions,
        CLASSIFY | {"bad_bands": "1-3, 7", "timesteps": "50", "device": "cpu", "seed": 4},
    )
    assert options.image == "scene.tif"
    assert options.labels.labels == Path("train.gpkg")
    assert options.rasters.output == Path("map.tif")
    assert options.bands == BandOptions(bad_bands=(1, 2, 3, 7))
    assert options.features == FeatureOptions(timesteps=(50,))
    assert options.compute == ComputeOptions(device="cpu")
    assert options.method.seed == 4


def test_a_list_may_be_a_text_or_a_list() -> None:
    text = parse_options(FeatureOptions, {"blocks": "2, 12", "composites": "rgb;pca1"})
    assert text == parse_options(FeatureOptions, {"blocks": [2, 12], "composites": ["rgb", "pca1"]})
    assert (text.blocks, text.composites) == ((2, 12), ("rgb", "pca1"))


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("blocks", [2, None], "job.invalid"),
        ("blocks", [[2]], "job.invalid"),
        ("blocks", [True], "job.invalid"),
        ("blocks", {"2": 1}, "job.invalid"),
        ("blocks", 2, "job.invalid"),
        ("blocks", [], "features.invalid"),
        ("timesteps", "1000", "features.invalid"),
        ("composites", "infrared", "features.invalid"),
        ("components", 0, "job.invalid"),
        ("preset", "poster", "job.invalid"),
        ("preset", "standard\0", "job.invalid"),
    ],
)
def test_invalid_values_are_refused(name: str, value: object, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        parse_options(FeatureOptions, {name: value})
    assert refusal.value.code == code


@pytest.mark.parametrize("name", ["image", "labels", "class_field"])
def test_a_text_that_no_file_can_be_named_by_is_refused(name: str) -> None:
    settings = {"image": "a.tif", "labels": "a.gpkg", "class_field": "class", "output": "map.tif"}
    with pytest.raises(UserError) as refusal:
        parse_options(ClassifyOptions, settings | {name: "a\0b"})
    assert refusal.value.code == "job.invalid"


def test_unknown_and_missing_settings_are_named() -> None:
    with pytest.raises(InvalidJob, match=r"Unknown setting: bans\."):
        parse_options(BandOptions, {"bans": "1"})
    with pytest.raises(InvalidJob, match="setting model is missing"):
        parse_options(ApplyOptions, {"image": "scene.tif", "output": "map.tif"})


def test_values_for_a_report_are_flat_and_lists_are_texts() -> None:
    given = CLASSIFY | {"bad_bands": "1-3", "memory_mb": 500}
    values = option_values(parse_options(ClassifyOptions, given))
    assert list(values) == [entry.name for entry in declared_options(ClassifyOptions)]
    assert values["bad_bands"] == "1, 2, 3"
    assert values["blocks"] is None
    assert values["output"] == Path("map.tif")
    assert values["memory_mb"] == 500


def test_an_option_is_read_and_replaced_wherever_it_is_declared() -> None:
    for options_class, given in (
        (ClassifyOptions, CLASSIFY),
        (DoctorOptions, {}),
    ):
        options = parse_options(options_class, given)
        assert option_value(options, "device") == "auto"
        changed = replace_option(options, "device", "cpu")
        assert option_value(changed, "device") == "cpu"
        assert option_value(options, "device") == "auto"
        assert type(changed) is options_class
    assert option_value(parse_options(DoctorOptions, {}), "allow_external", False) is False


def test_composites_joined_by_plus_are_one_entry() -> None:
    assert parse_composite_sets("pca1+pca2, rgb, RGB") == ("pca1+pca2", "rgb")
    options = parse_options(
        TuneOptions,
        {"image": "a", "labels": "b", "report": "c", "composites": "rgb+swir, cir"},
    )
    assert options.composites == ("rgb+swir", "cir")
    with pytest.raises(UserError, match="Unknown composite"):
        parse_composite_sets("rgb+none")


@pytest.mark.parametrize(("count", "more"), [(1, 0), (3, 0), (3, 2)])
def test_each_scene_has_its_training_samples_or_all_the_same(count: int, more: int) -> None:
    labels = MultiSceneLabelOptions(
        labels=Path("0.gpkg"),
        more_labels=tuple(Path(f"{number + 1}.gpkg") for number in range(more)),
        class_field="kind",
    )
    found = labels.per_scene([f"{number}.tif" for number in range(count)])
    names = [entry.labels.name for entry in found]
    assert names == [f"{number if more else 0}.gpkg" for number in range(count)]
    assert {entry.class_field for entry in found} == {"kind"}
    assert labels.is_shared == (more == 0)


@pytest.mark.parametrize(("count", "more"), [(1, 1), (2, 2), (3, 1)])
def test_numbers_of_scenes_and_files_that_do_not_match_are_refused(count: int, more: int) -> None:
    labels = MultiSceneLabelOptions(labels=Path("0"), more_labels=(Path("1"),) * more)
    with pytest.raises(InvalidJob, match=f"{count} images and {more + 1} files"):
        labels.per_scene(["scene.tif"] * count)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_loads_no_heavy_library_before_it_runs(name: str) -> None:
    code = (
        f"import sys, backend.worker; from backend.commands import {name};"
        f"print([name for name in {HEAVY_LIBRARIES} if name in sys.modules])"
    )
    printed = run_python(code)
    assert printed.strip() == "[]"
