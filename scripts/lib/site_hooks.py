"""Hooks of mkdocs.yml: pages of the repository become pages of the site, and links follow them.

Markdown in the repository links to files by their path, as GitHub shows them. On the site, a link
to a file that is a page there becomes a link to the page; a link to any other file of the
repository becomes its address on GitHub; a link to nothing is a warning, which fails the build.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent))

from page_links import DOCS, PAGES, ROOT, public_names, site_link, with_links

PICTURES = {"resources/icons/geodiffnet.svg": "images/logo.svg"}
#: The import name of the folder backend, as `pip install .` gives it.
PACKAGE = "geodiffnet"
#: Stands in docs/api.md for the reference of all public names.
PUBLIC_NAMES = "<!-- public names -->"

log = logging.getLogger("mkdocs.hooks.geodiffnet")


def on_startup(command: str, dirty: bool) -> None:
    """Let the API's reader find the folder backend under its import name.

    The reader looks for its folders when it is configured, which is the next step.
    """
    link = ROOT / ".cache" / "api" / PACKAGE
    link.parent.mkdir(parents=True, exist_ok=True)
    if not link.is_symlink() or link.resolve() != ROOT / "backend":
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(ROOT / "backend", link.parent), target_is_directory=True)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and pictures that lie outside docs/."""
    for source, target in {**PAGES, **PICTURES}.items():
        files.append(File.generated(config, target, abs_src_path=str(ROOT / source)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Point links to where their files are on the site, and list the public names."""
    place = page.file.src_uri
    source = {target: path for path, target in PAGES.items()}.get(place, f"{DOCS}/{place}")

    def changed(link: str) -> str:
        try:
            return site_link(link, source, place)
        except FileNotFoundError as error:
            log.warning("%s links to %s, which is not in the repository.", source, error)
            return link

    names = [f"::: {PACKAGE}.{name}" for name in public_names(ROOT / "backend")]
    return with_links(markdown, changed).replace(PUBLIC_NAMES, "\n\n".join(names))
