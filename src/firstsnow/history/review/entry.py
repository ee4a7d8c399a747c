"""Entries of a record on which a field's answer rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firstsnow.history.answer import Answer
from firstsnow.i18n import LocalizedText, Message
from firstsnow.record.fact import Informant as Said
from firstsnow.record.fact import Interval, Presence
from firstsnow.record.moment import When


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the record that speaks of a field.

    Attributes
    ----------
    place
        Where it stands in the record, such as ``conditions[2]``.
    words
        What it says.
    presence
        For what it speaks.
    when
        When it was, where it has a time.
    by
        Who said it.
    speaks_of_all
        Whether its "absent" is about everything that the field looks at.
    """

    place: str
    words: str | Message | LocalizedText
    presence: Presence
    when: When | None = None
    by: Said | None = None
    speaks_of_all: bool = True


def weighed(entries: Iterable[Entry]) -> Presence:
    """Let entries decide: one "present" is never outvoted, and silence is unknown.

    An "absent" of one thing says nothing of the others, and an "unknown" leaves the answer open.
    """
    found = tuple(entries)
    said = {entry.presence for entry in found}
    if "present" in said:
        return "present"
    is_denied = any(entry.presence == "absent" and entry.speaks_of_all for entry in found)
    return "absent" if is_denied and "unknown" not in said else "unknown"


def has_ended(entry: Interval, day: float) -> Answer:
    """Answer whether something that lasts was over before a day."""
    if entry.end is not None:
        if entry.end.latest < day:
            return "yes"
        return "unknown" if entry.end.earliest < day else "no"
    return "unknown" if entry.ongoing is False else "no"
