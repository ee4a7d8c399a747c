"""Formulas that stand on the web or in other programs, and that firstsnow must not give."""

import pytest

from firstsnow.scales import NotScoreable, Reason, Score, scale, score


def total_of(scale_id: str, answers: dict[str, int | None]) -> float:
    result = score(scale(scale_id), answers)
    assert isinstance(result, Score)
    return result.total


@pytest.mark.parametrize("raw", [[3, 3, 3, 3, 3], [1, 0, 0, 2, 0], [5, 5, 5, 5, 5]])
def test_the_who_5_is_four_times_the_raw_sum_and_not_four_times_the_sum_less_five(
    raw: list[int],
) -> None:
    total = total_of("who-5", {str(i): answer for i, answer in enumerate(raw, 1)})
    assert total == 4 * sum(raw)
    assert total != (sum(raw) - 5) * 4


def test_the_c_ssrs_screener_is_never_added_up() -> None:
    items = scale("c-ssrs-screener").items_by_id
    result = score(scale("c-ssrs-screener"), dict.fromkeys(items, 1))
    assert isinstance(result, NotScoreable)
    assert result.code is Reason.NO_TOTAL


@pytest.mark.parametrize(
    "scale_id", ["phq-9", "gad-7", "ham-d17", "madrs", "bdi-ii", "scl-90-r-dep"]
)
def test_unanswered_items_are_not_skipped(scale_id: str) -> None:
    one = scale(scale_id)
    counted = [item.id for item in one.items if item.in_total]
    form: dict[str, int | None] = dict.fromkeys(counted, 1)
    result = score(one, form | {counted[0]: None})
    assert isinstance(result, NotScoreable)
    assert result.code is Reason.MISSING
    assert result.items == (counted[0],)


def test_a_result_without_a_score_holds_no_number_to_mistake_for_one() -> None:
    result = score(scale("phq-9"), {str(i): 3 for i in range(1, 9)})
    assert isinstance(result, NotScoreable)
    assert not hasattr(result, "total")


def test_the_phq_9_question_on_daily_life_is_not_in_the_total() -> None:
    form: dict[str, int | None] = {str(i): 1 for i in range(1, 10)}
    assert total_of("phq-9", form | {"10": 3}) == total_of("phq-9", form) == 9


def test_the_qids_is_not_the_plain_sum_of_its_items() -> None:
    assert total_of("qids-sr16", {str(i): 2 for i in range(1, 17)}) == 18


def test_the_ham_d_weight_code_for_not_assessed_is_not_three_points() -> None:
    form: dict[str, int | None] = {str(i): 0 for i in range(1, 18)}
    result = score(scale("ham-d17"), form | {"16": 3})
    assert isinstance(result, NotScoreable)
    assert result.items == ("16",)


def test_the_scl_90_r_depression_score_is_a_mean_and_not_a_sum() -> None:
    items = scale("scl-90-r-dep").items_by_id
    assert total_of("scl-90-r-dep", dict.fromkeys(items, 2)) == 2


def test_answers_from_one_and_from_zero_are_two_variants() -> None:
    items = scale("scl-90-r-dep").items_by_id
    from_zero = total_of("scl-90-r-dep", dict.fromkeys(items, 1))
    from_one = total_of("scl-90-r-dep-1-5", dict.fromkeys(items, 2))
    assert from_one - from_zero == 1
