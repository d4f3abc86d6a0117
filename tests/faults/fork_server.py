"""A process that has the backend loaded and forks a child for every job that it is asked for.

Loading takes seconds and a fork takes none, so hundreds of jobs can be killed. A child is a worker
like any other: the door's lines on its stdin and stdout, its own session, its own signals. It may
be given a fault of `injected_faults` to live with.

Connections on the socket that is named bring a line of JSON and the child's three streams; the
child's number goes back at once, its exit status at its end.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

LONGEST_REQUEST = 2**16


def load() -> None:
    """Everything that any job imports, and less to compute than users get."""
    from functools import partial
    from importlib import import_module

    for module in (
        "diffusers", "sklearn.ensemble", "pyogrio", "rasterio", "jinja2",
        "backend.worker", "backend.pipeline.classification", "backend.pipeline.map_assessment",
        "backend.pipeline.active_learning", "backend.pipeline.method_comparison",
        "backend.pipeline.feature_export", "backend.pipeline.feature_search",
        "backend.campaign.campaign", "backend.sample_scene",
        "backend.pipeline.multiple_scenes", "backend.features.extraction",
        "backend.backbones.backbone", "backend.classifiers.ensemble",
    ):  # fmt: skip
        import_module(module)
    from backend.classifiers import classic
    from backend.pipeline import feature_search, training_data

    classic.TREES = 10
    feature_search.RANKING_MEMBERS, feature_search.RANKING_STEPS = 2, 10
    training_data.EnsembleSettings = partial(training_data.EnsembleSettings, members=2, steps=20)


def serve(path: str) -> None:
    """Fork a child for each connection."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for keepers
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen()
        print("ready", flush=True)
        while True:
            connection, _ = server.accept()
            text, streams, _, _ = socket.recv_fds(connection, LONGEST_REQUEST, 3)
            if os.fork() == 0:
                server.close()
                keep(connection, streams, json.loads(text))
            connection.close()
            for stream in streams:
                os.close(stream)


def keep(connection: socket.socket, streams: list[int], request: dict) -> None:
    """Fork the child, wait for its end, and tell it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    child = os.fork()
    if child == 0:
        connection.close()
        live(streams, request)
    for stream in streams:
        os.close(stream)
    connection.sendall(f"{child}\n".encode())
    _, status = os.waitpid(child, 0)
    connection.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def live(streams: list[int], request: dict) -> None:
    """Be a worker."""
    os.setsid()
    # what runs in the background has it ignored, and so would all it starts
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.update(request["environment"])
    os.chdir(request["environment"]["TMPDIR"])
    from backend import worker

    for name, arguments in request["injected_faults"].items():
        import injected_faults

        getattr(injected_faults, name)(*arguments)
    try:
        worker.main()
    finally:  # as where Python ends by itself, but never back into the fork server
        os._exit(1)


if __name__ == "__main__":
    load()
    serve(sys.argv[1])
