"""Whether an episode is going on, since when, and which attempts belong to it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, TypeAlias

from tests.history.labelled.days import first_day, last_day, months_later, span
from tests.history.labelled.helped import Rating, ratings
from tests.history.labelled.shelf import SCALES, band, conventions, episode_line, remission_line
from tests.history.labelled.three import Range, Three

Entry: TypeAlias = dict[str, Any]
THREE_WEEKS = 21
FOUR_MONTHS = 4
ORDER = ("none", "mild", "moderate", "severe")


@dataclass(frozen=True)
class Course:
    """The episode that goes on, or the last one; ``start`` is none where nothing tells it.

    ``end`` is the first day of a remission, or what a clinician dated. Where the episode on record
    may be over, the one that may go on may be another.
    """

    goes_on: Three
    start: Range | None = None
    end: float = math.inf
    may_be_another: bool = False

    def holds(self, exposure: Entry) -> Three:
        """Tell whether any of an attempt was given on a day of the episode."""
        if self.start is None:
            return None
        first, last = first_day(exposure), last_day(exposure)
        if last[0] >= self.start[1] and first[1] <= self.end:
            return None if self.may_be_another else True
        return False if last[1] < self.start[0] or first[0] > self.end else None


def course(record: Entry, day: int) -> Course:
    dated = _dated(record, day)
    rated = _main_ratings(record, day)
    gap = conventions()["observation"]["gap_days"]
    if rated is None or day - rated[1][-1][0] > gap:
        return dated
    return _measured(rated[0], rated[1], dated, day)


def _depressive(record: Entry, day: int) -> list[Entry]:
    found = [
        one
        for one in record.get("episodes", [])
        if one.get("polarity", "depressive") == "depressive" and first_day(one)[0] <= day
    ]
    return sorted(found, key=first_day)


def _dated(record: Entry, day: int) -> Course:
    """Read the last episode that a clinician dated."""
    episodes = _depressive(record, day)
    if not episodes:
        return Course(None)
    one = episodes[-1]
    if one.get("ongoing"):
        return Course(True, first_day(one))
    if "end" not in one:
        return Course(None, (first_day(one)[0], day), may_be_another=True)
    end = span(one["end"])[0]
    if end > day:
        return Course(True, first_day(one))
    if day - end <= conventions()["observation"]["gap_days"]:
        return Course(False, first_day(one), end)
    # it may have come back since, or another may have begun
    return Course(None, (first_day(one)[0], day), may_be_another=True)


def _main_ratings(record: Entry, day: int) -> tuple[str, list[Rating]] | None:
    """Take the scale with the most ratings; of equally many the preferred one."""
    known = {scale: ratings(record, scale, day) for scale in SCALES}
    best = max(SCALES, key=lambda scale: (len(known[scale]), -SCALES.index(scale)))
    return (best, known[best]) if known[best] else None


def _measured(scale: str, rated: list[Rating], dated: Course, day: int) -> Course:
    """Walk through the ratings; these records have no gap of ten weeks between two of them."""
    well_line, line = remission_line(scale), episode_line(scale)
    start = dated.start if dated.start and dated.start[0] <= rated[0][0] else None
    well: int | None = None
    for index, (time, total) in enumerate(rated):
        if total <= well_line:
            well = time if well is None else well
        elif well is None:
            # the first rating of a record shows an episode that began some day before it
            start = start or (-math.inf, time)
        elif time - well < THREE_WEEKS:
            well = None
        elif _meets(rated[index:], line):
            if time >= months_later(well, FOUR_MONTHS):
                start = (time, time)
            well = None
    if well is None:
        return Course(True, start)
    lasted = day - well >= THREE_WEEKS
    return Course(False if lasted else None, start, well if lasted else math.inf)


def _meets(following: list[Rating], line: tuple[float, int] | None) -> bool:
    assert line is not None, "these records have a relapse on scales with a line alone"
    total, in_a_row = line
    met = following[:in_a_row]
    return len(met) == in_a_row and all(one[1] >= total for one in met)


def severities(record: Entry, day: int) -> frozenset[str]:
    """Give the severities that a clinician and the last rating say; empty where nobody does.

    What was noted for an episode that is over, or may be, does not speak for the day.
    """
    noted = {
        one["severity"]
        for one in _depressive(record, day)[-1:]
        if "severity" in one and (one.get("ongoing") or last_day(one)[0] > day)
    }
    return frozenset(noted | _rated_severities(record, day))


def last_rating(record: Entry, day: int) -> tuple[str, float] | None:
    """Give the last rating of depression that still speaks for the day."""
    gap = conventions()["observation"]["gap_days"]
    found = [
        (time, scale, total)
        for scale in SCALES
        for time, total in ratings(record, scale, day)
        if day - time <= gap
    ]
    return max(found)[1:] if found else None


def _rated_severities(record: Entry, day: int) -> set[str]:
    found = last_rating(record, day)
    if found is None:
        return set()
    word = band(*found)
    return {"severe" if word == "very-severe" else word}


def is_bipolar(record: Entry) -> Three:
    """Read polarity: a mania on record decides, and diagnoses that disagree leave it open."""
    if any(one.get("polarity") in ("manic", "hypomanic") for one in record.get("episodes", [])):
        return True
    said = {
        one["polarity"]
        for one in record.get("diagnoses", [])
        if one.get("polarity", "unknown") != "unknown" and one.get("status") != "ruled-out"
    }
    return {"bipolar": True, "unipolar": False}[said.pop()] if len(said) == 1 else None


def is_psychotic(record: Entry, day: int) -> Three:
    entries = [*_depressive(record, day)[-1:], *record.get("diagnoses", [])]
    said = {one["psychosis"] for one in entries if one.get("psychosis") in ("present", "absent")}
    return said.pop() == "present" if len(said) == 1 else None
