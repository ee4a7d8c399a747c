"""A form that branches asks an item only after the answer that calls for it."""

import pytest

from firstsnow.scales import Scale, check_answers, is_asked, next_item, scale
from tests.scales.made_scale import description, made_scale

NO_TOTAL = {"rule": "none", "source": "made"}


def branching() -> Scale:
    """Ask 1 and 2; after a 2 or more to item 2 ask 3; after any 1 or more to item 3 ask 4."""
    items = description(5)["items"]
    items[1]["not_assessed"] = [3]
    items[2]["asked_when"] = {"item": "2", "at_least": 2}
    items[3]["asked_when"] = {"item": "3", "at_least": 1}
    return made_scale(items=items, total=NO_TOTAL, direction="none")


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, [True, True, None, None, True]),
        ({"2": 1}, [True, True, False, False, True]),
        ({"2": 2}, [True, True, True, None, True]),
        ({"2": 2, "3": 0}, [True, True, True, False, True]),
        ({"2": 2, "3": 1}, [True, True, True, True, True]),
        ({"2": 3}, [True, True, None, None, True]),
        ({"2": 9}, [True, True, None, None, True]),
        ({"2": 1, "3": 3}, [True, True, False, False, True]),
    ],
)
def test_whether_an_item_is_asked_hangs_on_the_answer_before(
    answers: dict[str, int | None], asked: list[bool | None]
) -> None:
    assert [is_asked(branching(), item, answers) for item in "12345"] == asked


@pytest.mark.parametrize(
    ("answers", "following"),
    [
        ({}, "1"),
        ({"1": 0}, "2"),
        ({"1": 0, "2": 1}, "5"),
        ({"1": 0, "2": 2}, "3"),
        ({"1": 0, "2": 2, "3": 0}, "5"),
        ({"1": 0, "2": 2, "3": 2}, "4"),
        ({"1": 0, "2": 2, "3": 2, "4": 0, "5": 0}, None),
        ({"1": 0, "2": 1, "5": 0}, None),
        ({"1": None, "2": 2}, "1"),
        ({"1": 7, "2": 2}, "1"),
        ({"1": 0, "2": 3, "5": 0}, "3"),
    ],
)
def test_the_next_item_is_the_first_that_is_still_to_be_asked(
    answers: dict[str, int | None], following: str | None
) -> None:
    found = next_item(branching(), answers)
    assert (found.id if found else None) == following


def test_a_form_without_branches_asks_every_item_in_order() -> None:
    answers: dict[str, int | None] = {}
    asked = []
    while item := next_item(scale("phq-9"), answers):
        asked.append(item.id)
        answers[item.id] = 0
    assert asked == [str(number) for number in range(1, 11)]


def test_an_answer_to_an_item_that_was_not_to_be_asked_is_told() -> None:
    (mistake,) = check_answers(branching(), {"2": 1, "3": 0})
    assert mistake.item == "3"
    assert str(mistake.what) == (
        "item 3 of Made was answered with 0, but after the answer to item 2 it is not asked"
    )
    assert str(mistake.right) == "leave item 3 out, or mend item 2"


@pytest.mark.parametrize("answers", [{"2": 2, "3": 0}, {"3": 1}, {"2": 1, "3": None}])
def test_an_answer_that_may_have_been_asked_for_is_no_mistake(
    answers: dict[str, int | None],
) -> None:
    assert check_answers(branching(), answers) == ()


def test_an_item_that_the_scale_does_not_have_is_refused() -> None:
    with pytest.raises(LookupError, match="made has no item '9'"):
        is_asked(branching(), "9", {})
