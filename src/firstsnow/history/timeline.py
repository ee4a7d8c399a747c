"""Definitions over time: from when to when each was met, not met, or not known."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from firstsnow.history.adequacy import judge_adequacy
from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.attempt import Attempt, attempt_at, in_order, is_control
from firstsnow.history.conventions import conventions
from firstsnow.history.counting import judge_attempt, reconciled
from firstsnow.history.dated_episodes import episode_end, episode_start
from firstsnow.history.definition_file import Definition, definitions
from firstsnow.history.dose_time import exposure_end, exposure_start
from firstsnow.history.evaluate import evaluate
from firstsnow.history.evaluation import DefinitionHistory, JudgedAttempt, Period
from firstsnow.history.ratings import Rating
from firstsnow.history.status import Status
from firstsnow.record import Exposure, Record
from firstsnow.treatments import catalogue

Ratings = Mapping[str, Sequence[Rating]]

_DAYS_PER_WEEK = 7.0


def definition_histories(
    record: Record, ratings: Ratings, told: Status, until: float
) -> tuple[DefinitionHistory, ...]:
    """Follow every definition through a record, up to day ``until``.

    A definition's answer can change only on days on which something in the record changes.
    """
    judge = _Judge(record, ratings)
    days = sorted({day for day in _turning_days(judge, told, until) if day <= until} | {until})
    began = [told.episode_start(day) for day in days]
    tried = [judge.attempts(day) for day in days]

    def followed(definition: Definition) -> DefinitionHistory:
        evaluations = [
            evaluate(definition, record, ratings, told, judge.judged(given, definition, start), day)
            for day, given, start in zip(days, tried, began, strict=True)
        ]
        return DefinitionHistory(
            evaluations[-1], _periods([(one.day, one.answer) for one in evaluations])
        )

    return tuple(followed(definition) for definition in definitions().values())


class _Judge:
    """Judges attempts on many days, and each that is surely over only once."""

    def __init__(self, record: Record, ratings: Ratings) -> None:
        self.record = record
        self.ratings = ratings
        self.exposures = [one for one in record.exposures if not is_control(one)]
        self._starts = {one.id: exposure_start(one) for one in self.exposures}
        self._over: dict[str, Attempt] = {}
        self._judged: dict[tuple[str, str, Bounds], JudgedAttempt] = {}
        after_days = conventions().attempt_rating.after_days
        self._settled = {
            one.id: exposure_end(one, math.inf).high + after_days for one in self.exposures
        }

    def attempts(self, day: float) -> tuple[Attempt, ...]:
        """Judge every attempt that had begun by a day."""
        begun = (one for one in self.exposures if not self._starts[one.id].low > day)
        return in_order(self.attempt(exposure, day) for exposure in begun)

    def attempt(self, exposure: Exposure, day: float) -> Attempt:
        """Judge one exposure on a day."""
        if day < self._settled[exposure.id]:
            return attempt_at(self.record, exposure, self.ratings, day)
        if exposure.id not in self._over:
            self._over[exposure.id] = attempt_at(self.record, exposure, self.ratings, day)
        return self._over[exposure.id]

    def adequacy(self, exposure: Exposure, day: float) -> Answer:
        """Judge whether one exposure was enough by a day, and nothing else of it."""
        if day >= self._settled[exposure.id]:
            return self.attempt(exposure, day).adequacy.answer
        treatment = catalogue().get(exposure.treatment or "")
        return judge_adequacy(self.record, exposure, treatment, day).answer

    def judged(
        self, attempts: Sequence[Attempt], definition: Definition, began: Bounds
    ) -> tuple[JudgedAttempt, ...]:
        """Judge whether a definition counts attempts in an episode that began then."""
        return reconciled([self._judge(attempt, definition, began) for attempt in attempts])

    def _judge(self, attempt: Attempt, definition: Definition, began: Bounds) -> JudgedAttempt:
        name = attempt.exposure.id
        if self._over.get(name) is not attempt:
            return judge_attempt(attempt, definition, began)
        key = (name, definition.id, began)
        if key not in self._judged:
            self._judged[key] = judge_attempt(attempt, definition, began)
        return self._judged[key]


def _turning_days(judge: _Judge, told: Status, until: float) -> Iterator[float]:
    for segment in told.segments:
        yield from (segment.start, segment.end)
    for found in judge.ratings.values():
        yield from (rating.day for rating in found)
    for result in judge.record.laboratory:
        yield result.time.latest
    for session in judge.record.dosing_sessions:
        yield session.time.latest
    yield from _turning_days_of_episodes(judge.record)
    for exposure in judge.exposures:
        yield from _turning_days_of(judge, exposure, until)


def _turning_days_of_episodes(record: Record) -> Iterator[float]:
    """Give the days on which dated episodes begin, and the first days after they end."""
    gap = conventions().observation.gap_days
    for episode in record.episodes:
        start, end = episode_start(episode), episode_end(episode)
        days = (start.low, start.high, end.low + 1, end.high + 1, end.low + gap + 1)
        yield from (day for day in days if math.isfinite(day))


def _turning_days_of(judge: _Judge, exposure: Exposure, until: float) -> Iterator[float]:
    start, end = exposure_start(exposure), exposure_end(exposure, until)
    days = [start.low, start.high, end.low, end.high]
    days += [edge + weeks for weeks in _lengths() for edge in (start.low, start.high)]
    yield from (day for day in days if math.isfinite(day))
    first = start.low if math.isfinite(start.low) else start.high
    last = min(end.high, until)
    if first > last:
        return
    targets: tuple[tuple[Answer, ...], ...] = (("yes",), ("yes", "unknown"))
    for wanted in targets:
        turned = _first_day(judge, exposure, wanted, first, last)
        if turned is not None:
            yield turned


def _lengths() -> set[float]:
    """Give the least durations of definitions, in days."""
    found = (one.minimum_weeks for one in definitions().values())
    return {weeks.value * _DAYS_PER_WEEK for weeks in found if weeks is not None}


def _first_day(
    judge: _Judge, exposure: Exposure, wanted: Sequence[Answer], first: float, last: float
) -> float | None:
    """Find the first whole day on which adequacy is as wanted; once it is, it stays so."""

    def holds(day: float) -> bool:
        return judge.adequacy(exposure, day) in wanted

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
