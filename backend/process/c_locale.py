"""Sets the C locale, so that libraries do not compare text or read numbers by local rules.

GDAL ignores case by the rules of the locale. In Turkish, `i` is not the lower case of `I`, so that
options and formats with an `i` in their names are not found.
"""

from __future__ import annotations

import locale
import os

#: The first of these that the system has is used; UTF-8 keeps non-ASCII letters letters.
_LOCALES = ("C.UTF-8", "C.utf8", "UTF-8", "C")


def use_c_locale() -> None:
    """Use the C locale in this process and in the processes that it starts."""
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
