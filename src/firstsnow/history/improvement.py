"""How much someone improved under a treatment, measured or as it was judged."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.conventions import conventions
from firstsnow.history.dose_time import exposure_end, exposure_start
from firstsnow.history.ratings import Rating, remission_line
from firstsnow.record import Exposure
from firstsnow.record.exposure import Judgement


def _below(limit: float) -> float:
    return math.nextafter(limit, -math.inf)


_JUDGED: dict[Judgement, Bounds] = {
    "remission": Bounds(50.0, 100.0),
    "response": Bounds(50.0, 100.0),
    "partial-response": Bounds(25.0, _below(50.0)),
    "no-response": Bounds(-math.inf, _below(25.0)),
    "worse": Bounds(-math.inf, _below(0.0)),
    "not-judged": Bounds(-math.inf, 100.0),
}
"""What the words of a record's outcome mean, as the record defines them, in percent."""


@dataclass(frozen=True, slots=True)
class Improvement:
    """The fall of a severity total under a treatment.

    Attributes
    ----------
    percent
        Bounds of the fall, in percent of where it began; a rise is negative.
    basis
        ``measured``: from two ratings of one scale; ``judged``: from the outcome on record;
        ``unknown``.
    before, after
        The two ratings.
    judgement
        The outcome on record, where there is one.
    """

    percent: Bounds
    basis: Literal["measured", "judged", "unknown"]
    before: Rating | None = None
    after: Rating | None = None
    judgement: Judgement | None = None

    def is_below(self, limit_percent: float) -> Answer:
        """Answer whether the improvement was less than a share of where it began."""
        return self.percent.is_below(limit_percent)

    @property
    def contradicts_judgement(self) -> bool:
        """Whether what was measured and what was judged can't both be right."""
        if self.basis != "measured" or self.judgement is None:
            return False
        judged = _JUDGED[self.judgement]
        return self.percent.high < judged.low or self.percent.low > judged.high


def improvement(
    exposure: Exposure, ratings: Mapping[str, Sequence[Rating]], until: float
) -> Improvement:
    """Give the improvement under one exposure as known on day ``until``.

    Ratings come first; without two of one scale, the outcome on record counts once the exposure
    has surely ended, and from its first day where it has no end. A treatment that began when
    someone was well has nothing to improve: ratings do not say whether it helped. Where some of the
    days that it may have begun or ended on give two ratings and others do not, both are possible.
    """
    judgement = exposure.outcome.judgement if exposure.outcome is not None else None
    tried: list[Bounds] = []
    for scale in _by_preference(ratings):
        found = _measured(exposure, ratings[scale], until)
        if found is not None:
            falls, before, after, is_sure = found
            tried.append(falls)
            if is_sure:
                return Improvement(_holding(tried), "measured", before, after, judgement)
    judged, is_judged = _judged(exposure, until)
    basis: Literal["judged", "unknown"] = "judged" if is_judged else "unknown"
    return Improvement(_holding([*tried, judged]), basis, judgement=judgement)


def _judged(exposure: Exposure, until: float) -> tuple[Bounds, bool]:
    """Read the outcome on record, and tell whether it says anything yet."""
    outcome = exposure.outcome
    if outcome is None or not _has_been_judged(exposure, until):
        return Bounds(-math.inf, 100.0), False
    if outcome.improvement_percent is not None:
        return Bounds.exactly(outcome.improvement_percent), True
    return _JUDGED[outcome.judgement], outcome.judgement != "not-judged"


def _holding(possible: Sequence[Bounds]) -> Bounds:
    """Give the bounds that hold all of several."""
    return Bounds(min(one.low for one in possible), max(one.high for one in possible))


def _has_been_judged(exposure: Exposure, until: float) -> bool:
    if exposure.end is None:
        return True
    return exposure.end.latest <= until


def _by_preference(ratings: Mapping[str, Sequence[Rating]]) -> list[str]:
    order = conventions().scale_preference.order
    return sorted(
        ratings, key=lambda scale: (order.index(scale) if scale in order else len(order), scale)
    )


def _measured(
    exposure: Exposure, ratings: Sequence[Rating], until: float
) -> tuple[Bounds, Rating, Rating, bool] | None:
    """Give the fall between the ratings that a treatment is judged by, and those ratings.

    The last part tells whether it is surely judged by ratings: not where some of the days that it
    may have begun or ended on give two ratings and others do not.
    """
    surely = _surely_measured(exposure, ratings, until)
    return _on_each_day(exposure, ratings, until) if surely is None else (*surely, True)


