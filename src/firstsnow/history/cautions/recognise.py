"""Recognising what a record says in free words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Literal, TypeAlias

Likeness: TypeAlias = Literal["same", "perhaps", "other"]
"""``perhaps``: the words hold the name, beside words that may turn its meaning round."""

_TURNING = frozenset(
    {"no", "not", "without", "denies", "denied", "negative", "excluded", "exclude", "possible"}
    | {"suspected", "query", "family", "mother", "father", "sister", "brother", "ruled", "rule"}
    | {"risk", "screening"}
)
_TURNING_ZH = ("无", "否认", "排除", "家族", "疑似", "可能", "不伴", "父亲", "母亲", "风险")


def likeness(words: str, names: Iterable[str]) -> Likeness:
    """Say whether free words name one of the things by the given names.

    >>> likeness("Epilepsy since childhood", ["epilepsy"])
    'same'
    >>> likeness("family history of epilepsy", ["epilepsy"])
    'perhaps'
    >>> likeness("asthma", ["epilepsy"])
    'other'
    """
    said = _folded(words)
    if not any(_holds(said, _folded(name)) for name in names):
        return "other"
    turned = set(said.split()) & _TURNING or any(sign in words for sign in _TURNING_ZH)
    return "perhaps" if turned else "same"


def is_one_of(words: str, phrases: Iterable[str]) -> bool:
    """Whether free words are one of some phrases, and nothing besides.

    >>> [is_one_of(words, ["none known"]) for words in ("None known.", "none known except latex")]
    [True, False]
    """
    return _folded(words) in map(_folded, phrases)


def _holds(said: str, name: str) -> bool:
    if not name:
        return False
    if name.isascii():
        return f" {name} " in f" {said} "
    return name in said


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
