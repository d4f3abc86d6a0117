"""The jobs that the algorithms send to the backend, and the parameters that they reject."""

import gc
import importlib

import pytest
from qgis_support import BACKEND_PYTHON, make_labels, save_layer

FORM = {"MEMORY": 4096, "BAD_BANDS": "1-2", "RGB_BANDS": "3,2,1", "DROP_WEAK_BANDS": True}
FORM |= {"ALLOW_EXTERNAL": True}
SENT = {"memory_mb": 4096, "bad_bands": "1-2", "rgb_bands": "3,2,1", "drop_weak_bands": True}
SENT |= {"allow_external": True}


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "a.safetensors"
    path.write_text("a model")
    return path


def test_train_sends_its_parameters(run, scene, labels, tmp_path):
    sent = run(
        "train",
        INPUT=scene,
        LABELS=labels,
        METHOD="svm",
        POINT_RADIUS=2,
        MODEL=tmp_path / "kept.safetensors",
        REPORT=tmp_path / "report.html",
        **FORM,
    )
    assert sent.items() >= SENT.items()
    assert sent["model"] == str(tmp_path / "kept.safetensors")
    assert sent["report"] == str(tmp_path / "report.html")
    assert (sent["method"], sent["point_radius"], sent["class_field"]) == ("svm", 2.0, "class")
    assert "output" not in sent
    assert run.outputs["OVERALL_ACCURACY"] == 0.91
    assert run.outputs["MODEL"] == sent["model"]


@pytest.mark.parametrize("name", ["classify", "train"])
def test_lda_features_are_sent_only_if_chosen(run, scene, labels, tmp_path, name):
    given = {"INPUT": scene, "LABELS": labels, "CLASS_FIELD": "class", "METHOD": "lda"}
    given |= {"OUTPUT": tmp_path / "map.tif"} if name == "classify" else {}
    given |= {"MODEL": tmp_path / "kept.safetensors"}
    sent = run(name, **given)
    assert sent["method"] == "lda"
    assert "lda_features" not in sent
    assert run(name, **given, LDA_FEATURES=True)["lda_features"] is True


def test_apply_sends_its_parameters(run, scene, model, tmp_path):
    outputs = {"OUTPUT": tmp_path / "map.tif", "CONFIDENCE": tmp_path / "confidence.tif"}
    sent = run("apply", INPUT=scene, MODEL=model, DEVICE="cpu", **outputs, **FORM)
    assert sent == SENT | {
        "image": str(scene),
        "model": str(model),
        "device": "cpu",
        "output": str(outputs["OUTPUT"]),
        "confidence": str(outputs["CONFIDENCE"]),
    }
    assert run.outputs == {name: str(path) for name, path in outputs.items()}


@pytest.mark.parametrize("name", ["apply", "suggest", "batch"])
def test_the_backbone_of_a_model_is_sent_only_if_given(run, scene, model, tmp_path, name):
    given = {"INPUT": [str(scene)] if name == "batch" else scene, "MODEL": model}
    given["OUTPUT_FOLDER" if name == "batch" else "OUTPUT"] = tmp_path / "out"
    assert "backbone" not in run(name, **given)
    assert run(name, **given, BACKBONE=" owner/name@0123 ")["backbone"] == "owner/name@0123"


def test_suggest_sends_its_parameters(run, scene, model, labels, tmp_path):
    places = tmp_path / "places.gpkg"
    sent = run("suggest", INPUT=scene, MODEL=model, OUTPUT=places)
    assert sent == {
        "image": str(scene), "model": str(model), "device": "auto", "output": str(places),
        "count": 20, "shape": "polygon", "seed": 0,
    }  # fmt: skip
    sent = run(
        "suggest", INPUT=scene, MODEL=model, OUTPUT=places, LABELS=labels, CLASS_FIELD="note",
        COUNT=3, SHAPE="point", SPACING=7.5, SEED=2, **FORM,
    )  # fmt: skip
    assert sent.items() >= SENT.items()
    assert sent["labels"].endswith("training.gpkg")
    assert (sent["class_field"], sent["count"], sent["shape"]) == ("note", 3, "point")
    assert (sent["spacing"], sent["seed"]) == (7.5, 2)


def test_assess_sends_its_parameters(run, scene, labels, tmp_path):
    other = make_labels([("Water", 2, 2)])
    sent = run(
        "assess",
        INPUT=scene,
        REFERENCE=labels,
        CLASS_FIELD="note",
        TRAINING=other,
        DESIGN="random",
        REPORT=tmp_path / "report.html",
    )
    assert sent["map"] == str(scene)
    assert sent["reference"].endswith("training.gpkg")
    assert sent["training"] != sent["reference"]
    assert (sent["class_field"], sent["design"]) == ("note", "random")
    assert sent["report"] == str(tmp_path / "report.html")
    assert run.outputs["OVERALL_ACCURACY"] == 0.91


