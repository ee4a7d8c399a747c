"""Ways from one scale to another, along published tables."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist, fmean
from typing import Literal, TypeAlias

from firstsnow.i18n import Message, message
from firstsnow.knowledge import nearest
from firstsnow.scales.linking.curve import read_off, read_off_within
from firstsnow.scales.linking.error import personal_error
from firstsnow.scales.linking.names import band_names, ends_of, is_total, name_of, whole_totals
from firstsnow.scales.linking.table import LinkMethod, Step, steps

LinkLevel: TypeAlias = Literal["group", "individual"]
"""``individual``: how far one person's values lie apart is known. ``group``: it is not, so that
only averages of several people may be linked."""


class UnknownLink(LookupError):
    """No tables lead from the one scale to the other.

    Attributes
    ----------
    start, end
        What was asked for.
    """

    def __init__(self, start: str, end: str, known: Sequence[str]) -> None:
        self.start, self.end = start, end
        text = f"no published tables lead from {start!r} to {end!r}"
        wrong = [name for name in (start, end) if name not in known]
        near = [found for name in wrong for found in nearest(name, known)]
        if near:
            text += f"; did you mean {' or '.join(near)}?"
        elif wrong:
            text += f"; linked are: {', '.join(known)}"
        super().__init__(text)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is linked; no number is in it.

    Attributes
    ----------
    start, end
        Ids of the scales.
    reason
        Why, as a sentence.
    """

    start: str
    end: str
    reason: Message


@dataclass(frozen=True, slots=True)
class GroupValue:
    """The average of several people on another scale.

    Attributes
    ----------
    start, end
        Ids of the scales.
    mean
        Average of the linked totals. How far it is from the average that these people would have
        is not known: the tables may not hold for them.
    people
        How many.
    methods, sources, populations
        How the tables were made, where they were read and in whom they were found, in the order of
        the way.
    warning
        What the average is not to be used for.
    """

    start: str
    end: str
    mean: float
    people: int
    methods: tuple[LinkMethod, ...]
    sources: tuple[str, ...]
    populations: tuple[str, ...]
    warning: Message


@dataclass(frozen=True, slots=True)
class PersonValue:
    """Where one person may lie on another scale.

    Attributes
    ----------
    start, end
        Ids of the scales.
    value
        The middle of the values; never to be shown without them.
    low, high
        The values between which the person's own one lies, with the confidence asked for.
    standard_error
        Standard error on ``error_metric``.
    error_metric
        Id of the scale or metric in whose points the error is.
    bands
        Ids of the bands of the target that the values touch, from its default set; empty where it
        has none.
    may_judge
        Whether all values lie in one band, so that the band of the person is known.
    methods, sources, populations
        As for `GroupValue`.
    warning
        What the value is not to be used for.
    """

    start: str
    end: str
    value: float
    low: float
    high: float
    standard_error: float
    error_metric: str
    bands: tuple[str, ...]
    may_judge: bool
    methods: tuple[LinkMethod, ...]
    sources: tuple[str, ...]
    populations: tuple[str, ...]
    warning: Message


