"""The class field of a layer is found where it is not given."""

import pytest
from qgis_support import make_labels, save_layer


def layer_of(*fields):
    from qgis.core import QgsVectorLayer

    query = "&".join(f"field={field}" for field in fields)
    return QgsVectorLayer(f"Polygon?crs=EPSG:32633&{query}", "training", "memory")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (["fid:integer", "Class:string", "note:string"], "Class"),
        (["note:string", "species:string", "label:string"], "label"),
        (["a:string", "Class Name:string", "type:string"], "Class Name"),
        (["id:integer", "MC_ID:integer", "C_ID:integer"], "MC_ID"),
        (["id:integer", "taxon:string", "height:double"], "taxon"),
        (["id:integer", "taxon:string", "note:string"], ""),
        (["id:integer", "height:double"], ""),
        (["id:integer", "klasse:integer", "note:string"], "klasse"),
    ],
)
def test_a_field_is_found_by_its_name_or_as_the_only_text(qgis, fields, expected):
    from geodiffnet.bridge.class_field_guess import guess_class_field

    assert guess_class_field(layer_of(*fields)) == expected


def test_the_field_of_the_style_comes_first(qgis):
    from qgis.core import QgsCategorizedSymbolRenderer

    from geodiffnet.bridge.class_field_guess import guess_class_field

    layer = layer_of("class:string", "stand:integer", "note:string")
    layer.setRenderer(QgsCategorizedSymbolRenderer('"stand"', []))
    assert guess_class_field(layer) == "stand"
    layer.setRenderer(QgsCategorizedSymbolRenderer("concat(note, stand)", []))
    assert guess_class_field(layer) == "class"


def test_an_omitted_field_is_guessed_and_logged(run, scene, tmp_path):
    labels = make_labels([("Water", 2, 2), ("Tree", 12, 2)])
    sent = run("classify", INPUT=scene, LABELS=labels, OUTPUT=tmp_path / "map.tif")
    assert sent["class_field"] == "class"
    assert "“class” is used as the class field." in run.log
    sent = run(
        "classify", INPUT=scene, LABELS=labels, OUTPUT=tmp_path / "map.tif", CLASS_FIELD="note"
    )
    assert sent["class_field"] == "note"
    assert "is used as the class field" not in run.log


def test_a_field_that_cannot_be_guessed_is_asked_for(refusal, scene, tmp_path):
    labels = layer_of("a:string", "b:string")
    for name, given in (
        ("classify", {"LABELS": labels}),
        ("assess", {"REFERENCE": labels}),
        ("tune", {"LABELS": labels}),
    ):
        outputs = {"OUTPUT": tmp_path / "map.tif"} if name == "classify" else {}
        reason = refusal(name, INPUT=scene, **given, **outputs)
        assert "the class field is not known.\nChoose one of these fields: a, b." in reason


def test_qgis_process_needs_no_class_field(qgis_process, sample, tmp_path):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(str(sample.labels), "labels")
    path = save_layer(layer, tmp_path / "labels.gpkg")
    completed = qgis_process(
        "run", "geodiffnet:classify", f"--INPUT={sample.scene}", f"--LABELS={path}",
        "--METHOD=lda", f"--OUTPUT={tmp_path / 'map.tif'}",
    )  # fmt: skip
    assert completed.returncode == 0, completed.stdout + completed.stderr
    assert "“class” is used as the class field." in completed.stdout + completed.stderr
    assert (tmp_path / "map.tif").is_file()
