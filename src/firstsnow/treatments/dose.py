"""How a treatment is usually given: route, unit and usual range."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import PositiveFloat, model_validator

from firstsnow.knowledge import Fact

Route: TypeAlias = Literal[
    "oral",
    "sublingual",
    "intranasal",
    "intravenous",
    "intramuscular",
    "subcutaneous",
    "transdermal",
]
"""How a drug enters the body."""

DoseUnit: TypeAlias = Literal["mg/day", "ug/day", "mg", "mg/kg"]
"""Unit of a dose; ``mg`` and ``mg/kg`` (of body weight) are amounts of one administration."""


class UsualDose(Fact):
    """The usual range of doses by one route.

    Attributes
    ----------
    route
        How it is given.
    unit
        Unit of both bounds.
    usual_minimum, usual_maximum
        Bounds of the usual range; ``usual_maximum`` is left out where the source gives one figure
        as a starting or target dose only.
    formulation
        The formulation that the range is for, where it is for one alone.
    age_from_years
        The age from which the range holds, where it is for older people alone.
    given_as
        Whether the range is for the treatment alone, as augmentation, or for both.
    over_minutes
        Length of an infusion.
    """

    route: Route
    unit: DoseUnit
    usual_minimum: PositiveFloat
    usual_maximum: PositiveFloat | None = None
    formulation: str | None = None
    age_from_years: PositiveFloat | None = None
    given_as: Literal["alone", "augmentation", "either"] = "either"
    over_minutes: PositiveFloat | None = None

    @model_validator(mode="after")
    def _bounds_are_ordered(self) -> Self:
        if self.usual_maximum is not None and self.usual_maximum < self.usual_minimum:
            raise ValueError(
                f"usual_maximum {self.usual_maximum:g} is below usual_minimum "
                f"{self.usual_minimum:g}; the bounds may have been exchanged"
            )
        return self
