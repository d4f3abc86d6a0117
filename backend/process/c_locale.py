"""Keeps libraries from comparing letters and reading numbers as the user's language does.

GDAL compares words without regard to capital letters by the system's rules. In Turkish `i` is not
the small letter of `I`, so that options and formats whose names hold one were not found.
"""

from __future__ import annotations

import locale
import os

#: Of these the first that the system has: letters beyond ASCII stay letters.
_LOCALES = ("C.UTF-8", "C.utf8", "UTF-8", "C")


def use_c_locale() -> None:
    """Compute without any language, in this process and in those that it starts."""
    if os.environ.get("LC_ALL") in _LOCALES and locale.setlocale(locale.LC_CTYPE) in _LOCALES:
        return
    locale.setlocale(locale.LC_ALL, "C")
    for name in _LOCALES:
        try:
            locale.setlocale(locale.LC_CTYPE, name)
        except locale.Error:
            continue
        os.environ["LC_ALL"] = name
        return
