"""The content of a report as plain data, without colours, fonts or HTML.

A report has a title, a summary, a few key figures and sections of blocks. `report.py` renders it as
a page and writes the numbers beside it as JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ..charts.svg import Svg

#: A text, or a text and a smaller one below it.
Cell = str | tuple[str, str]


@dataclass(frozen=True)
class KeyFigure:
    """A number shown at the top of the page."""

    label: str
    value: str
    detail: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Some sentences; `role` is "", "note" (highlighted) or "quote" (to be copied)."""

    kind: ClassVar[str] = "paragraph"
    text: str
    role: str = ""


@dataclass(frozen=True)
class Bullets:
    """Sentences in a list."""

    kind: ClassVar[str] = "bullets"
    items: Sequence[str]


@dataclass(frozen=True)
class Table:
    """Rows of texts; the first column is the heading of the row, the others are numbers.

    `texts` aligns the other columns as texts. `swatches` has a colour per row; `upright` rotates
    the headings to save width.
    """

    kind: ClassVar[str] = "table"
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    caption: str = ""
    texts: bool = False
    swatches: Sequence[str] = ()
    upright: bool = False


@dataclass(frozen=True)
class Matrix:
    """A confusion matrix, reference in rows; `shares` (0 … 1) are the shading of the cells."""

    kind: ClassVar[str] = "matrix"
    names: Sequence[str]
    cells: Sequence[Sequence[str]]
    shares: Sequence[Sequence[float]]
    row_totals: Sequence[tuple[str, str]]  # total of the reference, producer's accuracy
    column_totals: Sequence[tuple[str, str]]  # total of the map, user's accuracy
    corner: str
    caption: str = ""


@dataclass(frozen=True)
class Figure:
    """A chart."""

    kind: ClassVar[str] = "figure"
    drawing: Svg
    caption: str = ""


@dataclass(frozen=True)
class Image:
    """A raster as an image inside the page."""

    kind: ClassVar[str] = "image"
    source: str  # a data URI
    width: int
    height: int
    description: str
    caption: str = ""


@dataclass(frozen=True)
class ImageGrid:
    """Small images of one size in named rows and columns."""

    kind: ClassVar[str] = "image_grid"
    corner: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Image]]]
    caption: str = ""


@dataclass(frozen=True)
class LegendEntry:
    """A colour with its name and, where known, its share."""

    colour: str
    name: str
    detail: str = ""


@dataclass(frozen=True)
class Legend:
    """The meaning of colours."""

    kind: ClassVar[str] = "legend"
    entries: Sequence[LegendEntry]


@dataclass(frozen=True)
class Row:
    """Blocks beside each other where the page is wide enough."""

    kind: ClassVar[str] = "row"
    blocks: Sequence[Any]
    narrow: bool = False  # many small blocks rather than two or three large ones


Block = Paragraph | Bullets | Table | Matrix | Figure | Image | ImageGrid | Legend | Row


@dataclass(frozen=True)
class Section:
    """A heading and its blocks."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Report:
    """A report."""

    title: str
    subtitle: str
    summary: Sequence[str]
    key_figures: Sequence[KeyFigure]
    sections: Sequence[Section]
    numbers: dict[str, Any] = field(default_factory=dict)
