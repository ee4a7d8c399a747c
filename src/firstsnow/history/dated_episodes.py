"""Episodes as clinicians dated them: whether one was going on, and what they leave open."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.conventions import conventions
from firstsnow.history.dose_time import moment_bounds
from firstsnow.history.segment import Segment
from firstsnow.record import Episode


def episode_start(episode: Episode) -> Bounds:
    """Give the bounds of an episode's first day."""
    return moment_bounds(episode.start)


def episode_end(episode: Episode) -> Bounds:
    """Give the bounds of an episode's last day; of one that goes on, it is never."""
    if episode.end is not None:
        return moment_bounds(episode.end)
    if episode.ongoing:
        return Bounds(math.inf, math.inf)
    return Bounds(moment_bounds(episode.start).high, math.inf)


def covers(episode: Episode, day: float) -> Answer:
    """Answer whether an episode was going on on a day."""
    start, end = episode_start(episode), episode_end(episode)
    if start.high <= day <= end.low:
        return "yes"
    return "no" if day < start.low or day > end.high else "unknown"


def in_dated_episode(episodes: Sequence[Episode], day: float) -> Answer:
    """Answer whether someone was in an episode on a day, by the dates of episodes alone.

    The end of an episode says that none was going on for as long afterwards as a rating speaks for
    the time after it; of any other day nothing is known.
    """
    answers = [covers(episode, day) for episode in episodes]
    if "yes" in answers:
        return "yes"
    if "unknown" in answers:
        return "unknown"
    gap = conventions().observation.gap_days
    ends = [episode_end(episode) for episode in episodes]
    return "no" if any(end.high < day <= end.low + gap for end in ends) else "unknown"


def dated_segments(episodes: Sequence[Episode], until: float) -> tuple[Segment, ...]:
    """Give the times of episodes up to a day; a date is taken as the middle of what it can be.

    Episodes that overlap, as different sources date them, are one time.
    """
    found = []
    for episode in episodes:
        start = episode_start(episode).middle_or(math.inf)
        last = until if episode.end is None else min(episode_end(episode).middle_or(until), until)
        if start <= last:
            found.append(Segment("episode", start, last, "dated"))
    merged: list[Segment] = []
    for segment in sorted(found, key=lambda segment: segment.start):
        if merged and segment.start < merged[-1].end:
            merged[-1] = replace(merged[-1], end=max(merged[-1].end, segment.end))
        else:
            merged.append(segment)
    return tuple(merged)
