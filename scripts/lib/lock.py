"""Writes resources/lock.json: every file that set-up may install, with its sha256, for each
platform, Python and build of torch.

    lock.py [--wheels FOLDER]

What there is comes from the public package index by way of uv, what only PyTorch's own index has
from requirements/torch_wheels.json, and the versions from requirements/*.txt. A folder of wheels
adds their sizes, and is compared with the hashes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote

from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements"
LICENCES = ROOT / "docs" / "licences.md"
LOCK = ROOT / "resources" / "lock.json"
SOURCES = ("torch.txt", "backend.txt", "setup.txt", "torch_wheels.json")
PYTHONS = ((3, 11), (3, 12), (3, 13))
FORMAT = 1
#: What packages call their licences, where they do not use the usual short names.
LICENCE_NAMES = {
    "Apache 2.0": "Apache-2.0",
    "Apache 2.0 License": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "New BSD": "BSD-3-Clause",
    "MIT License": "MIT",
    "PSFL": "PSF-2.0",
    "NVIDIA Proprietary Software": "LicenseRef-NVIDIA-Proprietary",
}
#: A package of nothing but names of other packages, without a licence of its own.
LICENCES_KNOWN = {"cuda-toolkit": "LicenseRef-NVIDIA-Proprietary"}
TABLE_HEAD = "| package | version | licence |\n|---|---|---|\n"


@dataclass(frozen=True)
class Platform:
    """A kind of computer: what pip calls it, and what markers see there."""

    name: str
    system: str  # sys_platform
    machine: str  # platform_machine
    platform_system: str
    os_name: str = "posix"

    def wheel_platforms(self) -> list[str]:
        """The platform tags of wheels that run there, best first.

        Torch sets the floor: glibc 2.28 and macOS 14.
        """
        if self.system == "linux":
            tags = [f"manylinux_2_{minor}_{self.machine}" for minor in range(28, 4, -1)]
            return [*tags, f"manylinux2014_{self.machine}", f"linux_{self.machine}"]
        if self.system == "darwin":
            return list(mac_platforms((14, 0), self.machine))
        return ["win_amd64"]

    def tags(self, python: tuple[int, int]) -> list[Tag]:
        """Every tag that pip would accept there, best first."""
        platforms = self.wheel_platforms()
        interpreter = f"cp{python[0]}{python[1]}"
        return [
            *cpython_tags(python, platforms=platforms),
            *compatible_tags(python, interpreter=interpreter, platforms=platforms),
        ]

    def markers(self, python: tuple[int, int]) -> dict[str, str]:
        """The values that a requirement's marker is judged by."""
        version = f"{python[0]}.{python[1]}"
        return default_environment() | {
            "sys_platform": self.system,
            "platform_machine": self.machine,
            "platform_system": self.platform_system,
            "os_name": self.os_name,
            "python_version": version,
            "python_full_version": f"{version}.9",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "extra": "",
        }


#: Torch has given up Macs with Intel's processors.
PLATFORMS = (
    Platform("linux_x86_64", "linux", "x86_64", "Linux"),
    Platform("linux_aarch64", "linux", "aarch64", "Linux"),
    Platform("macos_arm64", "darwin", "arm64", "Darwin"),
    Platform("windows_x86_64", "win32", "AMD64", "Windows", os_name="nt"),
)


def pins(*names: str) -> list[str]:
    """The requirements in these files, one `name==version` each."""
    lines = [
        line.strip()
        for name in names
        for line in (REQUIREMENTS / name).read_text(encoding="utf-8").splitlines()
    ]
    return [line for line in lines if line and not line.startswith("#")]