def test_compare_sends_its_parameters(run, scene, labels, tmp_path):
    report = tmp_path / "report.html"
    sent = run(
        "compare", INPUT=scene, LABELS=labels, METHODS=["rf", "svm"], TIMESTEPS="0, 50",
        REPORT=report, **FORM,
    )  # fmt: skip
    assert sent.items() >= SENT.items()
    assert (sent["methods"], sent["timesteps"], sent["report"]) == ("rf, svm", "0, 50", str(report))
    assert not {"method", "blocks", "composites"} & set(sent)
    assert run.outputs["OVERALL_ACCURACY"] == 0.91
    assert run.outputs["BEST_METHOD"] == "rf"
    assert run.outputs["REPORT"] == str(report)
    everything = run("compare", INPUT=scene, LABELS=labels, REPORT=report)
    assert everything["methods"] == "geodiffnet-f, geodiffnet, geospecnet, lda, rf, svm"


def test_features_sends_its_parameters(run, scene, tmp_path):
    output = tmp_path / "features.tif"
    sent = run("features", INPUT=scene, OUTPUT=output)
    assert sent == {
        "image": str(scene), "output": str(output), "device": "auto", "backbone": "bundled",
    }  # fmt: skip
    chosen = {"BLOCKS": "5, 8", "TIMESTEPS": "0", "COMPOSITES": "rgb", "SCALES": "1"}
    sent = run("features", INPUT=scene, OUTPUT=output, COMPONENTS=8, **chosen, **FORM)
    assert sent.items() >= SENT.items()
    assert sent["components"] == 8
    assert {name.lower(): words for name, words in chosen.items()}.items() <= sent.items()


def test_tune_sends_its_parameters(run, scene, labels, tmp_path):
    report = tmp_path / "report.html"
    sent = run(
        "tune", INPUT=scene, LABELS=labels, BLOCKS="2,5", COMPOSITES="rgb+pca1",
        METHOD="geodiffnet-f", COMPONENTS=4, REPORT=report, **FORM,
    )  # fmt: skip
    assert sent.items() >= SENT.items()
    assert (sent["blocks"], sent["composites"]) == ("2,5", "rgb+pca1")
    assert (sent["method"], sent["components"]) == ("geodiffnet-f", 4)
    assert "timesteps" not in sent
    assert run.outputs["BEST_BLOCK"] == 8
    assert run.outputs["BEST_TIMESTEP"] == 50
    assert run.outputs["BEST_COMPOSITE"] == "rgb, pca1"


def test_outputs_of_tune_are_valid_parameters_of_classify(run, scene, labels, tmp_path):
    """As in models and scripts: outputs of one algorithm are parameters of the next."""
    run("tune", INPUT=scene, LABELS=labels, REPORT=tmp_path / "report.html")
    sent = run(
        "train",
        INPUT=scene,
        LABELS=labels,
        BLOCKS=run.outputs["BEST_BLOCK"],
        TIMESTEPS=run.outputs["BEST_TIMESTEP"],
        COMPOSITES=run.outputs["BEST_COMPOSITE"],
        MODEL=tmp_path / "kept.safetensors",
    )
    assert (sent["blocks"], sent["timesteps"], sent["composites"]) == ("8", "50", "rgb, pca1")


