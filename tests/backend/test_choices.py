"""The shared values of options are those that the packages behind them know."""

from __future__ import annotations

import pytest

from backend.backbones.source import find_backbone
from backend.common import choices
from backend.scene.composites import PCA_COMPOSITES, WAVELENGTH_COMPOSITES

pytestmark = pytest.mark.backend


def test_composites_are_those_that_a_scene_can_make() -> None:
    assert (*WAVELENGTH_COMPOSITES, *PCA_COMPOSITES) == choices.COMPOSITES


def test_the_bundled_backbone_has_the_shared_name() -> None:
    assert find_backbone(choices.BUNDLED_BACKBONE).name == choices.BUNDLED_BACKBONE
