"""Numbers in the panel follow the locale of QGIS."""

import importlib

import pytest


@pytest.fixture
def use_locale(qgis):
    """Sets the locale that QGIS uses for numbers, until the test has ended."""
    from qgis.PyQt.QtCore import QLocale

    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "area", "hectares", "pixels"),
    [
        ("en_US", "3,600\u00a0m²", "1.5\u00a0ha", "43,210"),
        ("de_DE", "3.600\u00a0m²", "1,5\u00a0ha", "43.210"),
        ("C", "3600\u00a0m²", "1.5\u00a0ha", "43210"),
    ],
)
def test_areas_and_counts_are_written_as_in_the_locale(use_locale, locale, area, hectares, pixels):
    use_locale(locale)
    texts = importlib.import_module("geodiffnet.gui.class_texts")
    statistics = importlib.import_module("geodiffnet.gui.statistics").ClassStatistics
    accuracy = importlib.import_module("geodiffnet.gui.class_accuracy").ClassAccuracy
    assert texts.area_text(3600) == area
    assert texts.area_text(15000) == hectares
    samples = statistics(polygons=2, pixels=43210, spectrum=None)
    summary = texts.class_summary(samples, accuracy(area=3600))
    assert summary == f"2 polygons, {pixels} pixels, {area}"


def test_the_separator_of_thousands_is_that_of_the_options_of_qgis(qgis, use_locale):
    from qgis.PyQt.QtCore import QLocale

    locale = QLocale("en_US")
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    use_locale(locale)
    number_text = importlib.import_module("geodiffnet.gui.numbers").number_text
    assert number_text(1234567) == "1234567"
    assert number_text(1234.5, 2) == "1234.50"
