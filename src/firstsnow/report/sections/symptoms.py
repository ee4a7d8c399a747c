"""Beyond the total: the answers of the last complete sheet beside those of an earlier one."""

from __future__ import annotations

from dataclasses import dataclass

from firstsnow.charts.course.words import scale_name
from firstsnow.i18n import Value, message
from firstsnow.record import Measurement
from firstsnow.report.cutoffs import scale_note
from firstsnow.report.page import Said, SymptomRow, Symptoms
from firstsnow.report.subject import Subject
from firstsnow.report.words import capitalised
from firstsnow.scales import Scale, Score, catalogue, score


@dataclass(frozen=True, slots=True)
class _Sheet:
    scale: Scale
    measurement: Measurement
    total: float


def symptoms(subject: Subject) -> Symptoms:
    """Compare the last complete sheet with the worst of the same scale, item by item.

    Where the last is the worst, it is compared with the first.

    Topics stand for items in every language: wordings may ship for some scales only, and are
    validated in English alone.
    """
    sheets = _complete_sheets(subject)
    if not sheets:
        empty = message(
            "Answers to single items will stand here."
            " Next step: add a measurement with all its answers, or send a check-in."
        )
        return Symptoms(None, None, None, (), Said(empty))
    last = sheets[-1]
    of_scale = [sheet for sheet in sheets if sheet.scale.id == last.scale.id]
    worst = max(of_scale, key=lambda sheet: sheet.total)
    before, when = worst, message("Worst, {day}", day=_day(subject, worst))
    if worst.total == last.total:
        before, when = of_scale[0], message("First, {day}", day=_day(subject, of_scale[0]))
    return Symptoms(
        Said(scale_name(last.scale.id), scale_note(subject.notes, last.scale.id)),
        Said(when),
        Said(message("Last, {day}", day=_day(subject, last))),
        tuple(_rows(before, last)),
        Said(message("A second complete sheet will show what changed."))
        if len(of_scale) == 1
        else None,
    )


def _day(subject: Subject, sheet: _Sheet) -> Value:
    return subject.clock.briefly().when(sheet.measurement.time)


def _complete_sheets(subject: Subject) -> list[_Sheet]:
    """Every complete sheet of a scale of depression, in order of time."""
    found = []
    for measurement in subject.record.measurements:
        scale = catalogue().get(measurement.scale)
        if measurement.items is None or scale is None or scale.measures != "depression-severity":
            continue
        if measurement.time.middle > subject.history.at:
            continue
        scored = score(scale, measurement.items)
        if isinstance(scored, Score) and not scored.prorated:
            found.append(_Sheet(scale, measurement, scored.total))
    return sorted(found, key=lambda sheet: sheet.measurement.time.middle)


def _rows(earlier: _Sheet, last: _Sheet) -> list[SymptomRow]:
    allowed = last.scale.allowed_answers
    rows = []
    for item in last.scale.items:
        before = _answer(earlier.measurement, item.id)
        now = _answer(last.measurement, item.id)
        if item.in_total and before is not None and now is not None:
            rows.append(
                SymptomRow(item.id, capitalised(item.topic), before, now, max(allowed[item.id]))
            )
    return rows


def _answer(measurement: Measurement, item: str) -> int | None:
    return None if measurement.items is None else measurement.items.get(item)
