"""The provider and the definitions of its algorithms."""

import json
import subprocess
import sys

import pytest
from qgis_support import BACKEND_PYTHON, ROOT

SCENE = {
    "INPUT", "DEVICE", "MEMORY", "ALLOW_EXTERNAL", "BAD_BANDS", "RGB_BANDS", "DROP_WEAK_BANDS",
    "QUALITY_LAYERS", "QUALITY_MASK",
}  # fmt: skip
LEARNING = SCENE | {
    "LABELS", "CLASS_FIELD", "LABEL_RASTER", "METHOD", "PRESET", "BACKBONE", "BLOCKS", "TIMESTEPS",
    "COMPOSITES", "SEED", "PIXEL_RULE", "MIN_COVERAGE", "POINT_RADIUS", "LINE_WIDTH", "REPORT",
    "MODEL", "LDA_FEATURES",
}  # fmt: skip
LABELLED = LEARNING - {"METHOD", "LDA_FEATURES", "PRESET", "MODEL"}
FITTED = {"MORE_IMAGES", "LIBRARY", "LIBRARY_CLASS_FIELD"}
MAPS = {"OUTPUT", "CONFIDENCE", "PROBABILITIES", "APPLICABILITY", "SECOND_CHOICE", "MARGIN"}
PARAMETERS = {
    "classify": LEARNING | MAPS | FITTED,
    "train": LEARNING | FITTED,
    "apply": SCENE | MAPS | {"MODEL", "BACKBONE"},
    "batch": SCENE | {
        "MODEL", "FOLDER", "PATTERN", "CONFIDENCE", "PROBABILITIES", "APPLICABILITY",
        "SECOND_CHOICE", "MARGIN", "OVERWRITE", "LOAD", "OUTPUT_NAME", "WORKERS", "SCHEDULER",
        "TLS_CA", "TLS_CERT", "TLS_KEY", "OUTPUT_FOLDER", "BACKBONE",
    },
    "assess": {
        "INPUT", "REFERENCE", "CLASS_FIELD", "REFERENCE_MAP", "TRAINING", "DESIGN", "STRATA",
        "MATCH", "COUNT", "ALLOCATION", "SEED", "REPORT", "DRAW_SAMPLE", "ALLOW_EXTERNAL",
    },
    "suggest": SCENE | {
        "MODEL", "LABELS", "CLASS_FIELD", "COUNT", "SHAPE", "SPACING", "SEED", "OUTPUT",
        "BACKBONE",
    },
    "compare": LABELLED | {"METHODS"},
    "features": SCENE | {
        "BACKBONE", "BLOCKS", "TIMESTEPS", "COMPOSITES", "SCALES", "COMPONENTS", "OUTPUT",
    },
    "tune": LABELLED | {"METHOD", "SCALES", "COMPONENTS"},
    "traininglayer": {"INPUT", "CLASSES", "OUTPUT"},
    "zonal": {"INPUT", "ZONES", "CONFIDENCE", "ALLOW_EXTERNAL", "OUTPUT", "TABLE"},
    "spectrallibrary": (SCENE - {"DEVICE", "MEMORY"}) | {
        "LABELS", "CLASS_FIELD", "LABEL_RASTER", "LIBRARY", "LIBRARY_CLASS_FIELD", "AVERAGE",
        "PIXEL_RULE", "MIN_COVERAGE", "POINT_RADIUS", "LINE_WIDTH", "OUTPUT",
    },
    "setupbackend": {"ACTION", "TORCH", "WHEELS", "PYTHON"},
}  # fmt: skip
ACCURACIES = {"OVERALL_ACCURACY", "AVERAGE_ACCURACY", "KAPPA"}
OUTPUTS = {
    "classify": MAPS | ACCURACIES | {"REPORT", "MODEL", "OUTSIDE"},
    "train": ACCURACIES | {"REPORT", "MODEL"},
    "apply": MAPS | {"OUTSIDE"},
    "assess": ACCURACIES | {"SAMPLES", "REPORT", "DRAW_SAMPLE"},
    "batch": {"OUTPUT_FOLDER", "SUMMARY", "TABLE", "MAPS", "MAPPED", "SKIPPED", "FAILED"},
    "suggest": {"OUTPUT", "PLACES"},
    "compare": ACCURACIES | {"REPORT", "BEST_METHOD"},
    "features": {"OUTPUT", "BANDS"},
    "tune": ACCURACIES | {"REPORT", "BEST_BLOCK", "BEST_TIMESTEP", "BEST_COMPOSITE"},
    "traininglayer": {"OUTPUT"},
    "zonal": {"OUTPUT", "TABLE", "ZONE_COUNT", "ZONES_WITH_PIXELS"},
    "spectrallibrary": {"OUTPUT", "SPECTRA"},
    "setupbackend": {"STATE", "DEVICE", "FOLDER", "SECONDS"},
}