def test_points_are_exported_as_points(run, fake, scene):
    """The backend assumes a stratified sample for points, and a purposive one for polygons."""
    from qgis.core import QgsVectorLayer

    processing = importlib.import_module("processing")
    points = processing.run(
        "native:centroids",
        {"INPUT": make_labels([("Water", 2, 2)]), "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]
    sent = run("assess", INPUT=scene, REFERENCE=points)
    handed = fake.kept(sent["reference"])
    assert QgsVectorLayer(handed, "points").geometryType().name == "Point"


def test_assess_draws_a_sample_without_reference_and_without_report(run, scene, tmp_path):
    sample = tmp_path / "sample.gpkg"
    sent = run(
        "assess",
        INPUT=scene,
        DRAW_SAMPLE=sample,
        COUNT=60,
        ALLOCATION="equal",
        STRATA=scene,
        REPORT="TEMPORARY_OUTPUT",
    )
    assert sent == {
        "map": str(scene), "strata": str(scene), "draw_sample": str(sample), "design": "auto",
        "count": 60, "allocation": "equal", "seed": 0,
    }  # fmt: skip
    assert "REPORT" not in run.outputs


def test_a_reference_map_replaces_reference_data(run, scene, tmp_path):
    sent = run("assess", INPUT=scene, REFERENCE_MAP=scene, REPORT=tmp_path / "r.html")
    assert sent["reference"] == str(scene)
    assert "class_field" not in sent


@pytest.mark.parametrize("name", ["apply", "suggest"])
def test_a_missing_model_is_reported(refusal, scene, tmp_path, name):
    output = tmp_path / ("map.tif" if name == "apply" else "places.gpkg")
    message = refusal(name, INPUT=scene, MODEL=tmp_path / "absent.safetensors", OUTPUT=output)
    assert "The model cannot be opened" in message
    assert "Choose a .safetensors file" in message


def test_an_output_never_replaces_an_input_of_the_job(refusal, scene, model, labels, tmp_path):
    assert "is also an input" in refusal("apply", INPUT=scene, MODEL=model, OUTPUT=scene)
    drawn = save_layer(labels, tmp_path / "labels.gpkg")
    assert "is also an input" in refusal(
        "suggest", INPUT=scene, MODEL=model, LABELS=drawn, OUTPUT=drawn
    )
    assert "is also an input" in refusal("train", INPUT=scene, LABELS=drawn, MODEL=drawn)
    assert "is also an input" in refusal("assess", INPUT=scene, REFERENCE=drawn, REPORT=drawn)


def test_assess_rejects_invalid_combinations(refusal, scene, labels, tmp_path):
    assert "There are no reference data" in refusal("assess", INPUT=scene)
    both = refusal("assess", INPUT=scene, REFERENCE=labels, REFERENCE_MAP=scene)
    assert "Leave one of them empty" in both
    wrong = refusal("assess", INPUT=scene, REFERENCE=labels, CLASS_FIELD="cover")
    assert "Reference data: there is no field “cover”" in wrong
    assert "cannot be opened" in refusal("assess", INPUT=tmp_path / "no.tif", REFERENCE=labels)


def test_train_checks_its_inputs(refusal, scene, labels, tmp_path):
    model = tmp_path / "m.safetensors"
    assert "image cannot be opened" in refusal(
        "train", INPUT=tmp_path / "no.tif", LABELS=labels, MODEL=model
    )
    assert "there is no field" in refusal(
        "train", INPUT=scene, LABELS=labels, CLASS_FIELD="cover", MODEL=model
    )


def test_each_raster_of_a_map_has_its_style(qgis):
    algorithm = qgis.processingRegistry().createAlgorithmById("geodiffnet:apply")
    styles = {name: style.__name__ for name, style in algorithm._layer_styles().items()}
    assert styles == {
        "OUTPUT": "ClassMapStyle",
        "SECOND_CHOICE": "ClassMapStyle",
        "CONFIDENCE": "ConfidenceStyle",
        "APPLICABILITY": "StyleFileStyle",
        "MARGIN": "StyleFileStyle",
        "PROBABILITIES": "PlainStyle",
    }


@pytest.mark.parametrize(
    ("name", "file", "style"),
    [("apply", "map.tif", "ClassMapStyle"), ("suggest", "places.gpkg", "LocationsStyle")],
)
def test_loaded_layers_are_styled_in_every_run(
    qgis, fake, scene, model, tmp_path, name, file, style
):
    """A context deletes its styles, so the second run needs another one."""
    from qgis.core import QgsProcessingContext, QgsProject

    wanted = getattr(importlib.import_module("geodiffnet.bridge.styling"), style)
    output = str(tmp_path / file)
    for _ in range(2):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        details = QgsProcessingContext.LayerDetails("Made", context.project())
        context.setLayersToLoadOnCompletion({output: details})
        importlib.import_module("processing").run(
            f"geodiffnet:{name}",
            {"INPUT": str(scene), "MODEL": str(model), "OUTPUT": output},
            context=context,
        )
        gc.collect()
        chosen = context.layersToLoadOnCompletion()[output].postProcessor()
        assert type(chosen) is wanted
        del context, details
        gc.collect()


def test_suggested_locations_are_styled_as_numbered_rings(qgis, labels):
    from qgis.core import Qgis, QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

    style = importlib.import_module("geodiffnet.bridge.styling").LocationsStyle()
    for kind in ("Polygon", "Point"):
        layer = QgsVectorLayer(f"{kind}?crs=EPSG:32633&field=number:integer", "p", "memory")
        style.postProcessLayer(layer, QgsProcessingContext(), QgsProcessingFeedback(False))
        assert layer.labelsEnabled()
        assert layer.labeling().settings().fieldName == "number"
        marks = layer.renderer().symbol()
        wanted = Qgis.SymbolType.Fill if kind == "Polygon" else Qgis.SymbolType.Marker
        assert marks.type() == wanted
        assert marks.symbolLayerCount() == (2 if kind == "Polygon" else 1)


def class_raster(path, codes):
    """A raster of codes on the grid of the scene, without names."""
    from osgeo import gdal, osr

    rows, columns = len(codes), len(codes[0])
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform((500000, 2, 0, 5400000, 0, -2))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    dataset.SetProjection(crs.ExportToWkt())
    dataset.GetRasterBand(1).WriteRaster(
        0, 0, columns, rows, bytes(code for row in codes for code in row)
    )
    return path


def drawn_by_codes(path, names, exact=False):
    """The raster as a layer whose style, which is in no file, names the codes."""
    from qgis.core import (
        Qgis,
        QgsColorRampShader,
        QgsPalettedRasterRenderer,
        QgsRasterLayer,
        QgsRasterShader,
        QgsSingleBandPseudoColorRenderer,
    )
    from qgis.PyQt.QtGui import QColor

    layer = QgsRasterLayer(str(path), "codes")
    if exact:
        ramp = QgsColorRampShader(0, 9, None, Qgis.ShaderInterpolationMethod.Exact)
        ramp.setColorRampItemList(
            [QgsColorRampShader.ColorRampItem(c, QColor("#123456"), n) for c, n in names.items()]
        )
        shader = QgsRasterShader(0, 9)
        shader.setRasterShaderFunction(ramp)
        renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    else:
        classes = [
            QgsPalettedRasterRenderer.Class(code, QColor("#123456"), name)
            for code, name in names.items()
        ]
        renderer = QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes)
    layer.setRenderer(renderer)
    return layer


@pytest.mark.parametrize("exact", [False, True])
def test_assess_sends_the_class_names_of_the_layers(run, tmp_path, exact):
    mapped = drawn_by_codes(
        class_raster(tmp_path / "map.tif", [[1, 2, 0]]), {0: "Nothing", 1: "Water", 2: "2"}, exact
    )
    reference = drawn_by_codes(
        class_raster(tmp_path / "reference.tif", [[2, 1, 0]]), {1: "Trees", 2: "Water"}, exact
    )
    sent = run("assess", INPUT=mapped, REFERENCE_MAP=reference, STRATA=mapped)

    def names(setting):
        return {entry["value"]: entry["name"] for entry in sent[setting]}

    assert names("map_classes") == {0: "Nothing", 1: "Water", 2: ""}
    assert names("reference_classes") == {1: "Trees", 2: "Water"}
    assert names("strata_classes") == names("map_classes")
    assert "match" not in sent


def test_assess_sends_the_class_names_of_the_reference_layer(run, tmp_path):
    from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory, QgsSymbol

    mapped = class_raster(tmp_path / "map.tif", [[1, 2, 0]])
    polygons = make_labels([(7, 0, 0), (8, 1, 0)], kind="integer", size=1)
    symbol = QgsSymbol.defaultSymbol(polygons.geometryType())
    categories = [
        QgsRendererCategory(value, symbol.clone(), name)
        for value, name in ((7, "Water"), (8, "Trees"))
    ]
    polygons.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    sent = run("assess", INPUT=mapped, REFERENCE=polygons, MATCH="names")
    assert [(entry["value"], entry["name"]) for entry in sent["reference_classes"]] == [
        (7, "Water"),
        (8, "Trees"),
    ]
    assert sent["match"] == "names"


@pytest.mark.parametrize("styled", ["layer", "file"])
def test_a_renumbered_map_is_matched_with_the_reference_by_name(
    qgis, monkeypatch, tmp_path, styled
):
    """With the real backend; the names are in the layers, or in styles beside the files."""
    monkeypatch.setenv("GEODIFFNET_PYTHON", str(BACKEND_PYTHON))
    codes = [[1 + (row * 7 + column) // 5 % 3 for column in range(24)] for row in range(12)]
    other = [[{1: 3, 2: 1, 3: 2}[code] for code in row] for row in codes]
    mapped = class_raster(tmp_path / "map.tif", codes)
    reference = class_raster(tmp_path / "reference.tif", other)
    names = {1: "water", 2: "trees", 3: "road"}, {3: "water", 1: "trees", 2: "road"}
    layers = [
        drawn_by_codes(path, drawn) for path, drawn in zip((mapped, reference), names, strict=True)
    ]
    given = dict(zip(("INPUT", "REFERENCE_MAP"), layers, strict=True))
    if styled == "file":
        for layer in layers:
            layer.saveDefaultStyle(layer.AllStyleCategories)
        given = {"INPUT": str(mapped), "REFERENCE_MAP": str(reference)}
    found = importlib.import_module("processing").run("geodiffnet:assess", given)
    assert found["OVERALL_ACCURACY"] == 1.0
