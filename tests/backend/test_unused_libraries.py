"""Libraries that others load only because they are installed, and that are kept out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from backend_support import ROOT, clean_environment

from backend.process.unused_libraries import UNUSED

pytestmark = pytest.mark.backend

#: Starts the program and prints which of the libraries can be imported and found.
PROGRAM = """
import contextlib, importlib, importlib.util, io, json, sys
names = sys.argv.pop().split(",")
if sys.argv.pop(1) == "program":
    from backend.__main__ import main
    with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
        main()
else:
    import backend
    backend.classify
loaded = []
for name in names:
    assert importlib.util.find_spec(name) is not None
    with contextlib.suppress(ModuleNotFoundError):
        importlib.import_module(name)
    loaded += [name] * (name in sys.modules)
import pyogrio.raw
print(json.dumps(loaded))
"""


@pytest.mark.parametrize("started_as", ["program", "library"])
def test_unused_libraries_are_kept_out_of_the_program_only(tmp_path: Path, started_as: str) -> None:
    for name in UNUSED:
        (tmp_path / f"{name}.py").write_text("__version__ = '1.0'\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, started_as, "--version", ",".join(sorted(UNUSED))],
        cwd=ROOT,
        env=clean_environment() | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == ([] if started_as == "program" else sorted(UNUSED))
