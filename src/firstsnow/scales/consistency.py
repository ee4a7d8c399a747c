"""What a scale file must agree with itself on, said in words that tell how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from firstsnow.scales.vocabulary import Number

if TYPE_CHECKING:
    from firstsnow.scales.definition import Scale
    from firstsnow.scales.meaning import BandSet

_SLACK = 1e-9
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
        *_bands(scale),
        *_thresholds(scale),
        *_safety(scale),
    ]


def _repeated(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


def _items(scale: Scale) -> Iterator[str]:
    for name in _repeated([item.id for item in scale.items]):
        yield f"items: id {name!r} is given twice; every item needs its own"
    for item in scale.items:
        if item.options is not None and item.options not in scale.options:
            yield (
                f"items: item {item.id}: options {item.options!r} is not defined; "
                f"defined are: {', '.join(scale.options) or 'none'}"
            )
        elif len(scale.allowed_answers[item.id]) < _FEWEST_ANSWERS:
            yield f"items: item {item.id}: needs at least two answers, minimum below maximum"


def _references(scale: Scale) -> Iterator[str]:
    known = {item.id for item in scale.items}
    named = [
        *((f"components: {part.id}", part.items) for part in scale.components),
        *((f"subscales: {part.id}", part.items) for part in scale.subscales),
        ("missing: never_missing", scale.missing.never_missing),
        *((f"safety: item {entry.item}", (entry.item,)) for entry in scale.safety),
    ]
    if scale.codes is not None:
        named.append(("codes: loinc_items", tuple(scale.codes.loinc_items)))
    for place, ids in named:
        unknown = [name for name in ids if name not in known]
        if unknown:
            yield f"{place}: no item has the id {', '.join(unknown)}"
    yield from _components(scale)


def _components(scale: Scale) -> Iterator[str]:
    for name in _repeated([part.id for part in scale.components]):
        yield f"components: id {name!r} is given twice"
    used = [name for part in scale.components for name in part.items]
    for name in _repeated(used):
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
    if not _same((total.minimum, total.maximum), expected):
        yield (
            f"total: range {total.minimum} to {total.maximum} does not follow from the items, "
            f"which give {expected[0]:g} to {expected[1]:g}"
        )


def _value_ranges(scale: Scale) -> list[tuple[int, int]]:
    ends = {name: (answers[0], answers[-1]) for name, answers in scale.allowed_answers.items()}
    if not scale.components:
        return [ends[item.id] for item in scale.items if item.in_total]
    ranges = []
    for part in scale.components:
        inner = [ends[name] for name in part.items]
        join = max if part.rule == "max" else sum
        ranges.append((join(low for low, _ in inner), join(high for _, high in inner)))
    return ranges


def _same(left: tuple[Number | None, ...], right: tuple[float, ...]) -> bool:
    return all(
        one is not None and abs(one - other) <= _SLACK
        for one, other in zip(left, right, strict=True)
    )


def _subscales(scale: Scale) -> Iterator[str]:
    for part in scale.subscales:
        low = sum(scale.allowed_answers[name][0] for name in part.items)
        high = sum(scale.allowed_answers[name][-1] for name in part.items)
        share = len(part.items) if part.rule == "mean" else 1
        if not _same((part.minimum, part.maximum), (low / share, high / share)):
            yield (
                f"subscales: {part.id}: range {part.minimum} to {part.maximum} does not follow "
                f"from its items, which give {low / share:g} to {high / share:g}"
            )


def _bands(scale: Scale) -> Iterator[str]:
    if scale.bands and scale.total.rule == "none":
        yield "bands: a scale without a total has no bands"
        return
    for name in _repeated([group.set for group in scale.bands]):
        yield f"bands: set {name!r} is given twice"
    if sum(group.default for group in scale.bands) > 1:
        yield "bands: at most one set may say default = true"
    for group in scale.bands:
        yield from _band_set(scale, group)


def _band_set(scale: Scale, group: BandSet) -> Iterator[str]:
    first, last = group.levels[0], group.levels[-1]
    if not _same((first.minimum, last.maximum), _ends(scale)):
        low, high = _ends(scale)
        yield f"bands: {group.set}: must run from {low:g} to {high:g}, the scale's whole range"
    step = 0 if scale.total.rule == "mean" else scale.total.multiply
    for lower, upper in zip(group.levels, group.levels[1:], strict=False):
        if abs(upper.minimum - lower.maximum - step) > _SLACK:
            yield (
                f"bands: {group.set}: {upper.name.en!r} must begin at {lower.maximum + step:g}, "
                f"right after {lower.name.en!r}; it begins at {upper.minimum:g}"
            )
    for level in group.levels:
        if level.minimum > level.maximum:
            yield f"bands: {group.set}: {level.name.en!r} ends before it begins"


def _ends(scale: Scale) -> tuple[Number, Number]:
    return scale.total.minimum or 0, scale.total.maximum or 0


def _thresholds(scale: Scale) -> Iterator[str]:
    if scale.thresholds and scale.total.rule == "none":
        yield "thresholds: a scale without a total has no thresholds"
        return
    for name in _repeated([f"{entry.set}, {entry.outcome}" for entry in scale.thresholds]):
        yield f"thresholds: set and outcome are given twice: {name}"
    for name in _repeated([entry.outcome for entry in scale.thresholds if entry.default]):
        yield f"thresholds: at most one for {name} may say default = true"
    for entry in scale.thresholds:
        cut = entry.at_most if entry.at_most is not None else entry.at_least
        if cut is not None and not _ends(scale)[0] <= cut <= _ends(scale)[1]:
            yield f"thresholds: {entry.set}, {entry.outcome}: {cut:g} is outside the total's range"


def _safety(scale: Scale) -> Iterator[str]:
    for entry in scale.safety:
        answers = scale.allowed_answers[entry.item]
        if entry.at_least not in answers or entry.at_least == answers[0]:
            yield (
                f"safety: item {entry.item}: at_least {entry.at_least} must be one of its answers "
                f"above the lowest: {', '.join(map(str, answers[1:]))}"
            )
