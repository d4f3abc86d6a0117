"""Texts are translated into the user's language; ids and parameter names are not."""

import json

import pytest
from qgis_support import ROOT

LANGUAGES = ("de", "es", "fr", "zh")
FOLDER = ROOT / "resources" / "translations"
CLASSIFY = {
    "de": ("HSI mit GeoDiffNet-F klassifizieren", "Hyperspektralbild"),
    "es": ("Clasificar HSI con GeoDiffNet-F", "Imagen hiperespectral"),
    "fr": ("Classifier une image HSI avec GeoDiffNet-F", "Image hyperspectrale"),
    "zh": ("使用 GeoDiffNet-F 对高光谱影像分类", "高光谱影像"),
}


@pytest.fixture
def speak(qgis):
    """Restart the plugin in QGIS with a locale."""
    from qgis.core import QgsSettings

    import geodiffnet

    started = []

    def start(locale):
        settings = QgsSettings()
        settings.setValue("locale/overrideFlag", bool(locale))
        settings.setValue("locale/userLocale", locale)
        started.append(geodiffnet.classFactory(None))

    yield start
    for plugin in started:
        plugin.unload()
    QgsSettings().remove("locale")


def messages(language):
    """The texts of a .ts file with their translations."""
    from qgis.PyQt.QtXml import QDomDocument

    document = QDomDocument()
    document.setContent((FOLDER / f"geodiffnet_{language}.ts").read_text(encoding="utf-8"))
    elements = document.elementsByTagName("message")
    for number in range(elements.count()):
        element = elements.at(number)
        yield (
            element.firstChildElement("source").text(),
            element.firstChildElement("translation").text(),
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_translations_match_their_sources(qgis, language):
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    translator = QTranslator()
    assert translator.load(str(FOLDER / f"geodiffnet_{language}.qm"))
    wanted = dict(messages(language))
    assert len(wanted) > 400
    QCoreApplication.installTranslator(translator)
    try:
        answers = {text: QCoreApplication.translate("GeoDiffNet", text) for text in wanted}
    finally:
        QCoreApplication.removeTranslator(translator)
    different = [text for text in wanted if answers[text] != wanted[text]]
    assert different == [], "run scripts/translations and commit the .qm files"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_algorithm_is_translated_and_keeps_its_identifiers(speak, algorithm, language):
    from geodiffnet.algorithms.classify import ClassifyAlgorithm

    english = {entry.name() for entry in algorithm.parameterDefinitions()}
    speak(language)
    translated = ClassifyAlgorithm().create()
    name, label = CLASSIFY[language]
    assert translated.displayName() == name
    assert translated.parameterDefinition("INPUT").description() == label
    assert label in translated.shortHelpString()
    assert translated.name() == "classify"
    assert {entry.name() for entry in translated.parameterDefinitions()} == english
    assert translated.parameterDefinition("METHOD").defaultValue() == "geodiffnet-f"


def test_the_panel_is_translated(speak):
    from geodiffnet.bridge.translation import tr

    speak("de")
    assert tr("GeoDiffNet labelling") == "GeoDiffNet-Annotation"
    assert tr("Update map") == "Karte aktualisieren"


@pytest.mark.parametrize(
    ("locale", "file"),
    [
        ("de", "de"),
        ("de_AT", "de"),
        ("fr_CA", "fr"),
        ("es-MX", "es"),
        ("zh-Hans", "zh"),
        ("zh_CN", "zh"),
        ("zh-Hant", None),
        ("zh_TW", None),
        ("en_US", None),
        ("fi", None),
        ("C", None),
        ("", None),
    ],
)
def test_a_locale_gets_the_translation_of_its_language(qgis, locale, file):
    from geodiffnet.bridge.translation import translation_for

    path = translation_for(locale)
    assert path == (FOLDER / f"geodiffnet_{file}.qm" if file else None)


def test_the_locale_is_that_of_the_system_unless_overridden(qgis):
    from qgis.core import QgsSettings
    from qgis.PyQt.QtCore import QLocale

    from geodiffnet.bridge.translation import user_locale

    settings, before = QgsSettings(), QLocale()
    QLocale.setDefault(QLocale("fr_FR"))
    try:
        assert user_locale(has_window=False) == "fr_FR"
        settings.setValue("locale/userLocale", "de")
        assert user_locale(has_window=False) == "fr_FR"
        # A window's QGIS has noted there what it speaks, such as after --lang de.
        assert user_locale(has_window=True) == "de"
        settings.setValue("locale/overrideFlag", True)
        assert user_locale(has_window=False) == "de"
    finally:
        QLocale.setDefault(before)
        settings.remove("locale")


def test_unloading_removes_the_translation(qgis):
    from qgis.core import QgsSettings

    import geodiffnet
    from geodiffnet.bridge.translation import tr

    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", "de")
    plugin = geodiffnet.classFactory(None)
    QgsSettings().remove("locale")
    assert tr("Class map") == "Klassenkarte"
    plugin.unload()
    assert tr("Class map") == "Class map"
    assert geodiffnet.classFactory(None).translator is None


def test_qgis_process_is_translated(qgis_process):
    profile = qgis_process.logs.parents[1] / "QGIS" / "QGIS3.ini"
    before = profile.read_text()
    profile.write_text(before + "\n[locale]\noverrideFlag=true\nuserLocale=de\n")
    try:
        completed = qgis_process("--json", "help", "geodiffnet:classify", check=True)
    finally:
        profile.write_text(before)
    described = json.loads(completed.stdout)
    assert described["algorithm_details"]["name"] == "HSI mit GeoDiffNet-F klassifizieren"
    assert described["parameters"]["INPUT"]["description"] == "Hyperspektralbild"
