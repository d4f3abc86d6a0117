"""Makes the pictures of the documentation in a real QGIS, from the generated sample scene.

    /usr/bin/python3 docs/screenshots.py

It needs what `scripts/test gui` sets up, takes about two minutes, and writes to docs/images.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
NAMES = ("classify-dialog.png", "classify-result.png")
SCENE_SIZE = 256
LARGEST_BYTES = 600_000

sys.path.insert(0, str(ROOT / "tests" / "gui"))

from gui_support import drive_qgis, make_sample  # noqa: E402


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        make_sample(work / "sample", SCENE_SIZE)
        seen = drive_qgis(work / "qgis", work / "sample", work / "pictures")
        if not seen["ok"]:
            sys.exit(f"The classification failed:\n{seen['log']}")
        IMAGES.mkdir(parents=True, exist_ok=True)
        for image in NAMES:
            size = (work / "pictures" / image).stat().st_size
            if size > LARGEST_BYTES:
                sys.exit(f"{image} is too large for a repository: {size} bytes")
            shutil.copy(work / "pictures" / image, IMAGES / image)
            print(f"docs/images/{image}: {size // 1000} kB")


if __name__ == "__main__":
    main()
