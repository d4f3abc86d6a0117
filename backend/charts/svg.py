"""Builds an SVG drawing as text; all text in it is escaped.

Colours are set by CSS classes, so that the style of the page decides about light and dark.
"""

from __future__ import annotations

from html import escape


class Svg:
    """Collects SVG elements; templates insert the result unescaped, since it is escaped here."""

    def __init__(self, width: float, height: float, label: str):
        self.width, self.height, self.label = width, height, label
        self._parts: list[str] = []

    def add(self, tag: str, text: str | None = None, title: str = "", **attributes: object) -> None:
        """Add an element; `class_` and `stroke_width` become `class` and `stroke-width`."""
        given = "".join(
            f' {name.rstrip("_").replace("_", "-")}="{escape(_text(value))}"'
            for name, value in attributes.items()
            if value is not None
        )
        inside = f"<title>{escape(title)}</title>" if title else ""
        inside += escape(text) if text is not None else ""
        self._parts.append(f"<{tag}{given}>{inside}</{tag}>" if inside else f"<{tag}{given}/>")

    def line(self, x1: float, y1: float, x2: float, y2: float, class_: str) -> None:
        """Add a straight line."""
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)

    def text(self, x: float, y: float, text: str, class_: str = "", title: str = "") -> None:
        """Add a line of text; the CSS class sets its alignment."""
        self.add("text", text, title, x=x, y=y, class_=class_ or None)

    def __html__(self) -> str:
        return (
            f'<svg viewBox="0 0 {_text(self.width)} {_text(self.height)}" role="img" '
            f'aria-label="{escape(self.label)}" style="max-width:{_text(self.width * 1.25)}px">'
            + "".join(self._parts)
            + "</svg>"
        )


def path(points: list[tuple[float, float]], closed: bool = False) -> str:
    """The `d` attribute of a path through points."""
    steps = " ".join(f"{_text(x)},{_text(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}" if points else ""


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value)
