"""The person's health beside the depression: conditions, pregnancy, allergies, readings."""

from __future__ import annotations

from collections.abc import Iterator

from firstsnow.charts.course.words import number
from firstsnow.history import says_none
from firstsnow.i18n import Message, Value, message
from firstsnow.record import Interval, LaboratoryResult, VitalSign
from firstsnow.record.moment import When
from firstsnow.report.page import Passage, Said
from firstsnow.report.subject import Subject
from firstsnow.report.words import PREGNANCY, VITAL_SIGNS, listed, quoted


def health(subject: Subject) -> Passage:
    """Tell other conditions, pregnancy, allergies, and the last of each reading."""
    lines = tuple(
        Said(text)
        for part in (_conditions, _pregnancies, _allergies, _readings)
        for text in part(subject)
    )
    empty = message(
        "Other conditions, pregnancy, allergies and readings will stand here. Next step: ask about"
        " them."
    )
    return Passage("health", message("Health"), lines, None if lines else Said(empty))


def _conditions(subject: Subject) -> Iterator[Message]:
    listed_ones = [
        one for one in subject.record.conditions if one.may_have_begun(subject.history.at)
    ]
    for one in listed_ones:
        if one.presence == "present":
            said = quoted(one.name)
            yield said if _undated(one) else _dated(subject, said, one)
    absent, unknown = (
        [quoted(one.name) for one in listed_ones if one.presence == presence]
        for presence in ("absent", "unknown")
    )
    if absent:
        yield message("Asked, and not so: {conditions}", conditions=listed(absent))
    if unknown:
        yield message("Not known: {conditions}", conditions=listed(unknown))


def _pregnancies(subject: Subject) -> Iterator[Message]:
    for one in subject.record.pregnancies:
        if one.may_have_begun(subject.history.at):
            said = PREGNANCY[one.status]
            yield said if _undated(one) else _dated(subject, said, one)


def _allergies(subject: Subject) -> Iterator[Message]:
    for one in subject.record.allergies:
        if says_none(one.substance):
            yield message("No known allergies")
            continue
        named = quoted(one.substance)
        if one.presence == "present" and one.reaction is not None:
            yield message(
                "Allergy: {substance} ({reaction})", substance=named, reaction=one.reaction
            )
        elif one.presence == "present":
            yield message("Allergy: {substance}", substance=named)
        elif one.presence == "absent":
            yield message("No allergy to {substance}", substance=named)


def _readings(subject: Subject) -> Iterator[Message]:
    signs: dict[str, VitalSign] = {}
    for sign in subject.record.vital_signs:
        if _is_later(subject, sign.time, signs.get(sign.name)):
            signs[sign.name] = sign
    for sign in signs.values():
        yield message(
            "{reading}: {value} ({day})",
            reading=VITAL_SIGNS[sign.name],
            value=number(sign.value),
            day=subject.clock.when(sign.time),
        )
    results: dict[str, LaboratoryResult] = {}
    for result in subject.record.laboratory:
        if _is_later(subject, result.time, results.get(result.analyte)):
            results[result.analyte] = result
    for result in results.values():
        yield message(
            "{analyte}: {comparator}{value} {unit} ({day})",
            analyte=result.analyte,
            comparator=result.comparator or "",
            value=number(result.value),
            unit=result.unit,
            day=subject.clock.when(result.time),
        )


def _is_later(subject: Subject, time: When, than: VitalSign | LaboratoryResult | None) -> bool:
    if time.earliest > subject.history.at:
        return False
    return than is None or time.middle >= than.time.middle


def _undated(one: Interval) -> bool:
    return one.start is None and one.end is None


def _dated(subject: Subject, said: Value, one: Interval) -> Message:
    clock = subject.clock
    if one.start is not None and one.end is not None:
        time = clock.span(clock.when(one.start), clock.when(one.end))
        return message("{what}, {time}", what=said, time=time)
    if one.start is not None:
        return message("{what}, since {day}", what=said, day=clock.when(one.start))
    return message("{what}, {time}", what=said, time=_until(subject, one))


def _until(subject: Subject, one: Interval) -> Value:
    return "" if one.end is None else message("until {day}", day=subject.clock.when(one.end))
