"""The pages use the words of the field, and none of the private ones that they once had.

Code, and tables that are made from the code, are not judged here.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
#: The changelog describes versions in the words that they had.
HISTORY = {"CHANGELOG.md"}
#: What is not written, and what is written instead.
WORDS = {
    r"doors?": "worker protocol",
    r"rooms?(?! on the disk)": "package",
    r"lessons?": "training result",
    r"opinions?": "probabilities",
    r"glimpses?": "context",
    r"surroundings": "context features",
    r"learnt": "fitted, trained",
    r"(has|have|had) a say": "contributes",
    r"(is|are|was|were) told": "is reported, is described",
    r"tells? (apart|which|where|how)": "separates, reports",
    r"teach(es)?": "improve the model",
    r"hesitates?": "has low confidence",
    r"looks like nothing": "lies outside the area of applicability",
    r"graphics cards?": "GPU",
    r"the processors?": "the CPU",
    r"thinned": "subsampled",
    r"side by side": "in parallel, next to each other",
    r"walls": "GDAL policy",
    r"reach(es|ing) out": "external reference",
    r"tidying": "cleanup",
    r"(hand|hands|handed) over": "export",
    r"(take|takes|taken|took) back": "remove",
    r"wishes": "options",
    r"bad days?": "failures",
    r"keeps? (its|their) word": "is reliable",
    r"taken for": "confused with",
    r"drawn examples?": "training polygons",
    r"find the best features": "tune diffusion features",
    r"nobody knows": "unknown",
}
GENERATED = re.compile(r"<!-- (?:options|parameters) of .*?<!-- end -->", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)]*\)", re.DOTALL)


def _pages() -> list[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [page for page in sorted(set(listed.splitlines()) - HISTORY) if (ROOT / page).exists()]


def _prose(page: str) -> str:
    text = (ROOT / page).read_text(encoding="utf-8")
    return " ".join(CODE.sub(" ", GENERATED.sub(" ", text)).split())


@pytest.mark.parametrize("page", _pages())
def test_pages_use_the_words_of_the_field(page: str) -> None:
    prose = _prose(page)
    found = [
        f"…{prose[max(0, match.start() - 30) : match.end() + 30]}…: write {instead}"
        for pattern, instead in WORDS.items()
        for match in re.finditer(rf"\b{pattern}\b", prose, re.IGNORECASE)
    ]
    assert found == []


def test_code_and_generated_tables_are_left_out(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "A `door` and\n\n```\nlesson\n```\n\n<!-- options of a in a shell -->\n\n"
        "| wishes |\n\n<!-- end -->\n\n[x](rooms.md), learnt",
        encoding="utf-8",
    )
    assert _prose(str(page)) == "A and [x , learnt"
