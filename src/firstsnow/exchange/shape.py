"""What may stand at a place of a record or a mapping, read off its models."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from firstsnow.i18n import Message, message
from firstsnow.record import Answers, When
from firstsnow.record.checks import Place
from firstsnow.record.fact import Identifier


def kind_at(root: type[BaseModel], place: Place) -> object | None:
    """Give the type of what stands at a place of ``root``, or ``None`` where nothing may stand."""
    kind: object | None = root
    for part in place:
        kind = _part_of(_bare(kind), part)
        if kind is None:
            return None
    return kind


def fields_at(root: type[BaseModel], place: Place) -> tuple[str, ...]:
    """Give the names of the fields that the object at a place may have."""
    kind = _bare(kind_at(root, place))
    return tuple(kind.model_fields) if _is_model(kind) else ()


def words_at(root: type[BaseModel], place: Place) -> tuple[str, ...]:
    """Give the words that may stand at a place, where only certain words may."""
    kind = _bare(kind_at(root, place))
    return tuple(map(str, get_args(kind))) if get_origin(kind) is Literal else ()


def expected_at(root: type[BaseModel], place: Place) -> Message:
    """Say what is to stand at a place."""
    kind = kind_at(root, place)
    if _is_identifier(kind):
        return message("a name of letters, digits, full stops, colons, hyphens and underscores")
    bare = _bare(kind)
    if get_origin(bare) is Literal:
        return message("one of {values}", values=", ".join(map(str, get_args(bare))))
    if get_origin(bare) is tuple:
        return message("a list in square brackets")
    if get_origin(bare) is dict:
        return message("names with their values")
    if _is_model(bare):
        return message("an object with the fields {fields}", fields=", ".join(bare.model_fields))
    return _PLAIN.get(bare, message("something else"))


def is_time(root: type[BaseModel], place: Place) -> bool:
    """Say whether a time stands at a place."""
    return _bare(kind_at(root, place)) is When


def is_identifier(root: type[BaseModel], place: Place) -> bool:
    """Say whether an identifier stands at a place."""
    return _is_identifier(kind_at(root, place))


_PLAIN: dict[object, Message] = {
    str: message("text in quotation marks"),
    float: message("a number"),
    int: message("a whole number"),
    bool: message("true or false"),
    Answers: message("an object that gives each item's answer as a whole number or null"),
    When: message(
        "a time such as 2024, 2024-03, 2024-03-05 or 2024-03-05T09:30+08:00,"
        " or on a study's clock a number of days"
    ),
}


def _part_of(kind: object, part: str | int) -> object | None:
    if _is_model(kind) and isinstance(part, str):
        field = kind.model_fields.get(part)
        if field is None:
            return None
        inner: object = field.annotation
        for detail in field.metadata:
            inner = Annotated[inner, detail]
        return inner
    if get_origin(kind) is tuple and isinstance(part, int):
        kinds: tuple[object, ...] = get_args(kind)
        repeated = len(kinds) > 1 and kinds[1] is Ellipsis
        return kinds[0] if repeated else kinds[min(part, len(kinds) - 1)]
    if kind is Answers:
        return int
    if get_origin(kind) is dict:
        values: object = get_args(kind)[1]
        return values if isinstance(part, str) else None
    return None


def _layers(kind: object) -> Iterator[object]:
    """Walk from a type inwards through its annotations and through "or nothing"."""
    while True:
        yield kind
        if get_origin(kind) in (Union, types.UnionType):
            kind = next(arm for arm in get_args(kind) if arm is not type(None))
        elif get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        else:
            return


def _bare(kind: object) -> object:
    *_, bare = _layers(kind)
    return bare


def _is_identifier(kind: object) -> bool:
    wanted = _constraints(Identifier)
    return any(_constraints(layer) & wanted for layer in _layers(kind))


def _constraints(kind: object) -> set[str]:
    if get_origin(kind) is not Annotated:
        return set()
    return {
        str(detail.pattern)
        for detail in get_args(kind)[1:]
        if isinstance(detail, StringConstraints)
    }


def _is_model(kind: object) -> typing.TypeGuard[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