def resolve() -> list[dict]:
    """uv's lock of all pins: packages with their dependencies and files, for every platform."""
    supported = [
        f"sys_platform == '{platform.system}' and platform_machine == '{platform.machine}'"
        for platform in PLATFORMS
    ]
    first, last = PYTHONS[0], PYTHONS[-1]
    project = {
        "name": "lock",
        "version": "0",
        "requires-python": f">={first[0]}.{first[1]},<{last[0]}.{last[1] + 1}",
        "dependencies": pins("torch.txt", "backend.txt", "setup.txt"),
    }
    text = "[project]\n" + "".join(f"{key} = {json.dumps(project[key])}\n" for key in project)
    text += f"[tool.uv]\npackage = false\nenvironments = {json.dumps(supported)}\n"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pyproject.toml").write_text(text, encoding="utf-8")
        command = [uv(), "lock", "--python", sys.executable, "--no-build"]
        subprocess.run(command, cwd=folder, check=True)
        return tomllib.loads((folder / "uv.lock").read_text(encoding="utf-8"))["package"]


def uv() -> str:
    return str(Path(sysconfig.get_path("scripts")) / "uv")


class Packages:
    """What may be installed: versions, what they need, and their wheels."""

    def __init__(self, resolved: list[dict]):
        self._found: dict[str, list[dict]] = {}
        for package in resolved:
            self._found.setdefault(package["name"], []).append(package)
        self.wheels: dict[str, dict] = {}
        for package in resolved:
            for wheel in package.get("wheels", ()):
                name = unquote(wheel["url"].rsplit("/", 1)[1])
                self.wheels[name] = {"hash": wheel["hash"]}
                if "size" in wheel:
                    self.wheels[name]["size"] = wheel["size"]
        self.of_torch = json.loads((REQUIREMENTS / "torch_wheels.json").read_text())
        for wheel in self.of_torch["wheels"]:
            entry = {key: wheel[key] for key in ("hash", "size", "index") if key in wheel}
            self.wheels[wheel["file"]] = entry

    def closure(
        self, platform: Platform, python: tuple[int, int], with_cuda: bool
    ) -> dict[str, dict]:
        """All packages that are installed there; what torch needs for CUDA only if wanted."""
        values = platform.markers(python)
        chosen: dict[str, dict] = {}
        roots = [Requirement(pin) for pin in pins("torch.txt", "backend.txt", "setup.txt")]
        waiting: list[tuple[str, tuple[str, ...], str | None]] = [
            (canonicalize_name(root.name), (), None) for root in roots
        ]
        seen = set()
        while waiting:
            name, extras, version = waiting.pop()
            if (name, extras) in seen:
                continue
            seen.add((name, extras))
            package = self._pick(name, version, values)
            chosen[name] = package
            needed = list(package.get("dependencies", ()))
            for extra in extras:
                needed += package.get("optional-dependencies", {}).get(extra, ())
            for need in needed:
                marker = need.get("marker")
                if marker and not Marker(marker).evaluate(values):
                    continue
                if name == "torch" and not with_cuda and is_for_cuda(need["name"]):
                    continue
                waiting.append((need["name"], tuple(need.get("extra", ())), need.get("version")))
        return chosen

    def _pick(self, name: str, version: str | None, values: dict[str, str]) -> dict:
        for package in self._found[name]:
            markers = package.get("resolution-markers", ())
            fits = not markers or any(Marker(marker).evaluate(values) for marker in markers)
            if (version is None or package["version"] == version) and fits:
                return package
        raise LookupError(f"{name} {version or ''}: not in what uv found")

    def files(self, package: dict, platform: Platform, python: tuple[int, int]) -> list[str]:
        """The wheels of a package that run there, best first."""
        rank = {tag: place for place, tag in enumerate(platform.tags(python))}
        fitting = []
        for wheel in package.get("wheels", ()):
            file = unquote(wheel["url"].rsplit("/", 1)[1])
            found = [rank[tag] for tag in parse_wheel_filename(file)[3] if tag in rank]
            if found:
                fitting.append((min(found), file))
        return [file for _, file in sorted(fitting)][:1]

    def torch_files(self, index: str, platform: Platform, python: tuple[int, int]) -> list[str]:
        """The wheels of torch that one of its own indexes has for there."""
        tags = set(platform.tags(python))
        return [
            wheel["file"]
            for wheel in self.of_torch["wheels"]
            if wheel["index"] == index and parse_wheel_filename(wheel["file"])[3] & tags
        ]


