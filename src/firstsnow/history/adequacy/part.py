"""One part of a judgement on adequacy, and the words that parts share."""

from __future__ import annotations

import math
from dataclasses import dataclass

from firstsnow.history.answer import Answer
from firstsnow.i18n import Message, message
from firstsnow.treatments import AdequacyRule

DAYS_PER_WEEK = 7.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a judgement, such as the dose: its answer, and why.

    Attributes
    ----------
    answer
        Whether this part was enough.
    reason
        Why, in words.
    missing
        What would have to be known, where the answer is unknown.
    is_length
        Whether it is about how long it was given, or how many sessions.
    """

    answer: Answer
    reason: Message
    missing: Message | None = None
    is_length: bool = False


@dataclass(frozen=True, slots=True)
class Adequacy:
    """Whether an attempt was enough to judge, and why.

    Attributes
    ----------
    answer
        ``unknown`` where something is missing, or no sourced rule exists.
    parts
        What was looked at; parts that are enough come after those that are not.
    rule
        The catalogue's rule that was used, ``None`` where there is none.
    """

    answer: Answer
    parts: tuple[Part, ...]
    rule: AdequacyRule | None = None

    @property
    def reasons(self) -> tuple[Message, ...]:
        """The reasons for the answer: of a no what was not enough, of an unknown what is open."""
        deciding = tuple(part.reason for part in self.parts if part.answer == self.answer)
        return deciding or tuple(part.reason for part in self.parts)

    @property
    def is_only_too_short(self) -> bool:
        """Whether it was not enough for no other reason than its length."""
        return self.answer == "no" and all(
            part.is_length for part in self.parts if part.answer == "no"
        )

    @property
    def missing(self) -> tuple[Message, ...]:
        """What would have to be known to judge."""
        if self.answer != "unknown":
            return ()
        return tuple(part.missing for part in self.parts if part.missing is not None)


def needed_days(rule: AdequacyRule) -> float:
    """Give the least duration of a rule in days, 0 where it has none."""
    return 0.0 if rule.duration is None else rule.duration.weeks * DAYS_PER_WEEK


def too_short(days: float, needed_days: float) -> Message:
    """Say that it was too short."""
    return message(
        "{given} of {needed} weeks: too short to judge",
        given=plain(math.floor(10 * days / DAYS_PER_WEEK) / 10),
        needed=plain(needed_days / DAYS_PER_WEEK),
    )


def dose_too_low(given: float, needed: float, unit: str) -> Message:
    """Say that the dose was too low."""
    return message(
        "dose to {given} of {needed} {unit}", given=plain(given), needed=plain(needed), unit=unit
    )


def plain(value: float) -> int | float:
    """Give a number as it is written: whole where it is whole, else to two decimals."""
    return int(value) if float(value).is_integer() else round(value, 2)
