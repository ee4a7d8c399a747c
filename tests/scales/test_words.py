"""What is wrong with a form is said in these words, and nothing is added to them."""

from __future__ import annotations

import pytest

from firstsnow.scales import (
    NotScoreable,
    Score,
    check_answers,
    check_total,
    safety_findings,
    scale,
    score,
    threshold,
)
from tests.scales.made_scale import description, made_scale

NINE_ONES: dict[str, int | None] = {str(i): 1 for i in range(1, 10)}


@pytest.mark.parametrize(
    ("scale_id", "answers", "what", "right"),
    [
        (
            "gad-7",
            {"7": 4},
            "4 is not an answer to item 7 of GAD-7",
            "an answer is one of 0, 1, 2, 3",
        ),
        ("gad-7", {"8": 1}, "GAD-7 has no item 8", "its items are 1, 2, 3, 4, 5, 6, 7"),
    ],
)
def test_of_an_answer(scale_id: str, answers: dict[str, int | None], what: str, right: str) -> None:
    (mistake,) = check_answers(scale(scale_id), answers)
    assert (str(mistake.what), str(mistake.right)) == (what, right)


@pytest.mark.parametrize(
    ("scale_id", "total", "what", "right"),
    [
        (
            "phq-9",
            28,
            "the total 28 is outside the range of PHQ-9",
            "a total lies between 0 and 27",
        ),
        ("phq-9", 12.5, "PHQ-9 can't give the total 12.5", "a total is a whole number"),
        ("who-5", 50, "WHO-5 can't give the total 50", "a total is a multiple of 4"),
        (
            "c-ssrs-screener",
            3,
            "C-SSRS screener has no total",
            "leave the total out and give the answers",
        ),
    ],
)
def test_of_a_total(scale_id: str, total: float, what: str, right: str) -> None:
    (mistake,) = check_total(scale(scale_id), total)
    assert (str(mistake.what), str(mistake.right)) == (what, right)


def test_of_a_total_that_contradicts_its_items() -> None:
    right = "mend the total or the items, or leave the total out"
    (mistake,) = check_total(scale("phq-9"), 8, NINE_ONES)
    assert str(mistake.what) == "the total 8 contradicts its items, which give 9"
    assert str(mistake.right) == right
    (mistake,) = check_total(scale("phq-9"), 7, NINE_ONES | {"2": None})
    assert (
        str(mistake.what)
        == "the total 7 contradicts its items, which give at least 8 and at most 11"
    )
    assert str(mistake.right) == right


def test_means_are_written_to_three_decimals() -> None:
    items = scale("scl-90-r-dep").items_by_id
    answers: dict[str, int | None] = dict(zip(items, [2] * 8 + [1] * 5, strict=True))
    (mistake,) = check_total(scale("scl-90-r-dep"), 1.7, answers)
    assert str(mistake.what) == "the total 1.7 contradicts its items, which give 1.615"


def test_results_name_their_scale_parts_and_bands() -> None:
    found = score(scale("phq-9"), NINE_ONES)
    assert isinstance(found, Score)
    assert (found.scale, found.minimum, found.maximum) == ("phq-9", 0, 27)
    assert [part.id for part in found.parts] == list(NINE_ONES)
    by_set = {one.set: one.population for one in scale("phq-9").bands if one.is_sourced}
    assert {one.set: one.population for one in found.bands} == by_set
    open_ = score(scale("phq-9"), NINE_ONES | {"4": None})
    assert isinstance(open_, NotScoreable)
    assert open_.scale == "phq-9"


def test_a_least_total_above_0_is_kept() -> None:
    items = scale("scl-90-r-dep-1-5").items_by_id
    found = score(scale("scl-90-r-dep-1-5"), dict.fromkeys(items, 2))
    assert isinstance(found, Score)
    assert (found.minimum, found.maximum, found.total) == (1, 5, 2)


def test_a_name_that_no_set_has_is_said() -> None:
    with pytest.raises(LookupError, match="phq-9 has no sourced set 'nobody'; it has: "):
        threshold(scale("phq-9"), "remission", "nobody")


def test_a_subscale_keeps_its_name_and_range() -> None:
    subscale = {
        "id": "part",
        "name": {"en": "A part"},
        "items": ["1", "2"],
        "rule": "sum",
        "minimum": 0,
        "maximum": 6,
        "source": "made",
    }
    made = made_scale(subscales=[subscale])
    result = score(made, {item["id"]: 2 for item in description()["items"]})
    (found,) = result.subscales  # type: ignore[union-attr]  # the form is complete
    assert (str(found.name), found.total, found.minimum, found.maximum) == ("A part", 4, 0, 6)


def test_an_item_that_was_not_answered_hides_no_other() -> None:
    found = safety_findings(scale("c-ssrs-screener"), {"1": None, "2": 0, "6": 1})
    assert [one.item for one in found] == ["6"]
    impossible = safety_findings(scale("c-ssrs-screener"), {"1": 7, "6": 1})
    assert [one.item for one in impossible] == ["6"]