def is_for_cuda(name: str) -> bool:
    return name.startswith(("nvidia-", "cuda-")) or name == "triton"


def builds(packages: Packages, platform: Platform, python: tuple[int, int]) -> Iterator[dict]:
    """The builds of torch for a platform: a name, the index that has it, its files."""
    public = packages.files(packages.closure(platform, python, False)["torch"], platform, python)
    on_linux = platform.system == "linux"
    if own := packages.torch_files("cpu", platform, python):
        yield {"build": "cpu", "index": "cpu", "torch": own, "cuda": False}
    elif public and platform.system == "win32":
        yield {"build": "cpu", "index": "", "torch": public, "cuda": False}
    elif public and platform.system == "darwin":
        yield {"build": "apple", "index": "", "torch": public, "cuda": False}
    if public and on_linux:
        yield {"build": "cuda", "index": "", "torch": public, "cuda": True}
    elif own := packages.torch_files("cu126", platform, python):
        yield {"build": "cuda", "index": "cu126", "torch": own, "cuda": False}


def environments(packages: Packages) -> Iterator[dict]:
    """Every combination that can be installed, with the files it consists of."""
    for platform in PLATFORMS:
        for python in PYTHONS:
            for build in builds(packages, platform, python):
                files: list[str] = []
                lacking: list[str] = []
                for name, package in sorted(
                    packages.closure(platform, python, build["cuda"]).items()
                ):
                    fitting = packages.files(package, platform, python)
                    if name == "torch":
                        fitting = build["torch"]
                    if (
                        not fitting
                        and package.get("source", {}).get("registry")
                        and package.get("wheels")
                    ):
                        lacking.append(name)
                    files += fitting
                version = f"{python[0]}.{python[1]}"
                if lacking:
                    print(f"{platform.name} {version}: no wheel of {', '.join(lacking)}")
                    continue
                yield {
                    "platform": platform.name,
                    "python": version,
                    "build": build["build"],
                    "index": packages.of_torch["indexes"].get(build["index"], ""),
                    "files": files,
                }


def licences(names: dict[str, str]) -> dict[str, str]:
    """The licence of each package by its own word: installed here, or in pip's report."""
    found, unknown = {}, []
    for name, version in sorted(names.items()):
        try:
            found[name] = licence(metadata.metadata(name))
        except metadata.PackageNotFoundError:
            unknown.append(f"{name}=={version}")
    if unknown:
        for package_info in _reported(unknown):
            found[canonicalize_name(package_info["name"])] = licence(package_info)
    return {
        name: LICENCES_KNOWN.get(name) or LICENCE_NAMES.get(package_info, package_info)
        for name, package_info in found.items()
    }


def write_licences(versions: dict[str, str], package_info: dict[str, str]) -> None:
    """The table in docs/licences.md; what stands above it is written by hand."""
    rows = "".join(
        f"| {name} | {versions[name]} | {package_info[name]} |\n" for name in sorted(versions)
    )
    text = LICENCES.read_text(encoding="utf-8")
    LICENCES.write_text(text.partition(TABLE_HEAD)[0] + TABLE_HEAD + rows, encoding="utf-8")


def _reported(wanted: list[str]) -> list[dict]:
    """The metadata of packages that are not installed here, without downloading them."""
    with tempfile.TemporaryDirectory() as name:
        report = Path(name) / "report.json"
        pip = [sys.executable, "-m", "pip"]
        # The pinned pip, since the one that Python brings would download gigabytes for it.
        new = pins("setup.txt")[0]
        environment = os.environ | {
            "PYTHONPATH": f"{name}/pip",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }
        subprocess.run([*pip, "install", "-q", "--target", f"{name}/pip", new], check=True)
        found = []
        for platform in (PLATFORMS[0], PLATFORMS[-1]):
            on_windows = platform.system == "win32"
            mine = [pin for pin in wanted if on_windows == pin.startswith("colorama")]
            tags = [word for tag in platform.wheel_platforms() for word in ("--platform", tag)]
            command = [*pip, "install", "-q", "--dry-run", "--ignore-installed", "--no-deps"]
            command += ["--only-binary", ":all:", "--python-version", "3.12", *tags]
            command += ["--target", f"{name}/target", "--report", str(report)]
            if mine:
                subprocess.run([*command, *mine], check=True, env=environment)
                found += [item["metadata"] for item in json.loads(report.read_text())["install"]]
        return found


