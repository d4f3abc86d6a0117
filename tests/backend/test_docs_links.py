"""Links and anchors between the project's Markdown pages, on GitHub and on the site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "lib"))

import page_links  # noqa: E402


def _pages() -> list[str]:
    """All Markdown files that are part of the project."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.splitlines() if (ROOT / name).is_file()]


PAGES = _pages()


def _anchors(file: Path) -> set[str]:
    return page_links.anchors(file.read_text(encoding="utf-8"))


def test_there_are_pages() -> None:
    assert {"README.md", "docs/guide.md", "docs/algorithms/classify.md"} <= set(PAGES)
    assert set(page_links.PAGES) <= set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_each_link_leads_to_a_file_and_each_anchor_to_a_heading(page: str) -> None:
    broken = []
    for link in page_links.links((ROOT / page).read_text(encoding="utf-8")):
        if page_links.EXTERNAL.match(link):
            continue
        target, anchor = page_links.target_of(link, page)
        file = ROOT / target
        if not file.exists():
            broken.append(f"{link}: no such file")
        elif anchor and file.suffix == ".md" and anchor not in _anchors(file):
            broken.append(f"{link}: no such heading")
    assert broken == []


@pytest.mark.parametrize(
    ("link", "source", "page", "expected"),
    [
        ("docs/setup.md#choices", "README.md", "index.md", "setup.md#choices"),
        ("docs/images/a.png", "README.md", "index.md", None),
        ("../README.md", "docs/guide.md", "guide.md", "index.md"),
        ("../../README.md#a", "docs/algorithms/batch.md", "algorithms/batch.md", "../index.md#a"),
        ("classify.md", "docs/algorithms/batch.md", "algorithms/batch.md", "classify.md"),
        ("../scale.md", "docs/algorithms/batch.md", "algorithms/batch.md", "../scale.md"),
        ("../../LICENSE", "resources/backbone/README.md", "backbone.md", "blob/main/LICENSE"),
        ("../requirements", "docs/scale.md", "scale.md", "tree/main/requirements"),
        ("screenshots.py", "docs/guide.md", "guide.md", "blob/main/docs/screenshots.py"),
        ("#choices", "docs/setup.md", "setup.md", "#choices"),
        ("https://example.org/a.md", "docs/setup.md", "setup.md", "https://example.org/a.md"),
        ("../no/such/file.md", "docs/setup.md", "setup.md", None),
    ],
)
def test_links_are_rewritten_for_the_site(
    link: str, source: str, page: str, expected: str | None
) -> None:
    if expected is None:
        with pytest.raises(FileNotFoundError):
            page_links.site_link(link, source, page)
        return
    rewritten = page_links.site_link(link, source, page)
    if expected.startswith(("blob/", "tree/")):
        expected = f"{page_links.REPOSITORY}/{expected}"
    assert rewritten == expected


def test_code_is_left_as_it_is() -> None:
    code = "```\n[a](b.md)\n```\n"
    nested = "1. text\n\n    ```\n    [a](b.md)\n    ```\n"
    text = f'[a](b.md)\n\n{code}\n{nested}\n[a\nb](b.md "t")\n'
    changed = page_links.with_links(text, lambda link: link.upper())
    assert changed.count("(B.MD)") == 1
    assert '(B.MD "t")' in changed
    assert list(page_links.links(text)) == ["b.md", "b.md"]


def test_anchors_are_those_of_github() -> None:
    headings = ["ADM ImageNet-64, the paper's", "`a` & b", "[Link](x.md) one", "A", "A"]
    page = "\n\n".join(f"## {heading}" for heading in headings) + "\n\n```\n# no\n```\n"
    expected = {"adm-imagenet-64-the-papers", "a--b", "link-one", "a", "a-1"}
    assert page_links.anchors(page) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("VERSION = '1'\n", []),
        ("__all__ = ['VERSION', 'classify', '_private']\n", ["classify"]),
        ("__all__: list[str] = ['Classifier']\n", ["Classifier"]),
    ],
)
def test_the_reference_lists_the_public_names(text: str, names: list[str], tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text(text, encoding="utf-8")
    assert page_links.public_names(tmp_path) == names
