"""The plugin's words in the language in which QGIS speaks."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

TRANSLATIONS_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "translations"
#: Where Chinese is written in characters that the translation into simplified Chinese lacks.
TRADITIONAL_CHINESE_LOCALES = ("zh_TW", "zh_HK", "zh_MO")


def install_translation(has_window: bool) -> QTranslator | None:
    """Have texts translated from now on; None if they stay English."""
    path = translation_for(user_locale(has_window))
    if path is None:
        return None
    translator = QTranslator()
    if not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove_translation(translator: QTranslator | None) -> None:
    """Take back what `install_translation` has put in."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


def user_locale(has_window: bool) -> str:
    """The language that QGIS uses: the user's own choice, or else the system's."""
    settings = QgsSettings()
    chosen = str(settings.value("locale/userLocale", "") or "")
    # QGIS with a window notes there which language it has started in (also one given by --lang);
    # without one, only a choice of the user's own says anything about this run.
    if chosen and (has_window or settings.value("locale/overrideFlag", False, type=bool)):
        return chosen
    return QLocale().name()


def translation_for(locale: str) -> Path | None:
    """The compiled translation for a locale such as de_AT or zh-Hans; None if there is none."""
    name = QLocale(locale).name()
    path = TRANSLATIONS_FOLDER / f"geodiffnet_{name.partition('_')[0]}.qm"
    return path if name not in TRADITIONAL_CHINESE_LOCALES and path.is_file() else None
