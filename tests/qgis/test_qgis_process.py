"""Classification in the real `qgis_process` or in this process, with the real backend."""

import json
import os
import re
import signal
import subprocess

import pytest
from qgis_support import (
    BACKEND_PYTHON,
    FAKE_WORKER,
    PATIENCE,
    descendants,
    find_worker,
    is_alive,
    make_labels,
    make_scene,
    names_of_map,
    raster_grid,
    save_layer,
    wait_until,
)

ALGORITHM = "geodiffnet:classify"
EVERY_CLASS = {"field", "grass", "road", "roof", "shadow", "soil", "tree", "water"}


def arguments(scene, labels, output, **more):
    given = {"INPUT": scene, "LABELS": labels, "CLASS_FIELD": "class", "OUTPUT": output}
    return ["run", ALGORITHM, *(f"--{name}={value}" for name, value in (given | more).items())]


@pytest.fixture(scope="module")
def classified(qgis_process, sample, tmp_path_factory):
    """A classification of the sample scene with all raster outputs: the run and its folder."""
    folder = tmp_path_factory.mktemp("classified")
    outputs = {"CONFIDENCE": folder / "confidence.tif", "PROBABILITIES": folder / "shares.tif"}
    command = arguments(sample.scene, sample.labels, folder / "map.tif", **outputs)
    run = qgis_process("--json", *command)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout[run.stdout.index("{") :]), folder


def test_the_algorithm_is_listed(qgis_process):
    listed = json.loads(qgis_process("--json", "list", check=True).stdout)
    algorithms = listed["providers"]["geodiffnet"]["algorithms"]
    assert algorithms[ALGORITHM]["name"] == "Classify HSI with GeoDiffNet-F"


def test_help_lists_every_parameter(qgis_process):
    message = json.loads(qgis_process("--json", "help", ALGORITHM, check=True).stdout)
    for name, parameter in message["parameters"].items():
        assert parameter.get("help"), name
    assert {"INPUT", "LABELS", "CLASS_FIELD", "OUTPUT"} <= set(message["parameters"])


def test_the_map_has_the_grid_of_the_scene(qgis, classified, sample):
    _, folder = classified
    for name in ("map.tif", "confidence.tif", "shares.tif"):
        assert raster_grid(folder / name) == raster_grid(sample.scene)


def test_the_map_has_class_names_and_colours_without_the_plugin(qgis, classified, tmp_path):
    _, folder = classified
    found = names_of_map(folder / "map.tif")
    assert set(found) == EVERY_CLASS
    assert len(set(found.values())) == len(EVERY_CLASS)


def test_accuracies_are_returned_as_numbers(classified):
    results = classified[0]["results"]
    for name in ("OVERALL_ACCURACY", "AVERAGE_ACCURACY", "KAPPA"):
        assert 0.3 < results[name] <= 1
    assert results["OUTPUT"].endswith("map.tif")


def test_confidence_is_in_percent_and_probabilities_have_a_band_per_class(qgis, classified):
    from osgeo import gdal

    _, folder = classified
    confidence = gdal.Open(str(folder / "confidence.tif")).ReadAsArray()
    assert 100 / len(EVERY_CLASS) <= confidence.min()
    assert 50 < confidence.max() <= 100
    shares = gdal.Open(str(folder / "shares.tif"))
    assert {
        shares.GetRasterBand(1 + band).GetDescription() for band in range(shares.RasterCount)
    } == EVERY_CLASS
    assert abs(shares.ReadAsArray().sum(axis=0) - 1).max() < 1e-3


def test_the_same_seed_gives_the_same_map_byte_for_byte(qgis_process, classified, sample, tmp_path):
    again = tmp_path / "map.tif"
    qgis_process(*arguments(sample.scene, sample.labels, again), check=True)
    assert again.read_bytes() == (classified[1] / "map.tif").read_bytes()


