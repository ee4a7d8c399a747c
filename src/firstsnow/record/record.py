"""A person's record: everything that is held about them, validated and immutable."""

from __future__ import annotations

import json
from itertools import islice
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError, PydanticKnownError

from firstsnow.record.checks import Finding, findings
from firstsnow.record.event import (
    Admission,
    AdverseEvent,
    Episode,
    Function,
    Goal,
    LifeEvent,
    Note,
    SafetyReview,
    SelfHarmEvent,
)
from firstsnow.record.exposure import DosingSession, Exposure
from firstsnow.record.fact import Fact, Flag, Identifier, RecordModel, ShortText, Whole
from firstsnow.record.measurement import DeclaredScale, LaboratoryResult, Measurement, VitalSign
from firstsnow.record.moment import When
from firstsnow.record.person import (
    Adversity,
    Allergy,
    Circumstance,
    Condition,
    Diagnosis,
    FamilyHistory,
    Person,
    Pregnancy,
)

SCHEMA_VERSION: Literal[1] = 1

MOST_FINDINGS = 10_001
"""Findings that are listed, so that a hostile file can't fill the memory with them."""


def _whole(version: object) -> object:
    """Keep ``true`` and ``1.0``, which Python takes for 1, from standing for the version."""
    if type(version) is not int:
        raise PydanticKnownError("literal_error", {"expected": str(SCHEMA_VERSION)})
    return version


class Study(RecordModel):
    """The study that a record comes from.

    Attributes
    ----------
    name, arm
        The study, and the arm that the person was in.
    blinding, believed
        Who knew the allocation, and what the person believed it to be.
    diagnosis, setting, min_failed_attempts
        Whom the study took.
    seen_before
        Whether the study was part of a calibration.
    columns
        Columns of the study's table that firstsnow gives no meaning to.
    """

    name: ShortText
    arm: ShortText | None = None
    blinding: Literal["double", "single", "open"] | None = None
    believed: Literal["active", "inactive", "unknown"] | None = None
    diagnosis: Literal["mdd", "trd", "bipolar", "chronic-mdd", "mixed", "community"] | None = None
    setting: ShortText | None = None
    min_failed_attempts: Whole | None = None
    seen_before: Flag = False
    columns: tuple[tuple[ShortText, ShortText], ...] = ()


class Record(RecordModel):
    """A person's record.

    Attributes
    ----------
    schema_version
        Version of the published schema that it follows.
    id
        Pseudonym.
    clock
        ``calendar``: times are dates; ``study``: times are days on the study's clock.
    observed_until
        The last day on which the record is known to be complete: its "today".
    declared_scales
        Scales that the catalogue does not have.

    Raises
    ------
    pydantic.ValidationError
        If anything is impossible or contradicts itself; every finding is listed with its place,
        up to `MOST_FINDINGS`.
    """

    schema_version: Annotated[Literal[1], BeforeValidator(_whole)] = SCHEMA_VERSION
    id: Identifier
    clock: Literal["calendar", "study"] = "calendar"
    observed_until: When | None = None
    person: Person = Field(default_factory=Person)
    study: Study | None = None
    diagnoses: tuple[Diagnosis, ...] = ()
    adversity: tuple[Adversity, ...] = ()
    family: tuple[FamilyHistory, ...] = ()
    conditions: tuple[Condition, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    pregnancies: tuple[Pregnancy, ...] = ()
    allergies: tuple[Allergy, ...] = ()
    episodes: tuple[Episode, ...] = ()
    exposures: tuple[Exposure, ...] = ()
    dosing_sessions: tuple[DosingSession, ...] = ()
    declared_scales: tuple[DeclaredScale, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    vital_signs: tuple[VitalSign, ...] = ()
    laboratory: tuple[LaboratoryResult, ...] = ()
    admissions: tuple[Admission, ...] = ()
    self_harm: tuple[SelfHarmEvent, ...] = ()
    life_events: tuple[LifeEvent, ...] = ()
    adverse_events: tuple[AdverseEvent, ...] = ()
    function: tuple[Function, ...] = ()
    goals: tuple[Goal, ...] = ()
    notes: tuple[Note, ...] = ()
    safety_reviews: tuple[SafetyReview, ...] = ()

    @model_validator(mode="after")
    def _says_nothing_impossible(self) -> Self:
        found = [_as_error(finding) for finding in islice(findings(self), MOST_FINDINGS)]
        if found:
            raise ValidationError.from_exception_data("Record", found)
        return self

    def facts(self) -> tuple[Fact, ...]:
        """Give every dated or undated entry of the record."""
        return tuple(
            entry
            for name in type(self).model_fields
            if isinstance(entries := getattr(self, name), tuple)
            for entry in entries
            if isinstance(entry, Fact)
        )

    def to_json(self) -> str:
        """Write the record as canonical JSON: fixed order, UTF-8, nothing that says nothing."""
        said = self.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
        whole = {"schema_version": self.schema_version, **said}
        return json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _as_error(finding: Finding) -> InitErrorDetails:
    return InitErrorDetails(
        type=PydanticCustomError(
            "record",
            "{what}; {right}",
            {
                "what": str(finding.what),
                "right": str(finding.right),
                "finding": finding,
            },
        ),
        loc=finding.place,
        input=finding.value,
    )
