"""What a treatment may bring besides its benefit: how often, and when."""

from __future__ import annotations

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, NonNegativeFloat, PositiveInt, model_validator

from firstsnow.knowledge import Fact
from firstsnow.treatments.dose import Route

Percent: TypeAlias = Annotated[float, Field(ge=0, le=100)]

Frequency: TypeAlias = Literal["very-common", "common", "uncommon", "rare", "very-rare"]
"""Frequencies as European labels define them: at least 1 in 10, in 100, in 1000, in 10 000."""

TimeUnit: TypeAlias = Literal["minutes", "hours", "days", "weeks", "months"]


class TimeCourse(Fact):
    """When a side effect comes and goes, counted from the dose or from the start of treatment.

    Attributes
    ----------
    counted_from
        ``dose``: from each dose or session; ``start``: from the first day of treatment; ``stop``:
        from the last day.
    unit
        Unit of the times.
    begins, peaks, resolves
        When it usually begins, is strongest and is over; what was not read is left out.
    """

    counted_from: Literal["dose", "start", "stop"]
    unit: TimeUnit
    begins: NonNegativeFloat | None = None
    peaks: NonNegativeFloat | None = None
    resolves: NonNegativeFloat | None = None

    @model_validator(mode="after")
    def _times_are_ordered(self) -> Self:
        times = [time for time in (self.begins, self.peaks, self.resolves) if time is not None]
        if not times:
            raise ValueError("give at least one of begins, peaks, resolves")
        if times != sorted(times):
            raise ValueError(f"begins, peaks, resolves must not go back in time; found {times}")
        return self


class SideEffect(Fact):
    """One side effect, as often as one source found it.

    Attributes
    ----------
    effect
        Identifier in ``vocabularies/effects.toml``.
    percent
        Share of people under treatment in whom it was reported.
    control_percent, control
        The same under the comparator, and what that was: an identifier of the catalogue.
    people
        Number of people under treatment.
    frequency
        The frequency class of a label, where no share was read.
    population
        In whom, at which doses, for how long.
    route
        The route, where the figure is for one alone.
    is_serious
        Whether the source lists it among warnings or serious reactions.
    course
        When it comes and goes.
    """

    effect: str
    percent: Percent | None = None
    control_percent: Percent | None = None
    control: str | None = None
    people: PositiveInt | None = None
    frequency: Frequency | None = None
    population: str | None = None
    route: Route | None = None
    is_serious: bool = False
    course: TimeCourse | None = None

    @model_validator(mode="after")
    def _share_says_in_whom(self) -> Self:
        if self.percent is not None and self.population is None:
            raise ValueError(f"side effect {self.effect}: percent needs a population")
        if self.control_percent is not None and self.percent is None:
            raise ValueError(f"side effect {self.effect}: control_percent needs percent")
        return self
