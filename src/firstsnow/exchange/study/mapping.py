"""What a mapping file says about a study's table."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from firstsnow.knowledge import KnowledgeModel
from firstsnow.record import DeclaredScale, Dose, Exposure
from firstsnow.record.exposure import DoseUnit, TreatmentName
from firstsnow.record.fact import Flag, NotNegative, Number, ShortText, Whole
from firstsnow.record.measurement import ScaleName

TimeUnit = Literal["day", "week", "month"]
Word = str | int | float | bool
"""A value as TOML has it."""

Day = Annotated[Number, Field(ge=-100_000, le=100_000)]
"""A day on the study's clock, as far from its start as a record's times may be."""

DAYS_OF: dict[TimeUnit, float] = {"day": 1, "week": 7, "month": 30.4375}
"""Days of a unit of time; a month is a twelfth of 365.25 days."""


class StudySection(KnowledgeModel):
    """``[study]``: its name, the unit of its time column, and whether it was calibrated on."""

    name: ShortText | None = None
    time_unit: TimeUnit = "day"
    seen_before: Flag = False


class MissingSection(KnowledgeModel):
    """``[missing]``: what stands in a cell whose value is not known, beside nothing."""

    codes: tuple[Word, ...] = ()


class ArmExposure(KnowledgeModel):
    """One treatment that an arm got, on the study's clock in days.

    Attributes
    ----------
    treatment
        Identifier in the catalogue.
    as_written
        The study's words, where the catalogue has no such treatment.
    """

    treatment: TreatmentName | None = None
    as_written: ShortText | None = None
    dose: NotNegative | None = None
    unit: DoseUnit | None = None
    start: Day | None = None
    end: Day | None = None

    def as_exposure(self, name: str) -> Exposure:
        """Give it as an entry of a record, named ``name``."""
        has_dose = self.dose is not None or self.unit is not None
        dose = Dose.model_validate(
            {"start": self.start, "end": self.end, "amount": self.dose, "unit": self.unit}
        )
        return Exposure.model_validate(
            {
                "id": name,
                "treatment": self.treatment,
                "as_written": self.as_written,
                "start": self.start,
                "end": self.end,
                "doses": (dose,) if has_dose else (),
                "source": "study",
            }
        )


class Arm(KnowledgeModel):
    """``[arms.NAME]``: what an arm got, who knew, and what people believed."""

    exposures: tuple[ArmExposure, ...] = ()
    blinding: Literal["double", "single", "open"] | None = None
    believed: Literal["active", "inactive", "unknown"] | None = None


class Population(KnowledgeModel):
    """``[population]``: whom the study took."""

    diagnosis: Literal["mdd", "trd", "bipolar", "chronic-mdd", "mixed", "community"] | None = None
    setting: ShortText | None = None
    min_failed_attempts: Annotated[Whole, Field(ge=0)] | None = None


class Reference(KnowledgeModel):
    """Means of healthy people and of people in an episode, and the latter's deviation."""

    healthy: Number | None = None
    episode: Number | None = None
    sd: Annotated[Number, Field(gt=0)] | None = None


class ScaleDefinition(KnowledgeModel):
    """``[scale_definitions.NAME]``: a scale that the catalogue does not have."""

    range: tuple[Number, Number]
    direction: Literal["higher-is-worse", "higher-is-better"]
    kind: ShortText
    reference: Reference = Reference()

    def as_declared(self, name: str) -> DeclaredScale:
        """Give it as a record declares it, named ``name``."""
        return DeclaredScale(
            id=name,
            minimum=self.range[0],
            maximum=self.range[1],
            direction=self.direction,
            measures=self.kind,
            healthy=self.reference.healthy,
            episode=self.reference.episode,
            sd=self.reference.sd,
        )


class Wide(KnowledgeModel):
    """``[[wide]]``: a column that holds one scale's totals, or the answers to one item.

    Attributes
    ----------
    day
        Day on the study's clock; without it, the day of the row.
    item
        The item whose answers the column holds; without it, the column holds totals.
    rater
        Who rated; without it, the rater of the row.
    """

    scale: ShortText
    column: str
    day: Day | None = None
    item: str | int | None = None
    rater: Literal["clinician", "self"] | None = None


class Mapping(KnowledgeModel):
    """A mapping file."""

    study: StudySection = StudySection()
    columns: dict[str, str] = {}
    constants: dict[str, Word] = {}
    missing: MissingSection = MissingSection()
    scales: dict[str, str] = {}
    arms: dict[str, Arm] = {}
    population: Population = Population()
    scale_definitions: dict[ScaleName, ScaleDefinition] = {}
    wide: tuple[Wide, ...] = ()

    def declared_scales(self) -> dict[str, DeclaredScale]:
        """Give the scales that it declares, by name."""
        return {name: one.as_declared(name) for name, one in self.scale_definitions.items()}

    def scale_named(self, name: str) -> str:
        """Give the identifier of the scale that the data calls ``name``."""
        return self.scales.get(name, name)
