"""Who someone is, and what they bring with them."""

from __future__ import annotations

from typing import Literal

from firstsnow.record.exposure import Outcome, TreatmentName
from firstsnow.record.fact import (
    Fact,
    Interval,
    NotNegative,
    Presence,
    RecordModel,
    ShortText,
    Years,
)
from firstsnow.record.moment import When

Sex = Literal["female", "male", "intersex"]


class Person(RecordModel):
    """Someone, pseudonymous by default.

    Attributes
    ----------
    birth
        Date of birth, in practice often only its year.
    age_years
        Age at the start of the record, where no birth date may be kept.
    sex
        Sex as registered at birth; ``None`` where unknown.
    gender
        Gender in the person's own words.
    languages
        Languages spoken, best first (BCP 47 codes, for example ``zh-Hans``).
    education_years
        Years of education completed.
    death
        Day of death.
    """

    birth: When | None = None
    age_years: Years | None = None
    sex: Sex | None = None
    gender: ShortText | None = None
    ethnicity: ShortText | None = None
    languages: tuple[ShortText, ...] = ()
    education_years: Years | None = None
    death: When | None = None


class Diagnosis(Interval):
    """A diagnosis of a mood disorder with its polarity and specifiers."""

    name: ShortText
    code: ShortText | None = None
    code_system: Literal["icd-10", "icd-11", "dsm-5", "snomed-ct"] | None = None
    polarity: Literal["unipolar", "bipolar", "unknown"] = "unknown"
    psychosis: Presence = "unknown"
    severity: Literal["mild", "moderate", "severe"] | None = None
    specifiers: tuple[
        Literal[
            "anxious-distress",
            "mixed-features",
            "melancholic",
            "atypical",
            "catatonic",
            "peripartum",
            "seasonal",
            "persistent",
            "rapid-cycling",
        ],
        ...,
    ] = ()
    status: Literal["current", "past", "ruled-out"] = "current"


class Adversity(Fact):
    """Something hard in childhood, with the ages at which it happened."""

    kind: Literal[
        "emotional-abuse",
        "physical-abuse",
        "sexual-abuse",
        "emotional-neglect",
        "physical-neglect",
        "loss-of-a-parent",
        "separation-of-parents",
        "violence-at-home",
        "illness-at-home",
        "substance-use-at-home",
        "imprisonment-in-family",
        "bullying",
        "war-or-flight",
        "poverty",
        "other",
    ]
    presence: Presence
    from_age_years: Years | None = None
    to_age_years: Years | None = None


class RelativeTreatment(RecordModel):
    """What a relative was given, and whether it helped."""

    treatment: TreatmentName | None = None
    as_written: ShortText | None = None
    outcome: Outcome | None = None


class FamilyHistory(Fact):
    """A condition of a relative, and what that relative responded to."""

    relative: Literal[
        "mother",
        "father",
        "sibling",
        "twin",
        "child",
        "grandparent",
        "aunt-or-uncle",
        "cousin",
        "other",
    ]
    condition: ShortText
    presence: Presence
    treatments: tuple[RelativeTreatment, ...] = ()


class Condition(Interval):
    """Another condition beside the depression."""

    name: ShortText
    category: Literal[
        "metabolic",
        "cardiovascular",
        "endocrine",
        "inflammatory",
        "neurological",
        "kidney-or-bladder",
        "liver",
        "pain",
        "sleep",
        "reproductive",
        "ptsd",
        "adhd",
        "anxiety",
        "ocd",
        "eating",
        "personality",
        "psychosis",
        "substance-use",
        "other",
    ]
    presence: Presence
    code: ShortText | None = None
    code_system: Literal["icd-10", "icd-11", "dsm-5", "snomed-ct"] | None = None


class Circumstance(Interval):
    """A circumstance of life that can weigh on someone.

    Attributes
    ----------
    aspect
        What it is about.
    presence
        Whether it weighs.
    amount, unit
        How much, where that was asked: months of expenses saved, hours of social media a day.
    """

    aspect: Literal[
        "no-savings",
        "debt",
        "insecure-housing",
        "food-insecurity",
        "insecure-care",
        "insecure-work",
        "no-work",
        "loneliness",
        "living-alone",
        "social-media",
        "caring-for-others",
        "conflict",
        "other",
    ]
    presence: Presence
    amount: NotNegative | None = None
    unit: ShortText | None = None


class Pregnancy(Interval):
    """Pregnancy, the time after birth, breastfeeding, or a wish for a child."""

    status: Literal["pregnant", "postpartum", "breastfeeding", "planning", "not-pregnant"]


class Allergy(Fact):
    """An allergy or intolerance."""

    substance: ShortText
    reaction: ShortText | None = None
    presence: Presence = "present"
