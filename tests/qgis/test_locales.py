"""The map is the same in each language of the system."""

import json

import pytest

from tests.fixtures.locales import LOCALES, make_locales


@pytest.fixture(scope="module")
def locales(tmp_path_factory):
    folder = tmp_path_factory.mktemp("locales")
    if reason := make_locales(folder):
        pytest.skip(reason)
    return folder


@pytest.fixture(scope="module")
def classify(qgis_process, sample, tmp_path_factory):
    """Map and accuracy of the sample scene in a language."""

    def classify(**variables):
        output = tmp_path_factory.mktemp("map") / "map.tif"
        run = qgis_process(
            "--json",
            "run",
            "geodiffnet:classify",
            f"--INPUT={sample.scene}",
            f"--LABELS={sample.labels}",
            "--CLASS_FIELD=class",
            "--METHOD=rf",
            "--POINT_RADIUS=1.5",
            f"--OUTPUT={output}",
            timeout=900,  # on a machine that is busy with other things
            **variables,
        )
        assert run.returncode == 0, run.stderr
        found = json.loads(run.stdout[run.stdout.index("{") :])["results"]
        return output.read_bytes(), found["OVERALL_ACCURACY"]

    return classify


@pytest.fixture(scope="module")
def usual(classify):
    return classify(LC_ALL="C.UTF-8")


@pytest.mark.parametrize("name", LOCALES)
def test_the_system_language_does_not_change_the_map(classify, usual, locales, name):
    language = name.partition("_")[0]
    variables = {"LC_ALL": name, "LOCPATH": str(locales), "LANG": name, "LANGUAGE": language}
    assert classify(**variables) == usual
