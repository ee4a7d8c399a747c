"""The finding in a few sentences, by rule: how the person is, what was tried, what is met."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from firstsnow.charts.course.words import number, scale_name
from firstsnow.history import (
    Attempt,
    Bounds,
    DefinitionHistory,
    Rating,
    age_years,
    response_percent,
)
from firstsnow.i18n import Message, Value, message, plural_message
from firstsnow.report.cutoffs import response_note, scale_note
from firstsnow.report.page import Said
from firstsnow.report.sections.attempts import controls
from firstsnow.report.sections.course import stretch_text, stretches
from firstsnow.report.subject import Subject
from firstsnow.report.words import Labels, listed
from firstsnow.scales import band, catalogue

_MOST_NAMED = 3
_ADULT_YEARS = 18


def lead(subject: Subject) -> tuple[Said, ...]:
    """Say the finding: state, totals, treatments, definitions, each where there is one."""
    return (
        *_age(subject),
        *_state(subject),
        *_totals(subject),
        *_treatments(subject),
        *_definitions(subject),
    )


def _age(subject: Subject) -> Iterator[Said]:
    """Say of someone under age that the rules below were made for others."""
    day = subject.history.at
    age = age_years(subject.record, Bounds(day, day))
    if age.low < _ADULT_YEARS and age.high < math.inf:
        yield Said(
            message(
                "This person may be under 18. The definitions, adequate doses and cut-offs below"
                " were made for adults."
            )
        )


def _state(subject: Subject) -> Iterator[Said]:
    told = stretches(subject.history.status)
    if not told:
        yield Said(message("How the person has been is not on record."))
        return
    yield Said(message("{sentence}.", sentence=stretch_text(subject, told[-1])))


def _totals(subject: Subject) -> Iterator[Said]:
    ratings = _told_by(subject)
    if not ratings:
        return
    last = ratings[-1]
    notes = scale_note(subject.notes, last.scale)
    yield Said(
        message("{scale} is {total}.", scale=scale_name(last.scale), total=_total(subject, last)),
        notes,
    )
    highest = max(ratings, key=lambda rating: rating.total)
    earlier = [rating for rating in ratings if rating.day < last.day]
    if not earlier:
        return
    if highest in (last, earlier[-1]) or highest.total == last.total:
        yield Said(message("Before, it was {total}.", total=_total(subject, earlier[-1])), notes)
        return
    text = message(
        "Before, it was {total}, and at its highest {highest}.",
        total=_total(subject, earlier[-1]),
        highest=_total(subject, highest),
    )
    yield Said(text, notes)


def _told_by(subject: Subject) -> tuple[Rating, ...]:
    ratings, scale = subject.history.ratings, subject.history.status.scale
    if scale is not None and scale in ratings:
        return ratings[scale]
    return max(ratings.values(), key=len, default=())


def _total(subject: Subject, rating: Rating) -> Message:
    day = subject.clock.when(subject.record.measurements[rating.index].time)
    scale = catalogue().get(rating.scale)
    level = None if scale is None else band(scale, rating.total)
    if level is None:
        return message("{total} ({day})", total=number(rating.total), day=day)
    return message(
        "{total} ({level}; {day})", total=number(rating.total), level=level.name, day=day
    )


def _treatments(subject: Subject) -> Iterator[Said]:
    tried = subject.history.attempts
    if not tried and controls(subject):
        return
    if not tried:
        yield Said(message("No treatment is on record yet."))
        return
    count = plural_message(
        "{number} treatment is on record.", "{number} treatments are on record.", len(tried)
    )
    yield Said(count)
    adequate = [attempt for attempt in tried if attempt.adequacy.answer == "yes"]
    if not adequate:
        yield Said(message("None is known to have been enough to judge."))
        return
    yield Said(_judged(adequate), response_note(subject.notes))
    yield from _responses(subject, tried)


def _judged(adequate: list[Attempt]) -> Message:
    helped = sum(attempt.improvement.percent.low >= response_percent() for attempt in adequate)
    not_helped = sum(attempt.improvement.percent.high < response_percent() for attempt in adequate)
    unknown = len(adequate) - helped - not_helped
    parts: list[Value] = []
    if helped:
        parts.append(
            plural_message("{number} brought a response", "{number} brought a response", helped)
        )
    if not_helped:
        parts.append(
            plural_message(
                "{number} did not bring a response", "{number} did not bring a response", not_helped
            )
        )
    if unknown:
        parts.append(
            plural_message("of {number} it is not known", "of {number} it is not known", unknown)
        )
    return plural_message(
        "Enough to judge was {number}: {outcomes}.",
        "Enough to judge were {number}: {outcomes}.",
        len(adequate),
        outcomes=listed(parts),
    )


def _responses(subject: Subject, tried: tuple[Attempt, ...]) -> Iterator[Said]:
    labels = Labels(tried, subject.clock)
    helped = [
        labels.of(attempt)
        for attempt in tried
        if attempt.improvement.percent.low >= response_percent()
    ]
    if helped:
        names = listed(helped[-_MOST_NAMED:])
        text = message("A response came with {treatments}.", treatments=names)
        if len(helped) > _MOST_NAMED:
            text = message("A response came last with {treatments}.", treatments=names)
        yield Said(text, response_note(subject.notes))


def _definitions(subject: Subject) -> Iterator[Said]:
    """Name the definitions that are met, those that were and are not now, and the open ones."""
    told = [one for one in subject.history.definitions if not one.now.definition.stages]
    met = _names(one for one in told if one.now.answer == "yes")
    earlier = _names(one for one in told if one.now.answer == "no" and one.met)
    unknown = _names(one for one in told if one.now.answer == "unknown")
    if met:
        yield Said(message("Definitions met now: {names}.", names=listed(met)))
    if earlier:
        yield Said(message("Met before, not now: {names}.", names=listed(earlier)))
    if unknown:
        yield Said(message("Whether these are met is not known: {names}.", names=listed(unknown)))
    if told and not (met or earlier or unknown):
        yield Said(message("No definition of treatment resistance is met."))


def _names(definitions: Iterable[DefinitionHistory]) -> list[Value]:
    return [one.now.definition.name.shown for one in definitions]
