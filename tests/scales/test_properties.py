"""What holds for every form of every scale that has a total."""

from hypothesis import given
from hypothesis import strategies as st

from firstsnow.scales import Scale, Score, catalogue, score

WITH_TOTAL = [one for one in catalogue().values() if one.plan.parts]
SUMS = [one for one in WITH_TOTAL if not one.components]

scales = st.sampled_from(WITH_TOTAL)


@st.composite
def complete_forms(draw: st.DrawFn, among: list[Scale]) -> tuple[Scale, dict[str, int | None]]:
    one = draw(st.sampled_from(among))
    answers = {
        item: draw(st.sampled_from(allowed)) for item, allowed in one.allowed_answers.items()
    }
    return one, dict(answers)


def total(one: Scale, form: dict[str, int | None]) -> float:
    result = score(one, form)
    assert isinstance(result, Score)
    return result.total


@given(complete_forms(WITH_TOTAL))
def test_a_total_lies_in_the_range(made: tuple[Scale, dict[str, int | None]]) -> None:
    one, form = made
    result = score(one, form)
    assert isinstance(result, Score)
    assert result.minimum <= result.total <= result.maximum


@given(complete_forms(WITH_TOTAL), st.data())
def test_an_answer_that_counts_more_never_lowers_the_total(
    made: tuple[Scale, dict[str, int | None]], data: st.DataObject
) -> None:
    one, form = made
    item = data.draw(st.sampled_from(sorted(form)))
    higher = data.draw(st.sampled_from(one.allowed_answers[item]))
    before, counts = form[item], one.counted_values[item]
    assert before is not None
    if counts[higher] >= counts[before]:
        assert total(one, form | {item: higher}) >= total(one, form)


@given(complete_forms(SUMS), st.data())
def test_like_items_may_change_places(
    made: tuple[Scale, dict[str, int | None]], data: st.DataObject
) -> None:
    one, form = made
    first = data.draw(st.sampled_from([item.id for item in one.items if item.in_total]))
    like = [
        item.id
        for item in one.items
        if item.in_total and one.counted_values[item.id] == one.counted_values[first]
    ]
    second = data.draw(st.sampled_from(like))
    exchanged = form | {first: form[second], second: form[first]}
    assert abs(total(one, exchanged) - total(one, form)) < 1e-9


@given(complete_forms(WITH_TOTAL), st.data())
def test_a_form_with_a_gap_never_gives_a_number_in_these_scales(
    made: tuple[Scale, dict[str, int | None]], data: st.DataObject
) -> None:
    one, form = made
    counted = [part.items[0] for part in one.plan.parts if len(part.groups[0]) == 1]
    gap = data.draw(st.sampled_from(counted))
    assert not isinstance(score(one, form | {gap: None}), Score)


@given(complete_forms(WITH_TOTAL))
def test_the_parts_add_up_to_the_total(made: tuple[Scale, dict[str, int | None]]) -> None:
    one, form = made
    result = score(one, form)
    assert isinstance(result, Score)
    added = sum(part.value or 0 for part in result.parts)
    share = len(result.parts) if one.total.rule == "mean" else 1
    assert abs(result.total - one.total.multiply * added / share) < 1e-9
