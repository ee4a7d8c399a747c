"""Checking what a record or a table says about a form, before anything is computed from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from firstsnow.i18n import Message, message
from firstsnow.scales.branching import is_asked
from firstsnow.scales.definition import Scale
from firstsnow.scales.plan import ItemPlan, Plan
from firstsnow.scales.reasons import sentence
from firstsnow.scales.results import Reason
from firstsnow.scales.scoring import read_form, total_of
from firstsnow.scales.vocabulary import Number

MEAN_TOLERANCE = 0.005
"""How far a noted mean may be from the mean of its items: half of the second decimal."""

_SLACK = 1e-9


class AnswerMistake(NamedTuple):
    """An answer that can't be: its item, what is wrong and what would be right."""

    item: str
    what: Message
    right: Message


class TotalMistake(NamedTuple):
    """A total that can't be: what is wrong and what would be right."""

    what: Message
    right: Message


def check_answers(scale: Scale, answers: Mapping[str, int | None]) -> tuple[AnswerMistake, ...]:
    """List the answers that can't be.

    They are to items that the scale does not have or that were not to be asked, or are not among
    their items' answers.
    An item that was not answered is no mistake.
    """
    items = scale.plan.items
    mistakes = []
    for name, answer in answers.items():
        item = items.get(name)
        if item is None:
            mistakes.append(_unknown_item(scale, name))
        elif answer is not None and answer not in item.allowed and answer not in item.not_assessed:
            mistakes.append(_wrong_answer(scale, item, answer))
        elif answer is not None and is_asked(scale, name, answers) is False:
            mistakes.append(_not_asked(scale, name, answer))
    return tuple(mistakes)


def _unknown_item(scale: Scale, name: str) -> AnswerMistake:
    what = message("{scale} has no item {item}", scale=scale.short_name, item=name)
    if scale.items:
        return AnswerMistake(
            name, what, message("its items are {items}", items=", ".join(scale.items_by_id))
        )
    if scale.total.rule == "none":
        return AnswerMistake(name, what, _nothing_yet(scale))
    return AnswerMistake(name, what, message("give only the total"))


def _nothing_yet(scale: Scale) -> Message:
    return message(
        "leave the measurement out: nothing of {scale} is in the catalogue yet but its name",
        scale=scale.short_name,
    )


def _not_asked(scale: Scale, name: str, answer: int) -> AnswerMistake:
    rule = scale.items_by_id[name].asked_when
    decides = rule.item if rule is not None else name
    return AnswerMistake(
        name,
        message(
            "item {item} of {scale} was answered with {answer}, but after the answer to item "
            "{other} it is not asked",
            item=name,
            scale=scale.short_name,
            answer=answer,
            other=decides,
        ),
        message("leave item {item} out, or mend item {other}", item=name, other=decides),
    )


def _wrong_answer(scale: Scale, item: ItemPlan, answer: int) -> AnswerMistake:
    answers = sorted(item.allowed | item.not_assessed)
    return AnswerMistake(
        item.id,
        message(
            "{answer} is not an answer to item {item} of {scale}",
            answer=answer,
            item=item.id,
            scale=scale.short_name,
        ),
        message("an answer is one of {answers}", answers=", ".join(map(str, answers))),
    )


def check_total(
    scale: Scale, total: Number, answers: Mapping[str, int | None] | None = None
) -> tuple[TotalMistake, ...]:
    """List what is wrong with a noted total: its range, its steps, or what its items give.

    A total is compared with its items also when some of them are missing: it must then lie between
    what the others give with the missing ones at their lowest and at their highest. Means may
    differ by `MEAN_TOLERANCE`, because they are rounded when they are noted; sums may not differ.
    """
    if scale.total.rule == "none":
        return (_no_total(scale),)
    low, high = scale.total.minimum or 0, scale.total.maximum or 0
    if not low - _tolerance(scale) <= total <= high + _tolerance(scale):
        return (
            TotalMistake(
                message(
                    "the total {total} is outside the range of {scale}",
                    total=total,
                    scale=scale.short_name,
                ),
                message("a total lies between {low} and {high}", low=low, high=high),
            ),
        )
    if scale.plan.is_whole and total % scale.total.multiply != 0:
        return (_off_step(scale, total),)
    return _contradiction(scale, total, answers) if answers else ()


def _no_total(scale: Scale) -> TotalMistake:
    if not scale.items:
        return TotalMistake(sentence(scale, Reason.UNSOURCED_RULE), _nothing_yet(scale))
    return TotalMistake(
        message("{scale} has no total", scale=scale.short_name),
        message("leave the total out and give the answers"),
    )


def _off_step(scale: Scale, total: Number) -> TotalMistake:
    right = (
        message("a total is a whole number")
        if scale.total.multiply == 1
        else message("a total is a multiple of {step}", step=scale.total.multiply)
    )
    what = message("{scale} can't give the total {total}", total=total, scale=scale.short_name)
    return TotalMistake(what, right)


def _tolerance(scale: Scale) -> float:
    return (MEAN_TOLERANCE if scale.total.rule == "mean" else 0) + _SLACK


def _contradiction(
    scale: Scale, total: Number, answers: Mapping[str, int | None]
) -> tuple[TotalMistake, ...]:
    bounds = possible_totals(scale.plan, answers)
    if bounds is None:
        return ()
    low, high = bounds
    if low - _tolerance(scale) <= total <= high + _tolerance(scale):
        return ()
    what = (
        message(
            "the total {total} contradicts its items, which give {given}",
            total=total,
            given=_rounded(low),
        )
        if low == high
        else message(
            "the total {total} contradicts its items, which give at least {low} and at most {high}",
            total=total,
            low=_rounded(low),
            high=_rounded(high),
        )
    )
    return (TotalMistake(what, message("mend the total or the items, or leave the total out")),)


def _rounded(value: Number) -> Number:
    return round(value, 3)


def possible_totals(plan: Plan, answers: Mapping[str, int | None]) -> tuple[Number, Number] | None:
    """Give the lowest and highest total that a form's answers leave possible.

    Both are the same where the form can be scored; ``None`` where no answer makes it scoreable.
    """
    reading = read_form(plan, answers)
    if reading.reason is Reason.SCORED:
        given = total_of(plan, reading)
        return given, given
    if reading.reason is not Reason.MISSING:
        return None
    ends = sorted(
        [_filled_total(plan, answers, _low_answer), _filled_total(plan, answers, _high_answer)]
    )
    return ends[0], ends[1]


def _low_answer(item: ItemPlan) -> int:
    return min(item.allowed, key=item.counted)


def _high_answer(item: ItemPlan) -> int:
    return max(item.allowed, key=item.counted)


def _filled_total(
    plan: Plan, answers: Mapping[str, int | None], choose: Callable[[ItemPlan], int]
) -> Number:
    filled: dict[str, int | None] = {
        name: choose(item)
        if answers.get(name) is None or answers.get(name) in item.not_assessed
        else answers[name]
        for name, item in plan.items.items()
    }
    return total_of(plan, read_form(plan, filled))
