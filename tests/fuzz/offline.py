"""Runs every job in a network namespace of its own, in which there is nothing but the loopback.

`python -m tests.fuzz.offline GOOD FOLDER` prints one line of JSON a job, and in the end who tried
to leave; then the same of jobs whose files name addresses, and last of one in which the user names
an address, so that it is known that attempts are seen. It exits with 77 where the kernel gives no
such namespace.
"""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import ctypes  # noqa: E402
import fcntl  # noqa: E402
import json  # noqa: E402
import socket  # noqa: E402
import struct  # noqa: E402
import sys  # noqa: E402
import threading  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from functools import partial  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

REFUSED = 77
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_SET_FLAGS, _UP_AND_RUNNING = 0x8914, 0x41
_LOCAL = ("127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "")  # noqa: S104 - to listen, not leave

HUB_MODEL = "owner/ddpm@0123456789abcdef0123456789abcdef01234567"
_BAND = (
    '<VRTDataset rasterXSize="8" rasterYSize="8"><VRTRasterBand dataType="Int16" band="1">'
    "<SimpleSource><SourceFilename>{}</SourceFilename><SourceBand>1</SourceBand></SimpleSource>"
    "</VRTRasterBand></VRTDataset>"
)
_LAYER = (
    '<OGRVRTDataSource><OGRVRTLayer name="labels"><SrcDataSource>{}</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>"
)
#: Rasters and layers that name an address each in another way.
EXTERNAL_RASTERS = (
    ("web.vrt", _BAND.format("/vsicurl/http://example.org/scene.tif")),
    ("streaming.vrt", _BAND.format("/vsis3/bucket/scene.tif")),
    ("plain.vrt", _BAND.format("https://example.org/scene.tif")),
    ("archive.vrt", _BAND.format("/vsizip//vsicurl/http://example.org/scene.zip/scene.tif")),
    ("service.xml", '<GDAL_WMS><Service name="WMS"><ServerUrl>http://example.org/?'
     "</ServerUrl></Service></GDAL_WMS>"),
    ("stac.json", '{"stac_version": "1.0.0", "assets": {"a": {"href": "http://example.org/a"}}}'),
    ("entity.vrt", '<!DOCTYPE v SYSTEM "http://example.org/v.dtd"><VRTDataset/>'),
)  # fmt: skip
EXTERNAL_LABELS = (
    ("web.ovrt", _LAYER.format("/vsicurl/http://example.org/labels.gpkg")),
    ("features.ovrt", _LAYER.format("WFS:http://example.org/wfs")),
    ("database.ovrt", _LAYER.format("PG:host=example.org")),
    ("feed.json", '{"exceededTransferLimit": true, "features": [], "type": "FeatureCollection"}'),
    ("schema.gml", '<g:a xmlns:g="http://www.opengis.net/gml" '
     'xsi:schemaLocation="http://example.org http://example.org/a.xsd" '
     'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'),
)  # fmt: skip

attempts: list[str] = []


def main() -> None:
    """Leave the network, run everything, tell."""
    good, folder = Path(sys.argv[1]), Path(sys.argv[2])
    if not leave_the_network():
        sys.exit(REFUSED)
    for variable in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[variable]  # so that the hosts themselves are asked for
    os.environ.pop("HF_ENDPOINT", None)
    sys.addaudithook(note)
    for name, settings in jobs(good, folder):
        print(json.dumps({"job": name, **run(name, settings)}), flush=True)
    print(json.dumps({"attempts": attempts, "unroutable": unroutable()}), flush=True)
    for what, name, settings in external_inputs(good, folder):
        print(json.dumps({"leading": what, **run(name, settings)}), flush=True)
    print(json.dumps({"attempts": attempts, "unroutable": unroutable()}), flush=True)
    named = {"backbone": HUB_MODEL, "model": str(folder / "named.safetensors")}
    _, _, settings = next(external_inputs(good, folder))
    print(json.dumps({"named": True, **run("apply", settings | named)}), flush=True)
    print(json.dumps({"attempts": attempts, "unroutable": unroutable()}), flush=True)
    os._exit(0)


def external_inputs(good: Path, folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Jobs of which a file, but not the user, names an address: what, job, settings."""
    from tests.fixtures.model_files import NAMED_BACKBONES, alter_model

    os.environ["HF_TOKEN"] = "of the user"  # noqa: S105 - nobody may be shown it
    scene = {"device": "cpu", "cache": str(folder / "cache"), "image": str(good / "scene.tif")}
    trained = folder / "model.safetensors"
    for number, named in enumerate(NAMED_BACKBONES):
        model = folder / ("named.safetensors" if number == 0 else f"forged{number}.safetensors")
        alter_model(trained, model, backbone=named, backbone_digest="0" * 64)
        given = {"model": str(model), "output": str(folder / f"forged{number}.tif")}
        yield f"backbone {named}", "apply", scene | given
        if number < 4:
            given |= {"output": str(folder / f"forged{number}.gpkg"), "count": 3}
            yield f"backbone {named}", "suggest", scene | given
    given = {"model": str(model), "images": [str(good / "scene.tif")], "workers": 1}
    yield "backbone", "batch", given | {"output_folder": str(folder / "forged")}
    leading = folder / "leading"
    leading.mkdir()
    forest = str(good / "rf.safetensors")
    for number, (file, text) in enumerate(EXTERNAL_RASTERS):
        (leading / file).write_text(text)
        given = {"image": str(leading / file), "output": str(folder / f"leading{number}.tif")}
        yield file, "apply", scene | {"model": forest} | given
    for number, (file, text) in enumerate(EXTERNAL_LABELS):
        (leading / file).write_text(text)
        given = {"labels": str(leading / file), "class_field": "class", "method": "rf"}
        yield file, "classify", scene | given | {"output": str(folder / f"labels{number}.tif")}
    given = {"map": str(leading / "web.vrt"), "reference": str(good / "labels.gpkg")}
    yield "map", "assess", given | {"class_field": "class"}


def leave_the_network() -> bool:
    """Whether this process has now a network of its own, in which only the loopback is up."""
    library = ctypes.CDLL(None, use_errno=True)
    if library.unshare(_NEW_NET) and library.unshare(_NEW_USER | _NEW_NET):
        return False
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        try:
            fcntl.ioctl(control, _SET_FLAGS, struct.pack("16sh14x", b"lo", _UP_AND_RUNNING))
        except OSError:
            return False
    return [name for _, name in socket.if_nameindex()] == ["lo"]


def note(event: str, arguments: tuple[Any, ...]) -> None:
    """Remember who wants to leave this machine, or to know where something is."""
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
        host = host.decode() if isinstance(host, bytes) else host
        if host and host not in (*_LOCAL, socket.gethostname()):
            attempts.append(f"{event} {host}")
    elif event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        if isinstance(address, tuple) and str(address[0]) not in _LOCAL:
            attempts.append(f"{event} {address}")


def unroutable() -> int:
    """How often the kernel was asked to send where there is no way: any process, any library."""
    lines = Path("/proc/net/snmp").read_text().splitlines()
    names, numbers = (line.split()[1:] for line in lines if line.startswith("Ip:"))
    return int(dict(zip(names, numbers, strict=True))["OutNoRoutes"])


def jobs(good: Path, folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """Every job there is, with all that it can read and write."""
    from backend.commands import COMMANDS

    scene = {"image": good / "scene.tif", "device": "cpu", "cache": folder / "cache"}
    labels = {"labels": good / "labels.gpkg", "class_field": "class"}
    seen = {"scales": "1", "composites": "rgb", "components": 2, "blocks": "8"}
    model = folder / "model.safetensors"
    listed = [
        ("doctor", {}),
        ("sample", {"folder": folder / "sample", "size": 64}),
        ("train", scene | labels | seen | {"model": model, "report": folder / "train.html"}),
        ("classify", scene | labels | seen | {"output": folder / "classify.tif"}),
        ("apply", scene | {"model": model, "output": folder / "apply.tif"}),
        ("assess", {"map": good / "codes.tif", "reference": good / "labels.gpkg",
                    "class_field": "class", "report": folder / "assess.html"}),
        ("suggest", scene | {"model": model, "output": folder / "places.gpkg", "count": 3}),
        ("features", scene | seen | {"output": folder / "features.tif"}),
        ("compare", scene | labels | {"methods": "rf, svm", "report": folder / "compare.html"}),
        ("spectrallibrary", scene | labels | {"output": folder / "spectra.sli"}),
        ("zonal", {"map": good / "codes.tif", "zones": good / "labels.gpkg",
                   "output": folder / "zones.gpkg"}),
        ("tune", scene | labels | seen | {"timesteps": "50", "report": folder / "tune.html"}),
        ("batch", {"model": good / "rf.safetensors", "images": [good / "scene.tif"],
                   "output_folder": folder / "batch", "workers": 1}),
    ]  # fmt: skip
    if {name for name, _ in listed} != set(COMMANDS):
        raise RuntimeError(f"some jobs are not tried: {set(COMMANDS) ^ {n for n, _ in listed}}")
    return [(name, json.loads(json.dumps(given, default=str))) for name, given in listed]


def run(name: str, settings: dict[str, Any]) -> dict[str, Any]:
    """A job through the door, its methods learning next to nothing."""
    from backend.classifiers import classic
    from backend.classifiers.ensemble_settings import EnsembleSettings
    from backend.common import protocol
    from backend.pipeline import training_data
    from backend.worker import run_job

    classic.TREES = 5
    training_data.EnsembleSettings = partial(EnsembleSettings, members=2, steps=5, width=8)  # type: ignore[misc]
    events: list[protocol.Event] = []
    line = protocol.encode_job(protocol.Job(name, settings))
    status = run_job(line, events.append, threading.Event())
    last = events[-1]
    return {
        "status": status,
        "told": last.message if isinstance(last, protocol.Failure) else "",
        "code": last.code if isinstance(last, protocol.Failure) else "",
        "outputs": sorted(last.outputs) if isinstance(last, protocol.Result) else [],
    }


if __name__ == "__main__":  # what a batch starts imports this file
    main()
