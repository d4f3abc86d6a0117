"""`python -m benchmarks.accuracy`: all methods and controls on real scenes, as Markdown tables.

Every figure is the mean ± standard deviation over draws of training pixels, scored on pixels of
other places. GeoDiffNet-F chooses its experts' weights by cross-validation on the drawn pixels.
"""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import argparse  # noqa: E402
import platform  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable  # noqa: E402
from dataclasses import replace  # noqa: E402
from datetime import date  # noqa: E402

import numpy as np  # noqa: E402
import torch  # noqa: E402

from backend.learning.ensemble import EnsembleSettings  # noqa: E402
from backend.learning.making import make_method  # noqa: E402
from backend.learning.methods import Method  # noqa: E402
from backend.learning.samples import Samples  # noqa: E402
from backend.learning.validation import Accuracy, cross_validate  # noqa: E402
from backend.reporter import Reporter  # noqa: E402

from .cubes import Cubes, read_cubes  # noqa: E402
from .scenes import BUDGETS, Contest, Side, load_contest  # noqa: E402

QUIET = Reporter(lambda event: None)
CPU = torch.device("cpu")
#: Row of the table → method, kind of spatial features, whether features join the spectra.
ENTRANTS: dict[str, tuple[str, str | None, bool]] = {
    "GeoDiffNet-F (default)": ("geodiffnet-f", "bundled", False),
    "GeoDiffNet-F, random weights": ("geodiffnet-f", "random weights", False),
    "FiLM on Gaussian pyramid": ("film", "gaussian pyramid", False),
    "FiLM on bundled features only": ("film", "bundled", False),
    "FiLM on random-weight features only": ("film", "random weights", False),
    "GeoSpecNet (spectra)": ("geospecnet", None, False),
    "random forest on spectra": ("rf", None, False),
    "SVM on spectra": ("svm", None, False),
    "random forest, spectra + pyramid": ("rf", "gaussian pyramid", True),
    "SVM, spectra + pyramid": ("svm", "gaussian pyramid", True),
}


def evaluate(name: str, contest: Contest, cubes: Cubes, drawn: Side, seed: int) -> Accuracy:
    """Train one entrant on the drawn pixels and score it on the other side."""
    kind_of_method, kind, joined = ENTRANTS[name]
    classes = len(contest.class_names)
    training = cubes.samples(drawn, kind, classes)
    scoring = cubes.samples(contest.scoring, kind, classes)
    if kind_of_method == "film":
        width = cubes.kinds[kind][0] if kind else 0
        training, scoring = _first(training, width), _first(scoring, width)
    if joined:
        training, scoring = _joined(training), _joined(scoring)
    kinds = cubes.kinds[kind] if kind and kind_of_method == "geodiffnet-f" else ()
    settings = EnsembleSettings(kinds=kinds)

    def make(with_seed: int) -> Method:
        if kind_of_method == "film":
            film = replace(settings, network="geodiffnet-f", seed=with_seed)
            return make_method("geodiffnet-f", with_seed, CPU, film).networks
        return make_method(kind_of_method, with_seed, CPU, settings)

    method = make(seed)
    method.fit(training, QUIET)
    if method.experts > 1:
        validation = cross_validate(make, training, contest.class_names, seed, QUIET)
        method.tuning = validation.tuning
    found = method.predict_proba(scoring.spectra, scoring.features).argmax(axis=1)
    return Accuracy.of(scoring.target, found, classes)


def _first(samples: Samples, width: int) -> Samples:
    return replace(samples, features=samples.features[:, :width])


def _joined(samples: Samples) -> Samples:
    return replace(samples, spectra=np.concatenate([samples.spectra, samples.features], axis=1))


def main() -> None:
    """Print the tables, a scene at a time."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--scenes", default="houston,potsdam,samson,idtrees")
    parser.add_argument("--budgets", default="5,10,20,50,all", help="labelled pixels a class")
    parser.add_argument("--draws", type=int, default=5)
    parser.add_argument("--only", default="", help="rows whose name holds this text")
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    budgets = [None if text == "all" else int(text) for text in chosen.budgets.split(",")]
    if not set(budgets) <= set(BUDGETS):
        parser.error(f"budgets are {', '.join('all' if b is None else str(b) for b in BUDGETS)}")
    print(f"{date.today()}, {platform.machine()}, {os.cpu_count()} cores, {chosen.draws} draws\n")
    names = [name for name in ENTRANTS if chosen.only in name]
    for scene in chosen.scenes.split(","):
        contest = load_contest(scene)
        _print_table(contest, read_cubes(contest), names, budgets, chosen.draws)


def _print_table(
    contest: Contest, cubes: Cubes, names: list[str], budgets: list[int | None], draws: int
) -> None:
    print(f"## {contest.name}: {len(contest.class_names)} classes, OA ± deviation / AA in %\n")
    print("| method | " + " | ".join("all" if b is None else str(b) for b in budgets) + " |")
    print("|---" * (len(budgets) + 1) + "|", flush=True)
    for name in names:
        started = time.monotonic()
        cells = [
            _cell(lambda drawn, seed, row=name: evaluate(row, contest, cubes, drawn, seed), found)
            for found in (list(contest.draws(budget, range(draws))) for budget in budgets)
        ]
        seconds = (time.monotonic() - started) / (draws * len(budgets))
        print(f"| {name} | " + " | ".join(cells) + f" | <!-- {seconds:.0f} s a run -->", flush=True)
    print()


def _cell(score: Callable[[Side, int], Accuracy], drawn: list[tuple[int, Side]]) -> str:
    found = [score(side, seed) for seed, side in drawn]
    overall = [100 * accuracy.overall for accuracy in found]
    average = np.mean([100 * accuracy.average for accuracy in found])
    return f"{np.mean(overall):.1f} ± {np.std(overall):.1f} / {average:.1f}"


if __name__ == "__main__":
    main()
