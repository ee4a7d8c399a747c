"""The course itself: totals, where they break off, the weight of illness, the two lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from firstsnow.history import Attempt, History, Rating, conventions
from firstsnow.history.course_definitions import response_percent


@dataclass(frozen=True, slots=True)
class Corner:
    """A point of an outline: a day, and a total between the ratings' own."""

    day: float
    total: float


@dataclass(frozen=True, slots=True)
class Step:
    """A level part of the response line: from one day to another at one total."""

    start: float
    end: float
    total: float


def runs(ratings: Sequence[Rating]) -> tuple[tuple[Rating, ...], ...]:
    """Part ratings where nothing was measured for longer than a rating speaks for."""
    gap = conventions().observation.gap_days
    parts: list[list[Rating]] = []
    for rating in ratings:
        if parts and rating.day - parts[-1][-1].day <= gap:
            parts[-1].append(rating)
        else:
            parts.append([rating])
    return tuple(map(tuple, parts))


def weight_of_illness(run: Sequence[Rating], line: float) -> tuple[tuple[Corner, ...], ...]:
    """Give the outlines of what lies above the line for remission, as pieces of the curve.

    A piece begins and ends on the line where the curve crosses it between two ratings.
    """
    pieces: list[list[Corner]] = [[]]
    for rating, following in zip(run, [*run[1:], None], strict=True):
        if rating.total > line:
            pieces[-1].append(Corner(rating.day, rating.total))
        if following is None:
            break
        if (rating.total > line) != (following.total > line):
            share = (line - rating.total) / (following.total - rating.total)
            crossing = Corner(rating.day + share * (following.day - rating.day), line)
            pieces[-1].append(crossing)
            if following.total <= line:
                pieces.append([])
    return tuple(tuple(piece) for piece in pieces if len(piece) > 1)


def response_steps(history: History) -> tuple[Step, ...]:
    """Give half of where each treatment began, from its start until the next one's or its end.

    Where a treatment began is the rating on the scale that tells the course at its start, by the
    conventions for judging a treatment. One without such a rating has no step.
    """
    ratings = history.ratings.get(history.status.scale or "", ())
    left = 1 - response_percent() / 100
    begun = [a for a in history.attempts if math.isfinite(a.start.high)]
    found: list[Step] = []
    for index, attempt in enumerate(begun):
        start = rating_at_start(attempt, ratings)
        following = [a.start.high for a in begun[index + 1 :] if a.start.high > attempt.start.high]
        end = min([*following, _last_day(attempt, history.at)])
        if start is not None and end > attempt.start.high:
            total = start.minimum + left * (start.total - start.minimum)
            found.append(Step(attempt.start.high, end, total))
    return tuple(_latest_of_a_day(found))


def rating_at_start(attempt: Attempt, ratings: Sequence[Rating]) -> Rating | None:
    """Give the rating from which a treatment began, by the conventions for judging one."""
    window = conventions().attempt_rating
    first = attempt.start.high
    near = [r for r in ratings if first - window.before_days <= r.day <= first + window.grace_days]
    before = [r for r in near if r.day <= first]
    return before[-1] if before else (near[0] if near else None)


def _last_day(attempt: Attempt, at: float) -> float:
    if not math.isfinite(attempt.end.high):
        return at
    return min(attempt.end.high + conventions().attempt_rating.after_days, at)


def _latest_of_a_day(steps: Sequence[Step]) -> list[Step]:
    """Of treatments begun on one day, one step is enough: their ratings are the same."""
    return list({step.start: step for step in steps}.values())
