"""The sentences that say why a form has no score."""

from __future__ import annotations

from firstsnow.i18n import Message, message, plural_message
from firstsnow.scales.definition import Scale
from firstsnow.scales.results import Reason


def sentence(scale: Scale, reason: Reason, items: tuple[str, ...] = ()) -> Message:
    """Say why a form of this scale has no score."""
    name, listed, number = scale.short_name, ", ".join(items), len(items)
    if reason is Reason.NO_TOTAL:
        return message("{scale} has no total: its answers are read one by one", scale=name)
    if reason is Reason.NO_ITEMS:
        return message(
            "the items of {scale} are not in the catalogue, so that only its total can be recorded",
            scale=name,
        )
    if reason is Reason.UNSOURCED_RULE:
        return message(
            "nobody has read a source for the rule of {scale}, so that it is not used", scale=name
        )
    if reason is Reason.UNKNOWN_ITEM:
        return plural_message(
            "{scale} has no item {items}",
            "{scale} has no items {items}",
            number,
            scale=name,
            items=listed,
        )
    if reason is Reason.OUT_OF_RANGE:
        return plural_message(
            "the answer to item {items} is not one that {scale} has",
            "the answers to items {items} are not ones that {scale} has",
            number,
            scale=name,
            items=listed,
        )
    return plural_message(
        "item {items} of {scale} is not answered",
        "items {items} of {scale} are not answered",
        number,
        scale=name,
        items=listed,
    )
