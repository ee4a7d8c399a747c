"""Definitions of treatment resistance over time: met or not, why, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from firstsnow.history import (
    Answer,
    Bounds,
    DefinitionHistory,
    Evaluation,
    JudgedAttempt,
    OpenQuestion,
    Period,
    Requirement,
)
from firstsnow.i18n import Message, Value, message
from firstsnow.report.notes import sources_of
from firstsnow.report.page import DefinitionEntry, Definitions, PeriodText, Said
from firstsnow.report.subject import Subject
from firstsnow.report.words import ANSWERS, Labels, joined, listed, with_units


def definitions(subject: Subject) -> Definitions:
    """Tell every definition over time, from the first entry of the record to the day it is seen."""
    labels = Labels(subject.history.attempts, subject.clock)
    entries = tuple(_entry(subject, one, labels) for one in subject.history.definitions)
    starts = [period.start for entry in entries for period in entry.periods]
    first = min(starts, default=subject.history.at)
    return Definitions(entries, subject.clock.day(first), subject.clock.day(subject.history.at))


def _entry(subject: Subject, over_time: DefinitionHistory, labels: Labels) -> DefinitionEntry:
    now = over_time.now
    definition = now.definition
    return DefinitionEntry(
        id=definition.id,
        name=Said(definition.name.shown, (_note(subject, now),)),
        clause=Said(definition.clause.shown),
        answer=now.answer,
        now=Said(_now(subject, over_time)),
        met=tuple(Said(_met(subject, period)) for period in over_time.met),
        periods=tuple(_period(subject, period) for period in over_time.periods),
        stage=None if now.stage is None else Said(_stage(now.stage)),
        counted=tuple(Said(labels.of(judged.attempt)) for judged in now.counted),
        not_counted=tuple(_not_counted(now.not_counted, labels)),
        requirements=tuple(_requirements(now.requirements)),
        open=tuple(_open(now.open, labels)),
        deciding=tuple(_deciding(now.open, labels)),
    )


def _note(subject: Subject, now: Evaluation) -> int:
    definition = now.definition
    keys = [fact.source for _, fact in definition.facts()]
    return subject.notes.cite(
        f"definition {definition.id}",
        definition.name.shown,
        sources=sources_of(definition.sources, keys),
        more=[definition.clause.shown],
    )


def _now(subject: Subject, over_time: DefinitionHistory) -> Message:
    last = over_time.periods[-1] if over_time.periods else None
    if over_time.now.answer == "yes" and last is not None and last.start < over_time.now.day:
        return message("met since {day}", day=subject.clock.day(last.start))
    if over_time.now.answer == "no" and over_time.met:
        return message("not met now")
    return ANSWERS[over_time.now.answer]


def _met(subject: Subject, period: Period) -> Value:
    start = subject.clock.day(period.start)
    if period.end >= subject.history.at:
        return message("since {day}", day=start)
    return subject.clock.span(start, subject.clock.day(period.end))


def _period(subject: Subject, period: Period) -> PeriodText:
    time = subject.clock.span(subject.clock.day(period.start), subject.clock.day(period.end))
    text = message("{answer}: {time}", answer=ANSWERS[period.answer], time=time)
    return PeriodText(period.answer, period.start, period.end, text)


def _stage(stage: Bounds) -> Message:
    low, high = int(stage.low), int(stage.high)
    if high == 0:
        return message("no stage reached")
    if low == high:
        return message("stage {stage}", stage=low)
    if low == 0:
        return message("no stage surely reached, at most stage {high}", high=high)
    return message("stage {low} to {high}", low=low, high=high)


def _not_counted(judged: Iterable[JudgedAttempt], labels: Labels) -> Iterator[Said]:
    """Tell the attempts that don't count, those with the same reason together."""
    grouped: dict[tuple[Answer, Value], list[Value]] = {}
    for one in judged:
        reason = joined([with_units(reason) for reason in one.reasons])
        grouped.setdefault((one.counts, reason), []).append(labels.of(one.attempt))
    for (answer, reason), names in grouped.items():
        text = message("{treatments}: {reason}", treatments=listed(names), reason=reason)
        if answer == "unknown":
            text = message(
                "{treatments}: not known whether it counts: {reason}",
                treatments=listed(names),
                reason=reason,
            )
        yield Said(text)


def _requirements(asked: Iterable[Requirement]) -> Iterator[Said]:
    for requirement in asked:
        reason = with_units(requirement.reason)
        text = {
            "yes": message("asked, and so: {reason}", reason=reason),
            "no": message("asked, and not so: {reason}", reason=reason),
            "unknown": message("asked, and not known: {reason}", reason=reason),
        }[requirement.answer]
        yield Said(text)


def _open(questions: Sequence[OpenQuestion], labels: Labels) -> Iterator[Said]:
    """Tell what is missing: first what alone would decide, then the rest in one sentence."""
    yield from _deciding(questions, labels)
    others = [one for one in questions if one.if_so == one.if_not]
    grouped: dict[Message, list[Value]] = {}
    for question in others:
        about = grouped.setdefault(with_units(question.what), [])
        if question.about is not None:
            about.append(labels.of(question.about))
    if grouped:
        missing = joined([_missing(what, names) for what, names in grouped.items()])
        yield Said(message("none of these would settle it alone: {missing}", missing=missing))


def _deciding(questions: Iterable[OpenQuestion], labels: Labels) -> Iterator[Said]:
    """Tell what alone would decide, the same thing about several attempts together."""
    grouped: dict[tuple[Message, Answer, Answer], list[Value]] = {}
    for question in questions:
        if question.if_so == question.if_not:
            continue
        about = grouped.setdefault((question.what, question.if_so, question.if_not), [])
        if question.about is not None:
            about.append(labels.of(question.about))
    for (what, if_so, if_not), names in grouped.items():
        yield Said(_question(with_units(what), if_so, if_not, names))


def _question(what: Message, if_so: Answer, if_not: Answer, names: list[Value]) -> Message:
    missing = _missing(what, names)
    if names:
        return message(
            "{missing}: if it counts, {so}; if not, {not_so}",
            missing=missing,
            so=ANSWERS[if_so],
            not_so=ANSWERS[if_not],
        )
    return message(
        "{missing}: if it fits, {so}; if not, {not_so}",
        missing=missing,
        so=ANSWERS[if_so],
        not_so=ANSWERS[if_not],
    )


def _missing(what: Message, names: list[Value]) -> Message:
    if not names:
        return what
    return message("{what} ({treatments})", what=what, treatments=listed(names))
