"""Beyond the total: the answers of the last complete sheet beside those of the worst."""

from __future__ import annotations

from dataclasses import dataclass

from firstsnow.i18n import message
from firstsnow.record import Measurement
from firstsnow.report.cutoffs import scale_note
from firstsnow.report.page import Said, SymptomRow, Symptoms
from firstsnow.report.subject import Subject
from firstsnow.report.words import scale_name
from firstsnow.scales import Scale, Score, catalogue, score


@dataclass(frozen=True, slots=True)
class _Sheet:
    scale: Scale
    measurement: Measurement
    total: float


def symptoms(subject: Subject) -> Symptoms:
    """Compare the last complete sheet with the worst of the same scale, item by item.

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
    empty_one = None
    if len(of_scale) == 1:
        empty_one = Said(message("A second complete sheet will show what changed."))
    return Symptoms(
        Said(scale_name(last.scale.id), scale_note(subject.notes, last.scale.id)),
        Said(message("Worst, {day}", day=subject.clock.when(worst.measurement.time))),
        Said(message("Last, {day}", day=subject.clock.when(last.measurement.time))),
        tuple(_rows(worst, last)),
        empty_one,
    )


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


def _rows(worst: _Sheet, last: _Sheet) -> list[SymptomRow]:
    allowed = last.scale.allowed_answers
    rows = []
    for item in last.scale.items:
        before = _answer(worst.measurement, item.id)
        now = _answer(last.measurement, item.id)
        if item.in_total and before is not None and now is not None:
            rows.append(SymptomRow(item.id, item.topic, before, now, max(allowed[item.id])))
    return rows


def _answer(measurement: Measurement, item: str) -> int | None:
    return None if measurement.items is None else measurement.items.get(item)
