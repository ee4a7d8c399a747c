"""What was given: treatments over time, with their doses, sessions and outcomes."""

from __future__ import annotations

import math
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from firstsnow.record.fact import (
    Fact,
    Flag,
    Identifier,
    Interval,
    NotNegative,
    Number,
    RecordModel,
    Share,
    ShortText,
)
from firstsnow.record.moment import When

TreatmentName = Annotated[str, StringConstraints(min_length=1, max_length=100)]
"""Identifier of a treatment in the catalogue."""

DoseUnit = Literal["mg/day", "ug/day", "g/day", "mg/kg", "mg", "ug", "session", "minutes", "lux"]

Judgement = Literal[
    "remission", "response", "partial-response", "no-response", "worse", "not-judged"
]


IMPROVEMENT_PERCENT: dict[Judgement, tuple[float, float]] = {
    "remission": (50.0, math.inf),
    "response": (50.0, math.inf),
    "partial-response": (25.0, 50.0),
    "no-response": (-math.inf, 25.0),
    "worse": (-math.inf, 0.0),
    "not-judged": (-math.inf, math.inf),
}
"""What each judgement says of the fall of a severity total, in percent: from, and less than."""


class Outcome(RecordModel):
    """How a treatment was judged to have helped.

    Attributes
    ----------
    judgement
        ``response``: at least half better; ``partial-response``: from a quarter to less than half;
        ``no-response``: less than a quarter; ``worse``; ``not-judged``: it was not judged, or
        nobody knows.
    by
        Who judged.
    improvement_percent
        Fall of the total on a severity scale, in percent of where it began, where it was noted.
    """

    judgement: Judgement
    by: Literal["person", "clinician", "relative"] | None = None
    improvement_percent: Annotated[float, Field(strict=True, ge=-1000, le=100)] | None = None


class Dose(RecordModel):
    """One dose level over a time.

    Attributes
    ----------
    start, end
        First and last day of this level; without an end it lasts to the next level or to the end
        of the exposure.
    amount, unit
        How much; ``None`` where it is not known as a number.
    as_written
        The words of the source, where they could not be read as an amount.
    """

    start: When | None = None
    end: When | None = None
    amount: NotNegative | None = None
    unit: DoseUnit | None = None
    as_written: ShortText | None = None


class Session(RecordModel):
    """One session of a psychotherapy, of stimulation or of a dose given under supervision."""

    time: When
    attended: Flag = True
    amount: NotNegative | None = None
    unit: DoseUnit | None = None


class Exposure(Interval):
    """One treatment given over an interval.

    Attributes
    ----------
    treatment
        Identifier in the catalogue; ``None`` where it is only known by ``as_written``.
    as_written
        The words of the source.
    route, formulation
        How a drug enters the body, and its formulation (for example ``XR``).
    variant
        Way of giving it that the catalogue tells apart, such as the placement in ECT.
    format
        Setting of a psychotherapy.
    doses
        Dose levels in order of time.
    sessions
        Sessions in order of time.
    session_count
        Number of sessions attended, where their days are not known.
    adherence
        Share of what was prescribed that was taken, or a word for it.
    outcome
        How it was judged to have helped.
    reason_ended
        Why it ended.
    augments
        Identifiers of the exposures that it was added to.
    """

    id: Identifier
    treatment: TreatmentName | None = None
    as_written: ShortText | None = None
    route: (
        Literal[
            "oral",
            "sublingual",
            "intranasal",
            "intravenous",
            "intramuscular",
            "subcutaneous",
            "transdermal",
        ]
        | None
    ) = None
    formulation: ShortText | None = None
    variant: ShortText | None = None
    format: (
        Literal["individual", "group", "couple", "family", "online", "guided-self-help"] | None
    ) = None
    doses: tuple[Dose, ...] = ()
    sessions: tuple[Session, ...] = ()
    session_count: Annotated[int, Field(strict=True, ge=0, le=10_000)] | None = None
    adherence: Literal["full", "partial", "poor", "none"] | None = None
    adherence_share: Share | None = None
    outcome: Outcome | None = None
    reason_ended: (
        Literal[
            "did-not-help-enough",
            "side-effects",
            "well",
            "person-chose",
            "cost-or-access",
            "interaction",
            "pregnancy",
            "course-completed",
            "study-ended",
            "other",
        ]
        | None
    ) = None
    augments: tuple[Identifier, ...] = ()


class SessionReading(RecordModel):
    """What was read during a dosing session, so many minutes after the dose began."""

    minutes: Number
    systolic_mmhg: NotNegative | None = None
    diastolic_mmhg: NotNegative | None = None
    pulse_per_minute: NotNegative | None = None
    oxygen_saturation_percent: Annotated[float, Field(strict=True, ge=0, le=100)] | None = None
    sedation: ShortText | None = None
    dissociation: ShortText | None = None


class DosingSession(Fact):
    """A supervised dose, such as an infusion or a spray, with what was watched during it."""

    exposure: Identifier
    time: When
    amount: NotNegative | None = None
    unit: DoseUnit | None = None
    duration_minutes: NotNegative | None = None
    setting: ShortText | None = None
    readings: tuple[SessionReading, ...] = ()
    ready_to_leave_minutes: NotNegative | None = None
