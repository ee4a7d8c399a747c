"""JSON text to plain values, strictly: what JSON leaves open is a problem here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from firstsnow.exchange.limits import MOST_VALUES_OF_A_RECORD
from firstsnow.exchange.pointer import field_of, pointer, readable
from firstsnow.i18n import Message, message
from firstsnow.problems import Problem
from firstsnow.record.checks import Place

_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Tree:
    """The values of a JSON text.

    Attributes
    ----------
    value
        What was read; ``None`` where nothing could be.
    problems
        What is wrong with the text.
    faults
        Places whose values mean nothing.
    is_readable
        Whether ``value`` holds what was read.
    """

    value: object
    problems: tuple[Problem, ...] = ()
    faults: frozenset[Place] = frozenset()
    is_readable: bool = True


class _NotPlainError(ValueError):
    """The text holds something that needs a closer look."""


class _Repeating(dict[str, object]):
    """An object in which a name stands twice."""

    repeated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _NotANumber:
    """A word or a run of digits that JSON or firstsnow has no number for."""

    written: str


def parse(text: str) -> Tree:
    """Read a JSON text."""
    if not text.strip():
        return _unreadable(message("it is empty"), message("give a record as JSON"))
    if text.count(",") > MOST_VALUES_OF_A_RECORD:
        return _unreadable(
            message("a record holds more than {number} values", number=MOST_VALUES_OF_A_RECORD),
            message("leave out what firstsnow has no use for"),
        )
    try:
        if _HALF_CHARACTER.search(text) is None:
            return Tree(_PLAIN.decode(text))
    except (ValueError, RecursionError):
        pass
    return _parse_closely(text)


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _NotPlainError
    return found


def _no_constant(word: str) -> object:
    raise _NotPlainError(word)


_PLAIN = json.JSONDecoder(object_pairs_hook=_without_repeats, parse_constant=_no_constant)


def _parse_closely(text: str) -> Tree:
    try:
        value = _CLOSE.decode(text)
    except json.JSONDecodeError as error:
        return _unreadable(
            message("{reason}, at column {column}", reason=_syntax(error.msg), column=error.colno),
            message("mend the JSON there"),
            error.lineno,
        )
    except RecursionError:
        return _unreadable(
            message("lists and objects are nested too deeply"),
            message("a record is nested six deep at most"),
        )
    root = {"": value}
    found = list(_oddities(root))
    places = [place for place, _ in found]
    problems = tuple(
        Problem(what, right, pointer=pointer(place), field=field_of(place))
        for place, (what, right) in found
    )
    return Tree(root[""], problems, frozenset(places))


def _keep_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = _Repeating(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        found.repeated = tuple(name for name in found if names.count(name) > 1)
    return found


def _whole_number(digits: str) -> object:
    try:
        return int(digits)
    except ValueError:
        return _NotANumber(digits)


_CLOSE = json.JSONDecoder(
    object_pairs_hook=_keep_repeats, parse_constant=_NotANumber, parse_int=_whole_number
)

_Words = tuple[Message, Message]


def _oddities(root: dict[str, object]) -> Iterator[tuple[Place, _Words]]:
    """Walk over what is odd, and put nothing in the place of what can't be used."""
    pending: list[tuple[Place, dict[str, object] | list[object]]] = [((), root)]
    while pending:
        place, holder = pending.pop()
        if isinstance(holder, dict):
            yield from _odd_names(holder, place)
        entries = list(holder.items()) if isinstance(holder, dict) else list(enumerate(holder))
        for part, value in entries:
            here = () if holder is root else (*place, part)
            if isinstance(value, dict | list):
                pending.append((here, value))
            words = _odd_value(value)
            if words is not None:
                holder[part] = None  # type: ignore[index]  # its own part
                yield here, words


def _odd_names(holder: dict[str, object], place: Place) -> Iterator[tuple[Place, _Words]]:
    for name in getattr(holder, "repeated", ()):
        yield (
            (*place, name),
            (
                message("{name} stands twice in the same object", name=readable(name)),
                message("keep one of the two"),
            ),
        )
    for name in [name for name in holder if _SURROGATE.search(name)]:
        holder[readable(name)] = holder.pop(name)
        yield (*place, readable(name)), _half_character()


def _odd_value(value: object) -> _Words | None:
    if isinstance(value, str) and _SURROGATE.search(value):
        return _half_character()
    if not isinstance(value, _NotANumber):
        return None
    if value.written[-1].isdigit():
        return (
            message("a number of {count} digits can't be read", count=len(value.written)),
            message("write the number that was meant"),
        )
    return (
        message("{word} is not a number", word=value.written),
        message("write a number, or null where it is not known"),
    )


def _half_character() -> _Words:
    return (
        message("the text holds half of a character (a lone surrogate)"),
        message("write the whole character, or leave it out"),
    )


def _unreadable(what: Message, right: Message, line: int | None = None) -> Tree:
    return Tree(None, (Problem(what, right, line=line),), is_readable=False)


def _syntax(text: str) -> Message:
    known = {
        "Expecting value": message("this is not JSON: a value is missing"),
        "Expecting property name enclosed in double quotes": message(
            "this is not JSON: a name in double quotation marks is missing"
        ),
        "Expecting ':' delimiter": message("this is not JSON: a colon is missing"),
        "Expecting ',' delimiter": message("this is not JSON: a comma or a bracket is missing"),
        "Extra data": message("something follows after the end of the record"),
        "Unterminated string starting at": message("a quotation mark is not closed"),
        "Invalid control character at": message("a text holds a line break or a control character"),
    }
    return known.get(text, message("this is not JSON"))
