"""Objects of Python for renderers that QGIS has deleted are not kept."""

import gc

from qgis_support import make_labels


def renderers():
    """The addresses of the renderers by categories for which Python has an object."""
    from qgis.core import QgsCategorizedSymbolRenderer
    from qgis.PyQt import sip

    gc.collect()
    return {
        sip.unwrapinstance(entry)
        for entry in gc.get_objects()
        if isinstance(entry, QgsCategorizedSymbolRenderer) and not sip.isdeleted(entry)
    }


def test_former_renderers_of_a_layer_are_forgotten(qgis):
    """Another renderer may lie at the address of one that is not, and be taken for it."""
    from qgis.PyQt import sip

    from geodiffnet.bridge.class_field import ClassField
    from geodiffnet.bridge.class_list import TrainingClass
    from geodiffnet.bridge.class_style import show_classes

    before = renderers()
    layer = make_labels([("Water", 2, 2), ("Trees", 2, 12)])
    field = ClassField(layer, "class")
    classes = [TrainingClass("Water", "#1122ff"), TrainingClass("Trees", "#22aa22")]
    for _ in range(4):
        show_classes(layer, field, classes)
        assert renderers() - before <= {sip.unwrapinstance(layer.renderer())}
    assert [category.value() for category in layer.renderer().categories()] == ["Water", "Trees"]
