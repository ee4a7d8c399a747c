"""A person's record: who, what was given, what was measured."""

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
from firstsnow.record.exposure import (
    Dose,
    DosingSession,
    Exposure,
    Outcome,
    Session,
    SessionReading,
)
from firstsnow.record.fact import (
    Answers,
    Fact,
    Interval,
)
from firstsnow.record.measurement import (
    DeclaredScale,
    LaboratoryResult,
    Measurement,
    VitalSign,
)
from firstsnow.record.moment import (
    When,
)
from firstsnow.record.person import (
    Adversity,
    Allergy,
    Circumstance,
    Condition,
    Diagnosis,
    FamilyHistory,
    Person,
    Pregnancy,
    RelativeTreatment,
)
from firstsnow.record.record import (
    SCHEMA_VERSION,
    Record,
    Study,
)

__all__ = [
    "SCHEMA_VERSION",
    "Admission",
    "AdverseEvent",
    "Adversity",
    "Allergy",
    "Answers",
    "Circumstance",
    "Condition",
    "DeclaredScale",
    "Diagnosis",
    "Dose",
    "DosingSession",
    "Episode",
    "Exposure",
    "Fact",
    "FamilyHistory",
    "Function",
    "Goal",
    "Interval",
    "LaboratoryResult",
    "LifeEvent",
    "Measurement",
    "Note",
    "Outcome",
    "Person",
    "Pregnancy",
    "Record",
    "RelativeTreatment",
    "SafetyReview",
    "SelfHarmEvent",
    "Session",
    "SessionReading",
    "Study",
    "VitalSign",
    "When",
]
