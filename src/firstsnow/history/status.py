"""How someone was over time: in an episode, responding, in remission, or recovered."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from firstsnow.history.answer import Answer, Bounds, negate
from firstsnow.history.conventions import conventions
from firstsnow.history.course_definitions import (
    CourseDefinition,
    course_definition,
    response_percent,
)
from firstsnow.history.dose_time import exposure_start, moment_bounds
from firstsnow.history.ratings import (
    Rating,
    episode_line,
    primary_scale,
    recall_days,
    remission_line,
)
from firstsnow.record import Episode, Record

State = Literal["episode", "response", "remission", "recovery", "symptoms", "unobserved"]
"""``symptoms``: above the line for remission, without meeting an episode (again)."""

ChangeKind = Literal["response", "remission", "recovery", "relapse", "recurrence"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A time during which the state was one.

    Attributes
    ----------
    state
        The state.
    start, end
        First and last day, on the record's clock.
    basis
        ``measured``, or ``dated`` by a clinician.
    settled
        For a remission, whether it lasted as long as its definition asks; ``yes`` elsewhere.
    """

    state: State
    start: float
    end: float
    basis: Literal["measured", "dated"]
    settled: Answer = "yes"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened by definition: a response, a remission, a relapse and so on."""

    kind: ChangeKind
    day: float
    rating: Rating | None
    settled: Answer = "yes"


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

    def at(self, day: float) -> Segment | None:
        """Give the segment that holds on a day, the later one where two meet."""
        holding = [segment for segment in self.segments if segment.start <= day <= segment.end]
        return holding[-1] if holding else None

    def in_episode(self, day: float) -> Answer:
        """Answer whether someone was in a depressive episode on a day."""
        segment = self.at(day)
        if segment is None or segment.state == "unobserved":
            return "unknown"
        if segment.state in ("episode", "response"):
            return "yes"
        if segment.state == "symptoms":
            return "no" if self._has_remitted(day) else "unknown"
        return negate(segment.settled)

    def episode_start(self, day: float) -> Bounds:
        """Give the bounds of the day on which the episode of a day began."""
        dated = [episode for episode in self._episodes if _covers(episode, day) != "no"]
        if dated:
            return moment_bounds(dated[-1].start)
        first = math.inf
        for segment in self.segments:
            if segment.start > day:
                break
            if segment.state in ("episode", "response"):
                first = min(first, segment.start)
            elif segment.state in ("remission", "recovery") and segment.settled == "yes":
                first = math.inf
        before = [s.end for s in self.segments if s.end < first and s.state != "unobserved"]
        return Bounds(before[-1] if before else -math.inf, first)

    def _has_remitted(self, day: float) -> bool:
        reached = [
            segment
            for segment in self.segments
            if segment.start <= day and segment.state in ("remission", "recovery", "episode")
        ]
        return bool(reached) and reached[-1].state != "episode" and reached[-1].settled == "yes"


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
    seen = {scale: tuple(r for r in found if r.day <= until) for scale, found in ratings.items()}
    seen = {scale: found for scale, found in seen.items() if found}
    scale = primary_scale(seen)
    line = remission_line(scale) if scale is not None else None
    dated = _dated_segments(record.episodes, until)
    depressive = tuple(e for e in record.episodes if e.polarity == "depressive")
    if scale is None or line is None:
        return Status(scale, None, None, convention, dated, (), depressive)
    measured, changes = _Walk(record, seen[scale], line, definition).told(until)
    segments: tuple[Segment, ...] = measured
    for other in sorted(seen.keys() - {scale}, key=lambda name: (-len(seen[name]), name)):
        other_line = remission_line(other)
        if other_line is not None:
            walk = _Walk(record, seen[other], other_line, definition)
            segments = _filled(segments, walk.told(until)[0])
    segments = _filled(segments, dated)
    return Status(scale, line, episode_line(scale), convention, segments, changes, depressive)


_STUDIES_OF_EPISODES = ("mdd", "trd", "chronic-mdd")
"""Studies of these take people in an episode, which lasts until they remit."""


class _Walk:
    """One pass over the ratings of a scale, turning totals into states and changes."""

    def __init__(
        self,
        record: Record,
        ratings: Sequence[Rating],
        remission: float,
        definition: CourseDefinition,
    ) -> None:
        self._ratings = ratings
        self._remission = remission
        self._episode = episode_line(ratings[0].scale)
        self._recall_days = recall_days(ratings[0].scale)
        self._remission_days = definition.remission_days
        self._recovery_days = definition.recovery_days
        self._starts = sorted(
            start.high for e in record.exposures if math.isfinite((start := exposure_start(e)).high)
        )
        self._episodes = [e for e in record.episodes if e.polarity == "depressive"]
        self._taken_in_episode = (
            record.study is not None and record.study.diagnosis in _STUDIES_OF_EPISODES
        )
        self._well_since: float | None = None
        self._recovered = False
        self._segments: list[Segment] = []
        self._changes: list[Change] = []

    def told(self, until: float) -> tuple[tuple[Segment, ...], tuple[Change, ...]]:
        gap = conventions().observation.gap_days
        for rating, following in zip(self._ratings, [*self._ratings[1:], None], strict=True):
            state = self._state(rating)
            horizon = until if following is None else following.day
            end = min(horizon, rating.day + gap)
            if following is not None and following.day - end <= self._recall_days:
                end = horizon
            self._segments.append(Segment(state, rating.day, end, "measured"))
            if end < horizon:
                self._segments.append(Segment("unobserved", end, horizon, "measured"))
        return self._settle(_joined(self._segments)), tuple(self._settled_changes())

    def _state(self, rating: Rating) -> State:
        if rating.total <= self._remission:
            return self._well(rating)
        if self._well_since is not None:
            return self._above_the_line(rating)
        if self._is_episode(rating):
            return self._ill(rating)
        return "response" if self._responds(rating) else "symptoms"

    def _well(self, rating: Rating) -> State:
        if self._well_since is None:
            self._well_since = rating.day
            self._changes.append(Change("remission", rating.day, rating))
        if not self._recovered and rating.day - self._well_since >= self._recovery_days:
            self._recovered = True
            self._changes.append(Change("recovery", self._well_since + self._recovery_days, None))
        return "recovery" if self._recovered else "remission"

    def _above_the_line(self, rating: Rating) -> State:
        if self._episode is None or rating.total < self._episode:
            return "symptoms"
        if self._lasted(rating.day) != "no":
            kind: ChangeKind = "recurrence" if self._recovered else "relapse"
            self._changes.append(Change(kind, rating.day, rating))
        self._well_since, self._recovered = None, False
        return "episode"

    def _is_episode(self, rating: Rating) -> bool:
        if self._episode is not None and rating.total >= self._episode:
            return True
        dated = any(_covers(episode, rating.day) == "yes" for episode in self._episodes)
        return dated or self._taken_in_episode

    def _ill(self, rating: Rating) -> State:
        return "response" if self._responds(rating) else "episode"

    def _responds(self, rating: Rating) -> bool:
        reference = self._reference(rating)
        if reference is None or rating.improvement_since(reference) < response_percent():
            return False
        if not self._segments or self._segments[-1].state != "response":
            self._changes.append(Change("response", rating.day, rating))
        return True

    def _reference(self, rating: Rating) -> Rating | None:
        """Give the rating at which the latest treatment began, else the first of all."""
        begun = [start for start in self._starts if start < rating.day]
        earlier = [r for r in self._ratings if r.day < rating.day]
        if begun:
            earlier = [r for r in earlier if r.day <= begun[-1]] or earlier[:1]
        return earlier[-1] if begun and earlier else (earlier[0] if earlier else None)

    def _settle(self, segments: Sequence[Segment]) -> tuple[Segment, ...]:
        return tuple(
            replace(segment, settled=self._lasted(segment.start))
            if segment.state == "remission"
            else segment
            for segment in segments
        )

    def _settled_changes(self) -> list[Change]:
        return [
            replace(change, settled=self._lasted(change.day))
            if change.kind == "remission"
            else change
            for change in self._changes
        ]

    def _lasted(self, day: float) -> Answer:
        """Answer whether a remission that holds on a day lasted as long as its definition asks."""
        began = max(
            (c.day for c in self._changes if c.kind == "remission" and c.day <= day), default=day
        )
        for rating in (rating for rating in self._ratings if rating.day >= began):
            long_enough = rating.day - began >= self._remission_days
            if rating.total > self._remission:
                return "unknown" if long_enough else "no"
            if long_enough:
                return "yes"
        return "unknown"


def _covers(episode: Episode, day: float) -> Answer:
    start, end = moment_bounds(episode.start), moment_bounds(episode.end)
    if episode.end is None:
        end = Bounds(math.inf, math.inf) if episode.ongoing else Bounds(start.high, math.inf)
    if start.high <= day <= end.low:
        return "yes"
    return "no" if day < start.low or day > end.high else "unknown"


def _dated_segments(episodes: Sequence[Episode], until: float) -> tuple[Segment, ...]:
    found = []
    for episode in episodes:
        start, end = moment_bounds(episode.start), moment_bounds(episode.end)
        if episode.polarity != "depressive" or not math.isfinite(start.middle_or(math.inf)):
            continue
        last = until if episode.end is None else min(end.middle_or(until), until)
        if start.middle_or(math.inf) <= last:
            found.append(Segment("episode", start.middle_or(math.inf), last, "dated"))
    return tuple(sorted(found, key=lambda segment: segment.start))


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    joined: list[Segment] = []
    for segment in segments:
        if joined and joined[-1].state == segment.state and joined[-1].end == segment.start:
            joined[-1] = replace(joined[-1], end=segment.end)
        else:
            joined.append(segment)
    return joined


def _filled(first: Sequence[Segment], second: Sequence[Segment]) -> tuple[Segment, ...]:
    """Fill the time that the first segments leave open with the second ones."""
    seen = [segment for segment in first if segment.state != "unobserved"]
    if not seen:
        return tuple(second)
    filled: list[Segment] = list(seen)
    for hole in _holes(seen):
        for segment in (one for one in second if one.state != "unobserved"):
            start, end = max(segment.start, hole[0]), min(segment.end, hole[1])
            if start < end:
                filled.append(replace(segment, start=start, end=end))
    covered = sorted(filled, key=lambda segment: (segment.start, segment.end))
    return tuple(_with_gaps(covered))


def _holes(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    edges = [(-math.inf, segments[0].start)]
    edges += [(before.end, after.start) for before, after in pairwise(segments)]
    edges.append((segments[-1].end, math.inf))
    return [edge for edge in edges if edge[0] < edge[1]]


def _with_gaps(segments: Sequence[Segment]) -> list[Segment]:
    found: list[Segment] = []
    for segment in segments:
        if found and found[-1].end < segment.start:
            found.append(Segment("unobserved", found[-1].end, segment.start, "measured"))
        found.append(segment)
    return found
