"""Helpers of the setup tests: tiny wheels, a lock file of them, and a package index."""

from __future__ import annotations

import base64
import hashlib
import json
import sys
import threading
import time
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from qgis_support import ROOT

#: What the backend is looked for to have, under the names of its modules and of its packages.
MODULES = (
    "numpy",
    "torch",
    "diffusers",
    "safetensors",
    "rasterio",
    "pyogrio",
    "shapely",
    "sklearn",
)
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
BACKEND = """
import json, sys
import torch
sys.stdin.readline()
figures = {"device": "cpu", "seconds": 0.1, "torch": torch.VERSION}
print(json.dumps({"event": "result", "outputs": {}, "figures": figures}), flush=True)
"""


def make_wheel(folder: Path, name: str, version: str = "1.0", size: int = 2000) -> Path:
    """A package of one module with its version."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": f"VERSION = {version!r}\n",
        # Random enough that it takes its size in the file as well.
        f"{name}/ballast.bin": hashlib.shake_128(name.encode()).hexdigest(size // 2),
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
    }
    record = [
        f"{file},sha256={_base64(hashlib.sha256(text.encode()).digest())},{len(text)}"
        for file, text in files.items()
    ]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,"]) + "\n"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
    return path


def _base64(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def make_pip_wheel(folder: Path) -> Path:
    """The pinned pip, repacked from the development environment."""
    (info,) = (ROOT / ".venv" / "lib").glob("python3*/site-packages/pip-*.dist-info")
    path = folder / f"{info.name.removesuffix('.dist-info')}-py3-none-any.whl"
    listed = [line.split(",") for line in (info / "RECORD").read_text().splitlines()]
    kept = [row for row in listed if row[0].startswith("pip") and not row[0].endswith(".pyc")]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for row in kept:
            if not row[0].endswith("/RECORD"):
                archive.write(info.parent / row[0], row[0])
        archive.writestr(f"{info.name}/RECORD", "".join(",".join(row) + "\n" for row in kept))
    return path


def make_wheels(folder: Path, version: str = "1.0", size: int = 2000) -> Path:
    """A folder with all wheels of an environment."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in MODULES:
        make_wheel(folder, name, version, size)
    make_pip_wheel(folder)
    return folder


def make_lock(wheels: Path, path: Path, platform: str) -> Path:
    """The lock file of a wheel folder, with two identical builds."""
    listed = {}
    for file in sorted(wheels.glob("*.whl")):
        name, version = file.name.split("-")[:2]
        content = file.read_bytes()
        listed[file.name] = {
            "name": name,
            "version": version,
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
            "size": len(content),
        }
    environment = {"platform": platform, "python": PYTHON, "index": "", "files": list(listed)}
    lock = {
        "format": 1,
        "environments": [environment | {"build": build} for build in ("cpu", "cuda")],
        "wheels": listed,
    }
    path.write_text(json.dumps(lock), encoding="utf-8")
    return path


class Index:
    """A local package index, which can be slow, interrupt downloads, or change files."""

    def __init__(self, wheels: Path, context=None):
        self.wheels = wheels
        self.asked: list[str] = []
        self.delay = 0.0
        self.break_off: set[str] = set()  # names of files that are sent by half, once
        self.spoil: set[str] = set()  # names of files that are sent with other contents
        handler = partial(_Handler, self)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        if context is not None:
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        scheme = "https" if context is not None else "http"
        self.url = f"{scheme}://127.0.0.1:{self._server.server_address[1]}/simple"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def fetched(self) -> list[str]:
        """The requested files, in order."""
        return [path for path in self.asked if path.endswith(".whl")]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, index: Index, *arguments):
        self._index = index
        super().__init__(*arguments)

    def log_message(self, *_):
        pass

    def do_GET(self):
        name = self.path.strip("/").rpartition("/")[2]
        self._index.asked.append(name)
        if not name.endswith(".whl"):
            files = self._index.wheels.glob(f"{name}-*.whl")
            page = "".join(f'<a href="/files/{file.name}">{file.name}</a>' for file in files)
            self._send(page.encode(), "text/html")
            return
        content = (self._index.wheels / name).read_bytes()
        if name in self._index.spoil:
            content = content[:-1] + b"?"
        first = 0
        if asked := self.headers.get("Range"):
            first = int(asked.partition("=")[2].partition("-")[0])
        self._send(content, "application/octet-stream", first, name)

    def _send(self, content: bytes, kind: str, first: int = 0, name: str = "") -> None:
        self.send_response(206 if first else 200)
        self.send_header("Content-Type", kind)
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("ETag", f'"{hashlib.sha256(content).hexdigest()}"')
        if first:
            self.send_header("Content-Range", f"bytes {first}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - first))
        self.end_headers()
        half = first + (len(content) - first) // 2
        self.wfile.write(content[first:half])
        self.wfile.flush()
        if name in self._index.break_off:
            self._index.break_off.discard(name)
            self.close_connection = True
            return
        if name:
            time.sleep(self._index.delay)
        self.wfile.write(content[half:])
