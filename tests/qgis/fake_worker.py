#!/usr/bin/python3
"""A fake interpreter of the backend: it speaks the worker protocol and computes nothing.

Tests name it by GEODIFFNET_PYTHON and choose how it behaves by GEODIFFNET_FAKE. It writes what it
was asked for, and in which environment, to the file that GEODIFFNET_FAKE_RECORD names.
"""

import json
import os
import shutil
import signal
import sys
import threading
import time

from fake_session import FakeSession

ENDED = threading.Event()
CLASSES = (("#000000", ""), ("#2f7fd1", "Water"), ("#1b6e34", "Trees"), ("#d1453b", "Roofs"))


def send(**event):
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def read_request(answer):
    """Wait for a cancel line or the end of stdin, as the real worker does."""
    for line in sys.stdin:
        if json.loads(line).get("cancel"):
            break
    if answer:
        ENDED.set()


def write_map(job):
    from osgeo import gdal

    gdal.UseExceptions()
    image = gdal.Open(job["settings"]["image"])
    target = gdal.GetDriverByName("GTiff").Create(
        job["settings"]["output"], image.RasterXSize, image.RasterYSize, 1, gdal.GDT_Byte
    )
    target.SetGeoTransform(image.GetGeoTransform())
    target.SetProjection(image.GetProjection())
    band = target.GetRasterBand(1)
    table = gdal.ColorTable()
    for code, (colour, _) in enumerate(CLASSES):
        table.SetColorEntry(code, (*bytes.fromhex(colour[1:]), 255 if code else 0))
    band.SetColorTable(table)
    band.SetCategoryNames([name for _, name in CLASSES])
    band.SetNoDataValue(0)
    band.Fill(2)


def write_confidence(job):
    from osgeo import gdal

    image = gdal.Open(job["settings"]["image"])
    target = gdal.GetDriverByName("GTiff").Create(
        job["settings"]["confidence"], image.RasterXSize, image.RasterYSize, 1, gdal.GDT_Byte
    )
    target.SetGeoTransform(image.GetGeoTransform())
    target.SetProjection(image.GetProjection())
    target.GetRasterBand(1).Fill(70)


def finish(job):
    settings = job["settings"]
    if "output" in settings:
        write_map(job)
    if "confidence" in settings:
        write_confidence(job)
    figures = {
        "overall_accuracy": 0.91,
        "average_accuracy": 0.88,
        "kappa": None,
        "best_method": "rf",
        "best_block": 8,
        "best_timestep": 50,
        "best_composite": "rgb, pca1",
    }
    outputs = {"map": settings.get("output", "")}
    if job["job"] == "batch":
        outputs = {"summary": "summary.html", "table": "summary.csv"}
        scenes = [{"name": image, "map": f"{image}_map.tif"} for image in settings["images"]]
        figures = {"scenes": scenes, "mapped": len(scenes), "skipped": 0, "failed": 0}
    send(event="result", outputs=outputs, figures=figures)


def work(job, behaviour):
    """Run the behaviour in GEODIFFNET_FAKE; the default is success."""
    if behaviour == "malformed":
        print("Downloading: 12%")
        print('{"event": "surprise"}')
        print("[1, 2]")
        send(event="progress", fraction=0.5, stage="Training", colour="blue")
    elif behaviour == "killed":
        send(event="progress", fraction=0.5, stage="Training", message="", seconds_left=None)
        with open(partial(job), "w") as file:
            file.write("half a map")
        os.kill(os.getpid(), signal.SIGKILL)
    elif behaviour == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif behaviour == "traceback":
        raise ModuleNotFoundError("No module named 'torch'")
    elif behaviour == "silent":
        return
    elif behaviour == "half":
        sys.stdout.write('{"event": "result", "outp')
        sys.stdout.flush()
        os._exit(0)
    elif behaviour == "failure":
        send(event="error", code="labels.too_few", message="Too few labels.", hint="Draw more.")
        sys.exit(1)
    elif behaviour == "lingers":
        finish(job)
        os.close(1)
        time.sleep(60)
    elif behaviour == "closes":
        os.close(1)
        time.sleep(1.5)
        os._exit(3)
    elif behaviour == "chatty":
        sys.stderr.write("x" * 1_000_000 + "\n")
        for number in range(2000):
            send(event="log", message=f"line {number} " + "y" * 200, level="info")
        send(event="log", message="Watch out.", level="warning")
    elif behaviour == "mute":
        with open(partial(job), "w") as file:
            file.write("half a map")
        send(event="progress", fraction=0.1, stage="Training", message="", seconds_left=None)
        if ENDED.wait(60):
            os.unlink(partial(job))
            sys.exit(130)
    elif behaviour in ("slow", "deaf"):
        with open(partial(job), "w") as file:
            file.write("half a map")
        for step in range(600):
            fraction = step / 600
            send(
                event="progress",
                fraction=fraction,
                stage="Training",
                message="",
                seconds_left=60 - step / 10,
            )
            if ENDED.wait(0.1):
                os.unlink(partial(job))
                sys.exit(130)
    else:
        send(event="log", message="Read 8 bands.", level="info")
        for step in range(5):
            send(
                event="progress",
                fraction=step / 5,
                stage="Mapping",
                message="",
                seconds_left=5.0 - step,
            )
    finish(job)


def partial(job):
    folder, name = os.path.split(job["settings"]["output"])
    return os.path.join(folder, f".{name}.{os.getpid()}-0123456789abcdef.partial")


def keep(settings, record):
    """Copies of the exported layers, which are removed after the job, by their paths."""
    copies = {}
    for name, value in settings.items():
        if str(value).endswith(".gpkg") and os.path.isfile(value):
            copies[value] = shutil.copy(value, f"{record}.{name}.gpkg")
    return copies


def main():
    if sys.argv[1:3] == ["-I", "-c"]:  # the question which modules are missing
        print(os.environ.get("GEODIFFNET_FAKE_MISSING", ""))
        return
    if sys.argv[-1] == "--session":
        FakeSession(write_map, write_confidence).run()
        return
    behaviour = os.environ.get("GEODIFFNET_FAKE", "")
    if behaviour == "deaf":
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    job = json.loads(sys.stdin.readline())
    record = os.environ.get("GEODIFFNET_FAKE_RECORD")
    if record:
        with open(record, "w") as file:
            seen = {
                "kept": keep(job["settings"], record),
                "job": job,
                "arguments": sys.argv[1:],
                "environment": dict(os.environ),
                "process": os.getpid(),
            }
            json.dump(seen, file)
    threading.Thread(target=read_request, args=(behaviour != "deaf",), daemon=True).start()
    work(job, behaviour)


if __name__ == "__main__":
    main()
