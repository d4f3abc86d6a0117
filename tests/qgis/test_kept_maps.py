"""Which files of earlier maps are removed, and that those of others stay."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from qgis_support import make_labels, make_scene, save_layer, wait_for_tasks

DIGEST = "0" * 64


@pytest.fixture
def project(qgis):
    from qgis.core import QgsProject

    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture
def training_file(qgis, tmp_path):
    return save_layer(make_labels([("Water", 2, 2), ("Trees", 2, 12)]), tmp_path / "labels.gpkg")


def open_layer(project, file, name="labels"):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(str(file), name, "ogr")
    assert layer.isValid()
    project.addMapLayer(layer)
    return layer


def open_image(project, file):
    from qgis.core import QgsRasterLayer

    layer = QgsRasterLayer(str(file), file.stem)
    assert layer.isValid()
    project.addMapLayer(layer)
    return layer


def record(layer, scene, number):
    from geodiffnet.gui.map_history import MapRecord

    return MapRecord(layer.id(), scene.id(), number, 1_800_000_000.0 + number, "lda", DIGEST, 0.9)


class Maps:
    """A panel's section of maps, given files as the backend would have written them."""

    def __init__(self, scene, history):
        from geodiffnet.gui.map_section import MapSection

        self.scene, self.section = scene, MapSection()
        self.section.set_history(history)

    def add(self, layer):
        """Add a map that was made with a layer; its number."""
        from geodiffnet.gui.requests import MapRequest, request_map
        from geodiffnet.gui.training import TrainingLayer

        training = TrainingLayer(layer)
        self.section.set_layers(self.scene, training)
        taken = self.section.history.numbers_of(layer.id())
        request: MapRequest = request_map(self.scene, training, "lda", taken)
        make_scene(request.map, 1)
        request.model.touch()
        polygons = training.polygons(layer.crs())
        self.section._add_map(self.scene, training, "lda", polygons, request, {})
        wait_for_tasks()
        return request.number

    def numbers(self):
        return [entry.number for entry in self.section.maps]

    def close(self):
        self.section.disconnect_project()


@pytest.fixture
def maps(project, tmp_path):
    from geodiffnet.gui.map_history import MapHistory

    made = Maps(open_image(project, make_scene(tmp_path / "scene.tif")), MapHistory())
    yield made
    made.close()


def test_maps_of_another_layer_in_the_same_folder_stay(maps, project, training_file):
    from geodiffnet.gui.map_history import MAX_MAPS

    first, second = (open_layer(project, training_file, name) for name in ("first", "second"))
    number = maps.add(first)
    file = maps.section.files_of(maps.section.maps[0])["map"]
    for _ in range(MAX_MAPS + 3):
        maps.add(second)
    assert number == 1
    assert file.is_file()
    left = {entry.name for entry in file.parent.glob("map-*.tif")}
    assert left == {f"map-{number}.tif" for number in (1, *maps.numbers())}


def test_a_map_that_another_layer_of_the_project_shows_stays(maps, project, training_file):
    from geodiffnet.gui.map_history import MAX_MAPS

    layer = open_layer(project, training_file)
    maps.add(layer)
    file = maps.section.files_of(maps.section.maps[0])["map"]
    open_image(project, file)
    for _ in range(MAX_MAPS + 1):
        maps.add(layer)
    assert 1 not in maps.numbers()
    assert file.is_file()
    assert not file.with_name("map-2.tif").exists()


def test_a_new_map_has_no_number_of_a_map_whose_files_are_gone(maps, project, training_file):
    layer = open_layer(project, training_file)
    history = maps.section.history
    for number in range(1, 11):
        history.add(record(layer, maps.scene, number))
    assert maps.add(layer) == 11
    assert maps.section.shown_map is maps.section.maps[0]
    assert maps.section.files_of(maps.section.maps[0])["map"].is_file()


