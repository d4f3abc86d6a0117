"""Classifies a scene in this process and measures every stage.

Started by `benchmarks.speed` with the options of `classify` as JSON and the time of
`time.monotonic()`, which all processes share; prints the result as JSON.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from backend.commands import classify
from backend.core.reporter import Reporter
from backend.options.declaration import parse_options

COMPUTED_PIXELS = 1024
#: Base classifiers whose floating-point operations are counted, and their modules.
COUNTED = {
    "Ensemble": "backend.classifiers.ensemble",
    "Discriminant": "backend.classifiers.discriminant",
}


class StageClock(Reporter):
    """Records wall-clock seconds, CPU seconds and peak memory of each stage."""

    def __init__(self, started: float) -> None:
        super().__init__(lambda event: None)
        self.stages: dict[str, dict[str, float]] = {}
        self._open = "start"
        # the time of Python itself counts for the start
        self._wall, self._cpu = started, 0.0
        #: Pixels of the map that each base classifier was asked for.
        self.asked: Counter[str] = Counter()

    def begin(self, stage: str, message: str = "") -> None:
        """Begin a stage."""
        self._record()
        if stage == "mapping":
            count_pixels(self.asked)
        self._open = stage
        super().begin(stage, message)

    def finish(self) -> None:
        """Record the last stage."""
        self._record()
        super().finish()

    def _record(self) -> None:
        wall, cpu = time.monotonic(), time.process_time()
        found = self.stages.setdefault(self._open, {"wall": 0.0, "cpu": 0.0})
        found["wall"] += wall - self._wall
        found["cpu"] += cpu - self._cpu
        found["peak_mb"] = peak_megabytes()
        self._wall, self._cpu = wall, cpu


def count_pixels(asked: Counter[str]) -> None:
    """Count the pixels that base classifiers are asked for from now on, by their names."""
    lock = threading.Lock()
    for kind, module in COUNTED.items():
        if module in sys.modules:  # others are not used, and take time to load
            classifier: Any = getattr(sys.modules[module], kind)
            predict = classifier.predict_variants

            def counted(
                self: Any, spectra: np.ndarray, *inputs: Any, predict: Any = predict
            ) -> np.ndarray:
                with lock:
                    asked[self.variants[0].name] += len(spectra)
                found: np.ndarray = predict(self, spectra, *inputs)
                return found

            classifier.predict_variants = counted


def peak_megabytes() -> float:
    """The peak memory of this process; on Linux without that of the process it was forked from."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text(encoding="ascii"))
        if found:
            return int(found[1]) / 1024
    unit = 2**20 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main() -> None:
    """Classify, and print seconds, memory and work."""
    settings = json.loads(sys.argv[1])
    clock = StageClock(float(sys.argv[2]))
    classify.run(parse_options(classify.Options, settings), clock)
    print(json.dumps({"stages": clock.stages, "work": _work(Path(settings["model"]), clock.asked)}))


def _work(model_path: Path, asked: Counter[str]) -> dict[str, Any]:
    """Floating-point operations and bytes of the mapping of a pixel, in the mean over all.

    Some base classifiers were asked for some of the pixels only.
    """
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    from backend.classifiers.base import numbered
    from backend.classifiers.discriminant import Discriminant
    from backend.classifiers.ensemble import Ensemble
    from backend.classifiers.model import load_model

    model = load_model(model_path, "cpu")
    method, bands = model.method, model.info.bands
    features = sum(model.fitted.kinds) if model.fitted else 0
    used = set(method.blend.used)
    mapped = max(asked.values(), default=1)
    operations = 0.0
    for _, base, numbers in numbered(method.bases):
        own = used.intersection(numbers)
        share = asked[base.variants[0].name] / mapped
        if own and isinstance(base, Ensemble) and base.network is not None:
            shape = (base.settings.members, COMPUTED_PIXELS)
            network = base.network.train()  # without oneDNN, whose operations torch does not count
            with FlopCounterMode(display=False) as counter, torch.inference_mode():
                code = network.encode(torch.zeros(*shape, bands))
                for number in own:
                    has_features = base.variants[number - numbers.start].uses_features
                    given = torch.zeros(*shape, features) if has_features else None
                    network.decode(code, given)
            operations += share * counter.get_total_flops() / COMPUTED_PIXELS
        elif own and isinstance(base, Discriminant):
            operations += share * 2 * base.state()["weights"].size
    return {"flop_per_pixel": operations, "bytes_per_pixel": 2 * bands + 2 * features + 2}


if __name__ == "__main__":
    main()
