"""What helped: the person's own attempts, also long ago, and those of relatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from firstsnow.history.attempt import Attempt
from firstsnow.history.course_definitions import response_percent
from firstsnow.i18n import LocalizedText
from firstsnow.record import Record
from firstsnow.record.exposure import IMPROVEMENT_PERCENT, Judgement
from firstsnow.treatments import Treatment, catalogue

_IN_PART_FROM = IMPROVEMENT_PERCENT["partial-response"][0]


@dataclass(frozen=True, slots=True)
class Helped:
    """An attempt that helped, or of which it is not known whether it did.

    ``how_much``: ``enough``, at least half better; ``in-part``, from a quarter to less than half;
    ``not-known``.
    """

    attempt: Attempt
    how_much: Literal["enough", "in-part", "not-known"]


@dataclass(frozen=True, slots=True)
class RelativeHelped:
    """What a relative was given, where it helped.

    Attributes
    ----------
    relative, condition
        Who, and for what.
    treatment
        The catalogue's entry, ``None`` where it is only known in the source's words.
    words
        What it was called.
    judgement
        How it was judged.
    place
        Where it stands in the record.
    """

    relative: str
    condition: str
    treatment: Treatment | None
    words: str | LocalizedText
    judgement: Judgement
    place: str


def what_helped(attempts: Sequence[Attempt]) -> tuple[Helped, ...]:
    """Give the attempts that helped or may have, in order of their start."""
    return tuple(_helped(attempts))


def _helped(attempts: Sequence[Attempt]) -> Iterator[Helped]:
    for attempt in attempts:
        percent = attempt.improvement.percent
        if percent.reaches(response_percent()) == "yes":
            yield Helped(attempt, "enough")
        elif percent.reaches(_IN_PART_FROM) == "no":
            continue
        elif percent.low >= _IN_PART_FROM and percent.reaches(response_percent()) == "no":
            yield Helped(attempt, "in-part")
        else:
            yield Helped(attempt, "not-known")


def relatives_helped(record: Record) -> tuple[RelativeHelped, ...]:
    """Give what helped relatives, as the record has it."""
    return tuple(_relatives(record))


def _relatives(record: Record) -> Iterator[RelativeHelped]:
    for index, one in enumerate(record.family):
        if one.presence == "absent":
            continue
        for number, given in enumerate(one.treatments):
            judgement = given.outcome.judgement if given.outcome is not None else "not-judged"
            if judgement not in ("remission", "response", "partial-response"):
                continue
            known = catalogue().get(given.treatment) if given.treatment is not None else None
            words = given.as_written if known is None else known.name
            if words is None:
                continue
            place = f"family[{index}].treatments[{number}]"
            yield RelativeHelped(one.relative, one.condition, known, words, judgement, place)
