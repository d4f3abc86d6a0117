"""Similar classes before a map was validated: Jeffries–Matusita distances of their spectra."""

import importlib

import numpy as np
import pytest

BANDS = 12


@pytest.fixture
def module(qgis):
    return importlib.import_module("geodiffnet.gui.separability")


def sample(module, name, mean, rng, polygon=b"1", spread=0.02, count=20, bad_band=False):
    cube = importlib.import_module("geodiffnet.gui.cube")
    spectra = mean[:, None] + rng.normal(0, spread, (BANDS, count))
    if bad_band:
        spectra[3] = np.nan
    return name, polygon, cube.PolygonSample(count, spectra.mean(axis=1), count, spectra)


def test_the_distance_follows_from_means_and_covariances(module):
    unit = np.eye(2)
    zero, shifted = np.zeros(2), np.array([2.0, 0.0])
    assert module.jeffries_matusita(zero, unit, zero, unit) == pytest.approx(0)
    # Bhattacharyya distance of equal covariances: squared Mahalanobis distance by 8
    assert module.jeffries_matusita(zero, unit, shifted, unit) == pytest.approx(
        2 * (1 - np.exp(-0.5))
    )
    # of equal means: the logarithm of the ratio of determinants
    expected = 0.5 * np.log(2.5**2 / np.sqrt(16))
    assert module.jeffries_matusita(zero, unit, zero, 4 * unit) == pytest.approx(
        2 * (1 - np.exp(-expected))
    )


def test_the_most_similar_classes_come_first(module):
    rng = np.random.default_rng(0)
    curves = rng.random((3, BANDS))
    near = curves[0] + 0.005 * rng.random(BANDS)
    samples = [
        sample(module, name, curve, rng, bytes([number]))
        for number, (name, curve) in enumerate(
            [("a", curves[0]), ("b", near), ("c", curves[1]), ("d", curves[2])]
        )
    ]
    found = module.similar_classes(samples)
    assert len(found) == 6
    assert found[0].classes == ("a", "b")
    assert found[0].distance < 1
    assert all(pair.distance > 1.9 for pair in found[1:])
    assert found[0].polygons == (b"\0", b"\1")


def test_the_polygons_are_those_with_the_most_similar_spectra(module):
    rng = np.random.default_rng(1)
    base = rng.random(BANDS)
    far, other = rng.random(BANDS), rng.random(BANDS)
    samples = [
        sample(module, "a", far, rng, b"far a"),
        sample(module, "a", base, rng, b"near a"),
        sample(module, "b", other, rng, b"far b"),
        sample(module, "b", base + 0.01, rng, b"near b"),
    ]
    (pair,) = module.similar_classes(samples)
    assert pair.polygons[:2] == (b"near a", b"near b")


def test_bad_bands_single_pixels_and_constant_spectra_are_no_obstacle(module):
    rng = np.random.default_rng(2)
    curves = rng.random((3, BANDS))
    samples = [
        sample(module, "a", curves[0], rng, bad_band=True),
        sample(module, "b", curves[1], rng, spread=0.0),
        sample(module, "few", curves[2], rng, count=2),
    ]
    (pair,) = module.similar_classes(samples)
    assert pair.classes == ("a", "b")
    assert 0 <= pair.distance <= 2
    assert module.similar_classes([]) == []
    assert module.similar_classes(samples[:1]) == []
    same = [sample(module, name, np.zeros(BANDS), rng, spread=0.0) for name in "ab"]
    assert module.similar_classes(same) == []


def test_classes_of_many_polygons_are_subsampled(module):
    rng = np.random.default_rng(3)
    curves = rng.random((2, BANDS))
    samples = [
        sample(module, name, curve, rng, bytes([n % 256, n // 256]), count=3)
        for n in range(900)
        for name, curve in zip("ab", curves, strict=True)
    ]
    classes = module._project(samples)
    assert all(200 < len(entry.values) <= module.MAX_SPECTRA for entry in classes.values())
    (pair,) = module.similar_classes(samples)
    assert pair.distance > 1.9


def test_polygons_without_spectra_are_ignored(module):
    cube = importlib.import_module("geodiffnet.gui.cube")
    empty = cube.PolygonSample(3, None, 0)
    assert module.similar_classes([("a", b"1", empty), ("b", b"2", empty)]) == []
