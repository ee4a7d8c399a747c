"""Definitions over time: from when to when each was met, not met, or not known."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from firstsnow.history.answer import Answer
from firstsnow.history.attempt import Attempt, attempt_at, is_control
from firstsnow.history.conventions import conventions
from firstsnow.history.definition_file import Definition, definitions
from firstsnow.history.dose_time import exposure_end, exposure_start
from firstsnow.history.evaluate import evaluate
from firstsnow.history.evaluation import DefinitionHistory, Evaluation, Period
from firstsnow.history.ratings import Rating
from firstsnow.history.status import Status
from firstsnow.record import Exposure, Record

Ratings = Mapping[str, Sequence[Rating]]


def definition_histories(
    record: Record, ratings: Ratings, told: Status, until: float
) -> tuple[DefinitionHistory, ...]:
    """Follow every definition through a record, up to day ``until``.

    A definition's answer can change only on days on which something in the record changes: these
    are evaluated, about two milliseconds each.
    """
    judge = _Judge(record, ratings, until)
    days = sorted({day for day in _turning_days(judge, told, until) if day <= until} | {until})
    tried = {day: judge.attempts(day) for day in days}

    def on(definition: Definition, day: float) -> Evaluation:
        return evaluate(definition, record, ratings, told, tried[day], day)

    return tuple(
        DefinitionHistory(
            on(definition, until),
            _periods([(day, on(definition, day).answer) for day in days]),
        )
        for definition in definitions().values()
    )


class _Judge:
    """Judges attempts on many days, and each that is surely over only once."""

    def __init__(self, record: Record, ratings: Ratings, until: float) -> None:
        self.record = record
        self.ratings = ratings
        self._until = until
        self._over: dict[str, Attempt] = {}

    def attempts(self, day: float) -> tuple[Attempt, ...]:
        """Judge every attempt that had begun by a day."""
        return tuple(
            self.attempt(exposure, day)
            for exposure in self.record.exposures
            if not exposure_start(exposure).low > day and not is_control(exposure)
        )

    def attempt(self, exposure: Exposure, day: float) -> Attempt:
        """Judge one exposure on a day."""
        settled = exposure_end(exposure, math.inf).high + conventions().attempt_rating.after_days
        if day < settled:
            return attempt_at(self.record, exposure, self.ratings, day)
        if exposure.id not in self._over:
            self._over[exposure.id] = attempt_at(self.record, exposure, self.ratings, day)
        return self._over[exposure.id]


def _turning_days(judge: _Judge, told: Status, until: float) -> Iterator[float]:
    for segment in told.segments:
        yield from (segment.start, segment.end)
    for found in judge.ratings.values():
        yield from (rating.day for rating in found)
    for result in judge.record.laboratory:
        yield result.time.latest
    for exposure in judge.record.exposures:
        yield from _turning_days_of(judge, exposure, until)


def _turning_days_of(judge: _Judge, exposure: Exposure, until: float) -> Iterator[float]:
    start, end = exposure_start(exposure), exposure_end(exposure, until)
    for day in (start.low, start.high, end.low, end.high):
        if math.isfinite(day):
            yield day
    if not math.isfinite(start.low) or start.low > until:
        return
    last = min(end.high, until)
    targets: tuple[tuple[Answer, ...], ...] = (("yes",), ("yes", "unknown"))
    for wanted in targets:
        turned = _first_day(judge, exposure, wanted, start.low, last)
        if turned is not None:
            yield turned


def _first_day(
    judge: _Judge, exposure: Exposure, wanted: Sequence[Answer], first: float, last: float
) -> float | None:
    """Find the first whole day on which adequacy is as wanted; once it is, it stays so."""

    def holds(day: float) -> bool:
        return judge.attempt(exposure, day).adequacy.answer in wanted

    if not holds(last):
        return None
    low, high = math.floor(first), math.ceil(last)
    while low < high:
        middle = (low + high) // 2
        if holds(min(float(middle), last)):
            high = middle
        else:
            low = middle + 1
    return min(float(high), last)


def _periods(answers: Sequence[tuple[float, Answer]]) -> tuple[Period, ...]:
    periods: list[Period] = []
    for index, (day, answer) in enumerate(answers):
        end = answers[index + 1][0] if index + 1 < len(answers) else day
        if periods and periods[-1].answer == answer:
            periods[-1] = Period(answer, periods[-1].start, end)
        else:
            periods.append(Period(answer, day, end))
    return tuple(periods)
