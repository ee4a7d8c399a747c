"""One pass over the ratings of a scale, turning totals into states and changes."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firstsnow.history.answer import Answer
from firstsnow.history.conventions import conventions
from firstsnow.history.course_definitions import CourseDefinition, response_percent
from firstsnow.history.dated_episodes import covers
from firstsnow.history.dose_time import exposure_start
from firstsnow.history.ratings import Rating, episode_assessments, episode_line, recall_days
from firstsnow.history.segment import Change, ChangeKind, Segment, State, joined
from firstsnow.record import Episode, Record


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one rating shows.

    ``well_since`` is the first day of the remission that it belongs to, if any.
    """

    state: State
    settled: Answer = "yes"
    well_since: float | None = None


_STUDIES_OF_EPISODES = ("mdd", "trd", "chronic-mdd")
"""Studies of these take people in an episode, which lasts until they are in remission."""


class CourseWalk:
    """One pass over the ratings of a scale, in order of time.

    A remission counts from its first rating once it has lasted. A rating above the line ends one
    that has not lasted yet; one that has is lost to a relapse alone. After a time without ratings
    nothing is carried over: a remission begins anew.
    """

    def __init__(
        self,
        record: Record,
        episodes: Sequence[Episode],
        ratings: Sequence[Rating],
        remission: float,
        definition: CourseDefinition,
    ) -> None:
        scale = ratings[0].scale
        self._ratings = ratings
        self._days = [rating.day for rating in ratings]
        self._remission = remission
        self._episode = episode_line(scale)
        self._assessments = episode_assessments(scale)
        self._gap_days = conventions().observation.gap_days
        self._gap_with_recall = self._gap_days + recall_days(scale)
        lasting = definition.remission
        self._remission_days = lasting.days if lasting.is_sourced else None
        self._recovery_days = definition.recovery_days
        starts = (exposure_start(exposure).high for exposure in record.exposures)
        self._starts = sorted(start for start in starts if math.isfinite(start))
        self._episodes = episodes
        self._is_of_study = (
            record.study is not None and record.study.diagnosis in _STUDIES_OF_EPISODES
        )
        self._run_began: list[int] = []
        for index in range(len(ratings)):
            is_new = index == 0 or self._is_after_gap(index)
            self._run_began.append(index if is_new else self._run_began[-1])
        self._well_since: int | None = None
        self._recovered: dict[float, float] = {}
        self._changes: list[Change] = []

    def told(self, until: float) -> tuple[tuple[Segment, ...], tuple[Change, ...]]:
        """Give the states and changes up to a day."""
        seen: list[_Seen] = []
        for index in range(len(self._ratings)):
            before = seen[-1] if seen else None
            seen.append(self._see(index, before))
        segments = [
            segment
            for index, one in enumerate(seen)
            for segment in self._segments(index, one, until)
        ]
        changes = sorted(self._changes, key=lambda change: change.day)
        return joined(segments), tuple(changes)

    def _see(self, index: int, before: _Seen | None) -> _Seen:
        if self._ratings[index].total <= self._remission:
            return self._well(index)
        if self._well_since is not None:
            held = self._above_the_line(index, self._well_since)
            if held is not None:
                return held
        return self._ill(index, before)

    def _well(self, index: int) -> _Seen:
        if self._well_since is None or self._is_after_gap(index):
            self._well_since = index
            rating = self._ratings[index]
            self._changes.append(Change("remission", rating.day, rating, self._lasted(index)))
        self._recover(index, self._well_since)
        return _Seen("remission", self._lasted(self._well_since), self._days[self._well_since])

    def _above_the_line(self, index: int, since: int) -> _Seen | None:
        """Give the state where a remission was held or lost to a relapse, else ``None``."""
        if self._lasted(since) != "yes":
            self._well_since = None
            return None
        again = self._is_episode_again(index)
        if again == "yes":
            self._lose(index, since)
            return _Seen("episode")
        if self._is_after_gap(index):
            self._well_since = None
            return None
        if again == "unknown":
            self._well_since = None
            return _Seen("symptoms", "unknown")
        self._recover(index, since)
        return _Seen("symptoms", "yes", self._days[since])

    def _ill(self, index: int, before: _Seen | None) -> _Seen:
        rating = self._ratings[index]
        if self._responds(index):
            if before is None or before.state != "response":
                self._changes.append(Change("response", rating.day, rating))
            return _Seen("response")
        return _Seen("episode" if self._is_episode(rating) else "symptoms")

    def _is_episode(self, rating: Rating) -> bool:
        if self._episode is not None and rating.total >= self._episode:
            return True
        if any(covers(episode, rating.day) == "yes" for episode in self._episodes):
            return True
        return self._is_of_study and not self._has_remitted()

    def _has_remitted(self) -> bool:
        return any(one.kind == "remission" and one.settled == "yes" for one in self._changes)

    def _is_episode_again(self, index: int) -> Answer:
        """Answer whether a remission is lost: with as many ratings in a row as its source asks."""
        if self._episode is None:
            return "unknown"
        following = self._ratings[index : index + self._assessments]
        if any(rating.total < self._episode for rating in following):
            return "no"
        return "yes" if len(following) == self._assessments else "unknown"

    def _lose(self, index: int, since: int) -> None:
        """Note a relapse or a recurrence, unless a time without ratings leaves open which."""
        rating, began = self._ratings[index], self._days[since]
        is_late = rating.day - began >= self._recovery_days
        if began in self._recovered or not is_late:
            kind: ChangeKind = "recurrence" if began in self._recovered else "relapse"
            self._changes.append(Change(kind, rating.day, rating))
        self._well_since = None

    def _recover(self, index: int, since: int) -> None:
        began = self._days[since]
        if began in self._recovered or self._days[index] - began < self._recovery_days:
            return
        self._recovered[began] = began + self._recovery_days
        self._changes.append(Change("recovery", self._recovered[began], None))

    def _lasted(self, since: int) -> Answer:
        """Answer whether the remission that began with a rating lasted as its definition asks.

        Where how long it has to last was not read, one that lasted to recovery surely did.
        """
        needed = self._remission_days
        for index in range(since + 1, len(self._ratings)):
            if self._is_after_gap(index):
                return "unknown"
            lasted = self._days[index] - self._days[since]
            if self._ratings[index].total > self._remission:
                return "no" if needed is not None and lasted < needed else "unknown"
            if lasted >= (self._recovery_days if needed is None else needed):
                return "yes"
        return "unknown"

    def _is_after_gap(self, index: int) -> bool:
        return index > 0 and self._days[index] - self._days[index - 1] > self._gap_with_recall

    def _responds(self, index: int) -> bool:
        """Answer whether a total has fallen by half, with no time without ratings in between."""
        reference = self._reference(self._days[index])
        if reference is None or reference < self._run_began[index]:
            return False
        fall = self._ratings[index].improvement_since(self._ratings[reference])
        return fall >= response_percent()

    def _reference(self, day: float) -> int | None:
        """Give the place of the rating at which the latest treatment began, else the first."""
        earlier = bisect_left(self._days, day)
        if earlier == 0:
            return None
        begun = bisect_left(self._starts, day)
        if begun == 0:
            return 0
        by_start = bisect_right(self._days, self._starts[begun - 1])
        return max(0, min(by_start, earlier) - 1)

    def _segments(self, index: int, seen: _Seen, until: float) -> Iterator[Segment]:
        """Give the time that a rating speaks for, and the time after it that none speaks for."""
        start = self._days[index]
        is_last = index + 1 == len(self._ratings)
        horizon = until if is_last else self._days[index + 1]
        is_seen = not is_last and not self._is_after_gap(index + 1)
        end = horizon if is_seen else min(horizon, start + self._gap_days)
        measured = Segment(seen.state, start, end, "measured", seen.settled)
        recovered = math.inf if seen.well_since is None else self._recovered_on(seen.well_since)
        if seen.state != "remission" or end <= recovered:
            yield measured
        else:
            if start < recovered:
                yield replace(measured, end=recovered)
            yield Segment("recovery", max(start, recovered), end, "measured")
        if end < horizon:
            yield Segment("unobserved", end, horizon, "measured")

    def _recovered_on(self, well_since: float) -> float:
        return self._recovered.get(well_since, math.inf)
