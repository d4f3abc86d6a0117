"""A process that makes one case after the other and runs each through the backend's public door.

`python -m tests.fuzz.child GOOD SCRATCH MEMORY` reads lines `{"kind", "number", "seed"}` and
answers each with a line. Cases are made here too: a kind, a number and a seed are all that is sent.
"""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import contextlib  # noqa: E402
import faulthandler  # noqa: E402
import json  # noqa: E402
import resource  # noqa: E402
import shutil  # noqa: E402
import sys  # noqa: E402
import threading  # noqa: E402
import time  # noqa: E402
import traceback  # noqa: E402
from html.parser import HTMLParser  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

import numpy as np  # noqa: E402

from backend.common import protocol  # noqa: E402
from backend.worker import claim_stdout, run_job  # noqa: E402

from .corpus import JobRequest, Workspace, load, randomness  # noqa: E402

#: What no report may hold, whatever names there are in the data.
_FORBIDDEN = {"script", "iframe", "object", "embed", "base", "form", "input"}
_MARKERS = ("alert(1)", "javascript:")


def main() -> None:
    """Answer until nobody asks any more."""
    good, scratch, memory = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    answers = claim_stdout()
    faulthandler.enable()
    _load_everything()
    limit = _memory_used() + memory
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    kinds = load()
    print(json.dumps({"ready": os.getpid()}), file=answers, flush=True)
    for line in sys.stdin:
        description = json.loads(line)
        workspace = _workspace(good, scratch)
        rng = randomness(description["kind"], description["number"], description["seed"])
        asked = kinds[description["kind"]].make(rng, workspace)
        print(json.dumps({"made": asked.job}), file=answers, flush=True)
        began = time.process_time()
        answer = _try(asked, workspace)
        answer["seconds"] = time.process_time() - began
        print(json.dumps(answer), file=answers, flush=True)


def _load_everything() -> None:
    """Let libraries be loaded before memory is limited, and make forests small."""
    import diffusers  # noqa: F401
    import h5py  # noqa: F401
    import sklearn.ensemble  # noqa: F401
    import torch

    from backend.classifiers import classic
    from backend.commands import COMMANDS, load_command

    for name in COMMANDS:
        load_command(name)
    classic.TREES = 6
    torch.set_num_threads(1)


def _memory_used() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmSize:"):
            return int(line.split()[1]) * 1024
    return 0


def _workspace(good: Path, scratch: Path) -> Workspace:
    shutil.rmtree(scratch, ignore_errors=True)
    workspace = Workspace(good, scratch / "case", scratch / "out")
    for folder in (workspace.folder, workspace.out):
        folder.mkdir(parents=True)
    return workspace


def _try(asked: JobRequest, workspace: Workspace) -> dict[str, Any]:
    """Run the job; a verdict with its reason."""
    line = asked.line
    if line is None:
        line = protocol.encode_job(protocol.Job(asked.job, asked.settings))
    before = _listing(workspace.folder)
    events: list[protocol.Event] = []
    try:
        status = run_job(line, events.append, threading.Event())
    except BaseException as error:
        traceback.print_exc()
        return _found(f"{type(error).__name__} left the door: {error}")
    try:
        answer = _check_result(asked, workspace, status, events)
    except Exception as error:
        traceback.print_exc()
        return _found(f"the result cannot be read: {type(error).__name__}: {error}")
    if workspace.canary.exists() or any(p.name == "canary" for p in Path.cwd().glob("canary")):
        return _found("code from the input was run")
    if answer["verdict"] != "finding" and _listing(workspace.folder) != before:
        return _found("the input folder was changed")
    return answer


