"""What a report consists of, as plain data: it says nothing of colours, fonts or HTML.

A report is a title, a summary in plain words, a few key figures and sections of blocks. `report.py`
turns it into a page; the numbers travel beside the page as JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ..charts.svg import Svg


@dataclass(frozen=True)
class KeyFigure:
    """One number to see first."""

    label: str
    value: str
    detail: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Some sentences; `role` is "", "note" (deserves attention) or "quote" (to be copied)."""

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
    """Rows of texts; the first column names the row, the others are numbers unless `texts`.

    A cell may be a pair: the text, and a smaller one below it.
    `swatches` holds a colour for each row, or nothing; `upright` turns the headings to save width.
    """

    kind: ClassVar[str] = "table"
    columns: Sequence[str]
    rows: Sequence[Sequence[str | tuple[str, str]]]
    caption: str = ""
    texts: bool = False
    swatches: Sequence[str] = ()
    upright: bool = False


@dataclass(frozen=True)
class Matrix:
    """A confusion matrix as a heat map: `shares` (0 … 1) shade the cells that `cells` label."""

    kind: ClassVar[str] = "matrix"
    names: Sequence[str]
    cells: Sequence[Sequence[str]]
    shares: Sequence[Sequence[float]]
    row_totals: Sequence[tuple[str, str]]  # total and user's accuracy
    column_totals: Sequence[tuple[str, str]]  # total and producer's accuracy
    corner: str
    caption: str = ""


@dataclass(frozen=True)
class Figure:
    """A drawing."""

    kind: ClassVar[str] = "figure"
    drawing: Svg
    caption: str = ""


@dataclass(frozen=True)
class Image:
    """A raster as an image inside the page."""

    kind: ClassVar[str] = "picture"
    source: str  # a data URI
    width: int
    height: int
    description: str
    caption: str = ""


@dataclass(frozen=True)
class ImageGrid:
    """Small pictures in rows and columns that have names; any of one size."""

    kind: ClassVar[str] = "sheet"
    corner: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Image]]]
    caption: str = ""


@dataclass(frozen=True)
class LegendEntry:
    """One colour with its name and, where known, how much there is of it."""

    colour: str
    name: str
    detail: str = ""


@dataclass(frozen=True)
class Legend:
    """What colours mean."""

    kind: ClassVar[str] = "legend"
    entries: Sequence[LegendEntry]


@dataclass(frozen=True)
class Row:
    """Blocks side by side where there is room."""

    kind: ClassVar[str] = "row"
    blocks: Sequence[Any]
    narrow: bool = False  # many small blocks rather than two or three large ones


Block = Paragraph | Bullets | Table | Matrix | Figure | Image | ImageGrid | Legend | Row


@dataclass(frozen=True)
class Section:
    """A heading with what belongs under it."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Report:
    """The whole report."""

    title: str
    subtitle: str
    summary: Sequence[str]
    key_figures: Sequence[KeyFigure]
    sections: Sequence[Section]
    numbers: dict[str, Any] = field(default_factory=dict)
