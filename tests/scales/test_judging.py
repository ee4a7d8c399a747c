"""Rules over answers are met, not met, or open while answers are missing that could decide."""

import itertools
from typing import Any

import pytest

from firstsnow.scales import Scale, criteria, criterion
from tests.scales.made_scale import description, made_scale

TEXT = {"en": "made"}


def rule(*parts: dict[str, Any], **more: object) -> dict[str, Any]:
    made = {"id": "rule", "name": TEXT, "population": "made", "source": "made"}
    return made | {"parts": list(parts)} | more


def ruled(*rules: dict[str, Any], **changes: object) -> Scale:
    return made_scale(4, 0, 3, criteria=list(rules), **changes)


TWO_OF_THREE = {"items": ["1", "2", "3"], "at_least": 2, "count": 2}
FOURTH = {"items": ["4"], "at_least": 1}


@pytest.mark.parametrize(
    ("answers", "met"),
    [
        ((2, 2, 0), "yes"),
        ((2, 2, None), "yes"),
        ((3, 1, None), "unknown"),
        ((3, 1, 1), "no"),
        ((1, 1, None), "no"),
        ((None, None, 0), "unknown"),
        ((None, None, None), "unknown"),
        ((2, 9, 0), "unknown"),
    ],
)
def test_a_part_asks_for_so_many_answers_that_are_high_enough(
    answers: tuple[int | None, ...], met: str
) -> None:
    form = dict(zip("123", answers, strict=True))
    assert criterion(ruled(rule(TWO_OF_THREE)), "rule", form) == met


@pytest.mark.parametrize(
    ("form", "of_all", "of_one"),
    [
        ({"1": 2, "2": 2, "3": 0, "4": 1}, "yes", "yes"),
        ({"1": 2, "2": 2, "3": 0, "4": 0}, "no", "yes"),
        ({"1": 2, "2": 2, "3": 0}, "unknown", "yes"),
        ({"1": 0, "2": 0, "3": 0}, "no", "unknown"),
        ({"1": 0, "2": 0, "3": 0, "4": 0}, "no", "no"),
    ],
)
def test_a_rule_needs_all_of_its_parts_or_a_number_of_them(
    form: dict[str, int | None], of_all: str, of_one: str
) -> None:
    one = ruled(rule(TWO_OF_THREE, FOURTH), rule(TWO_OF_THREE, FOURTH, id="one", needs=1))
    assert (criterion(one, "rule", form), criterion(one, "one", form)) == (of_all, of_one)


def test_each_item_may_have_its_own_lowest_answer() -> None:
    one = ruled(rule({"at_least": {"1": 1, "2": 3}, "count": 2}))
    assert criterion(one, "rule", {"1": 1, "2": 3}) == "yes"
    assert criterion(one, "rule", {"1": 1, "2": 2}) == "no"


def test_an_open_rule_is_one_that_answers_could_still_settle_either_way() -> None:
    """Compare with trying every way to fill in what is missing."""
    one = ruled(rule(TWO_OF_THREE, FOURTH))
    for form in itertools.product((None, 0, 1, 2), repeat=4):
        filled = itertools.product(*[(0, 1, 2) if cell is None else (cell,) for cell in form])
        held = {sum(v >= 2 for v in full[:3]) >= 2 and full[3] >= 1 for full in filled}
        expected = "unknown" if len(held) == 2 else "yes" if held == {True} else "no"
        assert criterion(one, "rule", dict(zip("1234", form, strict=True))) == expected


def test_the_answer_itself_is_compared_and_not_what_it_counts() -> None:
    items = description(4)["items"]
    items[3]["reverse"] = True
    one = ruled(rule(FOURTH), items=items)
    assert criterion(one, "rule", {"4": 3}) == "yes"
    assert criterion(one, "rule", {"4": 0}) == "no"


def test_an_item_that_is_not_asked_does_not_count_and_leaves_nothing_open() -> None:
    items = description(4)["items"]
    items[3]["asked_when"] = {"item": "1", "at_least": 2}
    total = {"rule": "none", "source": "made"}
    one = ruled(rule(FOURTH), items=items, total=total, direction="none")
    assert criterion(one, "rule", {"1": 1}) == "no"
    assert criterion(one, "rule", {"1": 2}) == "unknown"
    assert criterion(one, "rule", {}) == "unknown"
    assert criterion(one, "rule", {"1": 0, "4": 1}) == "yes"


def test_a_rule_that_nobody_read_is_not_used() -> None:
    one = ruled(rule(FOURTH, id="unread", source="unsourced"), rule(FOURTH))
    assert [entry.id for entry in criteria(one)] == ["rule"]
    with pytest.raises(LookupError, match="no sourced criterion 'unread'; it has: rule"):
        criterion(one, "unread", {"4": 3})
    with pytest.raises(LookupError, match="it has: none"):
        criterion(made_scale(), "rule", {})