def test_an_interrupt_in_the_middle_leaves_no_output_and_no_process(qgis_process, sample, tmp_path):
    output = tmp_path / "out" / "map.tif"
    output.parent.mkdir()
    # A new cache, or there would be little left to interrupt.
    process = qgis_process.start(
        *arguments(sample.scene, sample.labels, output), XDG_CACHE_HOME=str(tmp_path)
    )
    worker = wait_until(lambda: find_worker(process.pid))
    seen = ""
    for line in process.stdout:
        seen += line
        if "features" in line.lower():
            break
    assert is_alive(worker), seen
    process.send_signal(signal.SIGINT)
    assert_cancelled(process, worker, output)


@pytest.mark.parametrize("to_all", [False, True], ids=["qgis_process", "terminal"])
def test_an_interrupt_is_handled_while_the_worker_is_silent(
    qgis_process, scene, labels, tmp_path, to_all
):
    """Ctrl+C in a terminal is sent to the worker as well as to `qgis_process`."""
    output = tmp_path / "out" / "map.tif"
    output.parent.mkdir()
    source = save_layer(labels, tmp_path / "labels.gpkg")
    process = qgis_process.start(
        *arguments(scene, source, output),
        GEODIFFNET_PYTHON=str(FAKE_WORKER),
        GEODIFFNET_FAKE="mute",
    )
    wait_until(lambda: os.listdir(output.parent))
    worker = find_worker(process.pid)
    (os.killpg if to_all else os.kill)(process.pid, signal.SIGINT)
    assert_cancelled(process, worker, output)


def assert_cancelled(process, worker, output):
    message, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1, message
    assert "Cancelled; nothing was written." in message
    assert "Traceback" not in message
    assert not is_alive(worker)
    assert os.listdir(output.parent) == []


def test_a_killed_worker_is_reported_as_out_of_memory(qgis_process, sample, tmp_path):
    process = qgis_process.start(
        *arguments(sample.scene, sample.labels, tmp_path / "out" / "map.tif"),
        XDG_CACHE_HOME=str(tmp_path),
    )
    (tmp_path / "out").mkdir()
    worker = wait_until(lambda: find_worker(process.pid))
    os.kill(worker, signal.SIGKILL)
    output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert "probably because memory ran out" in output
    assert "Close other programs" in output
    assert "Traceback" not in output
    assert os.listdir(tmp_path / "out") == []


def test_the_worker_ends_when_its_parent_is_killed(qgis_process, sample, tmp_path):
    process = qgis_process.start(
        *arguments(sample.scene, sample.labels, tmp_path / "map.tif"), XDG_CACHE_HOME=str(tmp_path)
    )
    worker = wait_until(lambda: find_worker(process.pid))
    family = descendants(process.pid)
    assert worker in family
    process.kill()
    process.communicate(timeout=PATIENCE)
    wait_until(lambda: not any(is_alive(number) for number in family))
    assert not (tmp_path / "map.tif").exists()


def test_a_missing_backend_is_reported_and_the_algorithm_stays_available(
    qgis_process, sample, tmp_path
):
    nowhere = {"GEODIFFNET_PYTHON": "/nonsense/python"}
    assert ALGORITHM in qgis_process("list", **nowhere).stdout
    output = tmp_path / "map.tif"
    run = qgis_process(*arguments(sample.scene, sample.labels, output), **nowhere)
    assert_explained(run, output, "/nonsense/python", "Correct or remove the environment variable")


def test_a_backend_without_its_packages_is_reported(qgis_process, sample, tmp_path):
    """A Python without packages: the base Python of the environment."""
    output = tmp_path / "map.tif"
    run = qgis_process(
        *arguments(sample.scene, sample.labels, output), GEODIFFNET_PYTHON="/usr/bin/python3"
    )
    assert_explained(
        run, output, "lacks these packages: torch, diffusers", "Repair the environment"
    )


