"""What is installed: the files of `resources/lock.json`, each with its sha256.

The lock file is made by `scripts/lock`; nothing that it does not list is ever installed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

LOCK_FILE = Path(__file__).resolve().parents[2] / "resources" / "lock.json"
FORMAT = 1
#: The package that installs the others; it goes in first.
INSTALLER = "pip"
#: Sizes, in bytes, where the lock does not tell them: about what is downloaded in all.
MIN_WHEEL_BYTES = 3e6
TYPICAL_SIZES = {"cpu": 420e6, "apple": 300e6, "cuda": 3.2e9}


@dataclass(frozen=True)
class Wheel:
    """One file to install."""

    file: str
    name: str
    version: str
    hash: str  # sha256:…
    size: int  # about, where the lock does not tell it

    @property
    def requirement(self) -> str:
        """The line by which pip looks for this file and takes no other."""
        return f"{self.name}=={self.version} --hash={self.hash}"

    def requirement_in(self, folder: Path) -> str:
        """The line by which pip takes the file in a folder, whatever else is there."""
        return f"{self.name} @ {(folder / self.file).absolute().as_uri()} --hash={self.hash}"


@dataclass(frozen=True)
class Recipe:
    """What an environment consists of, on one platform, for one Python and build of torch."""

    platform: str
    python: str
    build: str
    index: str  # where torch comes from; empty for the public index
    wheels: tuple[Wheel, ...]

    @property
    def digest(self) -> str:
        """Changes whenever something else would be installed."""
        content = [f"{wheel.file} {wheel.hash}" for wheel in self.wheels]
        return hashlib.sha256("\n".join(sorted(content)).encode()).hexdigest()

    @property
    def download_size(self) -> int:
        """How many bytes there are to download, about."""
        return sum(wheel.size for wheel in self.wheels)

    def find_wheel(self, name: str) -> Wheel:
        return next(wheel for wheel in self.wheels if wheel.name == name)


class Pins:
    """The lock file."""

    def __init__(self, text: str):
        content = json.loads(text)
        if content.get("format") != FORMAT:
            raise ValueError(f"a lock file of format {content.get('format')}")
        sizes = {}
        for entry in content["wheels"].values():
            key = (entry["name"], entry["version"])
            # The same package takes about as much on every platform.
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
        """The versions of Python for which there is something to install, oldest first."""
        versions = {recipe.python for recipe in self._recipes if recipe.platform == platform}
        return sorted(versions, key=lambda version: [int(part) for part in version.split(".")])

    def recipes(self, platform: str, python: str) -> dict[str, Recipe]:
        """What can be installed there, by build of torch."""
        return {
            recipe.build: recipe
            for recipe in self._recipes
            if (recipe.platform, recipe.python) == (platform, python)
        }


def _with_estimated_sizes(wheels: list[Wheel], build: str) -> tuple[Wheel, ...]:
    """The wheels with a guess for those whose size is not told."""
    unknown = [wheel for wheel in wheels if not wheel.size]
    if not unknown:
        return tuple(wheels)
    rest = TYPICAL_SIZES[build] - sum(wheel.size for wheel in wheels)
    # The largest ones come with PyTorch; without it there is not much to share out.
    estimate = rest / len(unknown) if any(wheel.name == "torch" for wheel in unknown) else 0
    estimate = int(max(estimate, MIN_WHEEL_BYTES))
    return tuple(wheel if wheel.size else replace(wheel, size=estimate) for wheel in wheels)


@lru_cache(maxsize=1)
def load_pins() -> Pins:
    """The pins that this version of the plugin was tested with."""
    return Pins(LOCK_FILE.read_text(encoding="utf-8"))
