"""The points of the Maudsley method, from the text of its file and of the page on staging."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from tests.history.labelled.counts import counting, kind, number
from tests.history.labelled.course import (
    Course,
    course,
    is_bipolar,
    is_psychotic,
    last_rating,
    severities,
)
from tests.history.labelled.days import months_later
from tests.history.labelled.shelf import Toml, band, episode_line, maudsley
from tests.history.labelled.three import Range, Three, at_least, every, not_

Entry: TypeAlias = dict[str, Any]
MOST_MONTHS = 1200


@dataclass(frozen=True)
class Staged:
    """Whether the method stages someone, and the least and the greatest score."""

    applies: Three
    low: float
    high: float


def staged(record: Entry, day: int) -> Staged:
    rules = maudsley()["attempts"]
    now = course(record, day)
    tried = number(record, counting(record, rules, day, now), rules)
    applies = every(not_(is_bipolar(record)), now.goes_on, at_least(tried, (1, 1)))
    parts = [
        _duration(now, day),
        _severity(record, day),
        _levels("antidepressants", (max(tried[0], 1), max(tried[1], 1))),
        _levels("augmentation", _used(record, day, now, _may_augment)),
        _levels("ect", _used(record, day, now, _may_be_ect)),
    ]
    return Staged(applies, sum(one[0] for one in parts), sum(one[1] for one in parts))


def _item(name: str) -> Toml:
    found: Toml = next(one for one in maudsley()["items"] if one["id"] == name)
    return found


def _levels(name: str, number_of: Range) -> Range:
    """Give the least and the greatest points of the levels that a number may be in."""
    possible = [
        one["points"]
        for one in _item(name)["levels"]
        if number_of[1] > one.get("above", -math.inf)
        and number_of[0] <= one.get("at_most", math.inf)
    ]
    return min(possible), max(possible)


def _duration(now: Course, day: int) -> Range:
    if now.start is None:
        return _levels("duration", (0, math.inf))
    shortest, longest = _months(now.start[1], day), _months(now.start[0], day)
    return _levels("duration", (shortest, longest))


def _months(start: float, day: int) -> float:
    """Count calendar months; a day more than a number of them is more."""
    if start == -math.inf:
        return math.inf
    whole = max(n for n in range(MOST_MONTHS) if months_later(start, n) <= day or n == 0)
    return whole if months_later(start, whole) >= day else whole + 0.5


def _severity(record: Entry, day: int) -> Range:
    points = {one["severity"]: one["points"] for one in _item("severity")["levels"]}
    words = severities(record, day) or {"none", "mild", "moderate", "severe"}
    possible: set[float] = set()
    for word in words:
        if word == "severe":
            psychotic = is_psychotic(record, day)
            possible |= {points["severe"]} if psychotic is not True else set()
            possible |= {points["severe-with-psychosis"]} if psychotic is not False else set()
        else:
            possible.add(points["sub-syndromal" if word == "none" else word])
    if _may_be_sub_syndromal(record, day):
        possible.add(points["sub-syndromal"])
    return min(possible), max(possible)


def _may_be_sub_syndromal(record: Entry, day: int) -> bool:
    """Tell whether a rating in the mild band may be below the criteria of an episode."""
    found = last_rating(record, day)
    if found is None:
        return False

    line = episode_line(found[0])
    reaches = line is not None and found[1] >= line[0]
    return band(*found) == "mild" and not reaches


def _may_augment(exposure: Entry) -> Three:
    named = kind(exposure)
    if named == "augmentation":
        return True
    return None if named == "combination" or "treatment" not in exposure else False


def _may_be_ect(exposure: Entry) -> Three:
    return exposure["treatment"] == "ect" if "treatment" in exposure else None


def _used(record: Entry, day: int, now: Course, is_it: Callable[[Entry], Three]) -> Range:
    """Count what was used: surely where it was enough and did not help, perhaps otherwise."""
    rules = {**maudsley()["attempts"], "counts": []}
    low = high = 0
    for exposure in record.get("exposures", []):
        judged = counting({**record, "exposures": [exposure]}, rules, day, now)
        if exposure["id"] not in judged or is_it(exposure) is False:
            continue
        held = now.holds(exposure)
        high += held is not False
        low += _counts_surely(record, exposure, rules, day, now) and is_it(exposure) is True
    return low, high


def _counts_surely(record: Entry, exposure: Entry, rules: Toml, day: int, now: Course) -> bool:
    named = {"attempt": kind(exposure), "value": True, "source": "the section's own name"}
    found = counting({**record, "exposures": [exposure]}, {**rules, "counts": [named]}, day, now)
    return found[exposure["id"]] is True