def test_maps_of_another_project_stay(maps, project, training_file):
    """Neither project knows of the other's maps."""
    from geodiffnet.gui.map_history import MAX_MAPS, MapHistory

    layer = open_layer(project, training_file)
    other = Maps(maps.scene, MapHistory())
    try:
        others = [other.add(layer) for _ in range(3)]
        for _ in range(MAX_MAPS + 30):
            maps.add(layer)
        assert other.numbers() == others[::-1]
        files = [other.section.files_of(entry) for entry in other.section.maps]
        assert all(found["map"].is_file() for found in files)
        folder = files[0]["map"].parent
        models = {path.name for path in folder.glob("model-*")}
        assert models == {f"model-{number}.safetensors" for number in others + maps.numbers()}
        assert len(list(folder.glob("map-*.tif"))) == len(others) + MAX_MAPS
    finally:
        other.close()


def suggested_with(section, monkeypatch):
    """The model that suggestions are requested with; None where one is to be trained."""
    from geodiffnet.bridge.errors import BridgeError
    from geodiffnet.gui import map_section

    found = []

    def request(scene, training, method, model, skipped):
        found.append(None if model is None else model.name)
        raise BridgeError("test", "Enough is known.")

    monkeypatch.setattr(map_section, "request_suggestions", request)
    section.start_suggestions()
    (model,) = found
    return model


def test_suggestions_use_the_model_of_the_map_that_is_shown(
    maps, project, training_file, monkeypatch
):
    from geodiffnet.gui.map_history import MapHistory

    layer = open_layer(project, training_file)
    first, second = maps.add(layer), maps.add(layer)
    section = maps.section
    assert suggested_with(section, monkeypatch) == f"model-{second}.safetensors"
    assert section.show_map(section.maps[1])
    assert suggested_with(section, monkeypatch) == f"model-{first}.safetensors"
    # Also after the project was opened again.
    section.set_history(MapHistory.from_text(section.history.to_text()))
    assert suggested_with(section, monkeypatch) == f"model-{first}.safetensors"
    assert section.show_map(section.maps[0])
    assert suggested_with(section, monkeypatch) == f"model-{second}.safetensors"


def test_without_its_model_or_its_layer_the_newest_model_is_used(
    maps, project, training_file, monkeypatch
):
    layer = open_layer(project, training_file)
    maps.add(layer)
    second = maps.add(layer)
    section = maps.section
    section.show_map(section.maps[1])
    section.files_of(section.maps[1])["model"].unlink()
    assert suggested_with(section, monkeypatch) == f"model-{second}.safetensors"
    project.removeMapLayer(section.map_layer.id())
    assert suggested_with(section, monkeypatch) == f"model-{second}.safetensors"


def test_a_map_of_another_scene_or_layer_gives_no_model(maps, project, training_file, monkeypatch):
    from geodiffnet.gui.training import TrainingLayer

    layer = open_layer(project, training_file)
    maps.add(layer)
    section = maps.section
    other = open_image(project, make_scene(training_file.with_name("other.tif"), 5))
    section.set_layers(other, TrainingLayer(layer))
    assert suggested_with(section, monkeypatch) is None
    section.set_layers(maps.scene, TrainingLayer(open_layer(project, training_file, "second")))
    assert suggested_with(section, monkeypatch) is None