def test_the_provider_has_all_algorithms(qgis, algorithm):
    provider = qgis.processingRegistry().providerById("geodiffnet")
    assert {entry.name() for entry in provider.algorithms()} == set(PARAMETERS)
    assert {entry.id().partition(":")[0] for entry in provider.algorithms()} == {"geodiffnet"}
    assert algorithm.displayName() == "Classify HSI with GeoDiffNet-F"
    assert provider.versionInfo() == "0.1.0"


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameter_and_output_names_are_stable(qgis, name):
    algorithm = qgis.processingRegistry().createAlgorithmById(f"geodiffnet:{name}")
    assert {entry.name() for entry in algorithm.parameterDefinitions()} == PARAMETERS[name]
    assert {entry.name() for entry in algorithm.outputDefinitions()} == OUTPUTS[name]


def test_the_dialog_of_classify_shows_few_parameters(algorithm):
    shown = shown_parameters(algorithm, advanced=False)
    asked = [each.name() for each in shown if not each.isDestination()]
    assert asked == [
        "INPUT", "LABELS", "CLASS_FIELD", "LABEL_RASTER", "LIBRARY", "LIBRARY_CLASS_FIELD", "METHOD"
    ]  # fmt: skip
    assert len(shown) - len(asked) <= 8


def test_every_algorithm_and_parameter_has_a_help_text(qgis):
    for entry in qgis.processingRegistry().providerById("geodiffnet").algorithms():
        for parameter in entry.parameterDefinitions():
            assert len(parameter.help()) > 40, f"{entry.id()} {parameter.name()}"
            is_shown = parameter.name() not in entry.SCRIPT_PARAMETERS
            assert not is_shown or parameter.description() in entry.shortHelpString()
        assert len(entry.description_html()) > 200
        assert len(entry.tags()) > 4
        assert entry.shortDescription()
        assert entry.groupId()
        assert entry.helpUrl()


def test_every_algorithm_links_to_an_existing_page(qgis):
    for entry in qgis.processingRegistry().providerById("geodiffnet").algorithms():
        assert (ROOT / entry.helpUrl().partition("/blob/main/")[2]).is_file(), entry.id()


def test_icons_are_not_empty_and_distinct(qgis):
    provider = qgis.processingRegistry().providerById("geodiffnet")
    pixels = {}
    for entry in (provider, *provider.algorithms()):
        image = entry.icon().pixmap(32, 32).toImage()
        pixels[entry.id()] = tuple(image.pixel(x, y) for x in range(32) for y in range(32))
        assert len(set(pixels[entry.id()])) > 5
    assert len(set(pixels.values())) == len(pixels)


def test_values_of_methods_and_devices_are_identifiers(algorithm):
    for name, first in (("METHOD", "geodiffnet-f"), ("DEVICE", "auto")):
        parameter = algorithm.parameterDefinition(name)
        assert parameter.usesStaticStrings()
        assert parameter.defaultValue() == first


def test_every_list_of_options_has_titles_and_identifiers(qgis):
    from qgis.core import QgsProcessingParameterEnum

    choices = [
        parameter
        for entry in qgis.processingRegistry().providerById("geodiffnet").algorithms()
        for parameter in entry.parameterDefinitions()
        if isinstance(parameter, QgsProcessingParameterEnum)
    ]
    assert len(choices) > 20
    for parameter in choices:
        assert parameter.usesStaticStrings(), parameter.name()
        widget = parameter.metadata()["widget_wrapper"]
        assert widget["class"] == "geodiffnet.algorithms.parameter_widget.ParameterWidget"
        assert len(widget["titles"]) == len(parameter.options()), parameter.name()
        assert all(widget["titles"]), parameter.name()


def test_options_are_given_by_identifier_not_by_title_or_index(algorithm, scene, labels, tmp_path):
    from qgis.core import QgsProcessingContext

    given = {
        "INPUT": str(scene),
        "LABELS": labels,
        "CLASS_FIELD": "class",
        "OUTPUT": str(tmp_path / "map.tif"),
    }
    for method, is_valid in (("rf", True), ("Random forest", False), (4, False), ("4", False)):
        parameters = {**given, "METHOD": method}
        valid, _ = algorithm.checkParameterValues(parameters, QgsProcessingContext())
        assert valid is is_valid, method


@pytest.fixture(scope="module")
def methods_of_backend():
    """The methods of the backend, and those that it compares."""
    code = (
        "import json; from backend.common.methods import COMPARED_METHODS, METHODS;"
        "print(json.dumps([METHODS, COMPARED_METHODS]))"
    )
    command = [BACKEND_PYTHON, "-c", code]
    completed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return json.loads(completed.stdout)


def test_methods_are_those_of_the_backend(qgis, methods_of_backend):
    fitted, compared = methods_of_backend
    for name, parameter, wanted in (
        ("classify", "METHOD", fitted),
        ("train", "METHOD", fitted),
        ("compare", "METHODS", compared),
    ):
        algorithm = qgis.processingRegistry().createAlgorithmById(f"geodiffnet:{name}")
        definition = algorithm.parameterDefinition(parameter)
        assert definition.options() == wanted, name
        for method in wanted:
            assert method in definition.help(), f"{name}: {method}"


