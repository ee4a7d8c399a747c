"""A scale's rule laid out for computing: the same plan serves one form and a million."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from firstsnow.scales.results import Reason

if TYPE_CHECKING:
    from firstsnow.scales.definition import Scale


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """How one item's answer is read.

    Attributes
    ----------
    id
        The item.
    allowed
        Its answers, without "not assessed".
    not_assessed
        Answers that count as missing.
    counts
        What each answer counts, where that is not the answer itself.
    low, high
        Lowest and highest answer.
    """

    id: str
    allowed: frozenset[int]
    not_assessed: frozenset[int]
    counts: Mapping[int, int] | None
    low: int
    high: int

    def counted(self, answer: int) -> int:
        """Give what an answer counts."""
        return answer if self.counts is None else self.counts[answer]


@dataclass(frozen=True, slots=True)
class PartPlan:
    """How one value of the total is formed.

    Attributes
    ----------
    id
        Id of the item or component.
    groups
        Its items; one answer in each group is enough. An item alone is a group of one.
    rule
        ``max`` or ``sum`` over its items.
    alone
        Its only item, or ``None`` where it has several.
    """

    id: str
    groups: tuple[tuple[str, ...], ...]
    rule: Literal["max", "sum"]
    alone: str | None

    @property
    def items(self) -> tuple[str, ...]:
        """All of its items, in order."""
        return tuple(name for group in self.groups for name in group)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that computing a total needs.

    Attributes
    ----------
    never
        Why no form of this scale is ever scored, or ``Reason.SCORED``.
    items
        Every item by its id, also those that do not enter the total.
    parts
        The values that enter the total; none where no form is ever scored.
    mean
        Whether the total is their mean rather than their sum.
    multiply
        What the sum or mean is multiplied by.
    may_miss
        How many parts may be missing and replaced by the mean of the others.
    never_missing
        Items without which nothing is scored.
    """

    never: Reason
    items: dict[str, ItemPlan]
    parts: tuple[PartPlan, ...]
    mean: bool
    multiply: int
    may_miss: int
    never_missing: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Whether every total is a whole number."""
        return not self.mean and not self.may_miss

    def total_of(self, values: list[int]) -> int | float:
        """Give the total from the values that are there, replacing the others by their mean.

        ``multiply * sum(values)``, times ``parts / len(values)`` where some are replaced; or
        ``multiply * mean(values)``.
        """
        added = self.multiply * sum(values)
        if self.mean:
            return added / len(values)
        if len(values) == len(self.parts):
            return added
        return added * len(self.parts) / len(values)


def plan_of(scale: Scale) -> Plan:
    """Lay out a scale's rule."""
    prorates = scale.missing.rule == "prorate" and scale.missing.is_sourced
    never = _never(scale)
    return Plan(
        never=never,
        items={name: _item_plan(scale, name) for name in scale.items_by_id},
        parts=_parts(scale) if never is Reason.SCORED else (),
        mean=scale.total.rule == "mean",
        multiply=scale.total.multiply,
        may_miss=scale.missing.most if prorates else 0,
        never_missing=frozenset(scale.missing.never_missing),
    )


def _never(scale: Scale) -> Reason:
    if scale.total.rule == "none":
        return Reason.NO_TOTAL if scale.total.is_sourced else Reason.UNSOURCED_RULE
    if not any(item.in_total for item in scale.items):
        return Reason.NO_ITEMS
    counted = [item for item in scale.items if item.in_total]
    if not all(fact.is_sourced for fact in (scale.total, *counted, *scale.components)):
        return Reason.UNSOURCED_RULE
    return Reason.SCORED


def _item_plan(scale: Scale, name: str) -> ItemPlan:
    item = scale.items_by_id[name]
    answers, counts = scale.allowed_answers[name], scale.counted_values[name]
    return ItemPlan(
        id=name,
        allowed=frozenset(answers),
        not_assessed=frozenset(item.not_assessed),
        counts=None if all(a == value for a, value in counts.items()) else counts,
        low=answers[0],
        high=answers[-1],
    )


def _parts(scale: Scale) -> tuple[PartPlan, ...]:
    if not scale.components:
        return tuple(
            PartPlan(item.id, ((item.id,),), "sum", item.id)
            for item in scale.items
            if item.in_total
        )
    parts = []
    for component in scale.components:
        paired = {name for group in component.either for name in group}
        alone = tuple((name,) for name in component.items if name not in paired)
        only = component.items[0] if len(component.items) == 1 else None
        groups = (*alone, *component.either)
        parts.append(PartPlan(component.id, groups, component.rule, only))
    return tuple(parts)
