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
    someone was well has nothing to improve: ratings do not say whether it helped.
    """
    judgement = exposure.outcome.judgement if exposure.outcome is not None else None
    for scale in _by_preference(ratings):
        found = _measured(exposure, ratings[scale], until)
        if found is not None:
            percent, before, after = found
            return Improvement(percent, "measured", before, after, judgement)
    if exposure.outcome is not None and _has_been_judged(exposure, until):
        noted = exposure.outcome.improvement_percent
        percent = Bounds.exactly(noted) if noted is not None else _JUDGED[judgement or "not-judged"]
        basis: Literal["judged", "unknown"] = (
            "unknown" if noted is None and judgement == "not-judged" else "judged"
        )
        return Improvement(percent, basis, judgement=judgement)
    return Improvement(Bounds(-math.inf, 100.0), "unknown", judgement=judgement)


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
) -> tuple[Bounds, Rating, Rating] | None:
    """Give the fall between the ratings that a treatment is judged by, and those ratings.

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


def _of_one_day(ratings: Sequence[Rating]) -> list[Rating]:
    """Give the last rating, and those of its day that contradict it."""
    return [rating for rating in ratings if rating.day == ratings[-1].day]


def _is_well(rating: Rating) -> bool:
    """Whether a rating leaves nothing to improve: at or below the line of remission."""
    line = remission_line(rating.scale)
    return rating.total <= (rating.minimum if line is None else line)
