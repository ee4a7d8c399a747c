"""Putting together what entries of a record say of one thing."""

from __future__ import annotations

from collections.abc import Sequence

from firstsnow.history.cautions.caution import Ground, Presented
from firstsnow.i18n import Message


def weighed(grounds: Sequence[Ground], ask: Message) -> Presented:
    """Let the entries decide: one that says "present" is never outvoted, and silence is unknown.

    Entries that contradict each other all stay among the grounds, and the question stays open
    beside the answer.
    """
    said = {ground.presence for ground in grounds}
    every = tuple(grounds)
    if "present" in said:
        return Presented("present", every, ask if "absent" in said else None)
    if said == {"absent"}:
        return Presented("absent", every)
    return Presented("unknown", every, ask)
