"""Scoring many forms at once, with the results of `score` and memory for a few columns more."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firstsnow.scales.columns import Answers, Column, Columns, Mask, columns_of
from firstsnow.scales.definition import Scale
from firstsnow.scales.plan import ItemPlan, PartPlan, Plan
from firstsnow.scales.results import Reason
from firstsnow.scales.vocabulary import Number

NOT_SCORED = np.int16(-32768)
"""Stands in ``totals`` of whole numbers where there is no score; of fractions it is NaN."""

ROWS_AT_ONCE = 1 << 15
"""Forms worked on at a time: their columns fit into a processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class TableScores:
    """The totals of many forms.

    Attributes
    ----------
    scale
        The variant's id.
    totals : (forms,)
        Totals; `NOT_SCORED` or NaN where there is none. Whole numbers where every total of the
        scale is whole.
    reasons : (forms,)
        `Reason` of each form as a number; 0 where it was scored.
    minimum, maximum
        The range of the total.
    """

    scale: str
    totals: NDArray[np.int16] | NDArray[np.float64]
    reasons: NDArray[np.uint8]
    minimum: Number | None
    maximum: Number | None

    @property
    def scored(self) -> Mask:
        """Which forms have a total."""
        scored: Mask = self.reasons == Reason.SCORED
        return scored

    def counts(self) -> dict[Reason, int]:
        """How many forms there are of each reason that occurs."""
        numbers = np.bincount(self.reasons, minlength=len(Reason))
        return {reason: int(numbers[reason]) for reason in Reason if numbers[reason]}


def score_table(scale: Scale, answers: Answers, missing: int | None = None) -> TableScores:
    """Score many forms.

    Parameters
    ----------
    scale
        The variant that was used.
    answers : (forms, items)
        A NumPy array of whole numbers or of floats, a Polars data frame, or named columns (a
        pandas data frame, a dictionary of arrays). Columns are named by item id or ``item_`` and
        the id; the columns of an array are the scale's items in order. Other columns are ignored.
    missing
        A code for a missing answer, besides null and NaN.

    Returns
    -------
    TableScores
        The same totals and reasons as `score` gives one by one.

    Raises
    ------
    InputError
        If a column that the total needs is missing or holds no numbers.

    >>> import numpy as np
    >>> from firstsnow.scales import scale
    >>> sheets = np.array([[1] * 9, [3] * 9, [1] * 8 + [-9]], dtype=np.int8)
    >>> result = score_table(scale("phq-9"), sheets, missing=-9)
    >>> result.totals[result.scored].tolist()
    [9, 27]
    >>> result.counts()
    {<Reason.SCORED: 0>: 2, <Reason.MISSING: 6>: 1}
    """
    plan = scale.plan
    columns = columns_of(scale, answers, missing)
    totals = _empty_totals(plan, columns.rows)
    reasons = np.full(columns.rows, plan.never, dtype=np.uint8)
    if plan.never is Reason.SCORED:
        for start in range(0, columns.rows, ROWS_AT_ONCE):
            stop = min(start + ROWS_AT_ONCE, columns.rows)
            _Stretch(plan, columns, start, stop).write(totals[start:stop], reasons[start:stop])
    return TableScores(scale.id, totals, reasons, scale.total.minimum, scale.total.maximum)


def _empty_totals(plan: Plan, rows: int) -> NDArray[np.int16] | NDArray[np.float64]:
    if plan.is_whole:
        return np.full(rows, NOT_SCORED, dtype=np.int16)
    return np.full(rows, np.nan)


class _Stretch:
    """Some rows of the table on their way to totals."""

    def __init__(self, plan: Plan, columns: Columns, start: int, stop: int) -> None:
        self._plan = plan
        rows = stop - start
        self._outside = np.zeros(rows, dtype=bool)
        self._values: dict[str, NDArray[np.int16]] = {}
        self._gone: dict[str, Mask] = {}
        for name in columns.items:
            values, missing = columns.read(name, start, stop)
            self._read(plan.items[name], values, missing)

    def _read(self, item: ItemPlan, values: Column, missing: Mask) -> None:
        fine = _is_answer(item, values)
        gone = missing
        for code in item.not_assessed:
            gone = gone | (values == code)
        self._outside |= ~(fine | gone)
        whole = np.where(fine & ~gone, values, item.low).astype(np.int16)
        self._values[item.id] = whole if item.counts is None else _counted(item)[whole - item.low]
        self._gone[item.id] = gone

    def write(
        self, totals: NDArray[np.int16] | NDArray[np.float64], reasons: NDArray[np.uint8]
    ) -> None:
        rows = len(reasons)
        added = np.zeros(rows, dtype=np.int16)
        lost = np.zeros(rows, dtype=np.int16)
        for part in self._plan.parts:
            value, gone = self._part(part)
            added += np.where(gone, np.int16(0), value)
            lost += gone
        short = lost > self._plan.may_miss
        if self._plan.may_miss:
            short |= lost == len(self._plan.parts)
            short |= (lost > 0) & self._lacks_indispensable(rows)
        reasons[short] = Reason.MISSING
        reasons[self._outside] = Reason.OUT_OF_RANGE
        scored = reasons == Reason.SCORED
        totals[scored] = self._totals(added, lost)[scored]

    def _part(self, part: PartPlan) -> tuple[NDArray[np.int16], Mask]:
        """Give a part's values and where it is missing, as `scoring` does for one form."""
        if part.alone is not None:
            return self._values[part.alone], self._gone[part.alone]
        first = next(iter(self._values.values()))
        lowest = np.int16(np.iinfo(np.int16).min if part.rule == "max" else 0)
        joined = np.full(len(first), lowest, dtype=np.int16)
        missing = np.zeros(len(first), dtype=bool)
        for group in part.groups:
            missing |= np.logical_and.reduce([self._gone[name] for name in group])
            for name in group:
                value = np.where(self._gone[name], lowest, self._values[name])
                joined = np.maximum(joined, value) if part.rule == "max" else joined + value
        return joined, missing

    def _lacks_indispensable(self, rows: int) -> Mask:
        lacks = np.zeros(rows, dtype=bool)
        for name in self._plan.never_missing:
            lacks |= self._gone[name]
        return lacks

    def _totals(
        self, added: NDArray[np.int16], lost: NDArray[np.int16]
    ) -> NDArray[np.int16] | NDArray[np.float64]:
        plan = self._plan
        if plan.is_whole:
            return added * np.int16(plan.multiply)
        there = np.maximum(len(plan.parts) - lost, 1)
        sums = added.astype(np.float64) * plan.multiply
        if plan.mean:
            return sums / there
        return sums * len(plan.parts) / there


def _counted(item: ItemPlan) -> NDArray[np.int16]:
    """Give what each whole number from the lowest answer to the highest counts."""
    numbers = range(item.low, item.high + 1)
    counts = [item.counted(number) if number in item.allowed else 0 for number in numbers]
    return np.array(counts, dtype=np.int16)


def _is_answer(item: ItemPlan, values: Column) -> Mask:
    inside: Mask = (values >= item.low) & (values <= item.high)
    if values.dtype.kind == "f":
        inside &= values == np.floor(values)
    for number in range(item.low, item.high + 1):
        if number not in item.allowed:
            inside &= values != number
    return inside
