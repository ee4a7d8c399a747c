"""How someone was over time: in an episode, responding, in remission, or recovered."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firstsnow.history.answer import Answer, Bounds, any_of
from firstsnow.history.conventions import conventions
from firstsnow.history.course_definitions import course_definition
from firstsnow.history.course_walk import CourseWalk
from firstsnow.history.dated_episodes import (
    covers,
    dated_segments,
    episode_end,
    episode_start,
    in_dated_episode,
)
from firstsnow.history.known import manias
from firstsnow.history.ratings import Rating, episode_line, primary_scale, remission_line
from firstsnow.history.segment import Change, ChangeKind, Segment, State, filled
from firstsnow.record import Episode, Record

__all__ = ["Change", "ChangeKind", "Segment", "State", "Status", "status"]


@dataclass(frozen=True, slots=True)
class Status:
    """How someone was over time.

    Attributes
    ----------
    scale
        The scale that tells the course, ``None`` where no scale with a sourced line was used.
    remission_line, episode_line
        The highest total of remission and the lowest of an episode.
    convention
        Identifier of the definitions of remission, recovery, relapse and recurrence in use.
    segments
        The states in order of time; measured ones where there are ratings, dated ones elsewhere.
    changes
        Responses, remissions, recoveries, relapses and recurrences.
    """

    scale: str | None
    remission_line: float | None
    episode_line: float | None
    convention: str
    segments: tuple[Segment, ...]
    changes: tuple[Change, ...]
    _episodes: tuple[Episode, ...] = ()
    _manias: tuple[Episode, ...] = ()

    def at(self, day: float) -> Segment | None:
        """Give the segment that holds on a day, the later one where two meet."""
        place = self._place(day)
        return None if place is None else self.segments[place]

    def _place(self, day: float) -> int | None:
        place = bisect_right(self.segments, day, key=lambda segment: segment.start) - 1
        return place if place >= 0 and day <= self.segments[place].end else None

    def in_episode(self, day: float) -> Answer:
        """Answer whether someone was in a depressive episode on a day.

        An episode lasts until a remission has lasted: with fewer symptoms, and in a remission that
        did not last, it goes on. Nobody is in one during a mania or hypomania that a clinician
        dated.
        """
        otherwise = any_of(covers(one, day) for one in self._manias)
        if otherwise == "yes":
            return "no"
        depressed = self._in_episode(day)
        return depressed if otherwise == "no" or depressed == "no" else "unknown"

    def _in_episode(self, day: float) -> Answer:
        place = self._place(day)
        if place is None or self._is_dated(place):
            return in_dated_episode(self._episodes, day)
        for segment in reversed(self.segments[: place + 1]):
            if segment.basis == "dated":
                return in_dated_episode(self._episodes, segment.end)
            if segment.state == "episode":
                return "yes"
            if segment.state == "unobserved" or segment.settled == "unknown":
                return "unknown"
            if segment.state in ("remission", "recovery") and segment.settled == "yes":
                return "no"
        return "unknown"

    def _is_dated(self, place: int) -> bool:
        """Whether no rating, but at most a clinician's date says how someone was."""
        segment = self.segments[place]
        return segment.state == "unobserved" or segment.basis == "dated"

    def episode_start(self, day: float) -> Bounds:
        """Give the bounds of the day on which the episode of a day, or the last before it, began.

        A relapse returns to the episode before it; after a recovery, an episode is a new one. Where
        nothing is known of how someone was on the day, an episode may have begun unseen.
        """
        began = self._last_start(day)
        place = self._place(day)
        is_unseen = place is None or self._is_dated(place)
        if is_unseen and in_dated_episode(self._episodes, day) == "unknown":
            return Bounds(began.low, math.inf)
        return began

    def _last_start(self, day: float) -> Bounds:
        measured = self._measured_start(day)
        begun = [one for one in self._episodes if episode_start(one).low <= day]
        if not begun:
            return measured
        dated = max(begun, key=lambda one: episode_start(one).low)
        start, end = episode_start(dated), episode_end(dated)
        going_on = covers(dated, day)
        if going_on == "unknown":
            return Bounds(start.low, max(start.high, measured.high))
        if math.isinf(measured.high):
            return start
        if going_on == "yes":
            return Bounds(start.low, measured.high) if measured.low > start.high else start
        if measured.high <= end.high:
            return start
        is_new = measured.high - end.high >= self._recovery_days()
        return Bounds(end.low if is_new else start.low, measured.high)

    def _measured_start(self, day: float) -> Bounds:
        """Give the bounds of the start of the last measured episode, open above without one.

        A time without ratings between two episodes leaves open whether they are one, where it is
        long enough for a recovery.
        """
        began = Bounds.unknown()
        ill_until, well_from, is_open = -math.inf, None, False
        for segment in self.segments:
            if segment.start > day:
                break
            if segment.state == "recovery":
                well_from = segment.start
            elif segment.state == "unobserved":
                ill_until = min(ill_until, segment.start - conventions().observation.gap_days)
                is_open = True
            elif segment.state == "episode" and segment.basis == "measured":
                if well_from is not None:
                    began = Bounds(well_from, segment.start)
                elif math.isinf(began.high):
                    began = Bounds(-math.inf, segment.start)
                elif is_open and segment.start - ill_until >= self._recovery_days():
                    began = Bounds(began.low, segment.start)
                ill_until, well_from, is_open = segment.end, None, False
        return began

    def _recovery_days(self) -> float:
        return course_definition(self.convention).recovery_days


def status(
    record: Record,
    ratings: Mapping[str, Sequence[Rating]],
    until: float,
    convention: str = "rush-2006",
) -> Status:
    """Tell how someone was over time, up to day ``until``.

    Ratings of one scale tell the course where there are any; other scales, and then a clinician's
    dates of episodes, fill the rest. What a rating means later is used for earlier days too: a
    remission counts from its first day once it has lasted.
    """
    definition = course_definition(convention)
    depressive = tuple(e for e in record.episodes if e.polarity == "depressive")
    dated = dated_segments(depressive, until)
    seen = {scale: tuple(r for r in found if r.day <= until) for scale, found in ratings.items()}
    seen = {scale: found for scale, found in seen.items() if found}
    manic = manias(record)
    scale = primary_scale(seen)
    line = remission_line(scale) if scale is not None else None
    if scale is None or line is None:
        return Status(scale, None, None, convention, dated, (), depressive, manic)
    walk = CourseWalk(record, depressive, seen[scale], line, definition)
    segments, changes = walk.told(until)
    for other in sorted(seen.keys() - {scale}, key=lambda name: (-len(seen[name]), name)):
        other_line = remission_line(other)
        if other_line is not None:
            walk = CourseWalk(record, depressive, seen[other], other_line, definition)
            segments = filled(segments, walk.told(until)[0])
    segments = filled(segments, dated)
    return Status(
        scale, line, episode_line(scale), convention, segments, changes, depressive, manic
    )
