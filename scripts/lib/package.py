"""Builds the plugin's zip from a commit and checks it by the rules of the plugin repository.

package.py [--list] [--commit COMMIT] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from configparser import ConfigParser
from pathlib import Path, PurePosixPath

from sbom import bill_of_materials
from store_rules import findings

ROOT = Path(__file__).resolve().parents[2]
NAME = "geodiffnet"
#: The released files, without tests, benchmarks, scripts and documentation.
FILES = ("__init__.py", "plugin.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md")
FOLDERS = ("algorithms", "backend", "bridge", "gui", "resources")
#: The same commit gives the same zip, whenever it is made.
DATE = (1980, 1, 1, 0, 0, 0)
CHANGES_SHOWN = 60


def contents(commit: str) -> dict[str, bytes]:
    """The files of a commit that belong into the zip, with the changes in the metadata."""
    command = ["git", "archive", "--format=tar", commit]
    archive = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    found = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            wanted = str(path) in FILES or path.parts[0] in FOLDERS
            if not wanted or member.isdir():
                continue
            file = tar.extractfile(member)
            if file is None or not member.isfile():
                sys.exit(f"{path} is no plain file; the store takes nothing else.")
            found[str(path)] = file.read()
    found["metadata.txt"] = with_changes(
        found["metadata.txt"].decode(), found["CHANGELOG.md"].decode()
    ).encode()
    return found


def with_changes(metadata: str, changes: str) -> str:
    """The metadata with the newest entries of the changelog, for QGIS's plugin manager."""
    lines: list[str] = []
    for line in changes.splitlines():
        if line.startswith("## "):
            lines.append(line[3:].replace("[", "").replace("]", ""))
        elif lines and line.strip() and not line.startswith("["):
            lines.append(line.replace("**", "").replace("`", "").replace("### ", ""))
    # QGIS's reader takes a percent sign for a reference, and an empty line for the end.
    shown = [line.replace("%", " percent") for line in lines[:CHANGES_SHOWN]]
    return f"{metadata.rstrip()}\nchangelog=" + "\n ".join(shown) + "\n"


def write_zip(files: dict[str, bytes], path: Path) -> None:
    """The zip with its one folder, the same to the byte for the same files."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])


def version_of(metadata: bytes) -> str:
    parser = ConfigParser()
    parser.read_string(metadata.decode())
    return parser["general"]["version"]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Build and check the plugin store's zip.")
    parser.add_argument("--list", action="store_true", help="only print what the zip would hold")
    parser.add_argument("--commit", default="HEAD", help="what to package")
    parser.add_argument("--folder", type=Path, default=ROOT / "dist", help="where to write")
    arguments = parser.parse_args()
    files = contents(arguments.commit)
    if arguments.list:
        for name in sorted(files):
            print(f"{len(files[name]):>10}  {NAME}/{name}")
        print(f"{sum(map(len, files.values())):>10}  bytes in {len(files)} files")
        return
    version = version_of(files["metadata.txt"])
    target = arguments.folder / f"{NAME}-{version}.zip"
    with tempfile.TemporaryDirectory() as work:
        draft = Path(work) / target.name
        write_zip(files, draft)
        found = findings(draft, ROOT / "docs" / "security.md")
        for line in found:
            print(line)
        if found:
            sys.exit(f"{len(found)} findings: nothing was written.")
        arguments.folder.mkdir(parents=True, exist_ok=True)
        target.write_bytes(draft.read_bytes())
    bill = target.with_suffix(".cdx.json")
    bill.write_text(bill_of_materials(ROOT, version, target), encoding="utf-8")
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB, {len(files)} files, no findings")
    print(f"{bill}: software bill of materials")


if __name__ == "__main__":
    main()
