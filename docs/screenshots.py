"""Makes the images of the documentation in a real QGIS, from the generated sample scene.

    /usr/bin/python3 docs/screenshots.py [dialog] [panel] [tools] [appearance] [options]

It needs what `scripts/test gui` sets up, takes about eight minutes, writes to docs/images, and
prints the metrics that the guide quotes. For the options page, it runs a real set-up.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from osgeo import ogr

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
SCENE_SIZE = 256
LARGEST_BYTES = 900_000
SECONDS = 1800

DIALOG_IMAGES = {"classify-dialog": "classify-dialog", "classify-result": "classify-result"}
#: Names that the driver gives, and what the pages call them.
PANEL_IMAGES = {
    "new-layer": "panel-new-layer",
    "view-components": "panel-components",
    "drawing": "panel-drawing",
    "drawing-done": "panel-polygons",
    "first-map": "panel-first-map",
    "suggestion": "panel-suggestion",
    "more-polygons-done": "panel-more-polygons",
    "second-map": "panel-second-map",
    "confidence": "panel-confidence",
}
TOOLS_IMAGES = {"wand": "panel-tools"}
#: The positions of the driver belong to a scene of this size, as does the pixel of the magic wand.
TOOLS_SCENE_SIZE, SIMILAR = 128, (39, 35)
OPTIONS_IMAGES = {
    "options-missing": "options-missing",
    "options-progress": "options-progress",
    "options-ready": "options-ready",
}
#: Size of the window, theme, locale and images of each run.
APPEARANCES = {
    "large": ((1600, 1000), "default", "en_US", {"live": "panel-live", "swipe": "panel-swipe"}),
    "small": ((1366, 768), "default", "en_US", {"maps": "panel-small"}),
    "night": ((1366, 768), "Night Mapping", "en_US", {"maps": "panel-night"}),
    "german": ((1366, 768), "default", "de_DE", {"maps": "panel-german"}),
}
#: Classes in the order of the keys 1 to 8.
CLASSES = ("field", "grass", "tree", "water", "road", "roof", "soil", "shadow")
#: How many polygons of a class are drawn before the first map, and after it.
FIRST, MORE = 3, 3
ACCEPTED = 10

sys.path.insert(0, str(ROOT / "tests" / "gui"))

OPTIONS_DRIVER = ROOT / "tests" / "gui" / "options_driver.py"
APPEARANCE_DRIVER = ROOT / "tests" / "gui" / "appearance_driver.py"
TOOLS_DRIVER = ROOT / "tests" / "gui" / "tools_driver.py"

from gui_support import DOCK_DRIVER, UNSCALED_SCREEN, drive_qgis, make_sample  # noqa: E402


def main() -> None:
    wanted = sys.argv[1:] or ["dialog", "panel", "tools", "appearance", "options"]
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        make_sample(work / "sample", SCENE_SIZE)
        if "dialog" in wanted:
            take_dialog(work)
        if "panel" in wanted:
            take_panel(work)
        if "tools" in wanted:
            take_tools(work)
        if "appearance" in wanted:
            take_appearance(work)
        if "options" in wanted:
            take_options(work)


def take_dialog(work: Path) -> None:
    """The dialog of Classify, and the project after it has run."""
    seen = drive_qgis(work / "dialog", work / "sample", work / "dialog-pictures", seconds=SECONDS)
    if not seen["ok"]:
        sys.exit(f"The classification failed:\n{seen['log']}")
    keep(work / "dialog-pictures", DIALOG_IMAGES)


def take_panel(work: Path) -> None:
    """The labelling panel, from an empty layer to the second map."""
    # Where the file dialog of the pictures says the polygons are.
    project = work / "project"
    shutil.copytree(work / "sample", project)
    outlines = known_outlines(work / "sample" / "train.gpkg")
    seen = drive_qgis(
        work / "panel",
        project,
        work / "panel-pictures",
        driver=DOCK_DRIVER,
        seconds=SECONDS,
        classes="\n".join(CLASSES),
        training=str(project / "training.gpkg"),
        polygons=[(name, wkt) for name in CLASSES for wkt in outlines[name][:FIRST]],
        more=[(name, wkt) for name in CLASSES for wkt in outlines[name][FIRST : FIRST + MORE]],
        method="geodiffnet-f",
        accept=ACCEPTED,
        truth=str(project / "truth.tif"),
    )
    for step in ("first", "second"):
        if seen[step]["messages"]:
            sys.exit(f"The {step} map failed: {seen[step]['messages']}")
        print(f"{step} map: {seen[step]['right']:.1%} of all pixels right; {seen[step]['status']}")
    print(f"polygons at the end: {seen['edited']['before']}")
    keep(work / "panel-pictures", PANEL_IMAGES)


def take_tools(work: Path) -> None:
    """Strokes of the drawing tools, and the region of the magic wand."""
    make_sample(work / "small", TOOLS_SCENE_SIZE)
    drive_qgis(
        work / "tools",
        work / "small",
        work / "tools-pictures",
        driver=TOOLS_DRIVER,
        seconds=SECONDS,
        layer="Polygon?crs=EPSG:32633&field=class:string(20)",
        similar=SIMILAR,
        steps=["scribble", "brush", "pixel", "lasso", "wand"],
    )
    keep(work / "tools-pictures", TOOLS_IMAGES)


def take_appearance(work: Path) -> None:
    """The panel in windows of several sizes, on a dark theme, and in German."""
    for name, (size, theme, locale, images) in APPEARANCES.items():
        project = work / f"{name}-project"
        shutil.copytree(work / "sample", project)
        seen = drive_qgis(
            work / name,
            project,
            work / f"{name}-pictures",
            driver=APPEARANCE_DRIVER,
            seconds=SECONDS,
            screen=UNSCALED_SCREEN,
            locale=locale,
            theme=theme,
            size=size,
            widths=[220, 300 if size[0] < 1500 else 360],
        )
        print(f"{name}: {seen}")
        keep(work / f"{name}-pictures", images)


def take_options(work: Path) -> None:
    """The options page before, during and after a set-up."""
    pip = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    seen = drive_qgis(
        work / "options",
        work,
        work / "options-pictures",
        pip,
        driver=OPTIONS_DRIVER,
        seconds=SECONDS,
        wheels="",
    )
    print(f"the longest that QGIS did not answer: {seen['stall']:.1f} s; {seen['ready']['doing']}")
    keep(work / "options-pictures", OPTIONS_IMAGES)


def known_outlines(path: Path) -> dict[str, list[str]]:
    """The outlines of the sample's own polygons by class, to be drawn with the mouse."""
    dataset = ogr.Open(str(path))
    found: dict[str, list[str]] = {name: [] for name in CLASSES}
    for feature in dataset.GetLayer(0):
        found[feature["class"]].append(feature.GetGeometryRef().ExportToWkt())
    return found


def keep(pictures: Path, names: dict[str, str]) -> None:
    """Copy pictures to the documentation."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for taken, kept in names.items():
        source, target = pictures / f"{taken}.png", IMAGES / f"{kept}.png"
        size = source.stat().st_size
        if size > LARGEST_BYTES:
            sys.exit(f"{taken} is too large for a repository: {size} bytes")
        shutil.copy(source, target)
        print(f"docs/images/{target.name}: {size // 1000} kB")


if __name__ == "__main__":
    main()
