"""The settings of `compare`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .declaration import setting
from .training_options import LabelOptions


@dataclass(frozen=True, kw_only=True)
class Settings(LabelOptions):
    """What `compare` needs and may be told."""

    report: Path = setting(
        "Report to write (HTML); its numbers go beside it as JSON.", metavar="FILE"
    )
    methods: str | None = setting(
        "Methods to compare, such as geodiffnet-f, rf; all by default.", None, metavar="NAMES"
    )
