"""Extraction of a scene's diffusion features while nothing else is to be computed."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.common import protocol
from ...bridge.rasters import allows_external_references
from ...bridge.session import BackendSession
from ...bridge.session_job import SessionJob


class FeatureExtraction(QObject):
    """Extracts what is visible first, then the rest; it stops for every other job."""

    progress_changed = pyqtSignal(float)  # percent
    ended = pyqtSignal()

    def __init__(self, session: BackendSession, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self._image = ""
        self._cached = 1.0
        self._job: SessionJob | None = None
        self._failed = False

    @property
    def is_running(self) -> bool:
        """Whether features are being extracted."""
        return self._job is not None

    def set_scene(self, image: str, cached: float) -> None:
        """Set the scene, and the share of its features that is cached."""
        self.stop()
        self._image, self._cached, self._failed = image, cached, False

    def start(self, view: dict[str, float] | None) -> None:
        """Extract the features that are not cached, those in view first."""
        if self._job is not None or self._cached >= 1 or not self._image or self._failed:
            return
        settings: dict[str, object] = {
            "image": self._image,
            "allow_external": allows_external_references(),
        }
        if view is not None:
            settings["view"] = view
        job = self._session.submit(protocol.Job("live_features", settings))
        self._job = job
        job.progress.connect(lambda event: self.progress_changed.emit(100 * event.fraction))
        job.result.connect(lambda result: self._finished(job, result.figures))
        job.failed.connect(lambda _: self._stop_trying())
        job.ended.connect(lambda: self._job_ended(job))

    def stop(self) -> None:
        """Cancel the extraction; what is extracted stays in the cache."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _finished(self, job: SessionJob, figures: dict[str, Any]) -> None:
        if job is self._job:
            self._cached = float(figures.get("features_cached") or 0.0)

    def _stop_trying(self) -> None:
        self._failed = True  # the error is that of the map, which needs the same features

    def _job_ended(self, job: SessionJob) -> None:
        if job is self._job:
            self._job = None
            self.ended.emit()
