"""Label rasters of several scenes must have the same list of classes."""

from __future__ import annotations

import pytest

from backend.core.errors import UserError
from backend.labels.classes import ClassStyle, make_classes
from backend.pipeline.multiple_scenes import _merge_classes

pytestmark = pytest.mark.backend


class _Pixels:
    """The part of `TrainingSpectra` that is needed to merge classes."""

    def __init__(self, names: dict[int, str]):
        styles = [ClassStyle(str(code), name) for code, name in names.items()]
        self.classes = make_classes([str(code) for code in names], True, styles)


def test_classes_of_the_same_list_are_joined() -> None:
    scenes = [_Pixels({1: "water", 2: "tree"}), _Pixels({2: "tree", 3: "road"})]
    assert [entry.name for entry in _merge_classes(scenes)] == ["water", "tree", "road"]


def test_a_name_that_one_scene_lacks_is_not_a_conflict() -> None:
    scenes = [_Pixels({1: "water", 2: "tree"}), _Pixels({1: "", 2: "tree"})]
    assert [entry.name for entry in _merge_classes(scenes)] == ["water", "tree"]


@pytest.mark.parametrize(
    "other", [{1: "tree", 2: "water"}, {2: "water"}, {1: "tree"}, {1: "Water", 2: "tree"}]
)
def test_conflicting_lists_are_refused(other: dict[int, str]) -> None:
    with pytest.raises(UserError) as caught:
        _merge_classes([_Pixels({1: "water", 2: "tree"}), _Pixels(other)])
    assert caught.value.code == "labels.conflicting_codes"
