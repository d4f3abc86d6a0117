"""The tables of parameters in the documentation, which scripts/docs --tables makes from QGIS."""

import sys

import pytest
from qgis_support import ROOT

sys.path.insert(0, str(ROOT / "scripts" / "lib"))

import option_tables
import qgis_parameters

PAGES = sorted((ROOT / "docs" / "algorithms").glob("*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_parameters_of_a_page_are_those_of_its_algorithm(path, qgis):
    algorithm = qgis.processingRegistry().algorithmById(f"geodiffnet:{path.stem}")
    assert algorithm is not None
    described = qgis_parameters.describe(algorithm)
    assert described
    page = path.read_text(encoding="utf-8")
    tables = {"parameters": option_tables.qgis_tables({path.stem: described})}
    assert option_tables.with_tables(page, tables) == page, "run scripts/docs --tables"


def test_each_algorithm_has_a_page(qgis):
    provider = qgis.processingRegistry().providerById("geodiffnet")
    assert {each.name() for each in provider.algorithms()} == {path.stem for path in PAGES}
