"""What a scale file must agree with itself on, said in words that tell how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from firstsnow.scales.consistency_of_meaning import meaning_inconsistencies
from firstsnow.scales.same import repeated, same

if TYPE_CHECKING:
    from firstsnow.scales.definition import Scale
    from firstsnow.scales.items import AskedWhen, Item

_FEWEST_ANSWERS = 2


def inconsistencies(scale: Scale) -> list[str]:
    """List everything in a scale file that contradicts something else in it."""
    shape = [*_items(scale), *_references(scale)]
    if shape:
        return shape
    return [
        *_licence(scale),
        *_total(scale),
        *_subscales(scale),
        *meaning_inconsistencies(scale),
    ]


def _items(scale: Scale) -> Iterator[str]:
    for name in repeated([item.id for item in scale.items]):
        yield f"items: id {name!r} is given twice; every item needs its own"
    for item in scale.items:
        if item.options is not None and item.options not in scale.options:
            yield (
                f"items: item {item.id}: options {item.options!r} is not defined; "
                f"defined are: {', '.join(scale.options) or 'none'}"
            )
        elif len(scale.allowed_answers[item.id]) < _FEWEST_ANSWERS:
            yield f"items: item {item.id}: needs at least two answers, minimum below maximum"
        elif item.points is not None:
            yield from _points(scale, item)


def _points(scale: Scale, item: Item) -> Iterator[str]:
    answers = [str(answer) for answer in scale.allowed_answers[item.id]]
    if set(answers) != set(item.points or {}):
        yield (
            f"items: item {item.id}: points are needed for exactly its answers: "
            f"{', '.join(answers)}"
        )


def _references(scale: Scale) -> Iterator[str]:
    known = {item.id for item in scale.items}
    named = [
        *((f"components: {part.id}", part.items) for part in scale.components),
        *((f"subscales: {part.id}", part.items) for part in scale.subscales),
        ("missing: never_missing", scale.missing.never_missing),
        *((f"safety: item {entry.item}", (entry.item,)) for entry in scale.safety),
    ]
    named += [
        (f"criteria: {entry.id}", tuple(part.least))
        for entry in scale.criteria
        for part in entry.parts
    ]
    if scale.codes is not None:
        named.append(("codes: loinc_items", tuple(scale.codes.loinc_items)))
    for place, ids in named:
        unknown = [name for name in ids if name not in known]
        if unknown:
            yield f"{place}: no item has the id {', '.join(unknown)}"
    yield from _components(scale)
    yield from _branches(scale)
    yield from _subscale_references(scale)


def _branches(scale: Scale) -> Iterator[str]:
    counted = {name for part in scale.subscales for name in part.items}
    if scale.total.rule != "none":
        counted |= {item.id for item in scale.items if item.in_total}
    earlier: list[str] = []
    for item in scale.items:
        if item.asked_when is not None:
            yield from _branch(scale, item, item.asked_when, earlier)
            if item.id in counted:
                yield (
                    f"items: item {item.id}: an item that is not always asked can't enter a total "
                    "or a subscale"
                )
        earlier.append(item.id)


def _branch(scale: Scale, item: Item, rule: AskedWhen, earlier: list[str]) -> Iterator[str]:
    if rule.item not in earlier:
        yield f"items: item {item.id}: asked_when must name an item before it, not {rule.item!r}"
        return
    answers = scale.allowed_answers[rule.item]
    if rule.at_least not in answers[1:]:
        yield (
            f"items: item {item.id}: asked_when: at_least {rule.at_least} must be one of the "
            f"answers to item {rule.item} above the lowest: {', '.join(map(str, answers[1:]))}"
        )


def _subscale_references(scale: Scale) -> Iterator[str]:
    known = [part.id for part in scale.subscales]
    for name in repeated(known):
        yield f"subscales: id {name!r} is given twice"
    named = [
        *((f"bands: {group.set}", group.subscale) for group in scale.bands),
        *((f"thresholds: {entry.set}", entry.subscale) for entry in scale.thresholds),
    ]
    for place, subscale in named:
        if subscale is not None and subscale not in known:
            yield f"{place}: no subscale has the id {subscale}"


def _components(scale: Scale) -> Iterator[str]:
    for name in repeated([part.id for part in scale.components]):
        yield f"components: id {name!r} is given twice"
    used = [name for part in scale.components for name in part.items]
    for name in repeated(used):
        yield f"components: item {name} is in two components, so it would be counted twice"
    for part in scale.components:
        if outside := {name for group in part.either for name in group} - set(part.items):
            yield f"components: {part.id}: either names items outside it: {sorted(outside)}"
        if part.either and part.rule != "max":
            yield f'components: {part.id}: either needs rule "max"'
    if scale.components:
        counted = {item.id for item in scale.items if item.in_total}
        if left := sorted(counted - set(used)):
            yield f"components: items {', '.join(left)} are in none; give each item a component"
        if extra := sorted(set(used) - counted):
            yield f"components: items {', '.join(extra)} have in_total = false"


def _licence(scale: Scale) -> Iterator[str]:
    if scale.licence.item_text == "ships":
        return
    worded = [f"item {item.id}" for item in scale.items if item.text is not None]
    worded += [
        f"options {name}"
        for name, group in scale.options.items()
        if any(option.text is not None for option in group.values)
    ]
    if worded:
        yield (
            f'licence: item_text is "{scale.licence.item_text}", so no wording may stand here; '
            f"take the text out of {', '.join(worded)}"
        )


def _total(scale: Scale) -> Iterator[str]:
    total = scale.total
    if total.rule == "none":
        if scale.direction != "none":
            yield 'direction: a scale without a total has direction "none"'
        return
    if scale.direction == "none":
        yield "direction: a scale with a total needs higher-is-worse or higher-is-better"
    values = _value_ranges(scale)
    if not values:
        return
    low, high = (sum(end) for end in zip(*values, strict=True))
    share = len(values) if total.rule == "mean" else 1
    expected = (total.multiply * low / share, total.multiply * high / share)
    if not same((total.minimum, total.maximum), expected):
        yield (
            f"total: range {total.minimum} to {total.maximum} does not follow from the items, "
            f"which give {expected[0]:g} to {expected[1]:g}"
        )


def _ends(scale: Scale) -> dict[str, tuple[int, int]]:
    """Give the least and the most that each item counts."""
    return {
        name: (min(counts.values()), max(counts.values()))
        for name, counts in scale.counted_values.items()
    }


def _value_ranges(scale: Scale) -> list[tuple[int, int]]:
    ends = _ends(scale)
    if not scale.components:
        return [ends[item.id] for item in scale.items if item.in_total]
    ranges = []
    for part in scale.components:
        inner = [ends[name] for name in part.items]
        join = max if part.rule == "max" else sum
        ranges.append((join(low for low, _ in inner), join(high for _, high in inner)))
    return ranges


def _subscales(scale: Scale) -> Iterator[str]:
    ends = _ends(scale)
    for part in scale.subscales:
        low = sum(ends[name][0] for name in part.items)
        high = sum(ends[name][1] for name in part.items)
        share = len(part.items) if part.rule == "mean" else 1
        if not same((part.minimum, part.maximum), (low / share, high / share)):
            yield (
                f"subscales: {part.id}: range {part.minimum} to {part.maximum} does not follow "
                f"from its items, which give {low / share:g} to {high / share:g}"
            )
