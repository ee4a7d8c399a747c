"""What scoring gives: a score and how it came about, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from firstsnow.i18n import LocalizedText, Message
from firstsnow.scales.meaning import BandLevel
from firstsnow.scales.vocabulary import Level, Number


class Reason(IntEnum):
    """Why a form is scored or not; the number is what tables carry.

    Where several hold, the first in this order is given.
    """

    SCORED = 0
    """There is a score."""
    NO_TOTAL = 1
    """The instrument has no total."""
    NO_ITEMS = 2
    """The catalogue holds no items for it, so that only a total can be recorded."""
    UNSOURCED_RULE = 3
    """Nobody has read where the rule comes from, so it is not used."""
    UNKNOWN_ITEM = 4
    """An answer was given to an item that the scale does not have."""
    OUT_OF_RANGE = 5
    """An answer is not one of the item's answers."""
    MISSING = 6
    """Answers are missing that the scale can't do without."""

    @property
    def slug(self) -> str:
        """The reason as a word for files, for example ``out-of-range``."""
        return self.name.lower().replace("_", "-")


@dataclass(frozen=True, slots=True)
class Part:
    """One value that entered the total, and the answers that it came from.

    Attributes
    ----------
    id
        The item's or component's id.
    topic
        What it is about.
    answers
        The item ids with their answers; ``None`` for one that was not needed or not answered.
    value
        What entered the total, after reversing, or ``None`` where it was replaced by the mean.
    """

    id: str
    topic: LocalizedText
    answers: tuple[tuple[str, int | None], ...]
    value: int | None


@dataclass(frozen=True, slots=True)
class BandFinding:
    """The band of a total in one named set."""

    set: str
    population: str
    default: bool
    level: BandLevel


@dataclass(frozen=True, slots=True)
class SubscaleScore:
    """The score of one subscale, with its range and its band in each sourced set."""

    id: str
    name: LocalizedText
    total: Number
    minimum: Number
    maximum: Number
    bands: tuple[BandFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Converted:
    """A total on another metric.

    Attributes
    ----------
    metric
        Name of the other metric.
    value
        The value on it.
    error
        Its standard error, where the table gives one.
    population
        In whom the metric was established.
    """

    metric: str
    value: float
    error: float | None
    population: str


@dataclass(frozen=True, slots=True)
class Score:
    """A total and how it came about.

    Attributes
    ----------
    scale
        The variant's id.
    total
        The total: whole where the rule is a sum and nothing was replaced.
    minimum, maximum
        The range of the total; the maximum belongs to the result.
    parts
        The values that entered the total, in the form's order.
    prorated
        Ids of parts whose values were replaced by the mean of the others.
    subscales
        The subscales whose items were all answered.
    bands
        The total's band in each sourced set.
    """

    scale: str
    total: Number
    minimum: Number
    maximum: Number
    parts: tuple[Part, ...]
    prorated: tuple[str, ...] = ()
    subscales: tuple[SubscaleScore, ...] = ()
    bands: tuple[BandFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class NotScoreable:
    """Why there is no score; nothing of a total is in it.

    Attributes
    ----------
    scale
        The variant's id.
    code
        The reason as a word of a closed list.
    reason
        The reason as a sentence.
    items
        The items that it is about.
    """

    scale: str
    code: Reason
    reason: Message
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SafetyFinding:
    """An answer that someone must look at.

    Attributes
    ----------
    scale, item
        Where it was given.
    answer
        The answer.
    at_least
        The lowest answer that calls for attention.
    window_days
        The days that the item asks about; ``None`` for a whole life, or where it names none.
    level
        Triage level, where the instrument's authors give one.
    about
        What was reported.
    """

    scale: str
    item: str
    answer: int
    at_least: int
    window_days: int | None
    level: Level | None
    about: LocalizedText
