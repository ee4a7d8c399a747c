"""What validation found, in plain words: what is wrong and what would be right."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from firstsnow.exchange.pointer import field_of, pointer, readable
from firstsnow.exchange.shape import expected_at, fields_at, is_identifier, words_at
from firstsnow.i18n import Message, message
from firstsnow.knowledge import nearest
from firstsnow.problems import Problem
from firstsnow.record import Record
from firstsnow.record.checks import Finding, Place

_LONGEST_VALUE = 60
_KEY = "[key]"

Words: TypeAlias = tuple[Message, Message]
"""What is wrong, and what would be right."""


@dataclass(frozen=True, slots=True)
class _Error:
    root: type[BaseModel]
    place: Place
    limits: Mapping[str, Any]
    value: object

    @property
    def name(self) -> str:
        return field_of(self.place) or ""


def place_of(error: ErrorDetails) -> Place:
    """Give the place of an error in the record."""
    return tuple(part for part in error["loc"] if part != _KEY)


def words_of(error: ErrorDetails, place: Place, root: type[BaseModel]) -> Words:
    """Say an error of structure in plain words: what is wrong, and what would be right.

    Parameters
    ----------
    error
        What validation found.
    place
        Where it stands in the text that was read.
    root
        The model of the whole text.
    """
    special = _BY_TYPE.get(error["type"])
    if special is not None:
        return special(_Error(root, place, error.get("ctx", {}), error["input"]))
    return (
        message("{value} can't stand here", value=shown(error["input"])),
        message("write {expected}", expected=expected_at(root, place)),
    )


def problem_of(error: ErrorDetails, place: Place) -> Problem:
    """Say an error in the structure of a record as a problem with its place."""
    what, right = words_of(error, place, Record)
    return Problem(what, right, pointer=pointer(place), field=field_of(place))


def problem_of_finding(finding: Finding, place: Place) -> Problem:
    """Say a contradiction as a problem with its place in the text that was read."""
    return Problem(finding.what, finding.right, pointer=pointer(place), field=field_of(place))


def finding_of(error: ErrorDetails) -> Finding | None:
    """Give the contradiction that an error stands for, if it stands for one."""
    found = error.get("ctx", {}).get("finding")
    return found if isinstance(found, Finding) else None


def _missing(error: _Error) -> Words:
    return (
        message("{field} is missing", field=error.name),
        message("add it: {expected}", expected=expected_at(error.root, error.place)),
    )


def _unknown_field(error: _Error) -> Words:
    known = fields_at(error.root, error.place[:-1])
    return (
        message("the field {field} is not known here", field=error.name),
        _did_you_mean(error.name, known)
        or message("leave it out; the fields here are {names}", names=", ".join(known)),
    )


def _unknown_word(error: _Error) -> Words:
    known = words_at(error.root, error.place)
    near = _did_you_mean(error.value, known) if isinstance(error.value, str) else None
    return (
        message("{value} is not one of the words that may stand here", value=shown(error.value)),
        near or message("write {expected}", expected=expected_at(error.root, error.place)),
    )


def _did_you_mean(word: str, known: tuple[str, ...]) -> Message | None:
    near = nearest(word, known)
    return message("did you mean {names}?", names=", ".join(near)) if near else None


def _wrong_time(error: _Error) -> Words:
    return (
        message("{value} is not a time", value=shown(error.value)),
        cast("Message", error.limits["right"]),
    )


def _wrong_pattern(error: _Error) -> Words:
    if is_identifier(error.root, error.place):
        return (
            message("{value} can't be a name within a record", value=shown(error.value)),
            message(
                "use letters, digits, full stops, colons, hyphens and underscores,"
                " and begin with a letter or digit"
            ),
        )
    return message("the text holds control characters"), message("leave them out")


def _too_short(_error: _Error) -> Words:
    return (
        message("the text is empty"),
        message("write something, or leave the field out"),
    )


def _too_long(error: _Error) -> Words:
    value = error.value
    count = len(value) if isinstance(value, str | list | tuple | dict) else 0
    return (
        message("it is too long: {count}", count=count),
        message("at most {count} fit here", count=error.limits["max_length"]),
    )


def _limit(name: str, template: Callable[[str], Message]) -> Callable[[_Error], Words]:
    def words(error: _Error) -> Words:
        return (
            message("{value} is outside what is possible here", value=shown(error.value)),
            template(f"{error.limits[name]:g}"),
        )

    return words


_BY_TYPE: dict[str, Callable[[_Error], Words]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "literal_error": _unknown_word,
    "when": _wrong_time,
    "string_pattern_mismatch": _wrong_pattern,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "greater_than_equal": _limit("ge", lambda limit: message("write {n} or more", n=limit)),
    "less_than_equal": _limit("le", lambda limit: message("write {n} or less", n=limit)),
    "greater_than": _limit("gt", lambda limit: message("write more than {n}", n=limit)),
}


def shown(value: object) -> str | Message:
    """Give a value as it was written, shortened; lists and objects by their kind only."""
    if isinstance(value, dict):
        return message("an object")
    if isinstance(value, list | tuple):
        return message("a list")
    if isinstance(value, int) and abs(value) > 10**_LONGEST_VALUE:
        return message("a number with very many digits")
    text = readable(json.dumps(value, ensure_ascii=False, default=str))
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"
