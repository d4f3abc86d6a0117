"""The logs of the backend, which several windows of QGIS write and remove."""

import os
from pathlib import Path

import pytest


@pytest.fixture
def logs(qgis, monkeypatch, tmp_path):
    from geodiffnet.bridge import logs

    monkeypatch.setattr(logs, "log_folder", lambda: tmp_path / "logs")
    return logs


def test_the_newest_logs_are_kept(logs, monkeypatch):
    made = [logs.new_log("train", ["python"], {"seed": number}) for number in range(5)]
    for number, log in enumerate(made):
        os.utime(log, (number, number))
    monkeypatch.setattr(logs, "MAX_LOGS", 3)
    newest = logs.new_log("train", ["python"])
    assert logs.logs_in(logs.log_folder()) == [*made[3:], newest]


def test_a_log_that_is_in_use_or_gone_keeps_no_job_from_starting(logs, monkeypatch):
    first = logs.new_log("session", ["python"])
    (first.parent / "gone.log").symlink_to(first.parent / "removed by another QGIS")
    monkeypatch.setattr(logs, "MAX_LOGS", 1)

    def refuse(self, missing_ok=False):
        raise PermissionError(13, "is used by another process")

    monkeypatch.setattr(Path, "unlink", refuse)
    assert logs.new_log("train", ["python"]).is_file()
    assert first.is_file()
