"""The backbone of a model, by its digest alone.

A model file comes from anywhere, so what it says of its backbone is never a path to open or an
address to ask: the backbone is looked for, by the digest of its content, where this computer keeps
some. Anything else is read or fetched only when the user names it in this job.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..core.errors import UserError
from ..core.reporter import Reporter
from ..files.cache_folders import existing_backbones
from .backbone import BUNDLED, BUNDLED_FOLDER, BackboneSource, find_backbone
from .networks.layout import Layout

#: More of a text from a model file nobody needs to recognise a backbone.
_MAX_NAME_LENGTH = 200


def backbone_of_model(
    digest: str, trained_with: str, named: str | None, reporter: Reporter
) -> BackboneSource:
    """The backbone with a digest: the one that the user names, the bundled or a cached one.

    `trained_with` is what the model file calls it; it is only shown.
    """
    if named:
        source = find_backbone(named, reporter)
        if source.digest != digest:
            raise UserError(
                "model.other_backbone",
                f"The backbone {named} is not the one that the model was trained with.",
                f"The model calls its own {_quoted(trained_with)}. Name that one, or train the "
                "model again.",
            )
        return source
    for name, folder in _local_backbones():
        reporter.check()
        if _digest_of(folder) == digest:
            return BackboneSource(name, folder, digest)
    raise UserError(
        "model.backbone_missing",
        "The backbone that the model was trained with is not on this computer, or not in this "
        "version.",
        f"The model calls it {_quoted(trained_with)}. If you know and trust it, name it: "
        "--backbone, or in QGIS, among the advanced parameters, “Backbone”; or train the model "
        "again.",
    )


def _local_backbones() -> Iterator[tuple[str, Path]]:
    yield BUNDLED, BUNDLED_FOLDER
    for folder in existing_backbones():
        yield folder.name, folder


def _digest_of(folder: Path) -> str | None:
    """The digest of a folder; None where it holds no backbone that can be read."""
    try:
        layout = Layout.of(folder)
        return layout.digest() if layout else None
    except OSError:
        return None


def _quoted(name: str) -> str:
    return f"“{name[:_MAX_NAME_LENGTH]}”"
