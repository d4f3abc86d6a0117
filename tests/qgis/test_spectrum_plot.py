"""The plot of spectra: which lines it draws, and which of them it keeps."""

import math

import pytest

WAVELENGTHS = [400, 410, 420, 430, 600, 610, 620]


@pytest.fixture
def module(qgis):
    from geodiffnet.gui import spectrum_plot

    return spectrum_plot


def make_plot(module, wavelengths=WAVELENGTHS, bad=()):
    from geodiffnet.gui.cube import CubeBand

    plot = module.SpectrumPlot()
    plot.resize(300, 120)
    plot.set_bands(
        [
            CubeBand(number, float(wavelength), number in bad)
            for number, wavelength in enumerate(wavelengths, 1)
        ]
    )
    return plot


def curve(module, values, colour="#ff0000", strong=False):
    import numpy as np

    return module.Curve(np.array(values, float), colour, strong)


def runs_of(plot):
    return [[[point.x() for point in run] for run in line.runs] for line in plot._lines]


def colours_in(plot):
    """The saturated colours of the picture, which are those of lines."""
    image = plot.grab().toImage()
    found = set()
    for x in range(image.width()):
        for y in range(image.height()):
            colour = image.pixelColor(x, y)
            if colour.saturation() > 200:
                found.add(colour.name())
    return found


def test_lines_cross_no_gap_and_leave_out_bands_without_values(module):
    plot = make_plot(module, bad=(2,))
    nan = math.nan
    plot.set_means(
        [
            curve(module, [1, 1, 1, 1, 1, 1, 1]),
            curve(module, [1, 1, 1, nan, 1, nan, 1]),
            curve(module, [1, 1, 1, 1, nan, math.inf, 1]),
            curve(module, [nan] * 7),
        ]
    )
    assert runs_of(plot) == [
        [[400, 420, 430], [600, 610, 620]],
        [[400, 420]],
        [[400, 420, 430]],
        [],
    ]
    plot.grab()


def test_bands_are_drawn_in_the_order_of_their_wavelengths(module):
    plot = make_plot(module, [420, 400, 410])
    plot.set_means([curve(module, [3, 1, 2])])
    ((run,),) = [line.runs for line in plot._lines]
    assert [(point.x(), point.y()) for point in run] == [(400, 1), (410, 2), (420, 3)]


def test_lines_of_unchanged_spectra_are_kept_and_only_changes_are_drawn(module, monkeypatch):
    plot = make_plot(module)
    first, second = curve(module, range(7)), curve(module, range(1, 8), "#0000ff")
    plot.set_means([first, second])
    kept, redrawn = plot._lines[0], []
    monkeypatch.setattr(plot, "update", lambda: redrawn.append(1))
    plot.set_means([module.Curve(first.values, "#ff0000", False), second])
    assert redrawn == []
    plot.set_means([first, curve(module, range(2, 9), "#0000ff")])
    assert plot._lines[0] is kept
    assert [line.low for line in plot._lines] == [0, 2]
    plot.set_means([module.Curve(first.values, "#00ff00", True)])
    assert plot._lines == [kept]
    assert len(redrawn) == 2


def test_the_bands_of_another_scene_replace_the_lines(module):
    plot = make_plot(module)
    values = curve(module, range(7))
    plot.set_means([values])
    plot.set_cursor(values.values)
    plot.set_bands(plot_bands(module, 3))
    assert plot._lines == []
    assert plot._cursor is None
    plot.set_means([values])
    assert runs_of(plot) == [[[1, 2, 3]]]
    plot.set_bands(plot_bands(module, 9))
    plot.set_means([values])
    plot.set_cursor(values.values)
    assert plot._lines == []
    assert plot._cursor is None


def plot_bands(module, count):
    from geodiffnet.gui.cube import CubeBand

    return [CubeBand(number, None, False) for number in range(1, count + 1)]


def test_means_and_the_spectrum_under_the_cursor_are_drawn(module):
    plot = make_plot(module)
    assert colours_in(plot) == set()
    plot.set_means(
        [curve(module, range(7), "#ff0000", True), curve(module, range(7, 0, -1), "#0000ff")]
    )
    assert {"#ff0000", "#0000ff"} <= colours_in(plot)
    low, high = module._range(plot._lines)
    assert low == 0
    assert high > 7
    plot.set_cursor(curve(module, [math.nan] * 7).values)
    plot.grab()
    plot.set_cursor(curve(module, [9] * 7).values)
    assert module._range([plot._cursor])[1] > 9
    plot.grab()
