"""Libraries that a thread loads while a job reads its scene."""

from __future__ import annotations

import importlib
import json
import sys
import threading
from pathlib import Path

import pytest
from backend_support import run_python

from backend.classifiers.libraries import libraries_of_method
from backend.common.choices import AUTO
from backend.common.methods import METHODS
from backend.compute import preloading
from backend.compute.device import THREADS_VARIABLE
from backend.compute.preloading import preloaded

pytestmark = pytest.mark.backend

#: Fits a method, which its argument names, and prints the large libraries that were loaded.
PROGRAM = """
import json, sys
import numpy as np
from backend.classifiers.catalogue import device_of_method, make_method
from backend.classifiers.ensemble_settings import EnsembleSettings
from backend.classifiers.scene_noise import SceneNoise
from backend.classifiers.training_data import Samples
from backend.core.reporter import Reporter

target = np.arange(60) % 2
values = np.random.default_rng(0).normal(target[:, None], 1, (60, 40)).astype(np.float32)
position = np.column_stack([300 * np.arange(60), np.zeros(60, int)])
noise = SceneNoise(np.eye(40), np.eye(40), values)
samples = Samples(values, values[:, :5], target, np.arange(60), position, 2, noise=noise)
device = device_of_method(sys.argv[1], "auto")
method = make_method(sys.argv[1], 0, device, EnsembleSettings(members=2, steps=2, kinds=(3, 2)))
method.fit(samples, ("first", "second"), Reporter(lambda event: None))
names = ("torch", "sklearn", "sklearn.ensemble", "sklearn.svm")
print(json.dumps([name for name in names if name in sys.modules]))
"""


@pytest.fixture(autouse=True)
def two_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "2")


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module that notes the threads that load it, and that nobody has loaded."""
    monkeypatch.syspath_prepend(tmp_path)
    name = "library_of_a_test"
    (tmp_path / f"{name}.py").write_text(
        "import threading\nthread = threading.current_thread()\n", encoding="utf-8"
    )
    monkeypatch.delitem(sys.modules, name, raising=False)
    importlib.invalidate_caches()
    return name


def test_a_library_is_loaded_in_another_thread_before_the_end(module: str) -> None:
    try:
        with preloaded([module]):
            pass
        assert sys.modules[module].thread is not threading.current_thread()
    finally:
        sys.modules.pop(module, None)


@pytest.mark.parametrize("text", ["1 / 0", "raise ImportError('no such file')", "no python"])
def test_a_library_that_cannot_be_loaded_fails_where_it_is_used(
    module: str, tmp_path: Path, text: str
) -> None:
    (tmp_path / f"{module}.py").write_text(text, encoding="utf-8")
    with preloaded([module]):
        pass
    with pytest.raises((ZeroDivisionError, ImportError, SyntaxError)):
        importlib.import_module(module)


def test_libraries_after_one_that_cannot_be_loaded_are_left_to_the_job(module: str) -> None:
    with preloaded(["missing_library_of_a_test", module]):
        pass
    assert module not in sys.modules


def test_an_error_of_the_job_waits_for_the_thread_and_is_raised(module: str) -> None:
    try:
        with pytest.raises(KeyError), preloaded([module]):
            raise KeyError("of the job")
        assert module in sys.modules
    finally:
        sys.modules.pop(module, None)


def test_one_thread_loads_nothing_in_the_background(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "1")
    with preloaded([module]):
        pass
    assert module not in sys.modules


def test_without_a_further_thread_the_job_runs(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(preloading.threading.Thread, "start", refuse)
    with preloaded([module]):
        pass
    assert module not in sys.modules


def test_a_scene_is_opened_before_large_libraries_are_loaded() -> None:
    program = (
        "import json, sys\n"
        "from backend.pipeline.classification import PRELOADED\n"
        "large = ('scipy', 'torch', 'sklearn', 'pyogrio')\n"
        "early = [name for name in large if name in sys.modules]\n"
        "for name in PRELOADED:\n"
        "    __import__(name)\n"
        "print(json.dumps(early))\n"
    )
    printed = run_python(program)
    assert json.loads(printed) == []


@pytest.mark.parametrize("device", ["auto", "cpu"])
@pytest.mark.parametrize("method", METHODS)
def test_torch_is_loaded_before_scikit_learn(method: str, device: str) -> None:
    names = libraries_of_method(method, device)
    assert "torch" not in names[1:]
    if device == "cpu":  # a chosen device is checked by torch
        assert names[0] == "torch"


@pytest.mark.parametrize("method", ["lda", "rf", "svm", "geodiffnet", "geodiffnet-f", AUTO])
def test_the_libraries_of_a_method_are_those_that_its_fit_loads(method: str) -> None:
    printed = run_python(PROGRAM, method)
    loaded, named = set(json.loads(printed)), set(libraries_of_method(method, AUTO))
    assert named <= loaded
    assert {name.partition(".")[0] for name in loaded} == {name.partition(".")[0] for name in named}
