"""A method: base classifiers, and the blend of their probabilities.

Like scikit-learn's stacking, `fit` cross-validates the base classifiers in spatially grouped folds,
fits the blend to their out-of-fold probabilities, and fits the base classifiers to all labels. The
accuracy of each fold comes from a blend that was fitted to the other folds (`Validation`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import islice

import numpy as np

from ..compute.device import thread_count
from ..compute.parallel import run_parallel
from ..compute.subsampling import subsample_classes
from ..compute.tensors import section
from ..core.reporter import Reporter
from ..metrics.accuracy import AccuracyMetrics
from .base import BaseClassifier, Variant, numbered
from .blended_prediction import predict_blended, predict_chosen, predict_scores
from .blending import Blend, fit_blend
from .folds import Folds, make_folds
from .training_data import Samples
from .validation import BaseScore, Validation, cross_fitted

#: A base classifier of a method: a function that makes it, and the prior weights of its variants.
Member = tuple[Callable[[], BaseClassifier], tuple[float, ...]]

#: A base classifier, by its name, of the copies with these numbers.
Task = tuple[str, range]

#: Training pixels of a fold; more of them hardly change the accuracy.
MAX_FOLD_PIXELS = 4_000


class StackedClassifier:
    """Base classifiers whose probabilities are blended.

    `members` holds, for each base classifier, a function that makes it and the prior weights of its
    variants.
    """

    def __init__(self, members: Mapping[str, Member], seed: int):
        self._members = dict(members)
        self._seed = seed
        self.bases = self._unfitted()
        prior = np.concatenate([weights for _, weights in self._members.values()])
        self._prior = prior / prior.sum()
        self.blend = Blend(self._prior)
        self._multiple_scenes = False

    @property
    def variants(self) -> tuple[Variant, ...]:
        """The variants of all base classifiers, in the order of the weights."""
        return tuple(variant for base in self.bases.values() for variant in base.variants)

    @property
    def has_one_base(self) -> bool:
        """Whether only one base classifier has weight."""
        used = set(self.blend.used)
        return sum(not used.isdisjoint(numbers) for _, _, numbers in numbered(self.bases)) == 1

    def fit(self, samples: Samples, names: Sequence[str], reporter: Reporter) -> Validation:
        """Fit the base classifiers and the blend; returns the results of the cross-validation."""
        return self._fit(samples, names, reporter, fit_all=True)

    def cross_validate(
        self, samples: Samples, names: Sequence[str], reporter: Reporter
    ) -> Validation:
        """Fit the blend only, for comparing methods; returns the results."""
        return self._fit(samples, names, reporter, fit_all=False)

    def _fit(
        self, samples: Samples, names: Sequence[str], reporter: Reporter, fit_all: bool
    ) -> Validation:
        folds = make_folds(samples, names, self._seed)
        self._multiple_scenes = samples.multiple_scenes
        # closed in any case, so that nothing is fitted any more after an error
        with closing(self._fit_bases(samples, folds, reporter, fit_all)) as fitted:
            predictions = self._predict_held_out(
                islice(fitted, folds.count), samples, folds, reporter, folds.count + fit_all
            )
            # meanwhile other threads fit to all samples
            validation = self._validate(predictions, samples, folds)
            if fit_all:
                self.bases = next(fitted)
        return validation

    def _validate(self, predictions: np.ndarray, samples: Samples, folds: Folds) -> Validation:
        """Fit the blend to out-of-fold probabilities; returns its accuracy."""
        scored = np.flatnonzero(folds.fold >= 0)
        predictions, target = predictions[:, scored], samples.target[scored]
        group, fold = samples.group[scored], folds.fold[scored]
        self.blend = self.fit_blend(predictions, target, group)
        blended = cross_fitted(self.fit_blend, predictions, target, group, fold)
        spectral = [not variant.uses_features for variant in self.variants]
        without = None
        if any(spectral) and not all(spectral):
            fit_spectral = partial(self.fit_blend, allowed=spectral)
            without = cross_fitted(fit_spectral, predictions, target, group, fold)
        scores = [
            BaseScore(
                variant.name,
                variant.uses_features,
                float(weight),
                AccuracyMetrics.of(target, own.argmax(axis=1), samples.class_count),
            )
            for variant, weight, own in zip(
                self.variants, self.blend.weights, predictions, strict=True
            )
        ]
        return Validation.of(samples, scored, blended, without, folds, predictions, tuple(scores))

    def fit_blend(
        self,
        predictions: np.ndarray,
        target: np.ndarray,
        group: np.ndarray,
        allowed: Sequence[bool] | None = None,
    ) -> Blend:
        """Fit a blend to out-of-fold probabilities, optionally of some variants only."""
        prior = self._prior
        if allowed is not None:
            prior = prior * np.asarray(allowed, float)
        return fit_blend(predictions, target, group, prior, self._multiple_scenes)

    def predict_proba(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Class probabilities (pixels, classes); base classifiers without weight are skipped."""
        return predict_blended(self.bases, self.blend, spectra, features)

    def predict_scores(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Scores (pixels, classes), of which the highest is that of the most probable class."""
        return predict_scores(self.bases, self.blend, spectra, features)

    def predict_all(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Class probabilities (variants, pixels, classes) of all variants."""
        variant_numbers = range(len(self.variants))
        return predict_chosen(self.bases, spectra, features, variant_numbers)

    def state(self) -> dict[str, np.ndarray]:
        """The fitted parameters of the base classifiers with weight."""
        found: dict[str, np.ndarray] = {}
        used = set(self.blend.used)
        for name, base, numbers in numbered(self.bases):
            if used.intersection(numbers):
                found |= {f"{name}/{key}": value for key, value in base.state().items()}
        return found

    def load_state(
        self, state: Mapping[str, np.ndarray], blend: Blend, bands: int, features: int, classes: int
    ) -> None:
        """Restore fitted parameters from `state`; ValueError where the arrays are invalid."""
        self.blend = blend
        used = set(blend.used)
        for name, base, numbers in numbered(self.bases):
            if used.intersection(numbers):
                base.load_state(section(state, f"{name}/"), bands, features, classes)

    def _fit_bases(
        self, samples: Samples, folds: Folds, reporter: Reporter, fit_all: bool
    ) -> Generator[dict[str, BaseClassifier], None, None]:
        """Fit to each fold's training pixels in turn, and with `fit_all` to all of them at last.

        Many training pixels of a fold are subsampled, so that the cross-validation does not take
        several times as long as the final fit.
        """
        subsets = []
        for number in range(folds.count):
            others = np.flatnonzero(folds.fold != number)
            chosen = subsample_classes(samples.target[others], MAX_FOLD_PIXELS)
            subsets.append(others[chosen])
        if fit_all:
            subsets.append(np.arange(len(samples)))
        # no other references, so that memory is freed once a copy has predicted
        copies = (
            {
                name: base.for_folds() if number < folds.count else base
                for name, base in self._unfitted().items()
            }
            for number in range(len(subsets))
        )
        return _fit_copies(copies, samples, subsets, reporter)

    def _predict_held_out(
        self,
        fitted: Iterable[dict[str, BaseClassifier]],
        samples: Samples,
        folds: Folds,
        reporter: Reporter,
        steps: int,
    ) -> np.ndarray:
        """Out-of-fold probabilities (variants, pixels, classes) of what was fitted in each fold."""
        predictions = np.zeros((len(self.variants), len(samples), samples.class_count), np.float32)
        variant_numbers = range(len(self.variants))
        for number, bases in enumerate(fitted):
            held_out = folds.fold == number
            predictions[:, held_out] = predict_chosen(
                bases, samples.spectra[held_out], samples.features[held_out], variant_numbers
            )
            reporter.advance((number + 1) / steps, f"fold {number + 1} of {folds.count} done")
        return predictions

    def _unfitted(self) -> dict[str, BaseClassifier]:
        return {name: make() for name, (make, _) in self._members.items()}


def _fit_copies(
    copies: Iterable[dict[str, BaseClassifier]],
    samples: Samples,
    subsets: Sequence[np.ndarray],
    reporter: Reporter,
) -> Generator[dict[str, BaseClassifier], None, None]:
    """Fit each copy to its subset of the samples; yields copies in order, as soon as fitted.

    Threads are given base classifiers rather than copies: there are more of them, and networks and
    forests compete less for memory than two of the same kind. Those that are fitted together with
    the ones of other copies come first. Each is fitted in many small steps, for which Python's lock
    is needed, so half of the threads fit them one after another, while the others fit forests.
    """
    waiting = deque(copies)
    tasks: dict[Task, list[BaseClassifier]] = {}
    # a comprehension, which leaves no reference to a base classifier
    steps = {name: base.copies_at_once for name, base in waiting[0].items()}
    for name, step in steps.items():
        for first in range(0, len(waiting), step):
            numbers = range(first, min(first + step, len(waiting)))
            tasks[name, numbers] = [waiting[number][name] for number in numbers]
    # in the order of the copies, so that copies are complete one by one
    ordered = sorted(tasks, key=lambda task: task[1].start)
    joint = [task for task in ordered if len(task[1]) > 1]
    lanes = max(1, thread_count() // 2)
    turns = [turn for lane in range(lanes) if (turn := joint[lane::lanes])]
    turns += [[task] for task in ordered if len(task[1]) == 1]
    reporters = dict(zip(tasks, reporter.shares(len(tasks)), strict=True))

    def fit(turn: list[Task]) -> list[Task]:
        for task in turn:
            report = reporters[task]
            own = [samples.take(subsets[number]) for number in task[1]]
            tasks[task][0].fit_copies(tasks[task], own, report)
            report.advance(1.0)
        return turn

    done = 0
    for turn in run_parallel(fit, turns, thread_count()):
        for task in turn:  # fitted base classifiers may be large: drop the reference
            del tasks[task]
        while waiting and not any(done in numbers for _, numbers in tasks):
            done += 1
            yield waiting.popleft()
