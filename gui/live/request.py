"""What a live map is computed from, and which of its stages are complete."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ...backend.common import protocol
from .samples import Samples
from .view import View

FIRST, REFINED, VALIDATED = "first", "refined", "validated"
#: The method of the first map, which needs no refinement.
FIRST_METHOD = "lda"


@dataclass(eq=False)
class LiveRequest:
    """One update of the live map."""

    image: str
    method: str
    samples: Samples
    view: View | None
    allow_external: bool
    accuracy: dict[str, Any] | None = None
    done: set[str] = field(default_factory=set)

    @property
    def stages(self) -> list[str]:
        """The stages that are to be computed."""
        refined = [] if self.method == FIRST_METHOD else [REFINED]
        return [FIRST, *refined, *([] if self.accuracy is not None else [VALIDATED])]

    def covers(self, other: LiveRequest) -> bool:
        """Whether another request would give the same map."""
        return self.view == other.view and self._has_same_labels(other)

    def take_accuracy_of(self, earlier: LiveRequest | None) -> None:
        """Keep the accuracy of an earlier request with the same labels."""
        if earlier is not None and self._has_same_labels(earlier):
            self.accuracy = earlier.accuracy

    @property
    def was_interrupted(self) -> bool:
        """Whether it is to be run again."""
        return self.view is None

    def interrupted(self) -> LiveRequest:
        """The same request, which covers no other: it did not end."""
        return replace(self, view=None, done=set())

    def job(self, folder: Path, number: int) -> protocol.Job:
        """The job of the backend."""
        settings = {
            "image": self.image,
            "allow_external": self.allow_external,
            "method": self.method,
            **self.samples.settings(),
            "view": self.view.settings() if self.view is not None else None,
            "folder": str(folder),
            "number": number,
            "stages": self.stages,
        }
        return protocol.Job("live_map", settings)

    def _has_same_labels(self, other: LiveRequest) -> bool:
        return (self.image, self.method, self.samples, self.allow_external) == (
            other.image,
            other.method,
            other.samples,
            other.allow_external,
        )
