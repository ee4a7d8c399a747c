"""How much an attempt helped, from ratings or from what was judged."""

from __future__ import annotations

import math
from typing import Any, TypeAlias

from tests.history.labelled.days import first_day, last_day, span
from tests.history.labelled.shelf import SCALES, conventions, remission_line
from tests.history.labelled.three import Range, Three

Entry: TypeAlias = dict[str, Any]
Rating: TypeAlias = tuple[int, float]
"""A day and a total."""

# Least improvement in percent, and the one that it stays below.
WORDS: dict[str, Range] = {
    "remission": (50, math.inf),
    "response": (50, math.inf),
    "partial-response": (25, 50),
    "no-response": (-math.inf, 25),
    "worse": (-math.inf, 0),
    "not-judged": (-math.inf, math.inf),
}
OPEN: Range = (-math.inf, math.inf)


def ratings(record: Entry, scale: str, day: int) -> list[Rating]:
    return sorted(
        (int(span(one["time"])[0]), one["total"])
        for one in record.get("measurements", [])
        if one["scale"] == scale and span(one["time"])[0] <= day
    )


def did_not_help(
    record: Entry, exposure: Entry, day: int, below: float, from_on: float | None
) -> Three:
    """Tell whether it helped less than a definition asks; between two figures it is not said."""
    found = [
        _below(one, below, below if from_on is None else from_on)
        for one in improvements(record, exposure, day)
    ]
    return found[0] if len(set(found)) == 1 else None


def _below(percent: Range, below: float, from_on: float) -> Three:
    low, high = percent
    if high <= below and low < below:
        return True
    return False if low >= from_on else None


def improvements(record: Entry, exposure: Entry, day: int) -> list[Range]:
    """Give each improvement that the days on record leave possible, as from and less than."""
    seen = {scale: ratings(record, scale, day) for scale in SCALES}
    alone = {scale: _alone(record, exposure, rated) for scale, rated in seen.items()}
    together = _improvements(exposure, day, {one: rated for one, rated in seen.items() if rated})
    if alone == seen:
        return together
    return together + _improvements(exposure, day, {one: r for one, r in alone.items() if r})


def _improvements(exposure: Entry, day: int, pairs: dict[str, list[Rating]]) -> list[Range]:
    starts = _days(first_day(exposure), day)
    ends = _days(last_day(exposure), day)
    if starts is None or ends is None:
        return [judged(exposure, day)] if not pairs else [OPEN]
    befores = {tuple(_before(rated, start) for rated in pairs.values()) for start in starts}
    afters = {tuple(_after(rated, end, day) for rated in pairs.values()) for end in ends}
    found = []
    for before in befores:
        for after in afters:
            measured = _measured(list(pairs), before, after)
            found.append(judged(exposure, day) if measured is None else measured)
    return found


def _alone(record: Entry, exposure: Entry, rated: list[Rating]) -> list[Rating]:
    """Leave out what was rated after something was added, but for the days of grace."""
    grace = conventions()["attempt_rating"]["grace_days"]
    added = [
        first_day(other)[1]
        for other in record["exposures"]
        if exposure["id"] in other.get("augments", ())
    ]
    last = min(added, default=math.inf) + grace
    return [one for one in rated if one[0] <= last]


def may_be_measured(record: Entry, exposure: Entry, day: int) -> Three:
    """Tell whether ratings judge it on all, none or some of the days that it may have had."""
    silent = {key: value for key, value in exposure.items() if key != "outcome"}
    found = {one != OPEN for one in improvements(record, silent, day)}
    return found.pop() if len(found) == 1 else None


def _days(known: Range, day: int) -> list[int] | None:
    """Give each day that it can have been, up to the day on which one looks."""
    if known[0] == -math.inf:
        return None
    return sorted(
        {min(one, day) for one in range(int(min(known[0], day)), int(min(known[1], day)) + 1)}
    )


def _before(rated: list[Rating], start: int) -> Rating | None:
    rules = conventions()["attempt_rating"]
    earlier = [one for one in rated if start - rules["before_days"] <= one[0] <= start]
    if earlier:
        return earlier[-1]
    just_after = [one for one in rated if start < one[0] <= start + rules["grace_days"]]
    return just_after[-1] if just_after else None


def _after(rated: list[Rating], end: int, day: int) -> Rating | None:
    limit = min(end + conventions()["attempt_rating"]["after_days"], day)
    until = [one for one in rated if one[0] <= limit]
    return until[-1] if until else None


def _measured(
    scales: list[str], before: tuple[Rating | None, ...], after: tuple[Rating | None, ...]
) -> Range | None:
    for scale, first, last in zip(scales, before, after, strict=True):
        if first is None or last is None or last[0] <= first[0]:
            continue
        if first[1] <= remission_line(scale):
            return None
        percent = (first[1] - last[1]) * 100 / first[1]
        return percent, math.nextafter(percent, math.inf)
    return None


def judged(exposure: Entry, day: int) -> Range:
    """Read the judgement, which counts from the end on, or from the start where none is known."""
    outcome = exposure.get("outcome")
    if outcome is None or ("end" in exposure and span(exposure["end"])[1] > day):
        return OPEN
    percent = outcome.get("improvement_percent")
    if percent is not None:
        return percent, math.nextafter(percent, math.inf)
    return WORDS[outcome["judgement"]]
