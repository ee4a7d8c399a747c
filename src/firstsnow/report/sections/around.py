"""Around the person: function, what weighs on them, their goals, and what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstsnow.charts.course.words import number
from firstsnow.i18n import Message, Value, message
from firstsnow.record import Circumstance, Function, Interval
from firstsnow.report.page import Passage, Said
from firstsnow.report.subject import Subject
from firstsnow.report.words import (
    ADMISSIONS,
    CIRCUMSTANCES,
    FUNCTION_ASPECTS,
    FUNCTION_LEVELS,
    OTHER_EPISODES,
    listed,
    quoted,
)


def function(subject: Subject) -> Passage:
    """Tell how the person manages in each part of life, the latest entry of each."""
    latest: dict[str, Function] = {}
    entries = [e for e in subject.record.function if e.time.earliest <= subject.history.at]
    for entry in sorted(entries, key=lambda entry: entry.time.middle):
        latest[entry.aspect] = entry
    lines = tuple(Said(_function(subject, entry)) for entry in latest.values())
    empty = message(
        "How work, home and relations go will stand here. Next step: ask, and add an entry."
    )
    return _passage("function", message("Function"), lines, empty)


def needs(subject: Subject) -> Passage:
    """Tell what weighs on the person, what no longer does, and what was not asked."""
    lines = tuple(_needs(subject))
    empty = message(
        "Savings, debt, housing, food, care, work and loneliness will stand here."
        " Next step: ask about them."
    )
    return _passage("needs", message("Circumstances"), lines, empty)


def goals(subject: Subject) -> Passage:
    """Tell the person's goals in their own words."""
    lines = tuple(_goals(subject))
    empty = message(
        "The person's own goals will stand here. Next step: ask what they would like to do again."
    )
    return _passage("goals", message("Goals in the person's words"), lines, empty)


def events(subject: Subject) -> Passage:
    """Tell what happened in the person's life, and stays in hospital, in order of time."""
    told: list[tuple[float, Said]] = []
    for event in subject.record.life_events:
        if event.time.earliest <= subject.history.at:
            day = subject.clock.when(event.time)
            text = message("{day}: {event}", day=day, event=quoted(event.what))
            told.append((event.time.middle, Said(text)))
    for episode in subject.record.episodes:
        start = 0.0 if episode.start is None else episode.start.earliest
        if episode.polarity != "depressive" and start <= subject.history.at:
            what = OTHER_EPISODES[episode.polarity]
            text = message("{time}: {event}", time=_time(subject, episode), event=what)
            told.append((start, Said(text)))
    for stay in subject.record.admissions:
        start = 0.0 if stay.start is None else stay.start.earliest
        if start <= subject.history.at:
            where = ADMISSIONS.get(stay.setting or "", ADMISSIONS["ward"])
            text = message("{time}: {event}", time=_time(subject, stay), event=where)
            told.append((start, Said(text)))
    lines = tuple(said for _, said in sorted(told, key=lambda pair: pair[0]))
    empty = message(
        "What happened in the person's life will stand here. Next step: ask, and add an event."
    )
    return _passage("events", message("What happened"), lines, empty)


def _passage(identifier: str, title: Message, lines: Sequence[Said], empty: Message) -> Passage:
    return Passage(identifier, title, tuple(lines), None if lines else Said(empty))


def _function(subject: Subject, entry: Function) -> Message:
    text = message(
        "{aspect}: {level} ({day})",
        aspect=FUNCTION_ASPECTS[entry.aspect],
        level=FUNCTION_LEVELS[entry.level],
        day=subject.clock.when(entry.time),
    )
    if entry.words is None:
        return text
    return message("{said} {words}", said=text, words=quoted(entry.words))


def _needs(subject: Subject) -> Iterator[Said]:
    present = [one for one in subject.record.circumstances if one.presence == "present"]
    over = [one for one in present if _is_over(subject, one)]
    for one in present:
        if one not in over:
            yield Said(_circumstance(subject, one))
    if over:
        told = [_circumstance(subject, one) for one in over]
        yield Said(message("No longer: {circumstances}", circumstances=listed(told)))
    yield from _others(subject, "absent")
    yield from _others(subject, "unknown")


def _is_over(subject: Subject, one: Circumstance) -> bool:
    if one.end is not None:
        return one.end.latest < subject.history.at
    return one.ongoing is False


def _others(subject: Subject, presence: str) -> Iterator[Said]:
    told = [
        CIRCUMSTANCES[one.aspect]
        for one in subject.record.circumstances
        if one.presence == presence
    ]
    if not told:
        return
    if presence == "absent":
        yield Said(message("Asked, and not so: {circumstances}", circumstances=listed(told)))
    else:
        yield Said(message("Not known: {circumstances}", circumstances=listed(told)))


def _circumstance(subject: Subject, one: Circumstance) -> Message:
    text: Message = CIRCUMSTANCES[one.aspect]
    if one.amount is not None and one.unit is not None:
        amount = number(one.amount)
        text = message("{what}: {amount} {unit}", what=text, amount=amount, unit=one.unit)
    if one.note is not None and one.aspect == "other":
        text = message("{what} {words}", what=text, words=quoted(one.note))
    if one.start is None and one.end is None:
        return text
    return message("{what}, {time}", what=text, time=_time(subject, one))


def _goals(subject: Subject) -> Iterator[Said]:
    for goal in subject.record.goals:
        if goal.set_on is not None and goal.set_on.earliest > subject.history.at:
            continue
        text: Message = quoted(goal.words)
        if goal.reached is not None and goal.reached.earliest <= subject.history.at:
            text = message("{goal} reached: {day}", goal=text, day=subject.clock.when(goal.reached))
        elif goal.wished_by is not None:
            wished = subject.clock.when(goal.wished_by)
            text = message("{goal} wished for by {day}", goal=text, day=wished)
        yield Said(text)


def _time(subject: Subject, interval: Interval) -> Value:
    start, end, clock = interval.start, interval.end, subject.clock
    if start is not None and end is not None:
        return clock.span(clock.when(start), clock.when(end))
    if start is not None:
        return message("since {day}", day=clock.when(start))
    if end is not None:
        return message("until {day}", day=clock.when(end))
    return message("at a time that is not known")
