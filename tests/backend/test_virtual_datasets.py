"""References in virtual datasets are found, with the folder that they are relative to."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.files.xml_reading import XmlError
from backend.scene.virtual_datasets import (
    Reference,
    files_referred_to,
    find_code,
    is_lenient_description,
    is_service_description,
    is_virtual_dataset,
    parse_description,
    references,
)

pytestmark = pytest.mark.backend

VRT = (
    "<VRTDataset><VRTRasterBand><SimpleSource>"
    '<SourceFilename relativeToVRT="1">tile.tif</SourceFilename></SimpleSource>'
    "<SimpleSource><SourceFilename>/data/other.tif</SourceFilename></SimpleSource>"
    '<MDI key="X_DATASET">places.tif</MDI></VRTRasterBand></VRTDataset>'
)


def test_references_are_found_in_elements_and_metadata_items() -> None:
    assert list(references(parse_description(VRT))) == [
        Reference("tile.tif", True),
        Reference("/data/other.tif", False),
        Reference("places.tif", False),
    ]


def test_references_of_a_link_are_resolved_against_its_folder_and_its_targets(
    tmp_path: Path,
) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a.vrt", tmp_path / "a.vrt"
    real.write_text(VRT)
    link.symlink_to(real)
    expected = [str(tmp_path / "tile.tif"), str(tmp_path / "real" / "tile.tif")]
    assert Reference("tile.tif", True).targets(str(link)) == expected
    assert files_referred_to(VRT, str(real))[:2] == [expected[1], "/data/other.tif"]


@pytest.mark.parametrize(
    ("text", "virtual", "service"),
    [
        (VRT, True, False),
        ("<OGRVRTDataSource/>", True, False),
        ("<x:MRF_META xmlns:x='urn:x'/>", True, False),
        ("<GDAL_WMS/>", False, True),
        ("<WMT_MS_Capabilities/>", False, True),
        ("<kml/>", False, False),
    ],
)
def test_documents_are_classified_by_their_root(text: str, virtual: bool, service: bool) -> None:
    root = parse_description(f"\ufeff\n{text}")
    assert is_virtual_dataset(root) is virtual
    assert is_service_description(root) is service


def test_code_in_virtual_datasets_is_found() -> None:
    python = "<VRTDataset><PixelFunctionLanguage> Python </PixelFunctionLanguage></VRTDataset>"
    query = "<OGRVRTDataSource><SrcSQL>SELECT 1</SrcSQL></OGRVRTDataSource>"
    assert find_code(parse_description(python)) == "Python program"
    assert find_code(parse_description(query)) == "query"
    assert find_code(parse_description(VRT)) is None


@pytest.mark.parametrize("text", ["<VRTDataset><b></VRTDataset>", "no xml", "", "<kml>"])
def test_text_that_is_no_xml_refers_to_nothing(text: str) -> None:
    with pytest.raises(XmlError):
        parse_description(text)
    assert files_referred_to(text, "x.vrt") == []
    assert is_lenient_description(text) is text.startswith("<VRT")
