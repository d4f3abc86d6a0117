"""Translation of the plugin's texts into the language that QGIS uses."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

CONTEXT = "GeoDiffNet"
TRANSLATIONS_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "translations"
#: Locales written in traditional characters, which the simplified Chinese translation lacks.
TRADITIONAL_CHINESE_LOCALES = ("zh_TW", "zh_HK", "zh_MO")


def tr(text: str) -> str:
    """The text in the user's language."""
    return str(QCoreApplication.translate(CONTEXT, text)) if text else ""


def install_translation(has_window: bool) -> QTranslator | None:
    """Install the translation for the user's locale; None where there is none."""
    path = translation_for(user_locale(has_window))
    if path is None:
        return None
    translator = QTranslator()
    if not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove_translation(translator: QTranslator | None) -> None:
    """Remove a translation that `install_translation` has installed."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


def user_locale(has_window: bool) -> str:
    """The locale that QGIS uses: the user's own choice, otherwise the system's."""
    settings = QgsSettings()
    chosen = str(settings.value("locale/userLocale", "") or "")
    # QGIS with a window stores the locale it has started with there (also one given by --lang);
    # without a window only a locale that overrides the system's applies.
    if chosen and (has_window or settings.value("locale/overrideFlag", False, type=bool)):
        return chosen
    return str(QLocale().name())


def translation_for(locale: str) -> Path | None:
    """The compiled translation for a locale such as de_AT or zh-Hans; None if there is none."""
    name = QLocale(locale).name()
    path = TRANSLATIONS_FOLDER / f"geodiffnet_{name.partition('_')[0]}.qm"
    return path if name not in TRADITIONAL_CHINESE_LOCALES and path.is_file() else None
