"""Scoring one form: a total and how it came about, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from firstsnow.scales.definition import Scale
from firstsnow.scales.meaning import BandSet
from firstsnow.scales.plan import ItemPlan, PartPlan, Plan
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


@dataclass(frozen=True, slots=True)
class Reading:
    """A form's answers read by the scale's rule.

    Attributes
    ----------
    reason
        ``Reason.SCORED`` or why there is no total.
    items
        The items that the reason is about.
    values
        One value a part, ``None`` where it is missing; empty where there is no total.
    """

    reason: Reason
    items: tuple[str, ...] = ()
    values: tuple[int | None, ...] = ()


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
    there = [value for value in reading.values if value is not None]
    total = scale.plan.total_of(there)
    return Score(
        scale=scale.id,
        total=total,
        minimum=scale.total.minimum or 0,
        maximum=scale.total.maximum or 0,
        parts=_parts(scale, answers, reading.values),
        prorated=_prorated(scale.plan, reading.values),
        subscales=_subscales(scale, answers),
        bands=tuple(_band(group, total) for group in scale.bands if group.is_sourced),
    )


def read_form(plan: Plan, answers: Mapping[str, int | None]) -> Reading:
    """Read a form's answers by the rule, without making sentences of what is wrong."""
    if plan.never is not Reason.SCORED:
        return Reading(plan.never)
    unknown = tuple(name for name in answers if name not in plan.items)
    if unknown:
        return Reading(Reason.UNKNOWN_ITEM, unknown)
    outside = tuple(
        name for name, item in plan.items.items() if not _is_readable(item, answers.get(name))
    )
    if outside:
        return Reading(Reason.OUT_OF_RANGE, outside)
    return _read_parts(plan, answers)


def _read_parts(plan: Plan, answers: Mapping[str, int | None]) -> Reading:
    values = tuple(_part_value(part, plan, answers) for part in plan.parts)
    gone = values.count(None)
    if gone == 0:
        return Reading(Reason.SCORED, (), values)
    indispensable = any(_value(plan.items[name], answers) is None for name in plan.never_missing)
    if gone > plan.may_miss or gone == len(values) or indispensable:
        return Reading(Reason.MISSING, _missing_items(plan, answers))
    return Reading(Reason.SCORED, (), values)


def _is_readable(item: ItemPlan, answer: int | None) -> bool:
    return answer is None or answer in item.allowed or answer in item.not_assessed


def _value(item: ItemPlan, answers: Mapping[str, int | None]) -> int | None:
    answer = answers.get(item.id)
    if answer is None or answer in item.not_assessed:
        return None
    return int(answer) if item.flip is None else item.flip - int(answer)


def _part_value(part: PartPlan, plan: Plan, answers: Mapping[str, int | None]) -> int | None:
    values: list[int] = []
    for group in part.groups:
        given = [_value(plan.items[name], answers) for name in group]
        there = [value for value in given if value is not None]
        if not there:
            return None
        values += there
    return max(values) if part.rule == "max" else sum(values)


def _missing_items(plan: Plan, answers: Mapping[str, int | None]) -> tuple[str, ...]:
    missing: list[str] = []
    for part in plan.parts:
        for group in part.groups:
            if all(_value(plan.items[name], answers) is None for name in group):
                missing += group
    return tuple(missing)


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


def _subscales(scale: Scale, answers: Mapping[str, int | None]) -> tuple[SubscaleScore, ...]:
    scores = (_subscale(scale, part, answers) for part in scale.subscales if part.is_sourced)
    return tuple(one for one in scores if one is not None)


def _subscale(
    scale: Scale, part: Subscale, answers: Mapping[str, int | None]
) -> SubscaleScore | None:
    values = [_value(scale.plan.items[name], answers) for name in part.items]
    there = [value for value in values if value is not None]
    if len(there) < len(values):
        return None
    total = sum(there) / len(there) if part.rule == "mean" else sum(there)
    return SubscaleScore(part.id, part.name, total, part.minimum, part.maximum)


def _band(group: BandSet, total: float) -> BandFinding:
    return BandFinding(group.set, group.population, group.default, group.level_of(total))
