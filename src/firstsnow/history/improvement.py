"""How much someone improved under a treatment, measured or as it was judged."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.conventions import conventions
from firstsnow.history.dose_time import exposure_end, exposure_start
from firstsnow.history.ratings import Rating
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
    has surely ended.
    """
    judgement = exposure.outcome.judgement if exposure.outcome is not None else None
    for scale in _by_preference(ratings):
        pair = _pair(exposure, ratings[scale], until)
        if pair is not None:
            percent = Bounds.exactly(pair[1].improvement_since(pair[0]))
            return Improvement(percent, "measured", *pair, judgement=judgement)
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


def _pair(
    exposure: Exposure, ratings: Sequence[Rating], until: float
) -> tuple[Rating, Rating] | None:
    window = conventions().attempt_rating
    start, end = exposure_start(exposure), exposure_end(exposure, until)
    if not (math.isfinite(start.low) and math.isfinite(end.high)):
        return None
    first, last = start.low, min(end.high + window.after_days, until)
    before = [
        r for r in ratings if first - window.before_days <= r.day <= first + window.grace_days
    ]
    at_start = [r for r in before if r.day <= first] or before[:1]
    if not at_start:
        return None
    after = [r for r in ratings if at_start[-1].day < r.day and first < r.day <= last]
    return (at_start[-1], after[-1]) if after else None