@dataclass(frozen=True, slots=True)
class Link:
    """A way from one scale to another.

    Attributes
    ----------
    start, end
        Ids of the scales or metrics.
    steps
        The tables on the way.
    """

    start: str
    end: str
    steps: tuple[Step, ...]

    @property
    def level(self) -> LinkLevel:
        """Whether one person's total may be linked, or only averages."""
        return "group" if personal_error(self.steps, self.range[0]) is None else "individual"

    @property
    def range(self) -> tuple[float, float]:
        """The lowest and highest total that the tables hold for."""
        totals: Sequence[float] = whole_totals(self.start)
        if not totals:
            totals = [total for total, _ in self.steps[0].points]
        held = [total for total in totals if _follow(self.steps, total) is not None]
        return min(held), max(held)

    @property
    def methods(self) -> tuple[LinkMethod, ...]:
        """How the tables were made."""
        return tuple(step.file.method for step in self.steps)

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the tables were read."""
        return tuple(step.citation for step in self.steps)

    @property
    def populations(self) -> tuple[str, ...]:
        """In whom the tables were found."""
        return tuple(step.file.population for step in self.steps)

    def for_group(self, totals: Sequence[float]) -> GroupValue | Refusal:
        """Give the average of several people on the other scale.

        Each total is linked, and then the average is taken: a table is no straight line, so that
        linking an average gives something else. Fewer than two people are no group.
        """
        if len(totals) < _FEWEST_PEOPLE:
            return self._refuse(message("one person is no group"))
        linked = [self._linked(total) for total in totals]
        inside = [value for value in linked if value is not None]
        if len(inside) < len(linked):
            return self._refuse(self._outside())
        return GroupValue(
            start=self.start,
            end=self.end,
            mean=fmean(inside),
            people=len(inside),
            methods=self.methods,
            sources=self.sources,
            populations=self.populations,
            warning=message("an average: it says nothing about any one of these people"),
        )

    def for_person(self, total: float, confidence: float = 0.95) -> PersonValue | Refusal:
        """Give where one person may lie on the other scale, where the error is known.

        >>> from firstsnow.scales.linking import link
        >>> found = link("phq-9", "promis-depression-t").for_person(15)
        >>> found.value, round(found.low, 1), round(found.high, 1)
        (65.8, 52.6, 79.0)
        >>> print(link("madrs", "ham-d17").for_person(30).reason)
        how far one person's MADRS and HAM-D17 lie apart was not read anywhere
        """
        value = self._linked(total)
        if value is None:
            return self._refuse(self._outside())
        error = personal_error(self.steps, total)
        if error is None:
            return self._refuse(
                message(
                    "how far one person's {start} and {end} lie apart was not read anywhere",
                    start=name_of(self.start),
                    end=name_of(self.end),
                )
            )
        half = NormalDist().inv_cdf((1 + confidence) / 2) * error.sd
        low, high = (read_off_within(error.to_end, error.middle + shift) for shift in (-half, half))
        bands = band_names(self.end, low, high)
        may_judge = len(bands) == 1
        return PersonValue(
            start=self.start,
            end=self.end,
            value=value,
            low=low,
            high=high,
            standard_error=error.sd,
            error_metric=error.metric,
            bands=bands,
            may_judge=may_judge,
            methods=self.methods,
            sources=self.sources,
            populations=self.populations,
            warning=_warning(self.end, bands),
        )

    def _linked(self, total: float) -> float | None:
        return _follow(self.steps, total) if is_total(self.start, total) else None

    def _refuse(self, reason: Message) -> Refusal:
        return Refusal(self.start, self.end, reason)

    def _outside(self) -> Message:
        low, high = self.range
        return message(
            "the tables from {start} to {end} hold for {start} from {low} to {high}",
            start=name_of(self.start),
            end=name_of(self.end),
            low=round(low, 2),
            high=round(high, 2),
        )


def link(from_scale: str, to_scale: str) -> Link:
    """Give the shortest way from one scale to another.

    Parameters
    ----------
    from_scale, to_scale
        Ids of scales, or of the metrics ``promis-depression-t`` and ``depression-metric-2014``.

    Raises
    ------
    UnknownLink
        If no published tables lead there.

    >>> one = link("madrs", "bdi-i")
    >>> [step.end for step in one.steps], one.level
    (['ham-d17', 'bdi-i'], 'group')
    """
    found = _links().get((from_scale, to_scale))
    if found is None:
        raise UnknownLink(from_scale, to_scale, _names())
    return found


def links() -> tuple[Link, ...]:
    """Give every way from one scale to another, the shortest for each pair."""
    return tuple(_links().values())


_FEWEST_PEOPLE = 2

_NOT_RATED = message("linked, not rated: it does not replace a rating")
_NOT_JUDGED = message(
    "the error is larger than a band: this must not be used to judge one person's severity"
)


def _warning(end: str, bands: tuple[str, ...]) -> Message:
    if not bands:
        return message("no bands of {end} were read: judge nobody by this", end=name_of(end))
    return _NOT_RATED if len(bands) == 1 else _NOT_JUDGED


def _follow(way: Sequence[Step], total: float) -> float | None:
    value = read_off(way[0].points, total)
    for step in way[1:]:
        if value is None:
            return None
        value = read_off(step.points, _within_reach(step, value))
    return value


def _within_reach(step: Step, value: float) -> float:
    """Draw a value to the end of a table where the other scale ends there too.

    Whoever is less severe than the other scale can express has its least total.
    """
    (first, least), (last, most) = step.points[0], step.points[-1]
    ends = ends_of(step.end)
    if value < first and ends is not None and least == ends[0]:
        return first
    if value > last and ends is not None and most == ends[1]:
        return last
    return value


def _names() -> tuple[str, ...]:
    return tuple(sorted({step.start for step in steps()}))


@cache
def _links() -> dict[tuple[str, str], Link]:
    return {
        (start, end): Link(start, end, way)
        for start in _names()
        for end, way in _shortest_ways(start).items()
    }


def _shortest_ways(start: str) -> dict[str, tuple[Step, ...]]:
    """Give the shortest way to each scale that can be reached, in alphabetical order."""
    ways: dict[str, tuple[Step, ...]] = {start: ()}
    pending = deque([start])
    while pending:
        place = pending.popleft()
        for step in sorted(steps(), key=lambda step: step.end):
            if step.start == place and step.end not in ways:
                ways[step.end] = (*ways[place], step)
                pending.append(step.end)
    return {end: ways[end] for end in sorted(ways) if end != start}
