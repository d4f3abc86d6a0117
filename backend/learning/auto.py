"""The best of all methods or an average of several, as the user's own labels decide.

Candidates are every method and the even average of every choice of methods. Each is judged by the
likelihood of pixels that it did not see. GeoDiffNet-F is the one to beat: another is taken only
where it is better by more than the standard error of the difference, in which a drawn shape counts
as one observation; otherwise chance among so many candidates would decide when labels are few. Of
those as good as the best the simplest is taken: the fewest methods, and among these the plainest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from .fitting import Compound
from .merging import Tuning, class_balance, fit_temperature, merge
from .methods import Method
from .names import BY_SIMPLICITY

#: What has to be beaten.
USUAL = (BY_SIMPLICITY[-1],)
#: Mean log-likelihoods that differ by less are a tie.
TIE = 0.002


@dataclass(frozen=True)
class Candidate:
    """One or several methods, their weights among all experts, and how they fared."""

    names: tuple[str, ...]
    tuning: Tuning
    shares: np.ndarray  # what each pixel adds to the mean logarithm of the truth's probability
    overall: float
    average: float

    @property
    def likelihood(self) -> float:
        """The mean logarithm of the truth's probability."""
        return float(self.shares.sum())


class Auto(Compound):
    """All methods at once; only those that were chosen are asked and kept."""

    def __init__(self, methods: Mapping[str, Method]):
        self.methods = dict(methods)
        self.experts = sum(method.experts for method in self.methods.values())
        super().__init__()
        self.candidates: tuple[Candidate, ...] = ()
        self.chosen: Candidate | None = None

    def parts(self) -> Sequence[Method]:
        """Those of methods that have a say; of all where nothing was decided yet."""
        return [
            part
            for name, experts in self._experts_of()
            if self.tuning.weights[experts].any()
            for part in self.methods[name].parts()
        ]

    def opinions(
        self, spectra: np.ndarray, features: np.ndarray, asked: Sequence[int]
    ) -> np.ndarray:
        """Those of the methods one after another, the plainest method first."""
        found = []
        for name, part in self._experts_of():
            mine = [expert - part.start for expert in asked if part.start <= expert < part.stop]
            if mine:
                found.append(self.methods[name].opinions(spectra, features, mine))
        return np.concatenate(found)

    def learn_tuning(self, opinions: np.ndarray, truth: np.ndarray, group: np.ndarray) -> Tuning:
        """Judge the candidates and take one."""
        own = {
            name: self.methods[name].learn_tuning(opinions[part], truth, group).weights
            for name, part in self._experts_of()
        }
        names = list(own)
        choices = [c for size in range(1, len(names) + 1) for c in combinations(names, size)]
        self.candidates = tuple(self._judge(choice, own, opinions, truth) for choice in choices)
        best = max(self.candidates, key=lambda c: c.likelihood)
        usual = next(c for c in self.candidates if c.names == USUAL)
        ahead = np.bincount(np.unique(group, return_inverse=True)[1], best.shares - usual.shares)
        if ahead.sum() <= np.sqrt((ahead**2).sum()):
            best = usual
        # they are in the order of their simplicity
        tied = (c for c in self.candidates if c.likelihood >= best.likelihood - TIE)
        self.chosen = usual if best is usual else next(tied)
        return self.chosen.tuning

    def account(self) -> tuple[str, ...]:
        """Every method's score, the best average's, and what was taken."""
        if self.chosen is None:
            return ()
        averages = [c for c in self.candidates if len(c.names) > 1]
        shown = [c for c in self.candidates if len(c.names) == 1]
        shown.append(max(averages, key=lambda c: c.likelihood))
        scores = [
            f"{' + '.join(c.names)}: overall {c.overall:.1%}, average {c.average:.1%}, "
            f"log-likelihood {c.likelihood:.3f}"
            for c in shown
        ]
        return (*scores, f"Chosen: {' + '.join(self.chosen.names)}.")

    def _judge(
        self,
        names: tuple[str, ...],
        own: Mapping[str, np.ndarray],
        opinions: np.ndarray,
        truth: np.ndarray,
    ) -> Candidate:
        weights = np.zeros(self.experts)
        for name, part in self._experts_of():
            if name in names:
                weights[part] = own[name] / own[name].sum() / len(names)
        temperature, shares = fit_temperature(opinions, weights, truth, class_balance(truth))
        tuning = Tuning(weights, temperature)
        right = merge(opinions, tuning).argmax(axis=1) == truth
        recalls = [right[truth == index].mean() for index in np.unique(truth)]
        overall, average = float(right.mean()), float(np.mean(recalls))
        return Candidate(names, tuning, shares, overall, average)

    def _experts_of(self) -> list[tuple[str, slice]]:
        """Which experts are whose."""
        parts, start = [], 0
        for name, method in self.methods.items():
            parts.append((name, slice(start, start + method.experts)))
            start += method.experts
        return parts

    def state(self) -> dict[str, np.ndarray]:
        """What those have learnt that have a say."""
        found = {}
        for name, part in self._experts_of():
            weights = self.tuning.weights[part]
            if weights.any():
                self.methods[name].tuning = Tuning(weights)
                state = self.methods[name].state()
                found |= {f"{name}/{key}": value for key, value in state.items()}
        return found

    def load_state(self, state: Mapping[str, np.ndarray], bands: int, classes: int) -> None:
        """Take up what was learnt before; `tuning` says later who is asked."""
        for name, method in self.methods.items():
            prefix = f"{name}/"
            mine = {
                key.removeprefix(prefix): value
                for key, value in state.items()
                if key.startswith(prefix)
            }
            if mine:
                method.load_state(mine, bands, classes)
