"""What totals and answers mean: bands, thresholds, change, reliability, safety."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from firstsnow.knowledge import Fact, KnowledgeModel
from firstsnow.scales.vocabulary import Level, Number, Outcome, Severity, Sex, Text


class BandLevel(KnowledgeModel):
    """One band: the totals from ``minimum`` to ``maximum``.

    Attributes
    ----------
    minimum, maximum
        Lowest and highest total of the band.
    name
        Its name.
    severity
        Its place among the severities that instruments share; ``None`` where it says something
        else, such as well-being.
    """

    minimum: Number
    maximum: Number
    name: Text
    severity: Severity | None = None


class BandSet(Fact):
    """A named set of bands, with the people in whom it was found.

    Attributes
    ----------
    set
        Name of the set.
    population
        In whom the bands were established, or who proposed them.
    default
        Whether it is shown where nobody chose a set.
    subscale
        The subscale that it is about; ``None`` for the total.
    levels
        The bands from the lowest totals to the highest.
    """

    set: str
    population: str
    default: bool = False
    subscale: str | None = None
    levels: tuple[BandLevel, ...] = Field(min_length=2)

    def level_of(self, total: float) -> BandLevel:
        """Give the band of a total; a total between two bands belongs to the lower one."""
        found = self.levels[0]
        for level in self.levels:
            if total >= level.minimum:
                found = level
        return found


class Threshold(Fact):
    """A total, or a fall from the starting total, that decides an outcome.

    Exactly one of ``at_most``, ``at_least`` and ``fall_percent`` is given.

    Attributes
    ----------
    set
        Name of the definition.
    outcome
        What it decides.
    at_most, at_least
        The total must be no more, or no less, than this.
    fall_percent
        The total must have fallen by at least this percentage of the starting total.
    assessments
        How many consecutive assessments must show it.
    population
        In whom, or by whom, it was defined.
    default
        Whether it is used where nobody chose a definition.
    sex
        The sex for which it was found; ``None`` where it holds for everyone.
    subscale
        The subscale that it is about; ``None`` for the total.
    """

    set: str
    outcome: Outcome
    at_most: Number | None = None
    at_least: Number | None = None
    fall_percent: float | None = Field(default=None, gt=0, le=100)
    assessments: int = Field(default=1, ge=1)
    population: str
    default: bool = False
    sex: Sex | None = None
    subscale: str | None = None

    @model_validator(mode="after")
    def _one_criterion(self) -> Self:
        given = [self.at_most, self.at_least, self.fall_percent]
        if sum(value is not None for value in given) != 1:
            raise ValueError(
                f"threshold {self.set} for {self.outcome}: give exactly one of at_most, at_least, "
                "fall_percent"
            )
        return self

    def is_met(self, total: float, start: float | None = None) -> bool | None:
        """Say whether a total meets it: ``None`` where the starting total is needed and not known.

        Parameters
        ----------
        total
            The total to judge.
        start
            The starting total, which ``fall_percent`` needs; at a start of 0 nothing can fall.
        """
        if self.at_most is not None:
            return total <= self.at_most
        if self.at_least is not None:
            return total >= self.at_least
        if start is None or start <= 0 or self.fall_percent is None:
            return None
        return 100 * (start - total) >= self.fall_percent * start


class Change(Fact):
    """How large a change is in the scale's points or in per cent of the start.

    Attributes
    ----------
    kind
        ``important-difference``: the smallest change that people or raters call an improvement.
        ``substantial-difference``: a change that they call large. ``reliable-change``: more than
        the error of measurement.
    points, percent
        Its size, as a positive number; exactly one is given.
    population
        In whom it was found, and against which anchor.
    """

    kind: Literal["important-difference", "substantial-difference", "reliable-change"]
    points: float | None = Field(default=None, gt=0)
    percent: float | None = Field(default=None, gt=0, le=100)
    population: str

    @model_validator(mode="after")
    def _one_size(self) -> Self:
        if (self.points is None) == (self.percent is None):
            raise ValueError(f"change {self.kind}: give either points or percent")
        return self


class Reliability(Fact):
    """How well the scale repeats itself, as a coefficient from 0 to 1."""

    kind: Literal["internal-consistency", "test-retest", "inter-rater"]
    value: float = Field(ge=0, le=1)
    population: str


class Norm(Fact):
    """Totals of a group of people: their mean and standard deviation.

    Attributes
    ----------
    mean, sd
        Mean and standard deviation of the totals.
    people
        How many people they were found in.
    population
        Who these people were.
    """

    mean: float
    sd: float = Field(gt=0)
    people: int = Field(ge=2)
    population: str


class SafetyItem(Fact):
    """An answer that someone must look at, whether or not the form is complete.

    Attributes
    ----------
    item
        The item's id.
    at_least
        The lowest answer that calls for attention.
    window_days
        The days that the item asks about; ``None`` for a whole life, or where it names none.
    level
        Triage level, where the instrument's authors give one.
    about
        What was reported, in our own neutral words.
    """

    item: str
    at_least: int
    window_days: int | None = Field(default=None, ge=1)
    level: Level | None = None
    about: Text
