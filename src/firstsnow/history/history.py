"""The front door: everything that a record says about the past, on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from firstsnow.history.attempt import Attempt, attempts
from firstsnow.history.episodes import Episodes, episodes
from firstsnow.history.evaluation import DefinitionHistory
from firstsnow.history.known import as_known, ratings_of_depression
from firstsnow.history.last_day import end_of_day, last_day
from firstsnow.history.ratings import Rating, depression_ratings
from firstsnow.history.review import Review, review
from firstsnow.history.safety import SafetyAnswers, safety_answers
from firstsnow.history.staging_methods import Staging, stagings
from firstsnow.history.status import Status, status
from firstsnow.history.timeline import definition_histories
from firstsnow.history.untried import Untried, untried
from firstsnow.record import Record
from firstsnow.record.moment import When


@dataclass(frozen=True, slots=True)
class History:
    """What a record says about the past, as seen on a day.

    Attributes
    ----------
    at
        The day, on the record's clock.
    ratings
        Totals of depression scales by scale.
    attempts
        Treatments, judged for adequacy and help, in order of their start.
    status
        How the person was over time.
    episodes
        The episodes on record, and the recovery that it ends with.
    definitions
        Definitions of treatment resistance: met or not on the day, and when before.
    untried
        What has not been tried.
    safety
        Answers about self-harm.
    staging
        Staging by points, by every method whose points were read.
    review
        What makes the depression difficult to treat, what helped, and what is open.
    """

    at: float
    ratings: Mapping[str, tuple[Rating, ...]]
    attempts: tuple[Attempt, ...]
    status: Status
    episodes: Episodes
    definitions: tuple[DefinitionHistory, ...]
    untried: Untried
    safety: SafetyAnswers
    staging: tuple[Staging, ...]
    review: Review


def history(record: Record, at: str | float | dt.date | None = None) -> History:
    """Give what a record says about the past, as seen on a day.

    Parameters
    ----------
    record
        The record.
    at
        A date, or a day on the study's clock; by default the last day that the record knows.

    Raises
    ------
    ValueError
        If ``at`` is not on the record's clock, or later than the record is known to be complete.
    """
    day = day_on_record(record, at)
    ratings = depression_ratings(record, day)
    known = as_known(record, day)
    telling = ratings_of_depression(known, ratings)
    told = status(known, telling, day)
    tried = attempts(record, telling, day)
    left = untried(tried, is_complete=record.study is None)
    safety = safety_answers(record, day)
    return History(
        at=day,
        ratings=ratings,
        attempts=tried,
        status=told,
        episodes=episodes(known, telling, told, day),
        definitions=definition_histories(known, telling, told, day),
        untried=left,
        safety=safety,
        staging=stagings(known, telling, tried, told, day),
        review=review(record, tried, told, safety, left, day),
    )


def day_on_record(record: Record, at: str | float | dt.date | None = None) -> float:
    """Give a day on the record's clock, by default the last one that the record knows.

    Raises
    ------
    ValueError
        If ``at`` is not on the record's clock, or later than the record is known to be complete.
    """
    return last_day(record) if at is None else _day(record, When.of(at))


def _day(record: Record, when: When) -> float:
    if when.is_calendar != (record.clock == "calendar"):
        raise ValueError("the day is not on the record's clock")
    day = end_of_day(record, when.latest)
    if record.observed_until is None:
        return day
    if when.earliest > last_day(record):
        until = record.observed_until.written
        raise ValueError(
            f"the record is complete only until {until}; of later days it says nothing"
        )
    return min(day, last_day(record))
