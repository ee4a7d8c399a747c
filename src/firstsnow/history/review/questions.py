"""What is not known, and who should be asked next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstsnow.history.review.entry import Entry
from firstsnow.history.review.field_file import Informant, ReviewField
from firstsnow.i18n import LocalizedText, Message
from firstsnow.record.fact import Informant as Said

_WHO: dict[Said, Informant] = {
    "person": "person",
    "relative": "relative",
    "chart": "chart",
    "referral": "gp-or-pharmacy",
    "pharmacy": "gp-or-pharmacy",
}


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is not known.

    Attributes
    ----------
    what
        What is not known.
    ask
        Who can be asked, first who should be asked next.
    field
        The field that it is about, ``None`` where it is about an attempt, relatives or goals.
    """

    what: LocalizedText | Message
    ask: tuple[Informant, ...]
    field: ReviewField | None = None

    @property
    def next(self) -> Informant:
        """Who should be asked next."""
        return self.ask[0]


def whom_to_ask(field: ReviewField, entries: Sequence[Entry]) -> tuple[Informant, ...]:
    """Give who can be asked; whoever already said that it is not known comes last."""
    asked = {_WHO[one.by] for one in entries if one.presence == "unknown" and one.by in _WHO}
    return tuple(sorted(field.ask, key=lambda who: who in asked))
