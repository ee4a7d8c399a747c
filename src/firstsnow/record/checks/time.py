"""Times that contradict each other or the record's clock."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from firstsnow.i18n import message
from firstsnow.record.checks.finding import Finding, Place
from firstsnow.record.checks.walk import entries, moments, text
from firstsnow.record.fact import Interval
from firstsnow.record.moment import When
from firstsnow.record.person import Adversity, Person

if TYPE_CHECKING:
    from firstsnow.record.record import Record


def time_findings(record: Record) -> Iterator[Finding]:
    """Walk over times on the wrong clock, before birth, after death, or running backwards."""
    on_calendar = record.clock == "calendar"
    birth, death = record.person.birth, record.person.death
    for place, when in moments(record):
        if when.is_calendar != on_calendar:
            yield _wrong_clock(place, when, on_calendar)
            continue
        if birth is not None and when.surely_before(birth):
            yield Finding(
                place,
                message(
                    "{time} is before the birth on {birth}", time=text(when), birth=text(birth)
                ),
                message("mend the date or the date of birth"),
                when.written,
            )
        elif birth is not None and _years_after(birth, when) > _LONGEST_LIFE_YEARS:
            yield Finding(
                place,
                message(
                    "{time} is a lifetime after birth on {birth}",
                    time=text(when),
                    birth=text(birth),
                ),
                message("mend the date or the date of birth"),
                when.written,
            )
    if death is not None:
        yield from _after_death(record, death)
    if record.observed_until is not None:
        yield from _after_observation(record, record.observed_until)
    yield from _early_reviews(record)
    for place, fact in entries(record):
        if isinstance(fact, Interval):
            yield from reversed_interval(fact.start, fact.end, place)


def _after_observation(record: Record, until: When) -> Iterator[Finding]:
    """Find what happened after the record's own today, at which a history would never look."""
    last = until.latest if until.precision == "instant" else math.floor(until.latest) + 1
    for place, fact in entries(record):
        time = getattr(fact, "time", None)
        if time is not None and time.is_calendar == until.is_calendar and time.earliest >= last:
            yield Finding(
                (*place, "time"),
                message(
                    "{time} is after {until}, until which the record is said to be complete",
                    time=text(time),
                    until=text(until),
                ),
                message("mend the date, or set observed_until to a later day"),
                time.written,
            )


def _early_reviews(record: Record) -> Iterator[Finding]:
    """Find answers that are said to have been dealt with before they were given."""
    times = {m.id: m.time for m in record.measurements if m.id is not None}
    for index, review in enumerate(record.safety_reviews):
        answered = times.get(review.measurement)
        if answered is not None and review.time.surely_before(answered):
            yield Finding(
                ("safety_reviews", index, "time"),
                message(
                    "{time} is before the answer that it is about, of {answered}",
                    time=text(review.time),
                    answered=text(answered),
                ),
                message("mend the date, or the measurement that it names"),
                review.time.written,
            )


_LONGEST_LIFE_YEARS = 130.0
_DAYS_PER_YEAR = 365.25


def _years_after(birth: When, when: When) -> float:
    if birth.is_calendar != when.is_calendar:
        return 0.0
    return (when.earliest - birth.latest) / _DAYS_PER_YEAR


def person_findings(person: Person) -> Iterator[Finding]:
    """Walk over what can't be true of a person's birth and death."""
    birth, death = person.birth, person.death
    if birth is not None and death is not None:
        yield from reversed_interval(birth, death, ("person",), end_name="death")


def adversity_findings(adversity: Sequence[Adversity]) -> Iterator[Finding]:
    """Walk over ages that run backwards."""
    for index, entry in enumerate(adversity):
        first, last = entry.from_age_years, entry.to_age_years
        if first is not None and last is not None and last < first:
            yield Finding(
                ("adversity", index, "to_age_years"),
                message("it ends at an age before it begins"),
                message("exchange the two ages, or mend one"),
                last,
            )


def _wrong_clock(place: Place, when: When, on_calendar: bool) -> Finding:
    right = (
        message("write a date such as 2024-03-05, or set clock to study")
        if on_calendar
        else message("write the number of days since the study's day 0, or set clock to calendar")
    )
    what = message("the time {time} is not on the record's clock", time=text(when))
    return Finding(place, what, right, when.written)


def _after_death(record: Record, death: When) -> Iterator[Finding]:
    for index, measurement in enumerate(record.measurements):
        if death.surely_before(measurement.time):
            yield Finding(
                ("measurements", index, "time"),
                message("a measurement stands after the death on {death}", death=text(death)),
                message("mend one of the two dates"),
                measurement.time.written,
            )


def reversed_interval(
    start: When | None, end: When | None, place: Place, *, end_name: str = "end"
) -> Iterator[Finding]:
    """Say when an interval surely ends before it starts."""
    if start is not None and end is not None and end.surely_before(start):
        yield Finding(
            (*place, end_name),
            message(
                "it ends on {end}, before it starts on {start}", end=text(end), start=text(start)
            ),
            message("exchange the two, or mend one"),
            end.written,
        )
