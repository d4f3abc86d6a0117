"""Finds the backbone of a model by the digest of its content.

Model files may come from untrusted sources, so a backbone's name in a model file is never opened as
a path or an address. The backbone is searched, by its digest, among the bundled and cached ones.
Others are read or downloaded only if the user names them in the job.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..core.errors import UserError
from ..core.reporter import Reporter
from ..files.cache_folders import existing_backbones
from .networks.layout import Layout
from .source import BUNDLED, BUNDLED_FOLDER, BackboneSource, find_backbone

#: Longest name from a model file that a message shows.
_MAX_NAME_LENGTH = 200


def backbone_of_model(
    digest: str, trained_with: str, named: str | None, reporter: Reporter
) -> BackboneSource:
    """The backbone with a digest: the one that the user names, the bundled or a cached one.

    `trained_with` is its name in the model file, which is only shown in messages.
    """
    if named:
        source = find_backbone(named, reporter)
        if source.digest != digest:
            raise UserError(
                "model.other_backbone",
                f"The model was not trained with the backbone {named}.",
                f"Choose the backbone that the model was trained with, {_quoted(trained_with)}, or "
                "train the model again.",
            )
        return source
    for name, folder in _local_backbones():
        reporter.check()
        if _digest_of(folder) == digest:
            return BackboneSource(name, folder, digest)
    raise UserError(
        "model.backbone_missing",
        "The backbone that the model was trained with is not on this computer, or has another "
        "version.",
        f"It is called {_quoted(trained_with)} in the model. If you know and trust it, choose it "
        "with --backbone (in QGIS: “Backbone” among the advanced parameters), or train the model "
        "again.",
    )


def _local_backbones() -> Iterator[tuple[str, Path]]:
    yield BUNDLED, BUNDLED_FOLDER
    for folder in existing_backbones():
        yield folder.name, folder


def _digest_of(folder: Path) -> str | None:
    """The digest of a folder; None where it holds no readable backbone."""
    try:
        layout = Layout.of(folder)
        return layout.digest() if layout else None
    except OSError:
        return None


def _quoted(name: str) -> str:
    return f"“{name[:_MAX_NAME_LENGTH]}”"
