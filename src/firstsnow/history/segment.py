"""Times of one state, and what happened between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from firstsnow.history.answer import Answer
from firstsnow.history.ratings import Rating

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
        For a remission, whether it lasted as long as its definition asks; for symptoms after a
        remission, ``unknown`` where they may be an episode again; ``yes`` elsewhere.
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


def joined(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Join neighbours that are alike."""
    found: list[Segment] = []
    for segment in segments:
        if found and _continues(found[-1], segment):
            found[-1] = replace(found[-1], end=segment.end)
        else:
            found.append(segment)
    return tuple(found)


def _continues(before: Segment, after: Segment) -> bool:
    return before == replace(after, start=before.start, end=before.end) and (
        before.end == after.start
    )


def filled(first: Sequence[Segment], second: Sequence[Segment]) -> tuple[Segment, ...]:
    """Fill the time that the first segments leave open with the second ones."""
    seen = [segment for segment in first if segment.state != "unobserved"]
    if not seen:
        return tuple(second)
    found: list[Segment] = list(seen)
    for hole in _holes(seen):
        for segment in (one for one in second if one.state != "unobserved"):
            start, end = max(segment.start, hole[0]), min(segment.end, hole[1])
            if start < end:
                found.append(replace(segment, start=start, end=end))
    last = max([*first, *second], key=lambda segment: segment.end).end
    return tuple(_with_gaps(sorted(found, key=lambda s: (s.start, s.end)), last))


def _holes(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    edges = [(-math.inf, segments[0].start)]
    edges += [(before.end, after.start) for before, after in pairwise(segments)]
    edges.append((segments[-1].end, math.inf))
    return [edge for edge in edges if edge[0] < edge[1]]


def _with_gaps(segments: Sequence[Segment], last: float) -> list[Segment]:
    found: list[Segment] = []
    for segment in segments:
        if found and found[-1].end < segment.start:
            found.append(Segment("unobserved", found[-1].end, segment.start, "measured"))
        found.append(segment)
    if found[-1].end < last:
        found.append(Segment("unobserved", found[-1].end, last, "measured"))
    return found