def assert_explained(run, output, sentence, hint):
    """The run failed with a sentence and a hint, without traceback and without output."""
    assert run.returncode == 1
    assert_understandable(run.stdout + run.stderr, output, sentence, hint)


def assert_understandable(message, output, sentence, hint):
    """A message holds a sentence and a hint, and no traceback; nothing was written."""
    assert re.search(sentence, message), message
    assert re.search(hint, message), message
    assert "Traceback" not in message
    assert 'File "' not in message
    folder = output.parent
    if folder.is_dir():
        assert not [name for name in os.listdir(folder) if name.startswith((output.stem, "."))]


class Bad:
    """Inputs with one fault each."""

    def __init__(self, folder):
        self.scene = make_scene(folder / "scene.tif")
        self.squares = [("Water", 2, 2), ("Water", 10, 2), ("Trees", 2, 12), ("Trees", 10, 12)]
        self.labels = save_layer(make_labels(self.squares), folder / "labels.gpkg")
        self.field = "class"
        self.output = folder / "map.tif"
        self.folder = folder

    def draw(self, squares, **how):
        self.labels = save_layer(make_labels(squares, **how), self.folder / "other.gpkg")

    def labels_elsewhere(self):
        self.draw([(value, column + 9000, row) for value, column, row in self.squares])

    def one_class(self):
        self.draw([("Water", column, row) for _, column, row in self.squares])

    def few_pixels(self):
        squares = [("Reeds", 20, 20)]
        self.draw(squares, size=1)
        extra = make_labels(self.squares[:1])
        extra.dataProvider().addFeatures(list(make_labels(squares, size=1).getFeatures()))
        self.labels = save_layer(extra, self.folder / "few.gpkg")

    def field_missing(self):
        self.field = "cover"

    def no_features(self):
        self.draw([])

    def unreadable(self):
        self.scene = self.folder / "broken.tif"
        self.scene.write_text("this is no raster")

    def absent(self):
        self.scene = self.folder / "absent.tif"

    def two_bands(self):
        self.scene = make_scene(self.folder / "two.tif", bands=2)

    def all_nodata(self):
        self.scene = make_scene(self.folder / "empty.tif", nodata=-9999)

    def no_labels(self):
        self.labels = self.folder / "absent.gpkg"

    def folder_missing(self):
        self.output = self.folder / "absent" / "map.tif"

    def folder_is_a_file(self):
        self.output = self.scene / "map.tif"

    def output_is_input(self):
        self.output = self.scene


#: Faults, what is said of them, and what to do.
FAULTS = [
    ("labels_elsewhere", "None of the labels lies on the image", "Check that both layers"),
    ("one_class", 'only one class \\("Water"\\)', "at least two classes"),
    ("few_pixels", 'Too few labelled pixels in class "Reeds"', "Draw more"),
    ("field_missing", "no field “cover”", "Choose one of these fields: fid, note, class"),
    ("no_features", "the layer contains no features", "Draw some"),
    ("unreadable", "image cannot be opened: .*broken.tif", "Check that the file exists"),
    ("absent", "image cannot be opened: .*absent.tif", "Check that the file exists"),
    (
        "two_bands",
        "too few bands \\(2\\); at least 3",
        "Choose the hyperspectral scene, not a map",
    ),
    ("all_nodata", "has no pixels with values", "Check its nodata value"),
    (
        "no_labels",
        "Training samples cannot be opened: .*absent.gpkg",
        "Check that the file exists",
    ),
    ("folder_missing", "folder .*absent does not exist", "Create it or choose another"),
    ("folder_is_a_file", "folder .*scene.tif does not exist", "choose another folder"),
]


@pytest.mark.parametrize(("fault", "sentence", "hint"), FAULTS, ids=[name for name, *_ in FAULTS])
def test_invalid_input_is_reported_with_a_hint(run_for_real, tmp_path, fault, sentence, hint):
    from qgis.core import QgsProcessingException

    bad = Bad(tmp_path)
    getattr(bad, fault)()
    with pytest.raises(QgsProcessingException) as caught:
        run_for_real(
            "classify",
            INPUT=bad.scene,
            LABELS=bad.labels,
            CLASS_FIELD=bad.field,
            OUTPUT=bad.output,
        )
    assert_understandable(str(caught.value), bad.output, sentence, hint)


