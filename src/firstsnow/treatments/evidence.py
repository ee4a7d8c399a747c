"""How strong the evidence for a treatment is: figures of reviews and trials, for the reader.

These figures are shown beside a treatment. Those that the model is fitted to are kept by the room
of that name, with everything that a fit needs to know.
"""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import PositiveInt, model_validator

from firstsnow.knowledge import Fact

Design: TypeAlias = Literal[
    "network-meta-analysis",
    "meta-analysis",
    "randomised-trial",
    "open-trial",
    "cohort",
    "guideline",
]
Measure: TypeAlias = Literal[
    "odds-ratio",
    "risk-ratio",
    "hazard-ratio",
    "standardised-mean-difference",
    "mean-difference",
    "percent",
    "number-needed-to-treat",
]


class Finding(Fact):
    """One published result, or what a guideline makes of all of them.

    Attributes
    ----------
    design
        What kind of study.
    comparator
        Against what: an identifier of the catalogue; left out for a single group or a guideline.
    outcome
        ``response``, ``remission``, ``severity``, ``relapse`` or ``dropout``.
    measure, value, low, high
        The figure with its 95 % interval. Below zero, and below one for a ratio, means less of the
        outcome than under the comparator.
    at_weeks
        When, from the start of treatment; for a single dose as a fraction.
    studies, people
        On how many studies and people it rests.
    population
        In whom.
    certainty
        What the source itself says of the certainty (GRADE), or a guideline's level or line.
    """

    design: Design
    comparator: str | None = None
    outcome: Literal["response", "remission", "severity", "relapse", "dropout"] | None = None
    measure: Measure | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    at_weeks: float | None = None
    studies: PositiveInt | None = None
    people: PositiveInt | None = None
    population: str
    certainty: str | None = None

    @model_validator(mode="after")
    def _figure_is_whole(self) -> Self:
        figure = (self.outcome, self.measure, self.value)
        if any(part is not None for part in figure) and None in figure:
            raise ValueError("give outcome, measure and value together")
        if self.value is None and self.certainty is None:
            raise ValueError("give a figure, or the certainty that the source states")
        bounds = [one for one in (self.low, self.value, self.high) if one is not None]
        if bounds != sorted(bounds):
            raise ValueError(f"low, value, high must be in order; found {bounds}")
        return self
