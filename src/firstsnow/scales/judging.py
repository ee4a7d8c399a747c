"""Judging the rules over answers: yes, no, or unknown while answers are missing."""

from __future__ import annotations

from collections.abc import Mapping

from firstsnow.scales.branching import is_asked
from firstsnow.scales.criteria import Criterion, CriterionPart
from firstsnow.scales.definition import Scale
from firstsnow.scales.vocabulary import Answered


def criteria(scale: Scale) -> tuple[Criterion, ...]:
    """Give the sourced rules over answers."""
    return tuple(entry for entry in scale.criteria if entry.is_sourced)


def criterion(scale: Scale, rule: str, answers: Mapping[str, int | None]) -> Answered:
    """Say whether a form's answers meet a sourced rule.

    An answer that is missing, "not assessed" or not one of the item's leaves open what hangs on
    it. An item that was not to be asked does not count towards the rule.

    Raises
    ------
    LookupError
        If the scale has no sourced rule by that id.
    """
    for entry in criteria(scale):
        if entry.id == rule:
            return _judged(scale, entry, answers)
    known = ", ".join(entry.id for entry in criteria(scale)) or "none"
    raise LookupError(f"{scale.id} has no sourced criterion {rule!r}; it has: {known}")


def _judged(scale: Scale, entry: Criterion, answers: Mapping[str, int | None]) -> Answered:
    parts = [_part(scale, part, answers) for part in entry.parts]
    return _reached(parts.count("yes"), parts.count("unknown"), entry.needed)


def _part(scale: Scale, part: CriterionPart, answers: Mapping[str, int | None]) -> Answered:
    found = [_item(scale, name, least, answers) for name, least in part.least.items()]
    return _reached(found.count("yes"), found.count("unknown"), part.count)


def _item(scale: Scale, name: str, least: int, answers: Mapping[str, int | None]) -> Answered:
    answer = answers.get(name)
    if answer is not None and answer in scale.plan.items[name].allowed:
        return "yes" if answer >= least else "no"
    return "no" if is_asked(scale, name, answers) is False else "unknown"


def _reached(surely: int, perhaps: int, needed: int) -> Answered:
    if surely >= needed:
        return "yes"
    return "unknown" if surely + perhaps >= needed else "no"
