"""A language that no one speaks, in which any text outside the catalogues stands out."""

from __future__ import annotations

import re
from collections.abc import Collection

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = "ÅßÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļṁñöþǫŕšţûṽŵẋýž"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_KEPT = re.compile(r"\{\w*\}|%\(\w+\)s|<[^<>]*>|&#?\w+;")
_WORD = re.compile(r"[A-Za-z]{2,}|[\u3400-\u9fff]+")


def pseudo(text: str) -> str:
    """Accent every letter of a text and wrap it; fields, mark-up and figures stay as they are.

    >>> pseudo("What {count} people said")
    '⟦Ŵĥåţ {count} þéöþļé šåîð⟧'
    """
    if not text:
        return text
    pieces, end = [], 0
    for kept in _KEPT.finditer(text):
        pieces += [text[end : kept.start()].translate(_ACCENTS), kept.group()]
        end = kept.end()
    return f"⟦{''.join(pieces)}{text[end:].translate(_ACCENTS)}⟧"


def untranslated(text: str, allowed: Collection[str] = ()) -> list[str]:
    """Give the words of a pseudo-language page that came from no catalogue.

    Parameters
    ----------
    text
        The visible text of a page written in the pseudo-language.
    allowed
        Words and phrases that stand in every language, such as ``"PHQ-9"``, ``"mg"`` or a person's
        own words; each is taken out where it stands as a whole before looking.

    Returns
    -------
    list of str
        Runs of two or more unaccented letters, or of Chinese characters, in order of appearance.
    """
    for phrase in sorted(allowed, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", text)
    return _WORD.findall(text)
