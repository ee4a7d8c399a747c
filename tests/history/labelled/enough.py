"""Whether an attempt was enough to judge, from the text of the rules."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

from tests.history.labelled.days import (
    date,
    ended_by,
    first_day,
    last_day,
    span,
    time_given,
)
from tests.history.labelled.shelf import Toml, treatment
from tests.history.labelled.three import Range, Three, at_least, every

Entry: TypeAlias = dict[str, Any]
WEEK = 7
ANY: Range = (0, math.inf)


@dataclass(frozen=True)
class Enough:
    """What is known of the parts of a rule.

    ``dose`` is no where every dose was too low, ``length`` is about weeks and sessions (at the
    least dose), and ``taken`` about adherence.
    """

    dose: Three
    length: Three
    taken: Three

    @property
    def answer(self) -> Three:
        return every(self.dose, self.length, self.taken)

    @property
    def answer_but_for_length(self) -> Three:
        return every(self.dose, self.taken)


def enough(record: Entry, exposure: Entry, day: int) -> Enough:
    """Judge an exposure as far as it had gone on a day."""
    taken = _taken(exposure)
    rule = _rule(exposure)
    if rule is None:
        return Enough(None, None, taken)
    judge = {
        "daily-dose": _daily_dose,
        "sessions": _sessions,
        "dose-sessions": _dose_sessions,
        "blood-level": _blood_level,
    }[rule["basis"]]
    dose, length = judge(record, exposure, rule, day)
    return Enough(dose, length, taken)


def is_of_sessions(exposure: Entry) -> bool:
    rule = _rule(exposure)
    return rule is not None and "sessions" in rule["basis"]


def _taken(exposure: Entry) -> Three:
    """Say no where hardly any was taken; what is not on record is not held against it."""
    said = exposure.get("adherence")
    share = exposure.get("adherence_share")
    if said in ("poor", "none") or (share is not None and share < 0.5):
        return False
    return None if said == "partial" or (share is not None and share < 1) else True


def _rule(exposure: Entry) -> Toml | None:
    """Give the first rule that fits, where all of it was read."""
    if "treatment" not in exposure:
        return None
    found = treatment(exposure["treatment"])
    # what is counted as augmentation alone was given as one, whatever it was added to
    is_added = bool(exposure.get("augments")) or found["role"] == "augmentation"
    way = "augmentation" if is_added else "alone"
    for rule in found.get("adequacy", []):
        if rule.get("given_as", "either") in (way, "either"):
            return rule if _is_read(rule) else None
    return None


def _is_read(rule: Toml) -> bool:
    parts = [*rule.get("doses", []), *rule.get("sessions", [])]
    parts += [rule[name] for name in ("duration", "level") if name in rule]
    return all(part["source"] != "unsourced" for part in parts)


def _least_dose(record: Entry, exposure: Entry, rule: Toml) -> Range | None:
    """Give the least dose between bounds; none where no line surely holds for the route."""
    lines = [one for one in rule["doses"] if one.get("route") in (None, exposure.get("route"))]
    if not lines:
        return None
    age = _age(record, exposure)
    general = [one["minimum"] for one in lines if "age_from_years" not in one]
    possible = []
    for line in (one for one in lines if "age_from_years" in one):
        old = at_least(age, (line["age_from_years"],) * 2)
        possible += [] if old is False else [line["minimum"]]
        general = [] if old is True else general
    possible += general
    return min(possible), max(possible)


def _age(record: Entry, exposure: Entry) -> Range:
    birth = record.get("person", {}).get("birth")
    start = first_day(exposure)
    if birth is None or math.isinf(start[0]):
        return ANY
    born = span(birth)
    return _years(born[1], start[0]), _years(born[0], start[1])


def _years(born: float, day: float) -> int:
    first, then = date(born), date(day)
    return then.year - first.year - ((then.month, then.day) < (first.month, first.day))


def _daily_dose(record: Entry, exposure: Entry, rule: Toml, day: int) -> tuple[Three, Three]:
    """Count the days at the least dose or more."""
    needed = (rule["duration"]["weeks"] * WEEK,) * 2
    whole = time_given(exposure, day)
    least = _least_dose(record, exposure, rule)
    doses = _seen(exposure, day)
    if least is None or not doses:
        return None, at_least((0, whole[1]), needed)
    levels = [_reaches(one.get("amount"), least) for one in doses]
    if set(levels) == {False}:
        return False, at_least((0, 0), needed)
    surely = _days_at(exposure, doses, [one is True for one in levels], day)[0]
    perhaps = _days_at(exposure, doses, [one is not False for one in levels], day)[1]
    return True, at_least((surely, perhaps), needed)


def _reaches(amount: float | None, least: Range) -> Three:
    return None if amount is None else at_least((amount, amount), least)


def _seen(exposure: Entry, day: int) -> list[Entry]:
    return [
        one
        for one in exposure.get("doses", [])
        if "start" not in one or span(one["start"])[0] <= day
    ]


def _days_at(exposure: Entry, doses: list[Entry], flags: list[bool], day: int) -> Range:
    """Add up the days of the marked doses; doses that touch are one time."""
    low = high = 0.0
    index = 0
    while index < len(doses):
        if not flags[index]:
            index += 1
            continue
        until = index
        while until + 1 < len(doses) and flags[until + 1] and "end" not in doses[until]:
            until += 1
        first = _from(exposure, doses, index)
        last = _until(exposure, doses, until)
        low += max(0, min(last[0], day) - first[1])
        high += max(0, min(last[1], day) - first[0])
        index = until + 1
    return low, high


def _from(exposure: Entry, doses: list[Entry], index: int) -> Range:
    if "start" in doses[index]:
        return span(doses[index]["start"])
    # without a day of change, it was some day since the exposure began
    first = first_day(exposure)
    return first if index == 0 else (first[0], last_day(exposure)[1])


def _until(exposure: Entry, doses: list[Entry], index: int) -> Range:
    if "end" in doses[index]:
        return span(doses[index]["end"])
    if index + 1 < len(doses):
        following = doses[index + 1]
        if "start" in following:
            return span(following["start"])
        return first_day(exposure)[0], last_day(exposure)[1]
    return last_day(exposure)


def _needed_sessions(exposure: Entry, rule: Toml) -> Range:
    general = [one["count"] for one in rule["sessions"] if "variant" not in one]
    special = {one["variant"]: one["count"] for one in rule["sessions"] if "variant" in one}
    if "variant" in exposure:
        one = special.get(exposure["variant"], general[0] if general else None)
        return (one, one) if one is not None else (0, math.inf)
    every_count = [*general, *special.values()]
    return min(every_count), max(every_count)


def _listed(record: Entry, exposure: Entry, day: int) -> list[Entry]:
    """Give the sessions that were attended up to a day."""
    own = [one for one in exposure.get("sessions", []) if one.get("attended", True)]
    supervised = [
        one for one in record.get("dosing_sessions", []) if one["exposure"] == exposure["id"]
    ]
    return [one for one in own + supervised if span(one["time"])[1] <= day]


def _number(record: Entry, exposure: Entry, day: int) -> Range:
    listed = len(_listed(record, exposure, day))
    if "session_count" in exposure:
        count = exposure["session_count"]
        return (count, count) if _is_reached(record, exposure, day) else (listed, count)
    says = "sessions" in exposure or listed > 0
    return (listed, listed) if says else ANY


def _is_reached(record: Entry, exposure: Entry, day: int) -> bool:
    """Tell whether a bare number had been reached: at the end, or where the record ends."""
    if "end" in exposure:
        return ended_by(exposure, day) is True
    return day >= span(record["observed_until"])[1]


def _sessions(record: Entry, exposure: Entry, rule: Toml, day: int) -> tuple[Three, Three]:
    length = at_least(_number(record, exposure, day), _needed_sessions(exposure, rule))
    if "duration" in rule:
        weeks = (rule["duration"]["weeks"] * WEEK,) * 2
        length = every(length, at_least(time_given(exposure, day), weeks))
    return True, length


def _dose_sessions(record: Entry, exposure: Entry, rule: Toml, day: int) -> tuple[Three, Three]:
    """Count the sessions at the least dose or more."""
    needed = _needed_sessions(exposure, rule)
    number = _number(record, exposure, day)
    least = _least_dose(record, exposure, rule)
    if least is None:
        return None, at_least((0, number[1]), needed)
    usual = exposure["doses"][0].get("amount") if exposure.get("doses") else None
    if "session_count" in exposure:
        reached = [_reaches(usual, least)]
        times = number
    else:
        listed = _listed(record, exposure, day)
        reached = [_reaches(one.get("amount", usual), least) for one in listed]
        times = (1, 1)
    surely = sum(one is True for one in reached) * times[0]
    perhaps = number[1] if not reached else sum(one is not False for one in reached) * times[1]
    if reached and set(reached) == {False}:
        return False, at_least((0, 0), needed)
    return True, at_least((surely, perhaps), needed)


def _blood_level(record: Entry, exposure: Entry, rule: Toml, day: int) -> tuple[Three, Three]:
    """Take the longest time between readings at the level, and the longest that they allow."""
    needed = (rule["duration"]["weeks"] * WEEK,) * 2
    whole = time_given(exposure, day)
    first, last = first_day(exposure)[0], min(last_day(exposure)[1], day)
    readings = sorted(
        (span(one["time"])[0], one["value"] >= rule["level"]["minimum"])
        for one in record.get("laboratory", [])
        if one["analyte"] == exposure["treatment"] and first <= span(one["time"])[0] <= last
    )
    surely, since = 0.0, None
    for time, is_reached in readings:
        since = (since if since is not None else time) if is_reached else None
        surely = max(surely, 0 if since is None else time - since)
    low = [time for time, is_reached in readings if not is_reached]
    edges = [first, *low, last]
    perhaps = max(after - before for before, after in pairwise(edges))
    length = at_least((surely, min(perhaps, whole[1])), needed)
    is_low = bool(readings) and len(low) == len(readings)
    return not (is_low and length is False), length
