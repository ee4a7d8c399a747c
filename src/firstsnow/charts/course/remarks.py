"""What the picture points at: the latest total, and the soonest response after a treatment."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from firstsnow.charts.course.attempt_words import treatment_name
from firstsnow.charts.course.severity import rating_at_start
from firstsnow.charts.course.words import lasting, number, rating_time, scale_name
from firstsnow.history import Attempt, History, Rating
from firstsnow.history.course_definitions import response_percent
from firstsnow.i18n import Message, Value, message
from firstsnow.record import Record

_SOON_DAYS = 14.0
"""An improvement within this time of a treatment's start is pointed at."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to point at: a rating, and the words for it, the first in bold."""

    rating: Rating
    words: Message
    more: Value


def latest_remark(record: Record, history: History, scale: str) -> Remark:
    """Point at the latest total of a scale."""
    rating = history.ratings[scale][-1]
    return Remark(
        rating,
        message("{scale} {total}", scale=scale_name(scale), total=number(rating.total)),
        rating_time(record, rating),
    )


def turn_remark(history: History, scales: Sequence[str]) -> Remark | None:
    """Point at the soonest response after a treatment began: when it was, not why.

    Only ratings of one scale are compared, from where the treatment began.
    """
    found = [
        (after.day - attempt.start.high, attempt, before, after)
        for attempt in history.attempts
        if math.isfinite(attempt.start.high)
        for scale in scales
        for before, after in _soon(attempt, history.ratings[scale])
    ]
    if not found:
        return None
    days, attempt, before, after = min(found, key=lambda turn: turn[0])
    return Remark(
        after,
        message(
            "{duration} after {treatment} began",
            duration=lasting(days),
            treatment=treatment_name(attempt.exposure),
        ),
        message(
            "{scale} {before} → {after}",
            scale=scale_name(after.scale),
            before=number(before.total),
            after=number(after.total),
        ),
    )


def _soon(attempt: Attempt, ratings: Sequence[Rating]) -> list[tuple[Rating, Rating]]:
    before = rating_at_start(attempt, ratings)
    if before is None:
        return []
    first = attempt.start.high
    after = [r for r in ratings if before.day < r.day and first < r.day <= first + _SOON_DAYS]
    return [(before, r) for r in after if r.improvement_since(before) >= response_percent()][:1]
