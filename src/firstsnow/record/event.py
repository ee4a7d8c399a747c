"""What happened: episodes, admissions, self-harm, life events, side effects, goals."""

from __future__ import annotations

from typing import Literal

from firstsnow.record.fact import Fact, Flag, Identifier, Interval, LongText, Presence, ShortText
from firstsnow.record.moment import When


class Episode(Interval):
    """A mood episode as a clinician dated it."""

    polarity: Literal["depressive", "manic", "hypomanic", "mixed"] = "depressive"
    severity: Literal["mild", "moderate", "severe"] | None = None
    psychosis: Presence = "unknown"


class Admission(Interval):
    """A stay in hospital or a day clinic."""

    reason: ShortText | None = None
    setting: Literal["ward", "day-clinic", "crisis-house", "emergency"] | None = None
    involuntary: Flag | None = None


class SelfHarmEvent(Fact):
    """Self-harm, as a fact about the past."""

    time: When
    kind: Literal["attempt", "interrupted-attempt", "self-injury-without-intent", "preparation"]
    medical_care: Flag | None = None


class LifeEvent(Fact):
    """Something that happened in someone's life, in their words."""

    time: When
    what: ShortText
    weighs: Literal["hard", "good", "mixed"] | None = None


class AdverseEvent(Interval):
    """An unwanted effect or event under treatment."""

    what: ShortText
    exposure: Identifier | None = None
    severity: Literal["mild", "moderate", "severe"] | None = None
    serious: Flag | None = None


class Function(Fact):
    """How someone manages in one part of life."""

    time: When
    aspect: Literal["work", "study", "home", "relations", "leisure", "self-care"]
    level: Literal["full", "reduced", "not-possible", "unknown"]
    words: ShortText | None = None


class Goal(Fact):
    """A goal in the person's own words."""

    words: ShortText
    set_on: When | None = None
    wished_by: When | None = None
    reached: When | None = None


class Note(Fact):
    """A note in free words."""

    time: When
    text: LongText


class SafetyReview(Fact):
    """What was done about a safety item that was answered above its threshold.

    Attributes
    ----------
    measurement
        Identifier of the measurement that it answers.
    time
        When it was dealt with.
    action
        What was done.
    """

    measurement: Identifier
    time: When
    action: ShortText
