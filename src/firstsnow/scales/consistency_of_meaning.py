"""What bands, thresholds, rules, norms and tables must agree on with their totals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from firstsnow.scales.same import SLACK, repeated, same
from firstsnow.scales.vocabulary import Number

if TYPE_CHECKING:
    from firstsnow.scales.definition import Scale
    from firstsnow.scales.meaning import BandSet, Threshold


class _Judged(NamedTuple):
    """The total or the subscale that something is about: its range and its steps."""

    low: Number
    high: Number
    step: int


def meaning_inconsistencies(scale: Scale) -> Iterator[str]:
    """Walk over what bands, thresholds, rules, norms and tables contradict."""
    yield from _bands(scale)
    yield from _thresholds(scale)
    yield from _safety(scale)
    yield from _norms(scale)
    yield from _conversion(scale)
    yield from _criteria(scale)


def _judged(scale: Scale, subscale: str | None) -> _Judged:
    if subscale is not None:
        part = scale.subscales_by_id[subscale]
        return _Judged(part.minimum, part.maximum, 0 if part.rule == "mean" else 1)
    step = 0 if scale.total.rule == "mean" else scale.total.multiply
    return _Judged(scale.total.minimum or 0, scale.total.maximum or 0, step)


def _about(subscale: str | None) -> str:
    return "" if subscale is None else f"{subscale}, "


def _bands(scale: Scale) -> Iterator[str]:
    if scale.total.rule == "none" and any(group.subscale is None for group in scale.bands):
        yield "bands: a scale without a total has no bands"
        return
    for name in repeated([_about(group.subscale) + repr(group.set) for group in scale.bands]):
        yield f"bands: set {name} is given twice"
    defaults = [_about(group.subscale) for group in scale.bands if group.default]
    for _ in repeated(defaults):
        yield "bands: at most one set may say default = true"
    for group in scale.bands:
        yield from _band_set(group, _judged(scale, group.subscale))


def _band_set(group: BandSet, judged: _Judged) -> Iterator[str]:
    first, last = group.levels[0], group.levels[-1]
    if not same((first.minimum, last.maximum), (judged.low, judged.high)):
        yield (
            f"bands: {group.set}: must run from {judged.low:g} to {judged.high:g}, "
            "the scale's whole range"
        )
    for lower, upper in zip(group.levels, group.levels[1:], strict=False):
        if abs(upper.minimum - lower.maximum - judged.step) > SLACK:
            yield (
                f"bands: {group.set}: {upper.name.en!r} must begin at "
                f"{lower.maximum + judged.step:g}, right after {lower.name.en!r}; it begins at "
                f"{upper.minimum:g}"
            )
    for level in group.levels:
        if level.minimum > level.maximum:
            yield f"bands: {group.set}: {level.name.en!r} ends before it begins"


def _thresholds(scale: Scale) -> Iterator[str]:
    if scale.total.rule == "none" and any(entry.subscale is None for entry in scale.thresholds):
        yield "thresholds: a scale without a total has no thresholds"
        return
    for name in repeated([f"{entry.set}, {_decides(entry)}" for entry in scale.thresholds]):
        yield f"thresholds: set and outcome are given twice: {name}"
    for name in repeated([_decides(entry) for entry in scale.thresholds if entry.default]):
        yield f"thresholds: at most one for {name} may say default = true"
    for entry in scale.thresholds:
        judged = _judged(scale, entry.subscale)
        cut = entry.at_most if entry.at_most is not None else entry.at_least
        if cut is not None and not judged.low <= cut <= judged.high:
            yield f"thresholds: {entry.set}, {entry.outcome}: {cut:g} is outside the total's range"


def _decides(entry: Threshold) -> str:
    return ", ".join(filter(None, (entry.outcome, entry.subscale, entry.sex)))


def _safety(scale: Scale) -> Iterator[str]:
    for entry in scale.safety:
        answers = scale.allowed_answers[entry.item]
        if entry.at_least not in answers or entry.at_least == answers[0]:
            yield (
                f"safety: item {entry.item}: at_least {entry.at_least} must be one of its answers "
                f"above the lowest: {', '.join(map(str, answers[1:]))}"
            )


def _norms(scale: Scale) -> Iterator[str]:
    if scale.norms and scale.total.rule == "none":
        yield "norms: a scale without a total has no norms"
        return
    low, high, _ = _judged(scale, None)
    for entry in scale.norms:
        if not low <= entry.mean <= high:
            yield f"norms: {entry.population}: mean {entry.mean:g} is outside the total's range"


def _conversion(scale: Scale) -> Iterator[str]:
    if scale.conversion is None:
        return
    if scale.total.rule != "sum":
        yield 'conversion: a table of totals needs a total of the rule "sum"'
        return
    low, high, step = _judged(scale, None)
    wanted = [low + step * by for by in range(int((high - low) // step) + 1)]
    given = [row[0] for row in scale.conversion.table]
    if not (len(wanted) == len(given) and same(tuple(given), tuple(map(float, wanted)))):
        yield (
            f"conversion: the table must have one row for each total from {low:g} to {high:g}, "
            f"which are {len(wanted)}; it has {len(given)}"
        )


def _criteria(scale: Scale) -> Iterator[str]:
    for name in repeated([entry.id for entry in scale.criteria]):
        yield f"criteria: id {name!r} is given twice"
    cuts = [
        (entry.id, name, least)
        for entry in scale.criteria
        for part in entry.parts
        for name, least in part.least.items()
    ]
    for rule, name, least in cuts:
        answers = scale.allowed_answers[name]
        if not answers[0] < least <= answers[-1]:
            yield (
                f"criteria: {rule}: item {name}: at_least {least} must be above its lowest answer, "
                f"{answers[0]}, and no more than its highest, {answers[-1]}"
            )
