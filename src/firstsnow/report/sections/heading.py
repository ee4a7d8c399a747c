"""Whose course it is: who, with which diagnoses, seen on which day."""

from __future__ import annotations

from collections.abc import Iterator

from firstsnow.charts.course.words import number
from firstsnow.i18n import message
from firstsnow.record import Diagnosis
from firstsnow.report.page import Heading, Said
from firstsnow.report.subject import Subject
from firstsnow.report.words import POLARITIES, PSYCHOSIS, SEXES


def heading(subject: Subject) -> Heading:
    """Say whose course it is and on which day it is seen."""
    clock = subject.clock
    return Heading(
        who=tuple(_who(subject)),
        diagnoses=tuple(_diagnosis(subject, one) for one in _shown(subject)),
        seen_on=Said(message("As known on {day}", day=clock.day(subject.history.at))),
    )


def _who(subject: Subject) -> Iterator[Said]:
    record, person = subject.record, subject.record.person
    yield Said(message("Record {record}", record=record.id))
    if person.birth is not None:
        yield Said(message("born {day}", day=subject.clock.when(person.birth)))
    elif person.age_years is not None:
        yield Said(
            message("{age} years old at the start of the record", age=number(person.age_years))
        )
    if person.gender is not None:
        yield Said(person.gender)
    elif person.sex is not None:
        yield Said(SEXES[person.sex])
    if record.study is not None:
        yield Said(message("study “{study}”", study=record.study.name))
        if record.study.arm is not None:
            yield Said(message("arm {arm}", arm=record.study.arm))


def _shown(subject: Subject) -> list[Diagnosis]:
    return [
        one
        for one in subject.record.diagnoses
        if one.status != "ruled-out" and one.may_have_begun(subject.history.at)
    ]


def _diagnosis(subject: Subject, diagnosis: Diagnosis) -> Said:
    text = message(
        "{diagnosis}: {polarity}, {psychosis}",
        diagnosis=diagnosis.name,
        polarity=POLARITIES[diagnosis.polarity],
        psychosis=PSYCHOSIS[diagnosis.psychosis],
    )
    clock = subject.clock
    if diagnosis.start is not None and diagnosis.end is not None:
        time = clock.span(clock.when(diagnosis.start), clock.when(diagnosis.end))
        text = message("{diagnosis}, {time}", diagnosis=text, time=time)
    elif diagnosis.start is not None:
        text = message("{diagnosis}, since {day}", diagnosis=text, day=clock.when(diagnosis.start))
    if diagnosis.status == "past":
        text = message("{diagnosis} (past)", diagnosis=text)
    return Said(text)
