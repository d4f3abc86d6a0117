"""A drawing as text: the few elements of SVG that charts need, with everything escaped.

Colours are classes, so that the page's style decides about light and dark.
"""

from __future__ import annotations

from html import escape


class Svg:
    """Collects elements; a template prints it as it is, since all text in it was escaped here."""

    def __init__(self, width: float, height: float, label: str):
        self.width, self.height, self.label = width, height, label
        self._parts: list[str] = []

    def add(self, tag: str, text: str | None = None, title: str = "", **attributes: object) -> None:
        """One element; `class_` and `stroke_width` become `class` and `stroke-width`."""
        given = "".join(
            f' {name.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
            for name, value in attributes.items()
            if value is not None
        )
        inside = f"<title>{escape(title)}</title>" if title else ""
        inside += escape(text) if text is not None else ""
        self._parts.append(f"<{tag}{given}>{inside}</{tag}>" if inside else f"<{tag}{given}/>")

    def line(self, x1: float, y1: float, x2: float, y2: float, class_: str) -> None:
        """A straight line."""
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)

    def text(self, x: float, y: float, text: str, class_: str = "", title: str = "") -> None:
        """A line of text; the class decides about its anchor."""
        self.add("text", text, title, x=x, y=y, class_=class_ or None)

    def __html__(self) -> str:
        return (
            f'<svg viewBox="0 0 {_plain(self.width)} {_plain(self.height)}" role="img" '
            f'aria-label="{escape(self.label)}" style="max-width:{_plain(self.width * 1.25)}px">'
            + "".join(self._parts)
            + "</svg>"
        )


def path(points: list[tuple[float, float]], closed: bool = False) -> str:
    """The `d` of a path through points."""
    steps = " ".join(f"{_plain(x)},{_plain(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}" if points else ""


def shorten(text: str, most: int) -> str:
    """The text, cut with an ellipsis where it is too long."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value)
