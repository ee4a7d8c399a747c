"""Episodes of depression on record, each with the bounds that sparse measurements leave."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.course_definitions import course_definition
from firstsnow.history.dated_episodes import episode_end, episode_start
from firstsnow.history.ratings import Rating
from firstsnow.history.segment import Segment
from firstsnow.history.status import Status
from firstsnow.record import Episode, Record

_NEVER = Bounds(math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class EpisodeSpan:
    """One episode of depression.

    Attributes
    ----------
    start
        Bounds of its first day: between the last time that the person was seen without an episode
        and the first that they were seen in one. Open below where nothing was seen before.
    end
        Bounds of its last day, in the same way; open above where its end was not seen, and never
        where it goes on. Where the next episode is perhaps this one, the end that it had if it is
        not.
    ongoing
        Whether it goes on on the day of the history.
    is_new
        Whether it is an episode of its own: ``unknown`` where the time before it that nobody saw
        was long enough for a recovery, so that it may be the one before, come back or gone on.
    """

    start: Bounds
    end: Bounds
    ongoing: Answer
    is_new: Answer


@dataclass(frozen=True, slots=True)
class Recovery:
    """A recovery that has not been lost, as far as was seen.

    Attributes
    ----------
    since
        Bounds of the first day of the remission that became a recovery.
    seen_until
        The last day of which it is known that it held.
    holds
        Whether it holds on the day of the history; ``unknown`` where nobody has looked for long.
    """

    since: Bounds
    seen_until: float
    holds: Answer


@dataclass(frozen=True, slots=True)
class Episodes:
    """Every episode on record, and how often depression has come back.

    Attributes
    ----------
    spans
        The episodes, in order of their start.
    recovery
        The recovery that the record ends with, ``None`` where there is none.
    """

    spans: tuple[EpisodeSpan, ...]
    recovery: Recovery | None

    @property
    def count(self) -> Bounds:
        """Number of episodes that were seen; times that nobody saw may hold others."""
        surely = sum(span.is_new == "yes" for span in self.spans)
        return Bounds(surely, len(self.spans))

    @property
    def recurrences(self) -> Bounds:
        """Number of those that came after another one."""
        return Bounds(max(0, self.count.low - 1), max(0, self.count.high - 1))


def episodes(
    record: Record, ratings: Mapping[str, Sequence[Rating]], told: Status, until: float
) -> Episodes:
    """Gather the episodes of a record, as seen on day ``until``.

    A relapse returns to the episode before it, and a recovery parts two episodes, by the
    definitions that ``told`` uses. A time that nobody saw parts them perhaps, if it was long enough
    for a remission to become a recovery; two episodes that a clinician dated so far apart are two.
    """
    days = sorted({rating.day for rating in chain(*ratings.values()) if rating.day <= until})
    dated = [episode for episode in record.episodes if episode.polarity == "depressive"]
    gathering = _Gathering(days, dated, course_definition(told.convention).recovery_days)
    for segment in told.segments:
        gathering.take(segment)
    return gathering.end(told.segments, until)


class _Gathering:
    """One pass over the states of a person, turning them into episodes."""

    def __init__(
        self, days: Sequence[float], dated: Sequence[Episode], recovery_days: float
    ) -> None:
        self._days = days
        self._dated = dated
        self._recovery_days = recovery_days
        self._spans: list[EpisodeSpan] = []
        self._is_open = False
        self._unseen_from: float | None = None
        self._well_from: float | None = None
        self._recovered = False
        self._is_end_dated = False
        self._perhaps_well_from: float | None = None

    def take(self, segment: Segment) -> None:
        """Take the next time of one state."""
        if segment.state == "unobserved":
            self._unseen_from = min(segment.start, _or_never(self._unseen_from))
        elif segment.state == "episode":
            self._ill(segment)
        elif segment.state in ("remission", "recovery") and segment.settled == "yes":
            self._well(segment)
        elif (segment.state, segment.settled) == ("remission", "unknown"):
            self._perhaps_well_from = min(segment.start, _or_never(self._perhaps_well_from))

    def end(self, segments: Sequence[Segment], until: float) -> Episodes:
        """Close what is still open, and give everything."""
        last = segments[-1] if segments else None
        if self._is_open and last is not None:
            self._close_at_the_end(last, until)
        return Episodes(tuple(self._spans), self._recovery(last, until))

    def _ill(self, segment: Segment) -> None:
        if self._is_open and self._unseen_from is not None and self._may_have_parted(segment):
            self._change_last(end=Bounds(self._seen_before(self._unseen_from), segment.start))
            self._open(segment, "unknown")
        elif not self._is_open:
            self._reopen_or_open(segment)
        self._unseen_from = self._well_from = self._perhaps_well_from = None
        self._recovered = False
        self._end_as_dated(segment)

    def _reopen_or_open(self, segment: Segment) -> None:
        if not self._spans or self._recovered:
            self._open(segment, "yes")
        elif self._may_have_parted(segment):
            is_dated = self._is_end_dated and segment.basis == "dated"
            self._open(segment, "yes" if is_dated else "unknown")
        else:
            self._change_last(end=_NEVER, ongoing="yes")
            self._is_open = True

    def _may_have_parted(self, segment: Segment) -> bool:
        """Whether the time since the person was last seen ill is long enough for a recovery."""
        since = self._spans[-1].end.low if not self._is_open else self._unseen_from
        if self._well_from is not None:
            since = self._well_from
        return since is not None and segment.start - since >= self._recovery_days

    def _open(self, segment: Segment, is_new: Answer) -> None:
        start = Bounds(self._seen_before(segment.start), segment.start)
        if segment.basis == "dated":
            start = self._dated_start(segment)
        self._spans.append(EpisodeSpan(start, _NEVER, "yes", is_new))
        self._is_open = True

    def _well(self, segment: Segment) -> None:
        if self._is_open:
            first = min(segment.start, _or_never(self._perhaps_well_from))
            self._change_last(end=Bounds(self._seen_before(first), segment.start), ongoing="no")
            self._is_open = False
        if self._well_from is None:
            self._well_from = segment.start
        self._recovered = self._recovered or segment.state == "recovery"
        self._unseen_from = None

    def _end_as_dated(self, segment: Segment) -> None:
        """Close an episode whose end a clinician dated, where no rating goes on with it."""
        self._is_end_dated = False
        if segment.basis != "dated":
            return
        for episode in self._dated:
            end = episode_end(episode)
            if episode.end is not None and end.middle_or(math.inf) == segment.end:
                self._change_last(end=end, ongoing="no")
                self._is_open, self._is_end_dated = False, True

    def _close_at_the_end(self, last: Segment, until: float) -> None:
        is_ill = last.state in ("episode", "response", "symptoms") and last.settled == "yes"
        if is_ill and last.end >= until and self._unseen_from is None:
            return
        doubts = [self._perhaps_well_from, self._unseen_from, last.start]
        seen = self._seen_before(min(day for day in doubts if day is not None))
        self._change_last(end=Bounds(seen, math.inf), ongoing="unknown")

    def _recovery(self, last: Segment | None, until: float) -> Recovery | None:
        if last is None or self._is_open or not self._recovered or self._well_from is None:
            return None
        is_held = last.state == "recovery" or (last.state, last.settled) == ("symptoms", "yes")
        holds: Answer = "yes" if is_held and last.end >= until else "unknown"
        seen_until = last.start if not is_held else last.end
        if self._unseen_from is not None:
            seen_until = self._unseen_from
        since = Bounds(self._seen_before(self._well_from), self._well_from)
        return Recovery(since, seen_until, holds)

    def _dated_start(self, segment: Segment) -> Bounds:
        for episode in self._dated:
            start = episode_start(episode)
            if start.middle_or(math.inf) == segment.start:
                return start
        return Bounds(self._seen_before(segment.start), segment.start)

    def _seen_before(self, day: float) -> float:
        """Give the last day before ``day`` on which the person was rated."""
        place = bisect_left(self._days, day)
        return self._days[place - 1] if place else -math.inf

    def _change_last(self, *, end: Bounds, ongoing: Answer = "no") -> None:
        self._spans[-1] = replace(self._spans[-1], end=end, ongoing=ongoing)


def _or_never(day: float | None) -> float:
    return math.inf if day is None else day
