"""What the panel says of the live map."""

import pytest


@pytest.mark.parametrize(
    ("accuracy", "shown"), [(0.917, "92"), (0.0, "0"), (0.9964, "99"), (1.0, "100")]
)
def test_the_accuracy_is_rounded_as_that_of_a_map(qgis, accuracy, shown):
    from geodiffnet.gui.live import status
    from geodiffnet.gui.live.request import VALIDATED, LiveRequest
    from geodiffnet.gui.live.samples import Samples

    request = LiveRequest("scene.tif", "lda", Samples((), (), ""), None, False)
    text = status.after(VALIDATED, request, {"overall_accuracy": accuracy})
    assert text.endswith(f"; accuracy {shown}\u00a0%.")


@pytest.mark.parametrize(
    ("unknown", "shown"),
    [
        (["moor"], "accuracy unknown. In one location only: moor."),
        (["a", "<b>"], "accuracy unknown. In one location only: a, &lt;b&gt;."),
        (list("abcdefgh"), "accuracy unknown. In one location only: a, b, c, d, e, f …."),
    ],
)
def test_classes_without_which_the_accuracy_is_unknown_are_named(qgis, unknown, shown):
    from geodiffnet.gui.live import status
    from geodiffnet.gui.live.request import VALIDATED, LiveRequest
    from geodiffnet.gui.live.samples import Samples

    request = LiveRequest("scene.tif", "lda", Samples((), (), ""), None, False)
    classes = [{"name": name, "recall": None} for name in unknown]
    classes.append({"name": "others", "recall": 0.9})
    text = status.after(VALIDATED, request, {"overall_accuracy": None, "classes": classes})
    assert text.endswith(shown)


def test_classes_with_few_polygons_are_named_beside_the_accuracy(qgis):
    from geodiffnet.gui.live import status
    from geodiffnet.gui.live.request import VALIDATED, LiveRequest
    from geodiffnet.gui.live.samples import Samples

    request = LiveRequest("scene.tif", "lda", Samples((), (), ""), None, False)
    figures = {"overall_accuracy": 0.8, "few_polygons": dict.fromkeys("abcdefg<", 2)}
    text = status.after(VALIDATED, request, figures)
    assert "accuracy 80\u00a0%. Unreliable" in text
    assert text.endswith("too few polygons of a, b, c, d, e, f …: draw at least 5 of each.")
