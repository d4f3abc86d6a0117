"""GeoDiffNet as a scikit-learn classifier: the contract, groups, features, and what it refuses."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
import sklearn
from sklearn.base import clone
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler
from sklearn.utils.estimator_checks import parametrize_with_checks

import backend as gd

pytestmark = pytest.mark.backend

#: Networks as small as they get; the forest and the discriminants beside them are the usual ones.
QUICK = {"n_networks": 1, "training_steps": 3}
CLASSES = np.array(["road", "soil", "tree"])


@pytest.fixture(scope="module")
def pixels() -> dict[str, np.ndarray]:
    """Reflectance of three classes in polygons of four pixels, and features that help."""
    rng = np.random.default_rng(0)
    polygon = np.repeat(np.arange(24), 4)
    index = polygon % 3
    spectra = 0.1 + 0.1 * index[:, None] + rng.uniform(0, 0.06, (96, 6))
    features = np.eye(3)[index] + 0.1 * rng.standard_normal((96, 3))
    rows = np.column_stack([40 * polygon, polygon % 5])
    return {
        "X": spectra,
        "y": CLASSES[index],
        "groups": polygon,
        "features": features,
        "coordinates": rows,
    }


@parametrize_with_checks([gd.GeoDiffNetClassifier("lda")])
def test_it_keeps_the_contract_of_scikit_learn(estimator, check) -> None:
    check(estimator)


@pytest.mark.slow
@parametrize_with_checks([gd.GeoDiffNetClassifier(**QUICK)])
def test_the_default_method_keeps_the_contract_of_scikit_learn(estimator, check) -> None:
    check(estimator)


def test_spectra_features_polygons_and_coordinates_go_through_fit(pixels) -> None:
    classifier = gd.GeoDiffNetClassifier(**QUICK).fit(**pixels)
    assert classifier.classes_.tolist() == CLASSES.tolist()
    assert classifier.n_features_in_ == 6
    assert classifier.n_spatial_features_in_ == 3
    assert classifier.log_spectra_
    found = classifier.predict(pixels["X"], features=pixels["features"])
    assert (found == pixels["y"]).mean() > 0.9
    validation = classifier.validation_
    assert validation.unknown is None
    assert validation.accuracy.overall > 0.9
    assert any(base.uses_features and base.weight > 0 for base in validation.bases)
    # the pixels of a polygon, and polygons that lie close together, share a fold
    for polygon in range(24):
        assert len(np.unique(validation.folds.fold[pixels["groups"] == polygon])) == 1


def test_without_features_only_base_classifiers_of_spectra_take_part(pixels) -> None:
    classifier = gd.GeoDiffNetClassifier(**QUICK).fit(pixels["X"], pixels["y"])
    assert not any(base.uses_features for base in classifier.validation_.bases)
    assert classifier.validation_.without_features is None
    assert classifier.score(pixels["X"], pixels["y"]) > 0.9


def test_features_of_a_whole_scene_are_read_at_the_coordinates(pixels) -> None:
    rng = np.random.default_rng(1)
    height, width = 12, 8
    scene = rng.uniform(0.1, 0.5, (height, width, 6))
    features = rng.standard_normal((height, width, 4))
    coordinates = np.argwhere(np.ones((height, width)))[::2]
    rows, columns = coordinates.T
    target = (features[rows, columns, 0] > 0).astype(int)
    classifier = gd.GeoDiffNetClassifier("lda", random_state=1)
    classifier.fit(scene[rows, columns], target, features=features, coordinates=coordinates)
    by_sample = gd.GeoDiffNetClassifier("lda", random_state=1)
    by_sample.fit(
        scene[rows, columns], target, features=features[rows, columns], coordinates=coordinates
    )
    of_scene = classifier.predict_proba(scene.reshape(-1, 6), features=features)
    assert np.array_equal(
        of_scene.reshape(height, width, 2)[rows, columns],
        by_sample.predict_proba(scene[rows, columns], features[rows, columns]),
    )


def test_the_same_seed_gives_the_same_classifier_and_another_one_does_not(pixels) -> None:
    # classes that overlap: where all is certain, no seed makes a difference
    spectra = pixels["X"] + np.random.default_rng(1).uniform(0, 0.3, pixels["X"].shape)

    def probabilities(seed) -> np.ndarray:
        classifier = gd.GeoDiffNetClassifier(**QUICK, random_state=seed)
        return classifier.fit(spectra, pixels["y"]).predict_proba(spectra)

    assert np.array_equal(probabilities(4), probabilities(4))
    assert not np.array_equal(probabilities(4), probabilities(5))
    state = np.random.RandomState(0)
    assert not np.array_equal(probabilities(state), probabilities(state))


def test_a_pickled_classifier_predicts_the_same(pixels) -> None:
    classifier = gd.GeoDiffNetClassifier(**QUICK).fit(**pixels)
    again = pickle.loads(pickle.dumps(classifier))  # noqa: S301 - its own
    inputs = pixels["X"], pixels["features"]
    assert np.array_equal(again.predict_proba(*inputs), classifier.predict_proba(*inputs))
    assert again.validation_.accuracy.overall == classifier.validation_.accuracy.overall


def test_a_grid_search_in_a_pipeline_with_spatial_folds_and_features(pixels) -> None:
    with sklearn.config_context(enable_metadata_routing=True):
        classifier = gd.GeoDiffNetClassifier()
        classifier.set_fit_request(features=True, groups=True, coordinates=False)
        classifier.set_score_request(features=True)
        pipeline = make_pipeline(MinMaxScaler(), classifier)
        search = GridSearchCV(
            pipeline,
            {"geodiffnetclassifier__method": ["lda", "svm"]},
            cv=gd.SpatialGroupKFold(3),
            error_score="raise",
        )
        search.fit(
            pixels["X"],
            pixels["y"],
            groups=pixels["groups"],
            coordinates=pixels["coordinates"],
            features=pixels["features"],
        )
    assert search.best_score_ > 0.8
    assert len(search.cv_results_["split0_test_score"]) == 2
    assert search.n_splits_ == 3


def test_a_clone_has_the_settings_and_nothing_else(pixels) -> None:
    classifier = gd.GeoDiffNetClassifier("rf", random_state=3).fit(pixels["X"], pixels["y"])
    copy = clone(classifier)
    assert copy.get_params() == classifier.get_params()
    assert not hasattr(copy, "classes_")


@pytest.mark.parametrize(("values", "expected"), [("auto", False), (True, True), (False, False)])
def test_the_logarithm_is_for_reflectance(pixels, values, expected: bool) -> None:
    centred = pixels["X"] - pixels["X"].mean(axis=0)
    classifier = gd.GeoDiffNetClassifier("lda", log_spectra=values).fit(centred, pixels["y"])
    assert classifier.log_spectra_ is expected


@pytest.mark.parametrize(
    ("settings", "changes", "message"),
    [
        ({"method": "forest"}, {}, "method must be one of"),
        ({"device": "gpu"}, {}, "device must be one of"),
        ({"log_spectra": "yes"}, {}, "log_spectra must be"),
        ({"n_networks": 0}, {}, "n_networks must be a whole number above 0"),
        ({"training_steps": 2.5}, {}, "training_steps must be a whole number"),
        ({"method": "geodiffnet"}, {"features": None}, "give features"),
        ({}, {"groups": [1, 2]}, "groups has 2"),
        ({}, {"coordinates": [[0, 0]]}, "coordinates has 1"),
        ({}, {"coordinates": np.zeros((96, 3))}, "2 columns"),
        ({}, {"features": np.zeros((5, 2))}, "features has 5"),
        ({}, {"features": np.full((96, 2), np.nan)}, "features contains NaN"),
        ({}, {"features": np.zeros((4, 4, 2))}, "must be rows below 4"),
        ({}, {"features": np.zeros((4, 4, 2)), "coordinates": None}, "need the coordinates"),
        ({}, {"y": ["one"] * 96}, "only 1 class"),
    ],
)
def test_what_makes_no_sense_is_refused(pixels, settings, changes, message: str) -> None:
    classifier = gd.GeoDiffNetClassifier(**({"method": "lda"} | settings))
    with pytest.raises(ValueError, match=message):
        classifier.fit(**(pixels | changes))


def test_predictions_need_the_features_that_it_was_fitted_with(pixels) -> None:
    with_features = gd.GeoDiffNetClassifier("lda").fit(**pixels)
    with pytest.raises(ValueError, match="fitted with 3 spatial features, and got 0"):
        with_features.predict(pixels["X"])
    without = gd.GeoDiffNetClassifier("lda").fit(pixels["X"], pixels["y"])
    with pytest.raises(ValueError, match="fitted with 0 spatial features, and got 3"):
        without.predict_proba(pixels["X"], pixels["features"])
