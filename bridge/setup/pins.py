"""The packages to install: the files of `resources/lock.json`, each with its SHA-256.

The lock file is written by `scripts/lock`; nothing else is ever installed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

LOCK_FILE = Path(__file__).resolve().parents[2] / "resources" / "lock.json"
FORMAT = 1
#: The package that installs the others; it is installed first.
INSTALLER = "pip"
#: Approximate total download sizes in bytes, used where the lock file lacks sizes.
MIN_WHEEL_BYTES = 3e6
TYPICAL_SIZES = {"cpu": 420e6, "apple": 300e6, "cuda": 3.2e9}


@dataclass(frozen=True)
class Wheel:
    """One file to install."""

    file: str
    name: str
    version: str
    hash: str  # sha256:…
    size: int  # estimated where the lock file lacks it

    @property
    def requirement(self) -> str:
        """The requirement of pip for exactly this file."""
        return f"{self.name}=={self.version} --hash={self.hash}"

    def requirement_in(self, folder: Path) -> str:
        """The requirement of pip for the file in a folder."""
        return f"{self.name} @ {(folder / self.file).absolute().as_uri()} --hash={self.hash}"


@dataclass(frozen=True)
class Recipe:
    """The packages of an environment, for one platform, Python version and PyTorch build."""

    platform: str
    python: str
    build: str
    index: str  # where torch comes from; empty for the public index
    wheels: tuple[Wheel, ...]

    @property
    def digest(self) -> str:
        """A digest of the files to install."""
        content = [f"{wheel.file} {wheel.hash}" for wheel in self.wheels]
        return hashlib.sha256("\n".join(sorted(content)).encode()).hexdigest()

    @property
    def download_size(self) -> int:
        """The approximate download size in bytes."""
        return sum(wheel.size for wheel in self.wheels)

    def find_wheel(self, name: str) -> Wheel:
        return next(wheel for wheel in self.wheels if wheel.name == name)


class Pins:
    """The lock file."""

    def __init__(self, text: str):
        content = json.loads(text)
        if content.get("format") != FORMAT:
            raise ValueError(f"a lock file of format {content.get('format')}")
        sizes: dict[tuple[str, str], int] = {}
        for entry in content["wheels"].values():
            key = (entry["name"], entry["version"])
            # A package has about the same size on every platform.
            sizes[key] = max(sizes.get(key, 0), entry.get("size", 0))
        wheels = {
            file: Wheel(
                file,
                entry["name"],
                entry["version"],
                entry["hash"],
                entry.get("size") or sizes[entry["name"], entry["version"]],
            )
            for file, entry in content["wheels"].items()
        }
        self._recipes = [
            Recipe(
                entry["platform"],
                entry["python"],
                entry["build"],
                entry["index"],
                _with_estimated_sizes([wheels[file] for file in entry["files"]], entry["build"]),
            )
            for entry in content["environments"]
        ]

    def pythons(self, platform: str) -> list[str]:
        """The supported Python versions, the oldest first."""
        versions = {recipe.python for recipe in self._recipes if recipe.platform == platform}
        return sorted(versions, key=lambda version: [int(part) for part in version.split(".")])

    def recipes(self, platform: str, python: str) -> dict[str, Recipe]:
        """What can be installed, by PyTorch build."""
        return {
            recipe.build: recipe
            for recipe in self._recipes
            if (recipe.platform, recipe.python) == (platform, python)
        }


def _with_estimated_sizes(wheels: list[Wheel], build: str) -> tuple[Wheel, ...]:
    """The wheels with estimates of unknown sizes."""
    unknown = [wheel for wheel in wheels if not wheel.size]
    if not unknown:
        return tuple(wheels)
    rest = TYPICAL_SIZES[build] - sum(wheel.size for wheel in wheels)
    # The largest wheels are those of PyTorch.
    estimate = rest / len(unknown) if any(wheel.name == "torch" for wheel in unknown) else 0
    estimate = int(max(estimate, MIN_WHEEL_BYTES))
    return tuple(wheel if wheel.size else replace(wheel, size=estimate) for wheel in wheels)


@lru_cache(maxsize=1)
def load_pins() -> Pins:
    """The packages that this version of the plugin was tested with."""
    return Pins(LOCK_FILE.read_text(encoding="utf-8"))