def _surely_measured(
    exposure: Exposure, ratings: Sequence[Rating], until: float
) -> tuple[Bounds, Rating, Rating] | None:
    """Give the fall from a rating surely before it to one surely under it, where there are both.

    Where its first or last day is not known exactly, every rating that may be the right one is
    tried, and the bounds hold all of them. Ratings of which only the month or year is known are
    left out: they may be from before as well as from under it.
    """
    dated = [rating for rating in ratings if rating.is_dated]
    befores = _befores(exposure, dated)
    afters = _afters(exposure, dated, until)
    falls = [b.improvement_since(a) for a in befores for b in afters if a.day < b.day]
    if not falls or any(_is_well(before) for before in befores):
        return None
    return Bounds(min(falls), max(falls)), befores[-1], afters[-1]


def _befores(exposure: Exposure, ratings: Sequence[Rating]) -> list[Rating]:
    """Give the last rating before the first day, or one shortly after it."""
    window, start = conventions().attempt_rating, exposure_start(exposure)
    early = [r for r in ratings if start.low - window.before_days <= r.day <= start.low]
    if not early:
        late = start.low + window.grace_days
        soon = [r for r in ratings if start.low < r.day <= late]
        return [r for r in soon if r.day == soon[0].day] if start.is_exact else []
    return _of_one_day(early) + [r for r in ratings if start.low < r.day <= start.high]


def _afters(exposure: Exposure, ratings: Sequence[Rating], until: float) -> list[Rating]:
    """Give the last rating that is surely under it, and later ones that may be."""
    grace = conventions().attempt_rating.after_days
    start, end = exposure_start(exposure), exposure_end(exposure, until)
    during = [r for r in ratings if start.high < r.day <= min(end.high + grace, until)]
    surely = [r for r in during if r.day <= end.low + grace]
    return _of_one_day(surely) + during[len(surely) :] if surely else []


def _on_each_day(
    exposure: Exposure, ratings: Sequence[Rating], until: float
) -> tuple[Bounds, Rating, Rating, bool] | None:
    """Give the fall as above for each first and last day that it may have had."""
    start, window = exposure_start(exposure), conventions().attempt_rating
    first, last = start.low - window.before_days, start.high + window.grace_days
    if not any(rating.is_dated and first <= rating.day <= last for rating in ratings):
        return None
    dated = [rating for rating in ratings if rating.is_dated]
    befores = {_before(day, dated) for day in _days(exposure_start(exposure))}
    afters = {_after(day, dated, until) for day in _days(exposure_end(exposure, until))}
    tried = [
        [(a, b) for a in before for b in after if a.day < b.day]
        for before in befores
        for after in afters
    ]
    pairs = sorted((pair for some in tried for pair in some), key=_days_of_both)
    if not pairs:
        return None
    falls = [after.improvement_since(before) for before, after in pairs]
    return Bounds(min(falls), max(falls)), *pairs[-1], all(tried)


def _days_of_both(pair: tuple[Rating, Rating]) -> tuple[float, float, int, int]:
    before, after = pair
    return before.day, after.day, before.index, after.index


def _days(known: Bounds) -> list[float]:
    """Give each day that a first or last day may be; none where it may be any."""
    if not math.isfinite(known.low) or not math.isfinite(known.high):
        return []
    return [*(known.low + n for n in range(math.ceil(known.high - known.low))), known.high]


def _before(start: float, ratings: Sequence[Rating]) -> tuple[Rating, ...]:
    """Give the last rating before a first day, or one shortly after it; none where it was well."""
    window = conventions().attempt_rating
    early = [r for r in ratings if start - window.before_days <= r.day <= start]
    soon = [r for r in ratings if start < r.day <= start + window.grace_days]
    found = _of_one_day(early) if early else [r for r in soon if r.day == soon[0].day]
    return () if any(_is_well(rating) for rating in found) else tuple(found)


def _after(end: float, ratings: Sequence[Rating], until: float) -> tuple[Rating, ...]:
    """Give the last rating up to shortly after a last day."""
    latest = min(end + conventions().attempt_rating.after_days, until)
    return tuple(_of_one_day([r for r in ratings if r.day <= latest]))


def _of_one_day(ratings: Sequence[Rating]) -> list[Rating]:
    """Give the last rating, and those of its day that contradict it."""
    return [rating for rating in ratings if rating.day == ratings[-1].day]


def _is_well(rating: Rating) -> bool:
    """Whether a rating leaves nothing to improve: at or below the line of remission."""
    line = remission_line(rating.scale)
    return rating.total <= (rating.minimum if line is None else line)
