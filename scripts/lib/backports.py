"""Adds a Debian release's backports to apt's sources: the machine's own entry, copied with the
suite's name changed, so that it points to whatever mirror the machine uses.

    backports.py CODENAME            print the entry
    backports.py CODENAME --write    write it to /etc/apt/sources.list.d (as root)
    backports.py CODENAME --mirror   print where the machine takes its Debian from

It runs before anything is installed: standard library only.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

APT = Path("/etc/apt")


@dataclass(frozen=True)
class Entry:
    """One source of packages: where it was found to point to, and the same for another suite."""

    uris: tuple[str, ...]
    suites: tuple[str, ...]
    components: tuple[str, ...]
    #: The entry's text for the suite `{suite}`, and the ending of the file that may hold it.
    template: str
    ending: str


def entries(apt: Path) -> Iterator[Entry]:
    """The enabled entries for binary packages in apt's folder, of both formats."""
    folder = apt / "sources.list.d"
    for file in (apt / "sources.list", *sorted(folder.glob("*.list"))):
        if file.is_file():
            yield from one_line_entries(file.read_text(encoding="utf-8"))
    for file in sorted(folder.glob("*.sources")):
        yield from deb822_entries(file.read_text(encoding="utf-8"))


def one_line_entries(text: str) -> Iterator[Entry]:
    """`deb [options] URI suite component…`, one a line."""
    for line in text.splitlines():
        kind, rest = (*line.partition("#")[0].split(None, 1), "", "")[:2]
        options = ""
        if rest.startswith("["):
            options, _, rest = rest.partition("]")
            options += "] "
        words = rest.split()
        if kind == "deb" and len(words) >= 3:
            uri, suite, *components = words
            template = f"deb {_literal(options + uri)} {{suite}} main\n"
            yield Entry((uri,), (suite,), tuple(components), template, ".list")


def deb822_entries(text: str) -> Iterator[Entry]:
    """Stanzas of `Field: value`, with blank lines between them."""
    lines = [line.rstrip() for line in text.splitlines() if not line.startswith("#")]
    for stanza in "\n".join(lines).split("\n\n"):
        fields = dict(_fields(stanza))
        words = {name: tuple(value.split()) for name, value in fields.items()}
        enabled = fields.get("enabled", "yes").strip().lower() not in ("no", "false", "0", "off")
        if "deb" not in words.get("types", ()) or not enabled:
            continue
        changed = fields | {"types": " deb", "suites": " {suite}", "components": " main"}
        template = "".join(
            f"{name.title()}:{value if name == 'suites' else _literal(value)}\n"
            for name, value in changed.items()
        )
        yield Entry(
            words.get("uris", ()),
            words.get("suites", ()),
            words.get("components", ()),
            template,
            ".sources",
        )


def _fields(stanza: str) -> Iterator[tuple[str, str]]:
    name, value = "", ""
    for line in stanza.splitlines():
        if line[:1].isspace():
            value += "\n" + line
        elif ":" in line:
            if name:
                yield name, value
            name, _, value = line.partition(":")
            name = name.strip().lower()
    if name:
        yield name, value


def _literal(text: str) -> str:
    """Text in which a brace is no place to fill in."""
    return text.replace("{", "{{").replace("}", "}}")


def debian_entry(found: Iterable[Entry], codename: str, debian_uris: set[str]) -> Entry | None:
    """Debian's own entry for a release; other vendors name their suites after it, too."""
    candidates = [
        entry for entry in found if codename in entry.suites and "main" in entry.components
    ]
    own = [entry for entry in candidates if {_plain(uri) for uri in entry.uris} & debian_uris]
    if own:
        return own[0]
    return candidates[0] if len(candidates) == 1 else None


def debian_uris(codename: str) -> set[str]:
    """The sources whose downloaded package lists say that they are Debian's."""
    answer = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(ORIGIN)|$(CODENAME)|$(REPO_URI)"],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line.split("|", 2) for line in answer.stdout.splitlines() if line.count("|") >= 2]
    return {_plain(uri) for origin, name, uri in lines if origin == "Debian" and name == codename}


def _plain(uri: str) -> str:
    return uri.rstrip("/")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Add a Debian release's backports.")
    parser.add_argument("codename", help="the release, for example bookworm")
    parser.add_argument("--write", action="store_true", help="write it into apt's folder")
    parser.add_argument("--mirror", action="store_true", help="print the mirror only")
    arguments = parser.parse_args()
    entry = debian_entry(entries(APT), arguments.codename, debian_uris(arguments.codename))
    if entry is None:
        sys.exit(
            f"Found no entry for Debian's {arguments.codename} in {APT}; "
            f"add {arguments.codename}-backports by hand, then start this again."
        )
    if arguments.mirror:
        print(entry.uris[0])
        return
    suite = f"{arguments.codename}-backports"
    text = entry.template.format(suite=suite)
    if not arguments.write:
        print(text, end="")
        return
    target = APT / "sources.list.d" / f"geodiffnet-{suite}{entry.ending}"
    partial = target.with_name(f"{target.name}.partial")
    partial.write_text(text, encoding="utf-8")
    partial.chmod(0o644)
    os.replace(partial, target)
    print(f"wrote {target}")


if __name__ == "__main__":
    main()