def test_suggestions_leave_no_file_beside_the_maps(maps, project, training_file, monkeypatch):
    """QGIS removes its temporary folder when it ends, whether the project was saved or not."""
    from qgis.core import QgsProcessingUtils

    from geodiffnet.gui import map_section, preview

    requested = []

    def request(*arguments, request=map_section.request_suggestions):
        requested.append(request(*arguments))
        return requested[-1]

    monkeypatch.setattr(map_section, "request_suggestions", request)
    monkeypatch.setattr(maps.section, "_start", lambda task: None)
    layer = open_layer(project, training_file)
    maps.add(layer)
    section = maps.section
    folder = section.files_of(section.maps[0])["map"].parent
    section.files_of(section.maps[0])["model"].unlink()
    section._models.clear()
    section.start_suggestions()
    (made,) = requested
    assert [job.name for job in made.jobs] == ["train", "suggest"]
    temporary = Path(QgsProcessingUtils.tempFolder())
    for file in (made.model, made.suggestions, Path(made.jobs[0].settings["labels"])):
        assert temporary in file.parents
        file.parent.mkdir(exist_ok=True)
        file.touch()
    assert made.jobs[0].settings["model"] == made.jobs[1].settings["model"] == str(made.model)
    assert made.jobs[1].settings["output"] == str(made.suggestions)
    # The model serves for the next suggestions, until there is one of a newer map.
    section._suggestions_done(preview.key_of(layer, maps.scene), made)
    section.start_suggestions()
    assert [job.name for job in requested[-1].jobs] == ["suggest"]
    assert requested[-1].model == made.model
    assert {path.name for path in folder.iterdir()} == {"map-1.tif", ".number-3"}


