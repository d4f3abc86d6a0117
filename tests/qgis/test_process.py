"""The QGIS side of the worker protocol: the job that it sends, and the events that it handles."""

import importlib
import os
import signal
import threading
import time
from pathlib import Path

import pytest
from qgis_support import BACKEND_PYTHON, find_worker, is_alive, wait_until

#: Time after which a fake worker ends by itself.
FAKE_SECONDS = 60


@pytest.fixture
def processing(qgis):
    return importlib.import_module("processing")


@pytest.fixture
def run(processing, scene, labels, tmp_path):
    """Run classify in this process; returns its outputs; the log is in `run.log`."""
    from qgis.core import QgsProcessingFeedback

    class Feedback(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.lines = []
            self.fractions = []
            self.progressChanged.connect(self.fractions.append)

        def pushInfo(self, text):  # noqa: N802
            self.lines.append(("info", text))

        def pushWarning(self, text):  # noqa: N802
            self.lines.append(("warning", text))

        def pushDebugInfo(self, text):  # noqa: N802
            self.lines.append(("debug", text))

        def reportError(self, text, fatalError=False):  # noqa: N802
            self.lines.append(("error", text))

        def setProgressText(self, text):  # noqa: N802
            self.lines.append(("progress", text))

    class Run:
        def __init__(self):
            self.feedback = Feedback()
            self.output = tmp_path / "map.tif"

        def __call__(self, **parameters):
            given = {"INPUT": str(scene), "LABELS": labels, "OUTPUT": str(self.output)}
            return processing.run("geodiffnet:classify", given | parameters, feedback=self.feedback)

        def messages_of(self, kind):
            return [text for level, text in self.feedback.lines if level == kind]

        @property
        def log(self):
            (line,) = (text for text in self.messages_of("debug") if text.startswith("Log of the"))
            return line.partition(": ")[2]

        def fails(self, **parameters):
            from qgis.core import QgsProcessingException

            with pytest.raises(QgsProcessingException) as caught:
                self(**parameters)
            assert not self.output.exists()
            assert no_partial_files(self.output.parent)
            return str(caught.value)

    return Run()


def no_partial_files(folder):
    return not [name for name in os.listdir(folder) if "partial" in name]


def test_classify_sends_its_parameters(run, fake, scene, tmp_path):
    run(
        METHOD="rf",
        BACKBONE="/models/adm",
        DEVICE="cpu",
        SEED=7,
        MEMORY=2048,
        CONFIDENCE=str(tmp_path / "confidence.tif"),
        REPORT=str(tmp_path / "report.html"),
    )
    settings = dict(fake.settings)
    labels = settings.pop("labels")
    assert labels.endswith(".gpkg")
    assert os.path.exists(fake.kept(labels))
    assert not os.path.exists(os.path.dirname(labels))
    assert fake.seen["job"]["job"] == "classify"
    assert settings == {
        "image": str(scene),
        "labels_layer": "labels",
        "class_field": "class",
        "output": str(tmp_path / "map.tif"),
        "confidence": str(tmp_path / "confidence.tif"),
        "report": str(tmp_path / "report.html"),
        "method": "rf",
        "preset": "default",
        "backbone": "/models/adm",
        "device": "cpu",
        "seed": 7,
        "memory_mb": 2048,
    }


def test_the_worker_is_isolated_from_the_libraries_of_qgis(run, fake, monkeypatch):
    leaks = (
        "PYTHONPATH", "PYTHONHOME", "PROJ_LIB", "PROJ_DATA", "GDAL_DATA", "GDAL_DRIVER_PATH",
        "LD_LIBRARY_PATH", "PIP_USER",
    )  # fmt: skip
    for name in leaks:
        monkeypatch.setenv(name, "/usr/share")
    run()
    assert not set(leaks) & set(fake.seen["environment"])
    assert "PATH" in fake.seen["environment"]
    assert fake.seen["arguments"][0] == "-I"
    assert fake.seen["arguments"][1].endswith("/backend")
    assert fake.seen["arguments"][2] == "worker"


def test_outputs_and_metrics_are_returned(run, fake, tmp_path):
    outputs = run()
    assert outputs == {
        "OUTPUT": str(tmp_path / "map.tif"),
        "OVERALL_ACCURACY": 0.91,
        "AVERAGE_ACCURACY": 0.88,
    }


def test_progress_covers_the_job_and_names_each_stage_once(run, fake):
    run()
    assert run.feedback.fractions == sorted(run.feedback.fractions)
    assert max(run.feedback.fractions) >= 80
    assert run.messages_of("progress") == ["Mapping (about 5 s left)"]


def test_the_log_names_a_file_with_the_job_settings(run, fake):
    fake.set_behaviour("chatty")
    run()
    content = Path(run.log).read_text()
    assert '"class_field": "class"' in content
    assert "x" * 1_000_000 in content
    assert len([text for text in run.messages_of("info") if text.startswith("line ")]) == 2000
    assert run.messages_of("warning") == ["Watch out."]


def test_only_the_latest_logs_are_kept(run, fake):
    logs = importlib.import_module("geodiffnet.bridge.logs")
    folder = logs.log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(40):
        old = folder / f"classify-old-{number}.log"
        old.touch()
        os.utime(old, (number, number))
    run()
    assert len(list(folder.glob("*.log"))) == logs.MAX_LOGS
    assert not (folder / "classify-old-0.log").exists()


def test_lines_that_are_no_events_are_logged(run, fake):
    fake.set_behaviour("malformed")
    assert run()["OVERALL_ACCURACY"] == 0.91
    assert len([text for text in run.messages_of("debug") if "Unexpected output" in text]) == 4


def test_a_failure_is_reported_with_its_hint(run, fake):
    fake.set_behaviour("failure")
    assert run.fails() == "Too few labels.\nDraw more."


def test_a_killed_worker_is_reported_as_out_of_memory(run, fake):
    fake.set_behaviour("killed")
    message = run.fails()
    assert "probably because memory ran out" in message
    assert "memory limit" in message
    assert run.log in message


def test_a_crashed_worker_is_reported_with_its_log(run, fake):
    fake.set_behaviour("crash")
    message = run.fails()
    assert "stopped unexpectedly (signal 11)" in message
    assert run.log in message


def test_an_uncaught_exception_is_named_without_traceback(run, fake):
    fake.set_behaviour("traceback")
    message = run.fails()
    assert "exit status 1; ModuleNotFoundError: No module named 'torch'" in message
    assert "Traceback" not in message


@pytest.mark.parametrize("behaviour", ["half", "closes"])
def test_a_worker_that_exits_without_result_has_failed(run, fake, behaviour):
    fake.set_behaviour(behaviour)
    assert "stopped unexpectedly (exit status" in run.fails()


def test_a_result_is_used_even_if_the_worker_does_not_exit(run, fake, monkeypatch):
    monkeypatch.setattr(importlib.import_module("geodiffnet.bridge.process"), "EXIT_SECONDS", 0.5)
    fake.set_behaviour("lingers")
    started = time.monotonic()
    assert run()["OVERALL_ACCURACY"] == 0.91
    assert time.monotonic() - started < FAKE_SECONDS / 2, "it was waited for"
    assert not is_alive(fake.seen["process"])


@pytest.mark.parametrize(("behaviour", "patience"), [("slow", 10 * FAKE_SECONDS), ("deaf", 2.0)])
def test_cancelling_ends_the_worker_and_leaves_no_files(
    run, fake, monkeypatch, behaviour, patience
):
    """One that takes requests is not killed."""
    process = importlib.import_module("geodiffnet.bridge.process")
    monkeypatch.setattr(process, "CANCEL_SECONDS", patience)
    fake.set_behaviour(behaviour)
    cancelled_at = []

    def cancel():
        wait_until(lambda: run.feedback.fractions)
        cancelled_at.append(time.monotonic())
        run.feedback.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    message = run.fails()
    canceller.join()
    assert message == "Cancelled; nothing was written."
    assert time.monotonic() - cancelled_at[0] < FAKE_SECONDS / 2, "it ended by itself"
    assert not is_alive(fake.seen["process"])


def test_a_silent_worker_is_reported_once(run, fake, monkeypatch):
    process = importlib.import_module("geodiffnet.bridge.process")
    monkeypatch.setattr(process, "SILENCE_WARNING_SECONDS", 0.3)
    fake.set_behaviour("mute")

    def cancel():
        wait_until(lambda: run.messages_of("warning"))
        time.sleep(1)
        run.feedback.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    assert run.fails() == "Cancelled; nothing was written."
    canceller.join()
    (warning,) = run.messages_of("warning")
    assert "has reported no progress" in warning
    assert not is_alive(fake.seen["process"])


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks its child up in /proc")
@pytest.mark.parametrize("stage", ["Loading libraries", "Fitting and cross-validating"])
def test_cancelling_kills_a_suspended_backend(run, sample, monkeypatch, stage):
    """It handles neither requests nor signals; only its parent can end it."""
    monkeypatch.setenv("GEODIFFNET_PYTHON", str(BACKEND_PYTHON))
    held = []

    def hold_and_cancel():
        wait_until(lambda: stage in " ".join(run.messages_of("progress")))
        held.append(find_worker(os.getpid()))
        os.kill(held[0], signal.SIGSTOP)
        run.feedback.cancel()

    canceller = threading.Thread(target=hold_and_cancel)
    canceller.start()
    given = {"INPUT": str(sample.scene), "LABELS": str(sample.labels), "CLASS_FIELD": "class"}
    assert run.fails(**given, METHOD="rf") == "Cancelled; nothing was written."
    canceller.join()
    assert not is_alive(held[0])


def test_a_vanished_interpreter_is_reported(run, monkeypatch):
    monkeypatch.setenv("GEODIFFNET_PYTHON", "/nonsense/python")
    assert "/nonsense/python" in run.fails()


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""), (0.2, ""), (3, "about 5 s left"), (41, "about 45 s left"),
        (61, "about 1 min left"), (700, "about 12 min left"), (5400, "about 1.5 h left"),
    ],
)  # fmt: skip
def test_remaining_time_is_rounded(qgis, seconds, text):
    assert importlib.import_module("geodiffnet.bridge.progress_text").time_left(seconds) == text


def test_missing_output_layers_are_not_loaded(processing, scene, labels, fake, tmp_path):
    """Otherwise QGIS would add a second error message."""
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProject

    fake.set_behaviour("failure")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    output = str(tmp_path / "map.tif")
    details = QgsProcessingContext.LayerDetails("Class map", context.project())
    other = str(tmp_path / "other.tif")
    context.setLayersToLoadOnCompletion({output: details, other: details})
    parameters = {"INPUT": str(scene), "LABELS": labels, "OUTPUT": output}
    with pytest.raises(QgsProcessingException):
        processing.run("geodiffnet:classify", parameters, context=context)
    assert list(context.layersToLoadOnCompletion()) == [other]
