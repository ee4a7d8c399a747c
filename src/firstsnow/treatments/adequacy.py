"""Rules by which an attempt at a treatment is called adequate: data only, judged in ``history``."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import PositiveFloat, PositiveInt, model_validator

from firstsnow.knowledge import Fact, KnowledgeModel
from firstsnow.treatments.dose import DoseUnit, Route

Basis: TypeAlias = Literal["daily-dose", "sessions", "dose-sessions", "blood-level"]
"""What a rule looks at.

``daily-dose``: a dose a day for a number of weeks; ``sessions``: a number of sessions;
``dose-sessions``: a number of sessions, each at a dose; ``blood-level``: a level in the blood for a
number of weeks.
"""

GivenAs: TypeAlias = Literal["alone", "augmentation", "either"]
"""Whether a rule is for a treatment on its own, added to another, or both."""


class MinimumDose(Fact):
    """The least dose that counts, and for whom or what it holds.

    Attributes
    ----------
    minimum
        The least dose; the dose itself counts.
    unit
        Its unit.
    route, formulation
        The route and formulation that the record must name for it to hold; left out where it holds
        for every one that has no line of its own.
    age_from_years
        The age from which it holds instead of the line for every adult.
    """

    minimum: PositiveFloat
    unit: DoseUnit
    route: Route | None = None
    formulation: str | None = None
    age_from_years: PositiveFloat | None = None


class MinimumDuration(Fact):
    """The least time at the minimum dose or level, in weeks."""

    weeks: PositiveFloat


class MinimumSessions(Fact):
    """The least number of sessions, and within how many weeks where the source says so.

    Attributes
    ----------
    count
        The least number of sessions.
    variant
        The way of giving it that the number is for, an ``id`` of ``[[variants]]``.
    within_weeks
        The longest time over which they may be spread.
    """

    count: PositiveInt
    variant: str | None = None
    within_weeks: PositiveFloat | None = None


class MinimumLevel(Fact):
    """The least level in the blood that counts.

    Attributes
    ----------
    minimum
        The least level; the level itself counts.
    unit
        Its unit.
    """

    minimum: PositiveFloat
    unit: Literal["mmol/L", "ng/mL"]


class AdequacyRule(KnowledgeModel):
    """One rule for an adequate attempt; each part has a source of its own.

    Attributes
    ----------
    rule_set
        Name of the set of rules that it belongs to, such as ``usual-dose`` or ``athf-sf``.
    basis
        What it looks at.
    given_as
        Whether it is for the treatment alone, as augmentation, or for both.
    doses
        Least doses; the one whose conditions fit most closely holds, and none where no line fits.
    duration, sessions, level
        Least time, number of sessions and blood level.
    """

    rule_set: str
    basis: Basis
    given_as: GivenAs = "either"
    doses: tuple[MinimumDose, ...] = ()
    duration: MinimumDuration | None = None
    sessions: tuple[MinimumSessions, ...] = ()
    level: MinimumLevel | None = None

    @property
    def unsourced_parts(self) -> tuple[str, ...]:
        """Names of the parts that were not read anywhere: any of these makes adequacy unknown."""
        parts = {
            "doses": self.doses,
            "duration": (self.duration,),
            "sessions": self.sessions,
            "level": (self.level,),
        }
        return tuple(
            name
            for name, facts in parts.items()
            if any(fact is not None and not fact.is_sourced for fact in facts)
        )

    @property
    def is_sourced(self) -> bool:
        """Whether every part was read somewhere, so that the rule may be used."""
        return not self.unsourced_parts

    @model_validator(mode="after")
    def _has_the_parts_of_its_basis(self) -> Self:
        needed = _PARTS_OF_BASIS[self.basis]
        given = {
            "doses": bool(self.doses),
            "duration": self.duration is not None,
            "sessions": bool(self.sessions),
            "level": self.level is not None,
        }
        missing = sorted(part for part in needed if not given[part])
        if missing:
            raise ValueError(f"basis {self.basis!r} also needs {', '.join(missing)}")
        superfluous = sorted(
            part for part, there in given.items() if there and part not in needed | _ALWAYS_ALLOWED
        )
        if superfluous:
            raise ValueError(f"basis {self.basis!r} does not use {', '.join(superfluous)}")
        return self


_PARTS_OF_BASIS: dict[Basis, frozenset[str]] = {
    "daily-dose": frozenset({"doses", "duration"}),
    "sessions": frozenset({"sessions"}),
    "dose-sessions": frozenset({"doses", "sessions"}),
    "blood-level": frozenset({"level", "duration"}),
}

_ALWAYS_ALLOWED = frozenset({"duration"})
