"""The readers of model files and headers, tested by a coverage-guided fuzzer."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from backend.classifiers import (
    applicability,
    blending,
    classic,
    discriminant,
    model,
    stacking,
    state_checks,
)
from backend.common import json_types
from backend.features import projections
from backend.scene import (
    bands,
    dataset_names,
    external_references,
    hdf5_links,
    virtual_datasets,
    wavelengths,
)
from backend.scene.products import xml_metadata

from .conftest import ALL, add_verdicts
from .guided import Found, search
from .pool import Case, ProcessPool, Verdict
from .test_properties import Dataset
from .valid_inputs import model_of

#: Damaged inputs for each reader.
TRIES = 50_000 if ALL else 1_500


def conclude(name: str, found: Found, seed: int) -> None:
    """Report the number of inputs; all must give a result or a clear error."""
    case = Case(name, 0, seed)
    results = found.tried - found.refused - len(found.faults)
    counted = [("error", found.refused), ("result", results), ("finding", len(found.faults))]
    add_verdicts(name, [Verdict(case, kind) for kind, count in counted for _ in range(count)])
    print(f"{name}: {found.tried} tried, {found.kept} kept, {len(found.lines)} lines reached")
    assert not found.faults, "\n".join(f"{error!r}: {c[:2000]!r}" for c, error in found.faults)


@pytest.mark.parametrize("method", ["lda", "rf", "svm", "geospecnet"])
def test_model_files(pool: ProcessPool, tmp_path: Path, seed: int, method: str) -> None:
    path = tmp_path / "model.safetensors"

    def target(content: bytes) -> object:
        path.write_bytes(content)
        return model.load_model(path, "cpu")

    good = model_of(pool.good, method).read_bytes()
    length = int.from_bytes(good[:8], "little")
    found = search(
        target,
        [good],
        [
            model,
            json_types,
            state_checks,
            stacking,
            blending,
            discriminant,
            classic,
            applicability,
            projections,
        ],
        np.random.default_rng([seed, 1]),
        TRIES,
        head=8 + length if method != "rf" else None,
    )
    conclude(f"guided: model {method}", found, seed)


def test_band_metadata(seed: int) -> None:
    def target(content: bytes) -> object:
        told = json.loads(content) if content[:1] == b"{" else None
        if not isinstance(told, dict):
            return None
        entries = told.get("bands")
        texts = [
            {str(key): str(value) for key, value in entry.items()}
            for entry in (entries if isinstance(entries, list) else [])
            if isinstance(entry, dict)
        ]
        domains = {
            key: {str(k): str(v) for k, v in entry.items()}
            for key, entry in told.items()
            if isinstance(entry, dict)
        }
        return wavelengths.read_bands(Dataset(texts, domains), range(1, len(texts) + 1))

    def tolerant(content: bytes) -> object:
        try:
            return target(content)
        except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
            return None  # not an input of the reader

    seeds = [
        {"bands": [{"wavelength": f"{400 + n} nm", "fwhm": "10", "bbl": "1"} for n in range(4)]},
        {
            "bands": [{}, {}, {}],
            "ENVI": {"wavelength": "{0.4, 0.5, 0.6}", "wavelength_units": "Micrometers",
                     "fwhm": "{0.01, 0.01, 0.01}", "bbl": "{1, 0, 1}"},
        },
        {"bands": [{"description": f"Band {n} (0.{n}5 um)"} for n in (4, 5, 6)]},
        {"bands": [{"NETCDF_DIM_wavelength": f"{n}00"} for n in (4, 5, 6)],
         "": {"wavelength#units": "nm"}},
    ]  # fmt: skip
    found = search(
        tolerant,
        [json.dumps(seed_).encode() for seed_ in seeds],
        [wavelengths, bands],
        np.random.default_rng([seed, 2]),
        TRIES,
        text=True,
    )
    conclude("guided: band metadata", found, seed)


def test_metadata_of_products(pool: ProcessPool, tmp_path: Path, seed: int) -> None:
    path = tmp_path / "METADATA.XML"

    def target(content: bytes) -> object:
        path.write_bytes(content)
        return xml_metadata.read_table(path)

    good = [
        next(p for p in (pool.good / name).iterdir() if p.name.lower().endswith("metadata.xml"))
        for name in ("enmap", "desis")
    ]
    found = search(
        target,
        [p.read_bytes() for p in good],
        [xml_metadata],
        np.random.default_rng([seed, 3]),
        TRIES,
        text=True,
    )
    conclude("guided: product metadata", found, seed)


def test_external_references(pool: ProcessPool, tmp_path: Path, seed: int) -> None:
    path = tmp_path / "scene.vrt"

    def target(content: bytes) -> object:
        path.write_bytes(content)
        return external_references.check_external_references(path, False)

    seeds = [
        (pool.good / "virtual" / "virtual.vrt").read_bytes(),
        (pool.good / "labels.gpkg").read_bytes(),
        (pool.good / "cube.h5").read_bytes(),
        (pool.good / "labels.geojson").read_bytes()[:2000],
        b"<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource relativeToVRT='1'>labels.gpkg"
        b"</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
    ]
    found = search(
        target,
        seeds,
        [external_references, dataset_names, virtual_datasets, hdf5_links],
        np.random.default_rng([seed, 4]),
        TRIES,
        head=4000,
    )
    conclude("guided: leading elsewhere", found, seed)
