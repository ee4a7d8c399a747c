"""The facts of the picture as rows, and its measurements in the order of the arrow keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from firstsnow.charts.course.answer_lane import by_item
from firstsnow.charts.course.attempt_words import (
    doses_text,
    outcome_text,
    sessions_text,
    treatment_name,
    verdict_text,
)
from firstsnow.charts.course.event_lane import goals, life_events
from firstsnow.charts.course.strip import short_state, stretches
from firstsnow.charts.course.words import (
    band_name,
    day_text,
    number,
    rating_time,
    scale_name,
    when_text,
)
from firstsnow.history import Attempt, History
from firstsnow.history.dose_time import exposure_start
from firstsnow.history.ratings import DEPRESSION, measurement_total
from firstsnow.i18n import Listing, Message, Value, message
from firstsnow.record import Exposure, Record
from firstsnow.scales import NotScoreable, catalogue, score

FactKind: TypeAlias = Literal["measurement", "state", "treatment", "event", "goal", "answer"]


@dataclass(frozen=True, slots=True)
class CourseFact:
    """One row: when, what, its value, and what that means.

    Attributes
    ----------
    kind
        What sort of fact it is.
    day
        Where it stands among the others, in days on the record's clock.
    date, what, value, meaning
        The cells; ``None`` where there is nothing to say.
    """

    kind: FactKind
    day: float
    date: Value
    what: Value
    value: Value | None = None
    meaning: Value | None = None


@dataclass(frozen=True, slots=True)
class CourseMeasurement:
    """A measurement of the picture, where it stands and what is said of it.

    Attributes
    ----------
    key
        Name by which its point is found: the field ``key`` of the specification's rows.
    index
        Position of the measurement in the record.
    x, y
        Place in the picture, in px from its upper left corner.
    label
        Scale, total, its meaning and its date, in the picture's language.
    """

    key: str
    index: int
    x: float
    y: float
    label: str


def course_facts(record: Record, history: History) -> tuple[CourseFact, ...]:
    """Give every fact of the picture, in order of time."""
    found = [
        *_ratings(record, history),
        *_without_total(record, history),
        *_states(record, history),
        *_treatments(record, history),
        *_events(record, history),
        *_answers(record, history),
    ]
    return tuple(sorted(found, key=lambda fact: fact.day))


def _ratings(record: Record, history: History) -> Iterator[CourseFact]:
    for scale, ratings in history.ratings.items():
        for rating in ratings:
            yield CourseFact(
                "measurement",
                rating.day,
                rating_time(record, rating),
                scale_name(scale),
                number(rating.total),
                band_name(scale, rating.total),
            )


def _without_total(record: Record, history: History) -> Iterator[CourseFact]:
    """Give the sheets that cannot be scored: they have no point in the picture."""
    for measurement in record.measurements:
        scale = catalogue().get(measurement.scale)
        if scale is None or scale.measures != DEPRESSION or measurement.items is None:
            continue
        if measurement_total(measurement) is None and measurement.time.middle <= history.at:
            found = score(scale, measurement.items)
            yield CourseFact(
                "measurement",
                measurement.time.middle,
                when_text(measurement.time),
                scale.short_name,
                message("cannot be scored"),
                found.reason if isinstance(found, NotScoreable) else None,
            )


def _states(record: Record, history: History) -> Iterator[CourseFact]:
    is_calendar = record.clock == "calendar"
    for each in stretches(history.status.segments, history.at):
        segment = each.segment
        yield CourseFact(
            "state",
            segment.start,
            message(
                "{start} – {end}",
                start=day_text(segment.start, is_calendar=is_calendar),
                end=day_text(segment.end, is_calendar=is_calendar),
            ),
            message("State"),
            short_state(segment),
            message("as a clinician dated it") if each.is_dated else None,
        )


def _treatments(record: Record, history: History) -> Iterator[CourseFact]:
    judged = {attempt.exposure.id: attempt for attempt in history.attempts}
    for exposure in record.exposures:
        start = exposure_start(exposure)
        if start.low > history.at:
            continue
        day = start.high if start.high < float("inf") else float("-inf")
        yield _treatment(exposure, judged.get(exposure.id), day)


def _treatment(exposure: Exposure, attempt: Attempt | None, day: float) -> CourseFact:
    parts = [part for part in (doses_text(exposure), sessions_text(exposure)) if part is not None]
    meaning = None if attempt is None else _judgement(attempt)
    return CourseFact(
        "treatment",
        day,
        _when(exposure),
        treatment_name(exposure),
        Listing(tuple(parts)) if parts else None,
        meaning,
    )


def _judgement(attempt: Attempt) -> Message:
    said = verdict_text(attempt)
    for reason in attempt.adequacy.reasons:
        said = message("{said}; {reason}", said=said, reason=reason)
    outcome = outcome_text(attempt.improvement)
    return said if outcome is None else message("{said}; {reason}", said=said, reason=outcome)


def _when(exposure: Exposure) -> Value:
    start = message("start not known") if exposure.start is None else when_text(exposure.start)
    if exposure.end is not None:
        end: Value = when_text(exposure.end)
    elif exposure.ongoing:
        end = message("goes on")
    else:
        end = message("end not known")
    return message("{start} – {end}", start=start, end=end)


def _events(record: Record, history: History) -> Iterator[CourseFact]:
    for happening in life_events(record, history.at):
        yield CourseFact("event", happening.day, happening.when, happening.words)
    dated, undated = goals(record, history.at)
    for goal in dated:
        yield CourseFact("goal", goal.day, goal.when, message("Goal"), goal.words)
    for words in undated:
        value = message("“{words}”", words=words)
        yield CourseFact("goal", history.at, message("no date"), message("Goal"), value)


def _answers(record: Record, history: History) -> Iterator[CourseFact]:
    is_calendar = record.clock == "calendar"
    waiting = history.safety.open
    for group in by_item(history.safety):
        for answer in group.answers:
            meaning = message("not yet dealt with") if answer in waiting else None
            if meaning is None and answer.review is not None:
                meaning = message("dealt with")
            yield CourseFact(
                "answer",
                answer.day,
                day_text(answer.day, is_calendar=is_calendar),
                group.name,
                answer.answer,
                meaning,
            )
