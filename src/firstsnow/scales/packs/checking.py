"""Holding a text pack against the skeleton of its scale."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from firstsnow.i18n import Message, message
from firstsnow.knowledge import nearest
from firstsnow.knowledge.toml_lines import Place
from firstsnow.scales.definition import Scale
from firstsnow.scales.packs.pack import ItemWording, TextPack


class PackMistake(NamedTuple):
    """What is wrong in a pack, where in the file, and what would be right."""

    place: Place
    what: Message
    right: Message


def pack_mistakes(pack: TextPack, scale: Scale, today: dt.date) -> tuple[PackMistake, ...]:
    """List everything in which a pack does not fit its scale; none means that it may be used."""
    return (
        *_licence(pack, today),
        *_items(pack, scale),
        *_anchors(pack, scale),
        *_options(pack, scale),
        *_twice(pack),
    )


def _licence(pack: TextPack, today: dt.date) -> Iterator[PackMistake]:
    until = pack.licence.valid_until
    if until is not None and until < today:
        yield PackMistake(
            ("licence", "valid_until"),
            message("the licence ended on {day}", day=until.isoformat()),
            message("renew it, and write its new last day"),
        )


def _items(pack: TextPack, scale: Scale) -> Iterator[PackMistake]:
    yield from _unknown(("items",), pack.items, scale.items_by_id, scale)
    for item in scale.items:
        if item.id not in pack.items:
            yield PackMistake(
                ("items",),
                message("item {item} has no wording", item=item.id),
                message("add the table [items.{item}] with its text", item=f'"{item.id}"'),
            )


def _anchors(pack: TextPack, scale: Scale) -> Iterator[PackMistake]:
    for name, wording in pack.items.items():
        if name not in scale.items_by_id:
            continue
        answers = _answers(scale, name)
        for answer in wording.anchors:
            if answer not in answers:
                yield PackMistake(
                    ("items", name, "anchors"),
                    message("item {item} has no answer {answer}", item=name, answer=answer),
                    message("its answers are {answers}", answers=", ".join(answers)),
                )


def _options(pack: TextPack, scale: Scale) -> Iterator[PackMistake]:
    yield from _unknown(("options",), pack.options, scale.options, scale)
    for name, group in scale.options.items():
        wanted = {str(option.value) for option in group.values}
        every = ", ".join(sorted(wanted, key=int))
        given = pack.options.get(name, {})
        missing = sorted(wanted - set(given), key=int)
        if missing and not _anchored(pack, scale, name, missing):
            yield PackMistake(
                ("options", name),
                message("the answers {answers} have no wording", answers=", ".join(missing)),
                message("give every answer of the set {name} its wording", name=name),
            )
        for answer in given:
            if answer not in wanted:
                yield PackMistake(
                    ("options", name),
                    message("the set {name} has no answer {answer}", name=name, answer=answer),
                    message("its answers are {answers}", answers=every),
                )


def _anchored(pack: TextPack, scale: Scale, name: str, missing: Collection[str]) -> bool:
    """Whether every item of an option set words those answers itself."""
    return all(
        set(missing) <= set(pack.items[item.id].anchors)
        for item in scale.items
        if item.options == name and item.id in pack.items
    )


def _twice(pack: TextPack) -> Iterator[PackMistake]:
    """Find two items with the same wording: one of them was copied into the wrong place.

    Items with anchors of their own (the four sleep items of some forms) may share a heading.
    """
    counts = Counter(_whole(wording) for wording in pack.items.values())
    for name, wording in pack.items.items():
        if counts[_whole(wording)] > 1:
            yield PackMistake(
                ("items", name, "text"),
                message("another item has the same wording as item {item}", item=name),
                message("compare both with the form"),
            )


def _whole(wording: ItemWording) -> tuple[str, tuple[tuple[str, str], ...]]:
    return wording.text, tuple(sorted(wording.anchors.items()))


def _answers(scale: Scale, item_id: str) -> tuple[str, ...]:
    item = scale.items_by_id[item_id]
    allowed = {*scale.allowed_answers[item_id], *item.not_assessed}
    return tuple(str(answer) for answer in sorted(allowed))


def _unknown(
    place: Place, given: Collection[str], known: Mapping[str, object], scale: Scale
) -> Iterator[PackMistake]:
    for name in given:
        if name not in known:
            near = nearest(name, known)
            right = (
                message("did you mean {names}?", names=", ".join(near))
                if near
                else message("it has: {names}", names=", ".join(known) or "-")
            )
            what = message("{scale} has no {name}", scale=scale.id, name=name)
            yield PackMistake((*place, name), what, right)
