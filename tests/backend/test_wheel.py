"""The package `geodiffnet`: what its wheel holds, and that it works on its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import site
import subprocess
import sys
import tomllib
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from backend_support import ROOT, clean_environment
from conftest import Stripes
from import_rules import imports

import backend
from backend.files.resources import resource_folder
from backend.sample_scene import SampleFiles

pytestmark = pytest.mark.backend

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
#: What a wheel is built from.
SOURCES = ("backend", "resources/backbone", "resources/report")
FILES = ("pyproject.toml", "README.md", "LICENSE")

THREE_LINES = """
import sys
import geodiffnet as gd
import numpy as np
assert "torch" not in sys.modules, "importing the package loads libraries"
scene, labels, folder = sys.argv[1:]
result = gd.classify(scene, labels, class_field="class", method="rf")
assert result.map.shape == (30, 42) and result.metrics["overall_accuracy"] > 0.9
features = gd.DiffusionFeatures(
    backbone="bundled", blocks=2, composites="pca1", scales=1, components=4, cache=folder + "/cache"
).fit_transform(scene)
rows, columns = np.nonzero(result.map.array)
X = np.random.default_rng(0).uniform(0.1, 0.5, (len(rows), 8))
y = result.map.names()[rows, columns]
pixels = np.column_stack([rows, columns])
classifier = gd.GeoDiffNetClassifier(method="lda").fit(
    X, y, groups=rows // 4 * 100 + columns // 4, features=features, coordinates=pixels
)
assert set(classifier.classes_) == {"soil", "tree", "water"}
assert gd.__file__.startswith(sys.prefix), gd.__file__
result.model.save(folder + "/model.safetensors")
print(gd.__version__)
"""


def test_every_package_of_the_backend_is_in_the_list() -> None:
    found = {
        ".".join(("geodiffnet", *file.parent.relative_to(ROOT / "backend").parts))
        for file in (ROOT / "backend").rglob("__init__.py")
    }
    listed = set(PROJECT["tool"]["setuptools"]["packages"])
    folders = set(PROJECT["tool"]["setuptools"]["package-dir"])
    assert listed == found | folders


def test_every_imported_package_is_declared() -> None:
    """A package that another one happens to bring is not there for good."""
    settings = PROJECT["project"]
    extras = [entry for group in settings["optional-dependencies"].values() for entry in group]
    declared = {re.split(r"[<>=]", entry)[0] for entry in (*settings["dependencies"], *extras)}
    names = {"PIL": "pillow", "sklearn": "scikit-learn"}
    imported = {entry.package for entry in imports(ROOT) if entry.module.startswith("backend")}
    outside = {name for name in imported if name and name not in sys.stdlib_module_names}
    assert {names.get(name, name) for name in outside - {"backend"}} <= declared


def test_public_names_are_loaded_when_they_are_used() -> None:
    assert set(backend.__all__) <= set(dir(backend))
    for name in backend.__all__:
        assert getattr(backend, name) is getattr(backend, name)
    with pytest.raises(AttributeError, match="no attribute 'clasify'"):
        _ = backend.clasify


def test_resources_of_a_checkout_are_found() -> None:
    assert (resource_folder("backbone") / "config.json").is_file()
    assert (resource_folder("report") / "report.html").is_file()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, since setuptools leaves files beside what it builds from."""
    source = tmp_path_factory.mktemp("source")
    for folder in SOURCES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, source / folder, ignore=ignored)
    for file in FILES:
        shutil.copy(ROOT / file, source / file)
    command = [sys.executable, "-m", "pip", "wheel", ".", "--no-build-isolation", "--no-deps"]
    command += ["--disable-pip-version-check", "--wheel-dir", "dist"]
    built = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "deprecated" not in built.stdout + built.stderr
    (found,) = (source / "dist").glob("*.whl")
    return found


