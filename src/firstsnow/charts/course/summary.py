"""What the picture shows, for someone who hears it: a few sentences, in the picture's order."""

from __future__ import annotations

from collections.abc import Iterator

from firstsnow.charts.course.answer_lane import by_item, zeros_text
from firstsnow.charts.course.attempt_words import treatment_name
from firstsnow.charts.course.strip import stretches
from firstsnow.charts.course.words import day_text, number, rating_time, scale_name
from firstsnow.history import Answer, History
from firstsnow.i18n import Listing, Message, Value, message, plural_message
from firstsnow.record import Record


def summary(record: Record, history: History) -> tuple[Message, ...]:
    """Say what the picture shows: totals, states, treatments, events, answers about self-harm."""
    return (
        *_totals(record, history),
        *_states(record, history),
        *_treatments(history),
        *_events(record),
        *_answers(record, history),
    )


def _totals(record: Record, history: History) -> Iterator[Message]:
    if not history.ratings:
        yield message("No depression scale has been measured yet.")
    for scale, ratings in history.ratings.items():
        first, latest = ratings[0], ratings[-1]
        name, when = scale_name(scale), rating_time(record, latest, short=False)
        if len(ratings) == 1:
            yield message(
                "{scale} was measured once: {total}, {when}.",
                scale=name,
                total=number(latest.total),
                when=when,
            )
            continue
        yield message(
            "{scale} was measured {count} times: {first} at first, between {low} and {high}, "
            "{latest} at the latest, {when}.",
            scale=name,
            count=len(ratings),
            first=number(first.total),
            low=number(min(rating.total for rating in ratings)),
            high=number(max(rating.total for rating in ratings)),
            latest=number(latest.total),
            when=when,
        )


def _states(record: Record, history: History) -> Iterator[Message]:
    is_calendar = record.clock == "calendar"
    found = stretches(history.status.segments, history.at)
    for each in found:
        start = day_text(each.segment.start, is_calendar=is_calendar, short=False)
        end = day_text(each.segment.end, is_calendar=is_calendar, short=False)
        state = each.segment.state
        if state == "episode":
            yield message("In an episode from {start} to {end}.", start=start, end=end)
        elif state == "response":
            yield message("Response from {start} to {end}.", start=start, end=end)
        elif state in ("remission", "recovery"):
            yield message("In remission from {start} to {end}.", start=start, end=end)
        elif state == "symptoms":
            yield message("Above the remission line from {start} to {end}.", start=start, end=end)


def _treatments(history: History) -> Iterator[Message]:
    if not history.attempts:
        yield message("No treatment is on record.")
        return
    yield plural_message(
        "{number} treatment is on record.",
        "{number} treatments are on record.",
        len(history.attempts),
    )
    adequate, short, unknown = (_named(history, answer) for answer in ("yes", "no", "unknown"))
    if adequate.items:
        yield message("Adequate: {treatments}.", treatments=adequate)
    if short.items:
        yield message("Not adequate: {treatments}.", treatments=short)
    if unknown.items:
        yield message("Not known whether adequate: {treatments}.", treatments=unknown)


def _named(history: History, answer: Answer) -> Listing:
    names: list[Value] = [
        treatment_name(attempt.exposure)
        for attempt in history.attempts
        if attempt.adequacy.answer == answer
    ]
    return Listing(tuple(names))


def _events(record: Record) -> Iterator[Message]:
    if record.life_events:
        events: tuple[Value, ...] = tuple(event.what for event in record.life_events)
        yield message("Life events: {events}.", events=Listing(events))
    for goal in record.goals:
        yield message("Goal: “{words}”", words=goal.words)


def _answers(record: Record, history: History) -> Iterator[Message]:
    is_calendar = record.clock == "calendar"
    for answers in by_item(history.safety):
        count = len(answers.above_zero)
        said = zeros_text(answers, is_calendar=is_calendar)
        if count:
            yield plural_message(
                "{name}: above 0 at {number} answer; {said}.",
                "{name}: above 0 at {number} answers; {said}.",
                count,
                name=answers.name,
                said=said,
            )
        else:
            yield message("{name}: {said}.", name=answers.name, said=said)
