"""What a record or table says about a form is checked before anything is computed from it."""

import pytest

from firstsnow.scales import check_answers, check_total, scale
from firstsnow.scales.checking import possible_totals
from tests.scales.made_scale import description, made_scale

NINE_ONES: dict[str, int | None] = {str(i): 1 for i in range(1, 10)}


def test_answers_that_can_be_are_passed_in_silence() -> None:
    assert check_answers(scale("phq-9"), NINE_ONES | {"4": None, "10": 2}) == ()
    assert check_answers(scale("ham-d17"), {"16": 3}) == ()


@pytest.mark.parametrize(
    ("scale_id", "answers", "item", "what", "right"),
    [
        ("phq-9", {"9": 4}, "9", "4 is not an answer to item 9 of PHQ-9", "one of 0, 1, 2, 3"),
        ("ham-d17", {"16": 4}, "16", "4 is not an answer to item 16", "one of 0, 1, 2, 3"),
        ("ham-d17", {"5": 3}, "5", "3 is not an answer to item 5", "one of 0, 1, 2"),
        ("gad-7", {"8": 1}, "8", "GAD-7 has no item 8", "its items are 1, 2, 3, 4, 5, 6, 7"),
    ],
)
def test_a_wrong_answer_is_told_with_its_item_and_what_would_be_right(
    scale_id: str, answers: dict[str, int | None], item: str, what: str, right: str
) -> None:
    [mistake] = check_answers(scale(scale_id), answers)
    assert mistake.item == item
    assert what in str(mistake.what)
    assert right in str(mistake.right)


def test_every_wrong_answer_is_told() -> None:
    mistakes = check_answers(scale("phq-9"), {"1": 9, "2": 1, "x": 1, "3": -1})
    assert [mistake.item for mistake in mistakes] == ["1", "x", "3"]


def test_a_scale_known_by_its_total_takes_no_answers() -> None:
    [mistake] = check_answers(made_scale(items=[]), {"1": 1})
    assert str(mistake.right) == "give only the total"


@pytest.mark.parametrize(
    ("scale_id", "total"),
    [("phq-9", 0), ("phq-9", 27), ("phq-9", 12.0), ("who-5", 52), ("scl-90-r-dep", 1.615)],
)
def test_totals_that_can_be_are_passed_in_silence(scale_id: str, total: float) -> None:
    assert check_total(scale(scale_id), total) == ()


@pytest.mark.parametrize(
    ("scale_id", "total", "what", "right"),
    [
        ("phq-9", 28, "28 is outside the range of PHQ-9", "between 0 and 27"),
        ("phq-9", -1, "-1 is outside the range", "between 0 and 27"),
        ("scl-90-r-dep-1-5", 0.9, "0.9 is outside the range", "between 1 and 5"),
        ("phq-9", 12.5, "PHQ-9 can't give the total 12.5", "a whole number"),
        ("who-5", 50, "WHO-5 can't give the total 50", "a multiple of 4"),
        ("c-ssrs-screener", 3, "C-SSRS screener has no total", "leave the total out"),
    ],
)
def test_a_total_that_can_not_be_is_told_with_what_would_be_right(
    scale_id: str, total: float, what: str, right: str
) -> None:
    [mistake] = check_total(scale(scale_id), total)
    assert what in str(mistake.what)
    assert right in str(mistake.right)


@pytest.mark.parametrize("total", [8, 10])
def test_a_total_that_its_items_do_not_give_contradicts_them(total: int) -> None:
    [mistake] = check_total(scale("phq-9"), total, NINE_ONES)
    assert str(mistake.what) == f"the total {total} contradicts its items, which give 9"
    assert check_total(scale("phq-9"), 9, NINE_ONES) == ()


@pytest.mark.parametrize(("total", "fine"), [(7, False), (8, True), (11, True), (12, False)])
def test_a_total_must_be_possible_with_the_items_that_are_there(total: int, fine: bool) -> None:
    mistakes = check_total(scale("phq-9"), total, NINE_ONES | {"2": None})
    assert (mistakes == ()) == fine
    if not fine:
        assert "at least 8 and at most 11" in str(mistakes[0].what)


@pytest.mark.parametrize(
    ("total", "fine"), [(1.60, False), (1.61, False), (1.615, True), (1.62, True), (1.63, False)]
)
def test_a_mean_may_be_rounded_to_two_decimals(total: float, fine: bool) -> None:
    items = scale("scl-90-r-dep").items_by_id
    answers: dict[str, int | None] = dict(zip(items, [2] * 8 + [1] * 5, strict=True))
    mean = 21 / 13
    assert mean == pytest.approx(1.61538, abs=1e-5)
    assert (check_total(scale("scl-90-r-dep"), total, answers) == ()) == fine


def test_a_contradiction_is_not_looked_for_in_answers_that_can_not_be() -> None:
    assert check_total(scale("phq-9"), 5, NINE_ONES | {"1": 9}) == ()


def test_a_form_without_answers_says_nothing_against_a_total() -> None:
    assert check_total(scale("phq-9"), 20, {}) == ()
    assert check_total(scale("phq-9"), 20, dict.fromkeys(NINE_ONES)) == ()


def test_what_is_possible_turns_round_with_reverse_items() -> None:
    items = description()["items"]
    items[0]["reverse"] = True
    plan = made_scale(items=items).plan
    assert possible_totals(plan, {"2": 1, "3": 1}) == (2, 5)
    assert possible_totals(plan, {"1": 3, "2": 1, "3": 1}) == (2, 2)


def test_an_item_that_was_not_assessed_leaves_its_whole_range_possible() -> None:
    form: dict[str, int | None] = {str(i): 0 for i in range(1, 18)}
    assert possible_totals(scale("ham-d17").plan, form | {"16": 3}) == (0, 2)


def test_the_other_item_of_a_pair_does_not_widen_what_is_possible() -> None:
    form: dict[str, int | None] = {str(i): 1 for i in range(1, 17)}
    assert possible_totals(scale("qids-sr16").plan, form | {"7": None}) == (9, 9)


def test_nothing_is_possible_for_a_scale_that_is_never_scored() -> None:
    assert possible_totals(scale("c-ssrs-screener").plan, {"1": 1}) is None
