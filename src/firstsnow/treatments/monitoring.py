"""What is watched under a treatment, and when."""

from __future__ import annotations

from typing import Self

from pydantic import NonNegativeFloat, PositiveFloat, model_validator

from firstsnow.knowledge import Fact, Text
from firstsnow.treatments.caution import Region


class Check(Fact):
    """One thing that is watched.

    Attributes
    ----------
    what
        Identifier in ``vocabularies/checks.toml``.
    before
        Whether it is looked at before treatment begins, or before each dose of a supervised one.
    minutes_after_dose
        Times after each dose, of a treatment that is given under supervision.
    at_weeks
        Weeks of treatment at which it is looked at.
    every_weeks
        How often it is looked at from then on.
    clause
        What the source says, in short words of our own.
    region
        Where it holds, where the source is the label of one region.
    """

    what: str
    before: bool = False
    minutes_after_dose: tuple[NonNegativeFloat, ...] = ()
    at_weeks: tuple[NonNegativeFloat, ...] = ()
    every_weeks: PositiveFloat | None = None
    clause: Text
    region: Region | None = None

    @model_validator(mode="after")
    def _times_are_ordered(self) -> Self:
        for times in (self.minutes_after_dose, self.at_weeks):
            if list(times) != sorted(times):
                raise ValueError(f"check {self.what}: times must be in order; found {list(times)}")
        return self