def test_windows_never_take_the_same_number(qgis, tmp_path):
    """As many processes as windows, at the same time."""
    code = (
        "import sys; from pathlib import Path; from geodiffnet.gui.work_folder import take_number;"
        "print(*(take_number(Path(sys.argv[1])) for _ in range(60)))"
    )
    windows = [
        subprocess.Popen(
            [sys.executable, "-c", code, tmp_path],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    taken = [
        [int(number) for number in window.communicate(timeout=120)[0].split()] for window in windows
    ]
    assert [window.returncode for window in windows] == [0, 0, 0, 0]
    assert len({number for numbers in taken for number in numbers}) == 240
    assert all(numbers == sorted(numbers) for numbers in taken)
    assert len(list(tmp_path.iterdir())) == 1, "only the last number is marked"


def test_a_number_is_above_those_of_files_and_of_marks(qgis, tmp_path):
    from geodiffnet.gui.work_folder import take_number

    assert take_number(tmp_path) == 1
    assert take_number(tmp_path) == 2, "although no job has written a file"
    (tmp_path / "map-9.tif").touch()
    assert take_number(tmp_path) == 10
    assert take_number(tmp_path, {40, 3}) == 41
    (tmp_path / ".number-0050").touch()
    (tmp_path / ".number-60").symlink_to(tmp_path / "absent")
    assert take_number(tmp_path) == 61
    (tmp_path / "map-999999999.tif").touch()
    assert [take_number(tmp_path) for _ in range(3)] == [10**9, 10**9 + 1, 10**9 + 2]


@pytest.mark.parametrize("lost", ["when another window has taken it", "and its mark is removed"])
def test_a_number_that_another_window_took_at_the_same_moment_is_given_up(
    qgis, tmp_path, monkeypatch, lost
):
    from geodiffnet.gui import work_folder

    other = []

    def listed(folder, listing=work_folder._numbered_files):
        found = listing(folder)
        if not other:  # after the listing, and before the mark is made
            other.append(0)
            other[:] = [
                work_folder.take_number(folder) for _ in range(2 if "removed" in lost else 1)
            ]
        return found

    monkeypatch.setattr(work_folder, "_numbered_files", listed)
    assert work_folder.take_number(tmp_path) not in other
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_writable_is_reported(qgis, tmp_path, monkeypatch):
    from qgis.core import QgsVectorLayer

    from geodiffnet.bridge.errors import BridgeError
    from geodiffnet.gui import requests
    from geodiffnet.gui.training import TrainingLayer

    def read_only(*_, **__):
        raise PermissionError(13, "Permission denied")

    file = save_layer(make_labels([("Water", 2, 2)]), tmp_path / "labels.gpkg")
    training = TrainingLayer(QgsVectorLayer(str(file), "labels", "ogr"))
    monkeypatch.setattr(Path, "touch", read_only)
    with pytest.raises(BridgeError, match=r"labels: the folder .* is not writable"):
        requests._prepare(training)


@pytest.mark.parametrize(
    "name",
    [
        "map-007.tif",
        "map-\u0663.tif",  # an Arabic three
        "map-0.tif",
        "map-1.TIF",
        "map-1.tif.bak",
        "map-1 .tif",
        "Map-1.tif",
        "map--1.tif",
        "map-1_000.tif",
        f"map-{'9' * 200}.tif",
    ],
)
def test_files_whose_names_only_look_like_those_of_maps_stay(qgis, tmp_path, name):
    from geodiffnet.gui.work_folder import remove_numbers, take_number

    (tmp_path / name).touch()
    assert take_number(tmp_path) == 1
    remove_numbers(tmp_path, ("map",), set(range(1001)))
    wait_for_tasks()
    assert (tmp_path / name).exists()


def test_a_folder_or_the_target_of_a_link_is_never_removed(qgis, tmp_path):
    from geodiffnet.gui.work_folder import remove_numbers

    folder, other = tmp_path / "labels_geodiffnet", tmp_path / "thesis.tif"
    folder.mkdir()
    other.touch()
    (folder / "map-1.tif").mkdir()
    (folder / "map-2.tif").symlink_to(other)
    remove_numbers(folder, ("map",), {1, 2})
    wait_for_tasks()
    assert (folder / "map-1.tif").is_dir()
    assert other.is_file()


def test_the_event_loop_never_waits_for_the_removal_of_a_file(qgis, tmp_path, monkeypatch):
    """On some disks, the thread that removes a file waits for it."""
    from geodiffnet.gui.work_folder import remove_numbers

    threads = []

    def unlink(path, *arguments, remove=Path.unlink, **options):
        threads.append(threading.current_thread())
        remove(path, *arguments, **options)

    monkeypatch.setattr(Path, "unlink", unlink)
    for name in ("map-1.tif", "map-1.qml", "model-1.safetensors", "map-3.tif"):
        (tmp_path / name).touch()
    numbers = {1}
    remove_numbers(tmp_path, ("map", "model"), numbers)
    numbers.add(3)  # belongs to whoever asked
    wait_for_tasks()
    assert [path.name for path in tmp_path.iterdir()] == ["map-3.tif"]
    assert len(threads) == 3
    assert threading.main_thread() not in threads


def test_a_folder_that_is_gone_is_no_error(qgis, tmp_path, monkeypatch):
    from geodiffnet.bridge.tasks import LOG
    from geodiffnet.gui.work_folder import remove_numbers

    logged = []

    def note(text, tag, _):
        if tag == LOG:
            logged.append(text)

    qgis.messageLog().messageReceived.connect(note)
    remove_numbers(tmp_path / "absent", ("map",), {1})
    wait_for_tasks()
    monkeypatch.setattr(Path, "is_dir", lambda _: True)  # it goes before the files are listed
    remove_numbers(tmp_path / "absent", ("map",), {1})
    wait_for_tasks()
    qgis.messageLog().messageReceived.disconnect(note)
    assert logged == []


@pytest.mark.parametrize("name", ["/tmp/evil", "../../evil", "a/b", "x" * 400, "\ud800", "a\nb"])
def test_the_id_of_a_layer_never_leads_out_of_the_temporary_folder(qgis, name):
    from pathlib import Path

    from qgis.core import QgsProcessingUtils

    from geodiffnet.gui.work_folder import folder_for

    class Layer:
        """QGIS takes any text as an id from a project."""

        def source(self):
            return "Polygon?crs=EPSG:4326"

        def id(self):
            return name

    folder = folder_for(Layer())
    assert folder.parent == Path(QgsProcessingUtils.tempFolder())
    assert len(folder.name) < 100
    assert folder == folder_for(Layer())
