"""Which field of a layer holds the class, where none is named."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .choices import DEFAULT_CLASS_FIELD

#: Names of class fields in layers of other sources, in lower case and without separators.
USUAL_NAMES = (
    DEFAULT_CLASS_FIELD, "classname", "label", "species", "landcover", "landuse", "lulc",
    "category", "type", "klasse", "art", "baumart", "classe", "espece", "clase", "especie",
    "类别", "树种", "macroclassname", "macroclassid", "mcname", "mcid", "classid", "code",
)  # fmt: skip
_SEPARATORS = str.maketrans("", "", " _-.")


def guess_field(names: Sequence[str], text_fields: Collection[str]) -> str:
    """The field with a usual name, else the only one of text; empty where none is likely."""
    texts = [name for name in names if name in text_fields]
    return usual_name(names) or (texts[0] if len(texts) == 1 else "")


def usual_name(names: Sequence[str]) -> str:
    """The field whose name is usual for classes; empty where none has such a name."""
    by_plain_name = {name.lower().translate(_SEPARATORS): name for name in reversed(names)}
    return next((by_plain_name[usual] for usual in USUAL_NAMES if usual in by_plain_name), "")