def licence(package_info: object) -> str:
    """A package's licence, in one line."""
    get = (
        package_info.get
        if isinstance(package_info, dict)
        else lambda key: package_info[key.replace("_", "-").title()]
    )
    expression = get("license_expression")
    if expression:
        return expression
    classifiers = (
        package_info.get("classifier", [])
        if isinstance(package_info, dict)
        else package_info.get_all("Classifier")
    )
    named = [
        text.rpartition(" :: ")[2] for text in classifiers or () if text.startswith("License ::")
    ]
    plain = (get("license") or "").strip()
    if plain and len(plain) < 60 and "\n" not in plain:
        return plain
    return " and ".join(sorted(set(named))) or "not told"


def add_sizes(packages: Packages, folder: Path) -> None:
    """Note the sizes of files that are at hand; refuse those that are not what they should be."""
    for file in sorted(folder.glob("*.whl")):
        known = packages.wheels.get(file.name)
        if known is None:
            continue
        digest = digest_of(file)
        if digest != known["hash"]:
            sys.exit(f"{file.name} is {digest}, not {known['hash']}")
        known["size"] = file.stat().st_size


def keep_sizes(packages: Packages) -> None:
    """Sizes that an earlier run has noted, of files that are the same."""
    if LOCK.exists():
        for file, entry in json.loads(LOCK.read_text(encoding="utf-8"))["wheels"].items():
            now = packages.wheels.get(file)
            if now and now["hash"] == entry["hash"] and "size" in entry:
                now.setdefault("size", entry["size"])


def digest_of(file: Path) -> str:
    """The sha256 of a file; with its prefix, or those who look for secrets would find one."""
    return f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"


def recipe() -> dict[str, str]:
    """What the lock was made from."""
    return {name: digest_of(REQUIREMENTS / name) for name in SOURCES}


def main() -> None:
    parser = argparse.ArgumentParser(description="Write resources/lock.json.")
    parser.add_argument("--wheels", type=Path, help="a folder of wheels to take sizes from")
    arguments = parser.parse_args()
    packages = Packages(resolve())
    keep_sizes(packages)
    if arguments.wheels:
        add_sizes(packages, arguments.wheels)
    installable = list(environments(packages))
    used = {file for environment in installable for file in environment["files"]}
    versions: dict[str, str] = {}
    for file in sorted(used):
        name, version, _, _ = parse_wheel_filename(file)
        packages.wheels[file] = {"name": name, "version": str(version), **packages.wheels[file]}
        versions.setdefault(name, str(version).partition("+")[0])
    package_info = licences(versions)
    lock = {
        "format": FORMAT,
        "made_from": recipe(),
        "environments": installable,
        "wheels": {file: packages.wheels[file] for file in sorted(used)},
        "licences": {name: package_info[name] for name in sorted(versions)},
    }
    write_licences(versions, package_info)
    text = json.dumps(lock, indent=1, ensure_ascii=False)
    # One line for a short thing: the list of files stays readable in a comparison of versions.
    text = re.sub(r"\{\n\s+\"name\"[^{}]*\}", lambda found: " ".join(found[0].split()), text)
    LOCK.write_text(text + "\n", encoding="utf-8")
    for environment in installable:
        sizes = [packages.wheels[file].get("size") for file in environment["files"]]
        print(
            f"{environment['platform']:<16} {environment['python']}  {environment['build']:<6}"
            f"{len(sizes):>4} packages, {sum(size or 0 for size in sizes) / 1e6:7.1f} MB known"
        )
    print(f"{LOCK.relative_to(ROOT)}: {len(used)} files of {len(versions)} packages")


if __name__ == "__main__":
    main()
