"""The translations of one language, read from its gettext catalogue.

The PO file itself is read: with no compiled copy beside it, what a reader sees can never be older
than the file that a translator edits. A small reader of our own does it in a few milliseconds;
Babel's, which takes ten times as long, is its oracle in the tests.
"""

from __future__ import annotations

import gettext
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources

from firstsnow.i18n.language import Language

FOLDERS: Mapping[Language, str] = {
    Language.ENGLISH: "en",
    Language.CHINESE: "zh_Hans",
    Language.PSEUDO: "en",
}
"""The folder of ``locales`` that holds each language's catalogue."""

_PLURAL_RULE = re.compile(r"^Plural-Forms:.*\bplural=([^;\n]+)", re.MULTILINE)
_FORM = re.compile(r"msgstr(\[\d+\])?")

Key = tuple[str | None, str]
"""What a translation is found by: its context and its English text."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What stands for each English text in one language.

    Attributes
    ----------
    texts
        The translations of each text, one for each plural form.
    plural_form
        Which form a number takes.
    """

    texts: Mapping[Key, tuple[str, ...]]
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
    """Read the catalogue that ships for a language."""
    file = resources.files("firstsnow.i18n") / "locales" / FOLDERS[language] / "firstsnow.po"
    return parse_catalogue(file.read_text(encoding="utf-8"))


def parse_catalogue(po: str) -> Catalogue:
    """Read the text of a PO file; entries without a translation or with a fuzzy one are left out.

    Raises
    ------
    ValueError
        If the file has no plural rule, or a text in it is not quoted as PO asks.
    """
    texts: dict[Key, tuple[str, ...]] = {}
    for block in po.split("\n\n"):
        entry = _entry(block)
        forms = tuple(text for name, text in entry.items() if _FORM.fullmatch(name))
        if forms and all(forms):
            texts[entry.get("msgctxt"), entry["msgid"]] = forms
    header = texts.pop((None, ""), ("",))[0]
    rule = _PLURAL_RULE.search(header)
    if rule is None:
        raise ValueError("the catalogue's header has no line 'Plural-Forms'")
    return Catalogue(texts, gettext.c2py(rule[1]))


def _entry(block: str) -> dict[str, str]:
    """Read one entry of a PO file into its keywords and their texts; a fuzzy one gives none."""
    entry: dict[str, str] = {}
    keyword = ""
    for line in block.splitlines():
        if line.startswith("#,") and "fuzzy" in line:
            return {}
        if line.startswith("#") or not line.strip():
            continue
        name, quote, rest = line.partition('"')
        keyword = name.strip() or keyword
        # What PO escapes (quote, backslash, tab, line end), JSON escapes alike.
        entry[keyword] = entry.get(keyword, "") + json.loads(quote + rest)
    return entry
