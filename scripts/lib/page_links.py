"""Links and anchors in the project's Markdown pages, on GitHub and on the documentation's site."""

from __future__ import annotations

import ast
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = "docs"
#: Files outside docs/ that are pages of the site.
PAGES = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "resources/backbone/README.md": "backbone.md",
}
REPOSITORY = "https://github.com/geodiffnet/geodiffnet-qgis"

FENCE = re.compile(r"^ {0,12}(```|~~~)")
#: A link's or a picture's target, with or without a title after it.
LINK = re.compile(r"(?<=\]\()([^()\s]+)(?=(?:\s+\"[^\"]*\")?\))")
HEADING = re.compile(r"^#{1,6} +(.+?) *#*$")
EXTERNAL = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def with_links(markdown: str, change: Callable[[str], str]) -> str:
    """The text with `change` applied to the target of each link that is not in a block of code.

    A link may be broken over two lines, so blocks are changed as a whole.
    """
    return "".join(
        block if code else LINK.sub(lambda match: change(match.group(1)), block)
        for block, code in _blocks(markdown)
    )


def links(markdown: str) -> Iterator[str]:
    """The targets of all links and pictures outside of code."""
    for block, code in _blocks(markdown):
        if not code:
            yield from LINK.findall(block)


def anchors(markdown: str) -> set[str]:
    """The addresses of a page's headings, as GitHub makes them."""
    seen: Counter[str] = Counter()
    found = set()
    for block, code in _blocks(markdown):
        for line in () if code else block.split("\n"):
            heading = HEADING.match(line)
            if heading:
                slug = _slug(heading.group(1))
                found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
                seen[slug] += 1
    return found


def _slug(heading: str) -> str:
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def _blocks(markdown: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a block of code."""
    block: list[str] = []
    fence = ""
    for line in markdown.splitlines(keepends=True):
        mark = FENCE.match(line)
        if mark and not fence:
            yield "".join(block), False
            block, fence = [line], mark.group(1)
        elif mark and fence == mark.group(1):
            yield "".join([*block, line]), True
            block, fence = [], ""
        else:
            block.append(line)
    yield "".join(block), bool(fence)


def target_of(link: str, source: str) -> tuple[str, str]:
    """The file in the repository to which a link in the file `source` leads, and the anchor."""
    path, _, anchor = link.partition("#")
    if not path:
        return source, anchor
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path)), anchor


def site_link(link: str, source: str, page: str) -> str:
    """A link in the file `source` of the repository, as it must read on the page made of it.

    A file that is a page or a picture of the site is linked there; any other file of the
    repository by its address on GitHub; FileNotFoundError where there is no such file.
    """
    if EXTERNAL.match(link) or link.startswith("#"):
        return link
    target, anchor = target_of(link, source)
    file = ROOT / target
    if not file.exists():
        raise FileNotFoundError(target)
    mark = f"#{anchor}" if anchor else ""
    if target in PAGES or (target.startswith(f"{DOCS}/") and file.suffix != ".py"):
        on_site = PAGES.get(target, target.removeprefix(f"{DOCS}/"))
        return posixpath.relpath(on_site, posixpath.dirname(page) or ".") + mark
    return f"{REPOSITORY}/{'tree' if file.is_dir() else 'blob'}/main/{target}{mark}"


def public_names(package: Path) -> list[str]:
    """The names in `__all__` of a package that have a reference, read from its text."""
    for node in ast.parse((package / "__init__.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign):
            targets = [node.target]
        else:
            continue
        if node.value and any(ast.unparse(target) == "__all__" for target in targets):
            names = ast.literal_eval(node.value)
            return [name for name in names if not name.isupper() and not name.startswith("_")]
    return []
