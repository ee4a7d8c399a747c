"""Answers about self-harm: what was answered, and what is not yet dealt with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from firstsnow.history.conventions import conventions
from firstsnow.record import Measurement, Record, SafetyReview
from firstsnow.scales import SafetyFinding, catalogue, safety_findings


@dataclass(frozen=True, slots=True)
class SafetyAnswer:
    """One answer to an item that someone must look at.

    Attributes
    ----------
    scale, item
        The item.
    day
        When it was answered, on the record's clock.
    answer
        The answer.
    finding
        Why it calls for attention, ``None`` where it does not.
    review
        What was done about it, where that is on record.
    index
        Position of the measurement in the record.
    latest
        The last day on which it may have been answered.
    """

    scale: str
    item: str
    day: float
    answer: int
    finding: SafetyFinding | None
    review: SafetyReview | None
    index: int
    latest: float


@dataclass(frozen=True, slots=True)
class SafetyAnswers:
    """Every answer to an item about self-harm, in order of time, as seen on a day.

    Attributes
    ----------
    answers
        All answers.
    open
        Answers that call for attention, are recent and were not dealt with.
    past
        Answers that call for attention and were not dealt with, but are no longer recent.
    """

    answers: tuple[SafetyAnswer, ...]
    open: tuple[SafetyAnswer, ...]
    past: tuple[SafetyAnswer, ...]

    @property
    def latest(self) -> SafetyAnswer | None:
        """The last answer of all."""
        return self.answers[-1] if self.answers else None


def safety_answers(record: Record, until: float) -> SafetyAnswers:
    """Gather every answer to an item about self-harm that may be of a day up to ``until``."""
    reviews = {r.measurement: r for r in record.safety_reviews if r.time.latest <= until}
    found: list[SafetyAnswer] = []
    for index, measurement in enumerate(record.measurements):
        if measurement.time.earliest <= until and measurement.scale in catalogue():
            found += _of_measurement(measurement, index, reviews, until)
    answers = tuple(sorted(found, key=lambda answer: (answer.day, answer.index)))
    waiting = [a for a in answers if a.finding is not None and a.review is None]
    recent = until - conventions().safety.recent_days
    return SafetyAnswers(
        answers,
        open=tuple(answer for answer in waiting if answer.latest >= recent),
        past=tuple(answer for answer in waiting if answer.latest < recent),
    )


def _of_measurement(
    measurement: Measurement, index: int, reviews: Mapping[str, SafetyReview], until: float
) -> list[SafetyAnswer]:
    scale = catalogue()[measurement.scale]
    given: Mapping[str, int | None] = measurement.items or {}
    findings = {finding.item: finding for finding in safety_findings(scale, given)}
    items = dict.fromkeys(rule.item for rule in scale.safety)
    return [
        SafetyAnswer(
            scale=scale.id,
            item=item,
            day=min(measurement.time.middle, until),
            answer=answer,
            finding=findings.get(item),
            review=reviews.get(measurement.id or ""),
            index=index,
            latest=min(measurement.time.latest, until),
        )
        for item in items
        if (answer := given.get(item)) is not None
    ]