def test_a_working_backend_can_be_executed(algorithm, fake):
    assert algorithm.canExecute() == (True, "")


def test_a_missing_interpreter_is_named(algorithm, monkeypatch):
    monkeypatch.setenv("GEODIFFNET_PYTHON", "/nonsense/python")
    able, reason = algorithm.canExecute()
    assert not able
    assert "/nonsense/python" in reason
    assert "GEODIFFNET_PYTHON" in reason


def test_an_interpreter_that_fails_is_reported(algorithm, monkeypatch, tmp_path):
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("GEODIFFNET_PYTHON", str(broken))
    able, reason = algorithm.canExecute()
    assert not able
    assert "does not run" in reason
    assert str(broken) in reason


def test_a_file_that_is_no_program_is_reported(algorithm, monkeypatch, tmp_path):
    text = tmp_path / "python"
    text.write_text("not a program")
    text.chmod(0o755)
    monkeypatch.setenv("GEODIFFNET_PYTHON", str(text))
    able, reason = algorithm.canExecute()
    assert not able
    assert "does not run" in reason


def test_missing_packages_are_named(algorithm, fake):
    fake.lacks("torch rasterio")
    able, reason = algorithm.canExecute()
    assert not able
    assert "torch, rasterio" in reason


@pytest.mark.parametrize("name", ["torch", "rasterio", "diffusers", "sklearn", "pyogrio"])
def test_qgis_never_imports_what_the_backend_needs(qgis, algorithm, name):
    assert name not in sys.modules


def test_loading_the_plugin_imports_neither_gui_nor_heavy_modules(plugins):
    """The loading time is measured by benchmarks.startup."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from qgis.core import QgsApplication; app = QgsApplication([], False); app.initQgis();"
        "before = set(sys.modules); import geodiffnet;"
        "plugin = geodiffnet.classFactory(None); plugin.initProcessing();"
        "print(*sorted(set(sys.modules) - before)); plugin.unload(); app.exitQgis()"
    )
    completed = subprocess.run(
        ["/usr/bin/python3", "-c", code, str(plugins)],
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
    ).stdout.split()
    assert "geodiffnet.algorithms.classify" in completed
    heavy = ("torch", "rasterio", "scipy", "matplotlib", "processing", "geodiffnet.gui")
    assert not [name for name in completed if name.startswith(heavy)]


def test_the_metadata_has_the_required_fields():
    from configparser import ConfigParser

    metadata = ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    wanted = "name description version qgisMinimumVersion author email about tracker repository"
    assert all(general.get(name) for name in wanted.split())
    assert general["hasProcessingProvider"] == "yes"
    assert general["qgisMaximumVersion"] == "4.99"
    assert "supportsQt6" not in general
    assert "torch" in general["about"]
    assert (ROOT / general["icon"]).is_file()


def shown_parameters(entry, advanced):
    """The parameters that a dialog shows among the advanced ones, or among the others."""
    from qgis.core import Qgis

    flag = Qgis.ProcessingParameterFlag
    return [
        parameter
        for parameter in entry.parameterDefinitions()
        if not parameter.flags() & flag.Hidden
        and bool(parameter.flags() & flag.Advanced) == advanced
    ]


def widget_of(parameter):
    return parameter.metadata().get("widget_wrapper", {})


def test_classify_has_at_most_twelve_advanced_parameters_in_sections(qgis, algorithm):
    shown = shown_parameters(algorithm, advanced=True)
    assert len(shown) == 12
    sections = [parameter.name() for parameter in shown if widget_of(parameter).get("section")]
    assert sections == ["MORE_IMAGES", "BAD_BANDS", "BACKBONE", "SEED"]
    # the dialog of another algorithm has the rest
    train = qgis.processingRegistry().algorithmById("geodiffnet:train")
    names = {one.name() for one in shown_parameters(train, advanced=True)}
    assert algorithm.SCRIPT_PARAMETERS - names == set()


def test_each_section_is_one_run_of_parameters(qgis):
    for entry in qgis.processingRegistry().providerById("geodiffnet").algorithms():
        for advanced in (False, True):
            sections = [widget_of(one).get("section") for one in shown_parameters(entry, advanced)]
            headings = [section for section in sections if section]
            assert len(headings) == len(set(headings)), entry.name()


def test_what_is_needed_together_is_not_marked_as_optional(qgis):
    for name in ("classify", "train", "tune", "compare", "spectrallibrary"):
        entry = qgis.processingRegistry().algorithmById(f"geodiffnet:{name}")
        definitions = {one.name(): one for one in entry.parameterDefinitions()}
        marked = {key for key in definitions if widget_of(definitions[key]).get("section")}
        assert "LABELS" in marked
        for key in {"LABELS", "CLASS_FIELD", "LABEL_RASTER", "LIBRARY"} & set(definitions):
            assert widget_of(definitions[key])["is_marked_optional"] is False, (name, key)
