"""The translations of one language, read from its gettext catalogue.

The PO file itself is read, through Babel: 800 messages take about 20 ms, and with no compiled copy
beside it a translation can never be older than the file that a translator edits.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources

from firstsnow.i18n.language import Language

_FOLDERS = {Language.ENGLISH: "en", Language.CHINESE: "zh_Hans", Language.PSEUDO: "en"}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What stands for each English text in one language.

    Attributes
    ----------
    texts
        The translations of each text, one for each plural form; keyed by context and English text.
    plural_form
        Which form a number takes.
    """

    texts: Mapping[tuple[str | None, str], tuple[str, ...]]
    plural_form: Callable[[int], int]

    def text(self, english: str, context: str | None = None) -> str:
        """Give the translation, or the English text where there is none."""
        forms = self.texts.get((context, english))
        return forms[0] if forms else english

    def plural(self, one: str, many: str, number: int, context: str | None = None) -> str:
        """Give the translation for a number, or the English one where there is none."""
        forms = self.texts.get((context, one))
        if forms:
            return forms[self.plural_form(abs(number))]
        return one if number == 1 else many


def read_catalogue(language: Language) -> Catalogue:
    """Read the catalogue that ships for a language; fuzzy translations are left out."""
    from babel.messages.pofile import read_po

    folder = resources.files("firstsnow.i18n") / "locales" / _FOLDERS[language]
    with (folder / "firstsnow.po").open("rb") as file:
        catalog = read_po(file, locale=_FOLDERS[language])
    texts = {}
    for entry in catalog:
        english = entry.id[0] if isinstance(entry.id, (tuple, list)) else entry.id
        forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)
        if english and all(forms) and not entry.fuzzy:
            texts[entry.context, english] = forms
    return Catalogue(texts, gettext.c2py(catalog.plural_expr))
