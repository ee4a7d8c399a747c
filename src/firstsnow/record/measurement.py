"""What was measured: scales, vital signs and laboratory results."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from firstsnow.record.fact import Answers, Fact, Number, RecordModel, ShortText
from firstsnow.record.moment import When

ScaleName = Annotated[str, StringConstraints(min_length=1, max_length=100)]
"""Identifier of a scale's variant, in the catalogue or declared by the record."""


class Measurement(Fact):
    """One administration of a scale.

    Attributes
    ----------
    scale
        The variant's identifier.
    time
        When it was answered or rated.
    items
        Answers by item; ``None`` where only the total is known.
    total
        The total as it was noted; where items are complete it has to agree with them.
    rater
        Who answered; ``None`` where unknown.
    language
        Language of the form (BCP 47).
    """

    scale: ScaleName
    time: When
    items: Answers | None = None
    total: Number | None = None
    rater: Literal["clinician", "self", "relative"] | None = None
    language: ShortText | None = None


class DeclaredScale(RecordModel):
    """A scale that a study declared because the catalogue does not have it: only its totals.

    Attributes
    ----------
    id
        Identifier, which must not be one of the catalogue's.
    minimum, maximum
        Least and greatest total.
    direction
        Whether more is worse.
    measures
        What it measures, as in the catalogue (for example ``depression-severity``).
    healthy, episode, sd
        Mean of healthy people, mean of people in an episode, standard deviation among the latter.
    """

    id: ScaleName
    minimum: Number
    maximum: Number
    direction: Literal["higher-is-worse", "higher-is-better"]
    measures: ShortText
    healthy: Number | None = None
    episode: Number | None = None
    sd: Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0)] | None = None


VitalSignName = Literal[
    "weight-kg",
    "height-cm",
    "waist-cm",
    "systolic-mmhg",
    "diastolic-mmhg",
    "pulse-per-minute",
    "temperature-celsius",
    "oxygen-saturation-percent",
]

VITAL_SIGN_LIMITS: dict[VitalSignName, tuple[float, float]] = {
    "weight-kg": (1, 650),
    "height-cm": (30, 280),
    "waist-cm": (20, 400),
    "systolic-mmhg": (20, 350),
    "diastolic-mmhg": (10, 250),
    "pulse-per-minute": (10, 350),
    "temperature-celsius": (20, 46),
    "oxygen-saturation-percent": (1, 100),
}
"""Limits outside which a value is a slip of the pen or of the unit, not a reading."""


class VitalSign(Fact):
    """A vital sign or body measure; its name carries its unit."""

    name: VitalSignName
    time: When
    value: Number


class LaboratoryResult(Fact):
    """A laboratory result.

    Attributes
    ----------
    analyte
        What was measured, for example ``lithium``, ``tsh``, ``crp``.
    value, unit
        The result.
    comparator
        ``<`` or ``>`` where only a limit was reported.
    low, high
        The laboratory's reference range.
    """

    analyte: ShortText
    time: When
    value: Number
    unit: ShortText
    comparator: Literal["<", ">"] | None = None
    low: Number | None = None
    high: Number | None = None
