"""Scoring one form: a total and how it came about, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from firstsnow.scales.definition import Scale
from firstsnow.scales.plan import PartPlan, Plan
from firstsnow.scales.reasons import sentence
from firstsnow.scales.results import (
    BandFinding,
    NotScoreable,
    Part,
    Reason,
    Score,
    SubscaleScore,
)
from firstsnow.scales.rules import Subscale
from firstsnow.scales.vocabulary import Number

Values: TypeAlias = Mapping[str, int | None]
"""What each item counts, after reversing; ``None`` where it is missing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A form's answers read by the scale's rule.

    Attributes
    ----------
    reason
        ``Reason.SCORED`` or why there is no total.
    items
        The items that the reason is about.
    by_item
        What each item counts.
    by_part
        One value a part of the total, ``None`` where it is missing; empty where there is no total.
    """

    reason: Reason
    items: tuple[str, ...] = ()
    by_item: Values = field(default_factory=dict)
    by_part: tuple[int | None, ...] = ()


def score(scale: Scale, answers: Mapping[str, int | None]) -> Score | NotScoreable:
    """Score one form.

    Parameters
    ----------
    scale
        The variant that was used.
    answers
        Answers by item id; ``None``, or no entry, for an item that was not answered.

    Returns
    -------
    Score or NotScoreable
        A total with its range, parts, subscales and bands; or the reason why there is none. A
        partial total is never given.

    >>> from firstsnow.scales import scale
    >>> form = {str(item): 1 for item in range(1, 10)}
    >>> result = score(scale("phq-9"), form)
    >>> result.total, result.maximum
    (9, 27)
    >>> print(score(scale("phq-9"), form | {"4": None}).reason)
    item 4 of PHQ-9 is not answered
    """
    reading = read_form(scale.plan, answers)
    if reading.reason is not Reason.SCORED:
        text = sentence(scale, reading.reason, reading.items)
        return NotScoreable(scale.id, reading.reason, text, reading.items)
    total = total_of(scale.plan, reading)
    return Score(
        scale=scale.id,
        total=total,
        minimum=scale.total.minimum or 0,
        maximum=scale.total.maximum or 0,
        parts=_parts(scale, answers, reading.by_part),
        prorated=_prorated(scale.plan, reading.by_part),
        subscales=_subscales(scale, reading.by_item),
        bands=_bands(scale, None, total),
    )


def subscale_scores(scale: Scale, answers: Mapping[str, int | None]) -> tuple[SubscaleScore, ...]:
    """Score the sourced subscales whose items were all answered, also where there is no total.

    A form with an answer that can't be has none; `check_answers` says which answer that is.
    """
    values, outside = _read_items(scale.plan, answers)
    if outside or not answers.keys() <= scale.plan.items.keys():
        return ()
    return _subscales(scale, values)


def total_of(plan: Plan, reading: Reading) -> Number:
    """Give the total of a form that was read and can be scored."""
    return plan.total_of([value for value in reading.by_part if value is not None])


def read_form(plan: Plan, answers: Mapping[str, int | None]) -> Reading:
    """Read a form's answers by the rule, without making sentences of what is wrong."""
    if plan.never is not Reason.SCORED:
        return Reading(plan.never)
    if not answers.keys() <= plan.items.keys():
        return Reading(Reason.UNKNOWN_ITEM, tuple(n for n in answers if n not in plan.items))
    values, outside = _read_items(plan, answers)
    if outside:
        return Reading(Reason.OUT_OF_RANGE, tuple(outside))
    return _read_parts(plan, values)


def _read_items(plan: Plan, answers: Mapping[str, int | None]) -> tuple[Values, list[str]]:
    """Give what each item counts, and the items whose answers are not among theirs."""
    values: dict[str, int | None] = {}
    outside = []
    for name, item in plan.items.items():
        answer = answers.get(name)
        if answer is None or answer in item.not_assessed:
            values[name] = None
        elif answer in item.allowed:
            values[name] = int(answer) if item.counts is None else item.counts[answer]
        else:
            outside.append(name)
    return values, outside


def _read_parts(plan: Plan, values: Values) -> Reading:
    by_part = tuple(_part_value(part, values) for part in plan.parts)
    gone = by_part.count(None)
    if gone:
        indispensable = any(values[name] is None for name in plan.never_missing)
        if gone > plan.may_miss or gone == len(by_part) or indispensable:
            return Reading(Reason.MISSING, _missing_items(plan, values))
    return Reading(Reason.SCORED, (), values, by_part)


def _part_value(part: PartPlan, values: Values) -> int | None:
    if part.alone is not None:
        return values[part.alone]
    there: list[int] = []
    for group in part.groups:
        given = [value for name in group if (value := values[name]) is not None]
        if not given:
            return None
        there += given
    return max(there) if part.rule == "max" else sum(there)


def _missing_items(plan: Plan, values: Values) -> tuple[str, ...]:
    groups = (group for part in plan.parts for group in part.groups)
    gone = (group for group in groups if all(values[name] is None for name in group))
    return tuple(name for group in gone for name in group)


def _parts(
    scale: Scale, answers: Mapping[str, int | None], values: tuple[int | None, ...]
) -> tuple[Part, ...]:
    topics = {part.id: part.topic for part in (scale.components or scale.items)}
    return tuple(
        Part(part.id, topics[part.id], tuple((n, answers.get(n)) for n in part.items), value)
        for part, value in zip(scale.plan.parts, values, strict=True)
    )


def _prorated(plan: Plan, values: tuple[int | None, ...]) -> tuple[str, ...]:
    return tuple(p.id for p, value in zip(plan.parts, values, strict=True) if value is None)


def _subscales(scale: Scale, values: Values) -> tuple[SubscaleScore, ...]:
    scores = (_subscale(scale, part, values) for part in scale.scored_subscales)
    return tuple(one for one in scores if one is not None)


def _subscale(scale: Scale, part: Subscale, values: Values) -> SubscaleScore | None:
    there = [value for name in part.items if (value := values[name]) is not None]
    if len(there) < len(part.items):
        return None
    total = sum(there) / len(there) if part.rule == "mean" else sum(there)
    bands = _bands(scale, part.id, total)
    return SubscaleScore(part.id, part.name, total, part.minimum, part.maximum, bands)


def _bands(scale: Scale, subscale: str | None, total: float) -> tuple[BandFinding, ...]:
    return tuple(
        BandFinding(group.set, group.population, group.default, group.level_of(total))
        for group in scale.sourced_bands.get(subscale, ())
    )
