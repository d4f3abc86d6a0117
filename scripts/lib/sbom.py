"""The bill of materials of a release, as CycloneDX JSON: the zip, the bundled backbone, and every
file that set-up may install, with hashes and licences from resources/lock.json."""

from __future__ import annotations

import hashlib
import json
import uuid
from datetime import UTC, datetime
from pathlib import Path

SPECIFICATION = "1.6"
LICENCE = "GPL-3.0-or-later"
BACKBONE = "resources/backbone/diffusion_pytorch_model.fp16.safetensors"


def bill_of_materials(root: Path, version: str, archive: Path) -> str:
    """The bill for a zip, as text."""
    lock = json.loads((root / "resources" / "lock.json").read_text(encoding="utf-8"))
    plugin = {
        "type": "application",
        "bom-ref": f"geodiffnet@{version}",
        "name": "geodiffnet",
        "version": version,
        "licenses": [{"license": {"id": LICENCE}}],
        "hashes": [_hash(_sha256(archive))],
    }
    backbone = {
        "type": "machine-learning-model",
        "bom-ref": "geodiffnet-backbone",
        "name": "geodiffnet-backbone",
        "version": version,
        "licenses": [{"license": {"id": LICENCE}}],
        "hashes": [_hash(_sha256(root / BACKBONE))],
    }
    packages = _packages(lock)
    needed = [backbone["bom-ref"], *(package["bom-ref"] for package in packages)]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        # The same zip has the same bill.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, _sha256(archive))}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": plugin,
        },
        "components": [backbone, *packages],
        "dependencies": [{"ref": plugin["bom-ref"], "dependsOn": needed}],
    }
    return json.dumps(bill, indent=1, ensure_ascii=False) + "\n"


def _packages(lock: dict) -> list[dict]:
    """Each package in each of its versions, with the files that set-up may install of it."""
    found: dict[str, dict] = {}
    for file, wheel in lock["wheels"].items():
        name, version = wheel["name"], wheel["version"]
        purl = f"pkg:pypi/{name}@{version.replace('+', '%2B')}"
        package = found.setdefault(
            purl,
            {
                "type": "library",
                "bom-ref": purl,
                "name": name,
                "version": version,
                "purl": purl,
                "scope": "required" if name in _everywhere(lock) else "optional",
                "licenses": [_licence(lock["licences"][name])],
                "externalReferences": [],
            },
        )
        package["externalReferences"].append(
            {
                "type": "distribution",
                "url": file.replace("+", "%2B"),
                "hashes": [_hash(wheel["hash"].removeprefix("sha256:"))],
            }
        )
    return [found[purl] for purl in sorted(found)]


def _everywhere(lock: dict) -> set[str]:
    """The packages that every environment has."""
    names = [
        {lock["wheels"][file]["name"] for file in environment["files"]}
        for environment in lock["environments"]
    ]
    return set.intersection(*names)


def _licence(licence_text: str) -> dict:
    if " " in licence_text or licence_text.startswith("LicenseRef-"):
        return (
            {"expression": licence_text}
            if " " in licence_text
            else {"license": {"name": licence_text}}
        )
    return {"license": {"id": licence_text}}


def _hash(content: str) -> dict[str, str]:
    return {"alg": "SHA-256", "content": content}


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
