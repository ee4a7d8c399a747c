"""Forms that branch: which items are asked after these answers, and which comes next."""

from __future__ import annotations

from collections.abc import Mapping

from firstsnow.scales.definition import Scale
from firstsnow.scales.items import Item


def is_asked(scale: Scale, item_id: str, answers: Mapping[str, int | None]) -> bool | None:
    """Say whether an item is to be asked: ``None`` where the answer that decides is not there.

    Raises
    ------
    LookupError
        If the scale has no such item.
    """
    item = scale.items_by_id.get(item_id)
    if item is None:
        raise LookupError(f"{scale.id} has no item {item_id!r}")
    rule = item.asked_when
    if rule is None:
        return True
    if is_asked(scale, rule.item, answers) is False:
        return False
    answer = answers.get(rule.item)
    if answer is None or answer not in scale.plan.items[rule.item].allowed:
        return None
    return answer >= rule.at_least


def next_item(scale: Scale, answers: Mapping[str, int | None]) -> Item | None:
    """Give the first item that is still to be asked, or ``None`` where the form is complete.

    An item is asked too where nobody can tell whether it must be, because the answer that decides
    was "not assessed"; and it is asked again where its answer is not one that it has.

    >>> from firstsnow.scales import scale
    >>> next_item(scale("phq-9"), {"1": 2, "2": 1}).topic.en
    'sleep'
    """
    for item in scale.items:
        if (
            not _is_answered(scale, item, answers)
            and is_asked(scale, item.id, answers) is not False
        ):
            return item
    return None


def _is_answered(scale: Scale, item: Item, answers: Mapping[str, int | None]) -> bool:
    answer = answers.get(item.id)
    return answer in scale.allowed_answers[item.id] or answer in item.not_assessed