def _check_result(
    asked: JobRequest, workspace: Workspace, status: int, events: list[protocol.Event]
) -> dict[str, Any]:
    lasts = [e for e in events if isinstance(e, protocol.Result | protocol.Failure)]
    if len(lasts) != 1 or events[-1] is not lasts[0]:
        return _found(f"{len(lasts)} last events")
    for event in events:
        protocol.decode_event(protocol.encode_event(event))
    last = lasts[0]
    left = sorted(str(p.relative_to(workspace.out)) for p in workspace.out.rglob("*"))
    if isinstance(last, protocol.Failure):
        return _check_failure(asked, status, last, left)
    if status != protocol.EXIT_DONE:
        return _found(f"a result with status {status}")
    if asked.must_fail:
        return _found("it should have been refused")
    hidden = [name for name in left if Path(name).name.startswith(".") and ".hidden" not in name]
    if hidden:
        return _found(f"left behind: {hidden}")
    for kind, path in last.outputs.items():
        wrong = _check_output(kind, Path(path), last.figures)
        if wrong:
            return _found(f"{kind}: {wrong}")
    for name in ("overall_accuracy", "average_accuracy", "mean_confidence"):
        value = last.figures.get(name)
        if isinstance(value, float) and not (np.isnan(value) or -1e-6 <= value <= 100.001):
            return _found(f"{name} is {value}")
    return {"verdict": "result", "code": asked.job}


def _check_failure(
    asked: JobRequest, status: int, failure: protocol.Failure, left: list[str]
) -> dict[str, Any]:
    description = f"{failure.code}: {failure.message}"
    if failure.code == "fault":
        return _found(description)
    if asked.must_work:
        return _found(f"it should have worked: {description}")
    if left:
        return _found(f"left behind after {description}: {left}")
    expected = protocol.EXIT_FAULT if failure.code.startswith("job.") else protocol.EXIT_USER_ERROR
    if status != expected and not (failure.code == "job.invalid" and status == 1):
        return _found(f"status {status} with {description}")
    for sentence in (failure.message, failure.hint):
        if not sentence.rstrip().endswith((".", "?", "…")):
            return _found(f"no sentence: {sentence!r} ({failure.code})")
        if len(sentence) > 1500:
            return _found(f"{len(sentence)} letters: {sentence[:200]!r} ({failure.code})")
        if "Traceback" in sentence or "0x7f" in sentence:
            return _found(f"for programmers: {sentence!r}")
    return {"verdict": "error", "code": failure.code}


def _check_output(kind: str, path: Path, figures: dict[str, Any]) -> str:
    if not path.is_file() or not path.stat().st_size:
        return f"{path} is not there"
    if kind in ("map", "confidence", "probabilities", "applicability", "features"):
        return _check_raster(path, figures if kind == "map" else {})
    if kind == "report":
        return _check_page(path)
    if kind == "model":
        from safetensors import safe_open

        with safe_open(path, framework="numpy") as file:
            file.keys()
    if kind in ("places", "sample"):
        import pyogrio

        pyogrio.raw.read(path)
    return ""


def _check_raster(path: Path, figures: dict[str, Any]) -> str:
    import rasterio

    with rasterio.open(path) as raster:
        if raster.width * raster.height * raster.count > 10**8:
            return "it is very large"
        values = raster.read()
    if "classes" not in figures:
        return ""
    codes = {entry["code"] for entry in figures["classes"]}
    strange = set(np.unique(values).tolist()) - codes - {0}
    return f"it holds {sorted(strange)[:5]}, which are no classes" if strange else ""


class _Page(HTMLParser):
    """Notes what a page must not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FORBIDDEN:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            text = value or ""
            if name.startswith("on") or text.strip().lower().startswith("javascript:"):
                self.wrong.append(f"{name}={text[:40]}")
            if name in ("src", "href") and not text.startswith(("data:", "#")):
                self.wrong.append(f"{name}={text[:40]}")


def _check_page(path: Path) -> str:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return f"it holds {page.wrong[:3]}" if page.wrong else ""


def _listing(folder: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for path in sorted(folder.rglob("*")):
        with contextlib.suppress(OSError):
            status = path.stat()
            found[str(path)] = (status.st_size, status.st_mtime_ns if path.is_file() else 0)
    return found


def _found(why: str) -> dict[str, Any]:
    return {"verdict": "finding", "why": why[:1000]}


if __name__ == "__main__":
    main()
