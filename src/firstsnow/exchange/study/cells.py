"""Cells to values: numbers, words, and what is wrong when they are neither."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TypeVar

from firstsnow.i18n import Message, message
from firstsnow.knowledge import nearest

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_DATE = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LONGEST_SHOWN = 60
_LONGEST_TEXT = 300
_MOST_DIGITS = 15

Meaning = TypeVar("Meaning")


class BadCellError(ValueError):
    """A cell's value can't be used.

    Attributes
    ----------
    what, right
        What is wrong, and what would be right.
    """

    def __init__(self, what: Message, right: Message) -> None:
        self.what = what
        self.right = right
        super().__init__(f"{what}; {right}")


def number(text: str) -> float:
    """Read a decimal number with a point.

    Raises
    ------
    BadCellError
        If it is none; decimal commas and dates are named as such.
    """
    if _NUMBER.fullmatch(text):
        value = float(text)
        if math.isfinite(value):
            return value
    what = message("{value} is not a number", value=shown(text))
    if _DECIMAL_COMMA.fullmatch(text):
        raise BadCellError(what, message("write {value}", value=text.replace(",", ".")))
    if _DATE.fullmatch(text):
        raise BadCellError(
            what, message("dates are not read here: write days since the start as a number")
        )
    raise BadCellError(
        what,
        message("write a number such as 12.5; name codes for missing values under [missing]"),
    )


def whole_number(text: str) -> int:
    """Read a whole number, also when it is written as ``2.0``.

    Raises
    ------
    BadCellError
        If it is none.
    """
    value = number(text)
    if value != round(value) or abs(value) >= 10**_MOST_DIGITS:
        raise BadCellError(
            message("{value} is not a whole number", value=shown(text)),
            message("write the answer as a whole number, or leave the cell empty"),
        )
    return round(value)


def word(text: str, words: Mapping[str, Meaning]) -> Meaning:
    """Read one of certain words, in capitals or not.

    Raises
    ------
    BadCellError
        If it is none of them.
    """
    folded = text.casefold()
    if folded not in words:
        raise BadCellError(
            message("{value} is not known", value=shown(text)),
            did_you_mean(text, tuple(words))
            or message("write one of {values}", values=", ".join(words)),
        )
    return words[folded]


def plain_text(text: str) -> str:
    """Give text that a record can hold.

    Raises
    ------
    BadCellError
        If it is too long or holds control characters.
    """
    if _CONTROL.search(text):
        raise BadCellError(
            message("{value} holds control characters", value=shown(text)),
            message("leave them out"),
        )
    if len(text) > _LONGEST_TEXT:
        raise BadCellError(
            message("it is too long: {count}", count=len(text)),
            message("at most {count} fit here", count=_LONGEST_TEXT),
        )
    return text


def is_plain_text(text: str) -> bool:
    """Say whether a record can hold the text."""
    return len(text) <= _LONGEST_TEXT and _CONTROL.search(text) is None


def did_you_mean(word: str, known: tuple[str, ...]) -> Message | None:
    """Give near misses, if there are any."""
    near = nearest(word, known)
    return message("did you mean {names}?", names=", ".join(near)) if near else None


def shown(text: str) -> str:
    """Give text as it can be shown: shortened, without control characters."""
    clean = _CONTROL.sub("\ufffd", text)
    return clean if len(clean) <= _LONGEST_SHOWN else f"{clean[:_LONGEST_SHOWN]}…"
