"""Random changes of a training layer: all are undone and redone without a trace."""

import random

import pytest

UTM = "EPSG:32633"
STEPS = 30


def make_layer(kind, field):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(f"{kind}?crs={UTM}&field=note:string&field={field}", "t", "memory")


def state_of(training):
    """Classes with colours, and samples with their values, whatever their ids are."""
    samples = sorted(
        (str(feature[training.field]), feature.geometry().asWkt(3))
        for feature in training.layer.getFeatures()
    )
    return training.field, training.classes, samples


def square(source):
    from qgis.core import QgsGeometry, QgsRectangle

    left, top = (source.uniform(0, 60) for _ in range(2))
    side = source.uniform(3, 25)
    corner = QgsRectangle(500000 + left, 5400000 + top, 500000 + left + side, 5400000 + top + side)
    return QgsGeometry.fromRect(corner)


def change(training, source, crs):
    """One change that a user might make."""
    names = [entry.name for entry in training.classes]
    kind = source.choice(("draw", "draw", "draw", "erase", "add", "rename", "merge", "recolour",
                          "remove", "field"))  # fmt: skip
    if kind == "add" or not names:
        training.add_class(f"class {source.randrange(10**9)}")
    elif kind == "draw":
        training.draw(source.choice(names), square(source), crs)
    elif kind == "erase":
        training.erase(square(source), crs, source.choice([None, *names]))
    elif kind == "rename":
        training.rename(source.choice(names), f"name {source.randrange(10**9)}")
    elif kind == "merge":
        chosen = source.sample(names, min(len(names), 3))
        training.merge(chosen, chosen[0])
    elif kind == "recolour":
        training.recolour(source.choice(names), f"#{source.randrange(16**6):06x}")
    elif kind == "remove":
        training.remove_class(source.choice(names))
    else:
        training.start_editing()
        position = training.layer.fields().indexOf(training.field)
        training.layer.renameAttribute(position, f"field{source.randrange(10**9)}")


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("kind", "field"),
    [("Polygon", "class:string(40)"), ("MultiPolygon", "class:integer"), ("Point", "class:string")],
)
def test_a_random_history_is_undone_and_redone_step_by_step(qgis, kind, field, seed):
    from qgis.core import QgsCoordinateReferenceSystem

    from geodiffnet.gui.training import TrainingLayer

    source = random.Random(f"{kind} {field} {seed}")
    crs = QgsCoordinateReferenceSystem(UTM)
    training = TrainingLayer(make_layer(kind, field))
    stack = training.layer.undoStack()
    states = [state_of(training)]
    for _ in range(STEPS):
        change(training, source, crs)
        while len(states) < stack.count() + 1:
            states.append(state_of(training))
    assert stack.count() >= STEPS // 2
    for step in range(stack.count(), 0, -1):
        assert state_of(training) == states[step]
        stack.undo()
    assert state_of(training) == states[0]
    for step in range(1, stack.count() + 1):
        stack.redo()
        assert state_of(training) == states[step]