@pytest.mark.parametrize("fault", ["labels_elsewhere", "unreadable", "folder_missing"])
def test_qgis_process_reports_invalid_input(qgis, qgis_process, tmp_path, fault):
    bad = Bad(tmp_path)
    getattr(bad, fault)()
    ((sentence, hint),) = [texts for name, *texts in FAULTS if name == fault]
    run = qgis_process(*arguments(bad.scene, bad.labels, bad.output, CLASS_FIELD=bad.field))
    assert_explained(run, bad.output, sentence, hint)


def test_an_output_never_replaces_an_input(qgis, qgis_process, tmp_path):
    bad = Bad(tmp_path)
    before = bad.scene.read_bytes()
    run = qgis_process(*arguments(bad.scene, bad.labels, bad.scene))
    assert run.returncode == 1
    assert "is also an input or another output" in run.stderr
    same = bad.output
    run = qgis_process(*arguments(bad.scene, bad.labels, same, CONFIDENCE=same))
    assert run.returncode == 1
    assert "Choose another file name." in run.stderr
    assert not same.exists()
    assert bad.scene.read_bytes() == before


def test_files_beside_an_output_are_kept(run_for_real, tmp_path):
    """The labels are exported to a copy; the files of the layer itself must be kept as well."""
    from qgis.core import QgsProcessingException

    bad = Bad(tmp_path)
    drawn = '{"type": "FeatureCollection", "features": []}'
    kept = {"labels.qml": "<qgis version='3.40.5-Bratislava'/>", "train.json": drawn}
    for name, text in kept.items():
        (tmp_path / name).write_text(text)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    given = {"INPUT": bad.scene, "LABELS": bad.labels, "CLASS_FIELD": bad.field}
    for outputs in (
        {"OUTPUT": tmp_path / "labels.tif"},
        {"OUTPUT": tmp_path / "map.tif", "REPORT": tmp_path / "train.html"},
    ):
        with pytest.raises(QgsProcessingException, match="written by GeoDiffNet"):
            run_for_real("classify", **given, **outputs)
        found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        found.pop("scene.tif.aux.xml", None)  # in which QGIS stores statistics
        assert found == before


def test_progress_of_the_job_is_shown(qgis_process, scene, labels, tmp_path):
    source = save_layer(labels, tmp_path / "labels.gpkg")
    run = qgis_process(
        *arguments(scene, source, tmp_path / "map.tif"), GEODIFFNET_PYTHON=str(FAKE_WORKER)
    )
    assert run.returncode == 0, run.stderr
    assert "Mapping (about 5 s left)" in run.stdout
    assert "...80" in run.stdout


def test_every_sent_setting_is_known_to_the_backend(fake, qgis, scene, labels, tmp_path):
    import processing

    every_output = {
        "CONFIDENCE": "a.tif",
        "PROBABILITIES": "b.tif",
        "REPORT": "c.html",
        "MODEL": "d.safetensors",
    }
    processing.run(
        ALGORITHM,
        {
            "INPUT": str(scene),
            "LABELS": labels,
            "OUTPUT": str(tmp_path / "map.tif"),
            "MEMORY": 4096,
            **{name: str(tmp_path / file) for name, file in every_output.items()},
        },
    )
    code = (
        "from backend.commands.classify import Options;"
        "from backend.options.declaration import declared_options;"
        "print(*[option.name for option in declared_options(Options)])"
    )
    known = subprocess.run(
        [BACKEND_PYTHON, "-c", code],
        cwd=FAKE_WORKER.parents[2],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert set(fake.settings) - {"classes"} <= set(known)
