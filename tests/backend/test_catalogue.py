"""The base classifiers of the methods, and what each needs."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from classifiers_support import CPU, QUICK, SILENT, fitted, make_samples, quick_method

from backend.classifiers.catalogue import make_method
from backend.common.choices import AUTO
from backend.common.methods import (
    COMPARED_METHODS,
    METHODS,
    METHODS_INFO,
    complexity,
    needs_features,
)

pytestmark = pytest.mark.backend


def test_every_method_except_auto_has_a_complexity_rank_of_its_own() -> None:
    assert {*COMPARED_METHODS, AUTO} == set(METHODS)
    ranks = sorted(complexity(name) for name in COMPARED_METHODS)
    assert ranks == list(range(len(COMPARED_METHODS)))
    with pytest.raises(ValueError, match="blend"):
        complexity(AUTO)


@pytest.mark.parametrize("name", METHODS)
def test_a_method_needs_features_where_its_base_classifiers_use_them(name: str) -> None:
    method = make_method(name, 0, CPU, QUICK)
    assert any(variant.uses_features for variant in method.variants) == needs_features(name)
    names = [variant.name for variant in method.variants]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", METHODS)
def test_methods_have_networks_as_declared(name: str) -> None:
    arrays = fitted(name).state() if not METHODS_INFO[name].has_networks else None
    if arrays is not None:
        assert not any("network/" in key for key in arrays)
    else:
        bases = quick_method(name).bases.values()
        assert any(type(base).__name__ == "Ensemble" for base in bases)


def test_lda_with_and_without_features() -> None:
    spectral, both = (quick_method("lda", with_features=use) for use in (False, True))
    assert len(spectral.variants) == 1
    assert sorted(variant.uses_features for variant in both.variants) == [False, False, True, True]


def test_prior_weights_of_geodiffnet_f_are_proportional_to_those_of_auto() -> None:
    default, auto = quick_method("geodiffnet-f"), quick_method(AUTO)
    count = len(default.variants)
    assert auto.variants[:count] == default.variants
    assert len(auto.variants) == count + 2
    shared = auto.blend.weights[:count]
    assert np.allclose(shared / shared.sum(), default.blend.weights)
    assert np.isclose(auto.blend.weights.sum(), 1)


def test_both_halves_of_the_ensemble_draw_different_pixels() -> None:
    bases = make_method("geodiffnet-f", 3, CPU, QUICK).bases
    raw, whitened = bases["networks"].settings, bases["whitened-networks"].settings
    assert (raw.transformation, whitened.transformation) == ("components", "whitened")
    assert raw.seed != whitened.seed


def test_convolutions_in_a_blend_are_trained_like_its_other_networks() -> None:
    alone = make_method("geospecnet", 0, CPU, QUICK).bases["geospecnet"].settings
    bases = make_method(AUTO, 0, CPU, QUICK).bases
    blended, film = bases["convolutions"].settings, bases["networks"].settings
    assert blended.network == alone.network
    assert blended.members == film.members == alone.members
    assert (blended.steps, blended.batch, blended.rate) == (film.steps, film.batch, film.rate)
    assert blended.steps * blended.batch * 3 < alone.steps * alone.batch


def test_random_forest_has_half_its_trees_in_the_folds() -> None:
    forest = fitted("rf").bases["rf"]
    in_folds = forest.for_folds()
    in_folds.fit(make_samples(), SILENT)
    assert len(forest.state()["sizes"]) == 2 * len(in_folds.state()["sizes"])


def test_networks_only_has_no_other_base_classifiers() -> None:
    settings = replace(QUICK, networks_only=True)
    assert len(make_method("geodiffnet-f", 0, CPU, settings).variants) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "unneeded"),
    [("lda", ["torch", "sklearn.ensemble"]), ("rf", ["torch"]), ("svm", ["torch"])],
)
def test_a_method_imports_only_the_libraries_that_it_needs(name: str, unneeded: list[str]) -> None:
    program = (
        "import sys; from backend.classifiers.catalogue import make_method\n"
        f"make_method({name!r}, 0)\n"
        f"sys.exit(' '.join(set({unneeded!r}) & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
