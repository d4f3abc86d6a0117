"""Programs of an installation end with QGIS, however it ends."""

import subprocess
import sys

import pytest
from qgis_support import ROOT, descendants, is_alive, wait_until

OWN_GROUP = ROOT / "bridge" / "setup" / "own_group.py"
#: Starts a program that starts another one, as `venv` does, which says when it runs.
PROGRAM = """
import subprocess, sys
if sys.argv[1:] == ["3"]:
    print("running", flush=True)
    import time
    time.sleep(600)
subprocess.run([sys.executable, __file__, str(int((sys.argv[1:] or ["1"])[0]) + 1)])
"""


@pytest.fixture
def family(tmp_path):
    """A module that was started as by an installation, and the ids of its programs."""
    (tmp_path / "starts_others.py").write_text(PROGRAM)
    process = subprocess.Popen(
        [sys.executable, OWN_GROUP, "starts_others"],
        env={"PYTHONPATH": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"running\n"
    yield process, [process.pid, *descendants(process.pid)]
    for pipe in (process.stdin, process.stdout):
        pipe.close()  # ends the programs
    process.wait(30)


def test_all_programs_end_with_the_parent(family):
    process, numbers = family
    assert len(numbers) == 3
    process.stdin.close()
    wait_until(lambda: not any(map(is_alive, numbers)))


def test_output_and_exit_status_are_those_of_the_module(tmp_path):
    command = [sys.executable, "-I", OWN_GROUP, "json.tool"]
    (tmp_path / "good.json").write_text("[1]")
    (tmp_path / "bad.json").write_text("[1")
    for name, code, text in (("good.json", 0, "1"), ("bad.json", 1, "Expecting")):
        with subprocess.Popen(
            [*command, tmp_path / name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            assert text in process.stdout.read()
            assert process.wait(30) == code
