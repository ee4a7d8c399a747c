"""How high a total stands: each scale in its own units, or several lined up by their own bands.

Several scales share an axis of severity words by lining up the lower end of each scale's own
sourced bands. Between two ends a total moves evenly. That says how each scale's own source words a
total; it is no conversion from one scale to another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from firstsnow.history import Rating
from firstsnow.i18n import LocalizedText, Value, message
from firstsnow.scales import BandSet, band_set, catalogue
from firstsnow.scales.vocabulary import Severity

_LEVELS: tuple[Severity, ...] = get_args(Severity)
_WORDS: dict[Severity, Value] = {
    "none": message("none"),
    "mild": message("mild"),
    "moderate": message("moderate"),
    "severe": message("severe"),
    "very-severe": message("very severe"),
}
_HEADROOM = 1.08


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the axis with its word, as heights from 0 (bottom) to 1 (top)."""

    low: float
    high: float
    word: Value


@dataclass(frozen=True, slots=True)
class Number:
    """A scale's own number beside the axis, at its height."""

    height: float
    total: float


@dataclass(frozen=True, slots=True)
class SeverityAxis:
    """Where totals stand.

    Attributes
    ----------
    knots
        For each scale, pairs of total and height from 0 to 1, ascending in both.
    bands
        The words beside the axis, from the bottom up; empty where no source gives any.
    is_shared
        Whether several scales were lined up by their bands.
    is_cut
        Whether it ends below the scale's highest total, because nothing was rated near that.
    """

    knots: Mapping[str, tuple[tuple[float, float], ...]]
    bands: tuple[Band, ...]
    is_shared: bool
    is_cut: bool = False

    @property
    def scales(self) -> tuple[str, ...]:
        """The scales that stand on it."""
        return tuple(self.knots)

    def height(self, scale: str, total: float) -> float:
        """Give how high a total stands, from 0 to 1."""
        knots = self.knots[scale]
        for (low, bottom), (high, top) in pairwise(knots):
            if total <= high:
                share = (total - low) / (high - low)
                return bottom + max(share, 0.0) * (top - bottom)
        return knots[-1][1]

    def numbers(self, scale: str) -> tuple[Number, ...]:
        """Give the scale's own numbers to show: the ends of its bands, or of its range."""
        knots = self.knots[scale][:-1] if self.is_cut else self.knots[scale]
        return tuple(Number(height, total) for total, height in knots)


def severity_axes(
    ratings: Mapping[str, Sequence[Rating]], primary: str | None
) -> tuple[SeverityAxis, ...]:
    """Choose the axes of a picture, the one with the scale that tells the course first.

    One scale stands in its own units. Several with sourced bands share one axis; each without has
    an axis of its own.
    """
    banded = [scale for scale in ratings if _bands(scale) is not None]
    alone = [scale for scale in ratings if scale not in banded]
    axes = [_shared_axis(banded)] if len(banded) > 1 else []
    axes += [own_axis(ratings[scale]) for scale in ([] if axes else banded) + alone]
    return tuple(sorted(axes, key=lambda axis: primary not in axis.scales))


def own_axis(ratings: Sequence[Rating]) -> SeverityAxis:
    """Give the axis of one scale in its own units, up to a little above what was rated."""
    scale, low, maximum = ratings[0].scale, ratings[0].minimum, ratings[0].maximum
    high = maximum
    highest = low + _HEADROOM * (max(rating.total for rating in ratings) - low)
    group = _bands(scale)
    starts = [] if group is None else [level.minimum for level in group.levels]
    if len(starts) > 1:
        highest = max(highest, 2 * starts[-1] - starts[-2])
        high = min(high, highest)
    totals = sorted({low, *starts, high})
    knots = tuple((float(total), (total - low) / (high - low)) for total in totals)
    if group is None:
        return SeverityAxis({scale: knots}, (), is_shared=False)
    heights = [height for _, height in knots]
    words: list[LocalizedText] = [level.name for level in group.levels]
    bands = zip(heights, heights[1:], words, strict=False)
    shown = tuple(Band(*band) for band in bands)
    return SeverityAxis({scale: knots}, shown, is_shared=False, is_cut=high < maximum)


def _shared_axis(scales: Sequence[str]) -> SeverityAxis:
    groups = {scale: group for scale in scales if (group := _bands(scale)) is not None}
    top = 1 + max(_place(group, len(group.levels) - 1) for group in groups.values())
    knots = {scale: _knots(scale, group, top) for scale, group in groups.items()}
    bands = tuple(
        Band(place / top, (place + 1) / top, _WORDS[_LEVELS[place]]) for place in range(top)
    )
    return SeverityAxis(knots, bands, is_shared=True)


def _knots(scale: str, group: BandSet, top: int) -> tuple[tuple[float, float], ...]:
    """Pairs of a band's lowest total and its height; the last band ends at the scale's maximum."""
    pairs = [
        (float(level.minimum), _place(group, index) / top)
        for index, level in enumerate(group.levels)
    ]
    highest = catalogue()[scale].total.maximum or group.levels[-1].maximum
    return (*pairs, (float(highest), pairs[-1][1] + 1 / top))


def _place(group: BandSet, index: int) -> int:
    severity = group.levels[index].severity
    return _LEVELS.index(severity) if severity is not None else index


def _bands(scale: str) -> BandSet | None:
    """Give the scale's sourced bands, where each names a severity and they ascend."""
    known = catalogue().get(scale)
    group = None if known is None else band_set(known)
    if group is None or any(level.severity is None for level in group.levels):
        return None
    return group