def test_the_wheel_holds_code_types_weights_and_templates_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    code = {name.removeprefix("geodiffnet/") for name in names if name.endswith(".py")}
    own = ROOT / "backend"
    assert code == {file.relative_to(own).as_posix() for file in own.rglob("*.py")}
    assert "geodiffnet/py.typed" in names
    for folder in ("backbone", "report"):
        for file in resource_folder(folder).iterdir():
            name = f"geodiffnet/resources/{folder}/{file.name}"
            assert (name in names) == (file.suffix != ".csv"), name
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"geodiffnet", f"geodiffnet-{backend.__version__}.dist-info"}


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment of its own with the wheel in it.

    The packages that it depends on come from the environment of the tests.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / Path(sys.executable).name
    (packages,) = (path for path in folder.rglob("site-packages") if path.is_dir())
    (packages / "dependencies.pth").write_text("\n".join(site.getsitepackages()))
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps"]
    command += ["--no-index", "--disable-pip-version-check", str(wheel)]
    subprocess.run(command, capture_output=True, check=True)
    return python


def run_isolated(
    command: list[object], folder: Path, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """A command in an empty folder, without variables that lead Python elsewhere."""
    return subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=clean_environment(),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.slow
def test_the_three_lines_of_the_documentation_work(
    installed: Path, stripes: Stripes, tmp_path: Path
) -> None:
    arguments = [stripes.scene, stripes.labels, tmp_path]
    done = run_isolated([installed, "-I", "-c", THREE_LINES, *arguments], tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == backend.__version__
    # and the model that they keep serves the worker processes of a batch
    batch = ["batch", "--model", "model.safetensors", "--images", stripes.scene]
    batch += ["--output-folder", "maps", "--workers", 1, "--device", "cpu"]
    done = run_isolated([installed.with_name("geodiffnet"), *batch], tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "maps" / "scene_map.tif").is_file()


def test_the_command_is_there_under_both_names(installed: Path, tmp_path: Path) -> None:
    command = run_isolated([installed.with_name("geodiffnet"), "--help"], tmp_path)
    module = run_isolated([installed, "-I", "-m", "geodiffnet", "--help"], tmp_path)
    assert command.returncode == module.returncode == 0
    assert "classify" in command.stdout
    assert command.stdout.partition("\n")[2] == module.stdout.partition("\n")[2]


def test_the_installed_folder_starts_as_a_worker_like_the_plugin(
    installed: Path, tmp_path: Path
) -> None:
    where = "import geodiffnet, os; print(os.path.dirname(geodiffnet.__file__))"
    folder = run_isolated([installed, "-I", "-c", where], tmp_path).stdout.strip()
    job = '{"job": "sample", "settings": {"folder": "sample", "size": 8}}\n'
    done = run_isolated([installed, "-I", folder, "worker"], tmp_path, job)
    assert '"event": "error"' in done.stdout, done.stderr
    assert "fault" not in done.stdout


def python_blocks(page: Path) -> str:
    """The Python of a page, as a program; what needs xarray only where that is installed."""
    blocks = re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    known = find_spec("rioxarray") is not None
    return "\n".join(block for block in blocks if known or "rioxarray" not in block)


def notebook_cells(notebook: Path) -> str:
    """The code of a notebook, as a program."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def run_program(program: str, python: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """A program in a folder, with a cache of its own."""
    (folder / "program.py").write_text(program, encoding="utf-8")
    own_cache = {"XDG_CACHE_HOME": str(folder / "cache"), "LOCALAPPDATA": str(folder / "cache")}
    return subprocess.run(
        [python, "-I", "program.py"],
        cwd=folder,
        env=clean_environment() | own_cache,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


@pytest.mark.slow
def test_the_code_of_the_documentation_runs(
    installed: Path, sample: SampleFiles, tmp_path: Path
) -> None:
    for file in (sample.scene, sample.labels, sample.truth):
        shutil.copy(file, tmp_path)
    done = run_program(python_blocks(ROOT / "docs" / "python.md"), installed, tmp_path)
    assert done.returncode == 0, done.stderr
    assert {"map.tif", "report.html", "model.safetensors"} <= {
        path.name for path in tmp_path.iterdir()
    }


@pytest.mark.slow
@pytest.mark.parametrize("notebook", sorted((ROOT / "docs" / "notebooks").glob("*.ipynb")))
def test_the_notebooks_run(installed: Path, notebook: Path, tmp_path: Path) -> None:
    done = run_program(notebook_cells(notebook), installed, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "overall accuracy" in done.stdout


def test_notebooks_are_stored_without_outputs() -> None:
    notebooks = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
    assert notebooks
    for notebook in notebooks:
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
            assert not cell.get("outputs")
            assert cell.get("execution_count") is None
