"""Ways from one scale to another, and what they refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstsnow.scales import catalogue
from firstsnow.scales.linking import (
    GroupValue,
    Link,
    PersonValue,
    Refusal,
    UnknownLink,
    link,
    links,
)

EVERY = links()
FOR_ONE = [one for one in EVERY if one.level == "individual"]
WITH_METRIC = ["phq-9", "bdi-i", "bdi-ii", "ces-d", "hads-d", "ham-d17", "madrs", "qids-sr16"]


def group(one: Link, totals: list[float]) -> GroupValue:
    found = one.for_group(totals)
    assert isinstance(found, GroupValue)
    return found


def person(one: Link, total: float, confidence: float = 0.95) -> PersonValue:
    found = one.for_person(total, confidence)
    assert isinstance(found, PersonValue)
    return found


def test_every_scale_is_linked_with_every_other() -> None:
    names = {one.start for one in EVERY}
    assert len(EVERY) == len(names) * (len(names) - 1)


def test_one_person_is_linked_only_where_differences_between_people_were_measured() -> None:
    assert {(one.start, one.end) for one in FOR_ONE} == {
        ("phq-9", "promis-depression-t"),
        *(
            (start, end)
            for start in ("phq-9", "bdi-ii", "ces-d", "depression-metric-2014")
            for end in ("phq-9", "bdi-ii", "ces-d", "depression-metric-2014")
            if start != end
        ),
    }


@pytest.mark.parametrize("scale", [*WITH_METRIC, "ids-sr30"])
def test_ten_comes_back_as_ten(scale: str) -> None:
    there, back = link(scale, "depression-metric-2014"), link("depression-metric-2014", scale)
    values = [group(there, [10, 10]).mean] * 2
    assert round(group(back, values).mean) == 10


@pytest.mark.parametrize("one", EVERY, ids=lambda one: f"{one.start} to {one.end}")
def test_more_severe_on_one_scale_is_never_less_severe_on_another(one: Link) -> None:
    low, high = one.range
    totals = [low + step for step in range(int(high - low) + 1)]
    found = [one.for_group([total, total]) for total in totals]
    means = [value.mean for value in found if isinstance(value, GroupValue)]
    assert means
    assert means == sorted(means)


def test_a_way_names_its_tables_and_the_people_they_come_from() -> None:
    one = link("madrs", "bdi-i")
    found = group(one, [20, 30])
    assert found.methods == ("item-response", "equipercentile")
    assert "Carmody" in found.sources[0]
    assert "Furukawa" in found.sources[1]
    assert found.populations[1].startswith("369 people")
    assert "nothing about any one" in str(found.warning)


def test_each_total_is_linked_before_the_average_is_taken() -> None:
    one = link("bdi-ii", "phq-9")
    low, high = group(one, [0, 0]).mean, group(one, [63, 63]).mean
    assert group(one, [0, 63]).mean == pytest.approx((low + high) / 2)


@pytest.mark.parametrize(("total", "end"), [(0, 0), (63, 27)])
def test_whoever_is_beyond_the_other_scale_has_its_last_total(total: int, end: int) -> None:
    assert group(link("bdi-ii", "phq-9"), [total, total]).mean == end


def test_a_table_that_ends_before_its_scale_does_not_stretch() -> None:
    one = link("madrs", "bdi-i")
    assert list(one.range) == [0, 40]
    assert isinstance(one.for_group([41, 41]), Refusal)


def test_a_range_of_totals_has_one_equivalent() -> None:
    one = link("ids-sr30", "qids-sr16")
    assert list(one.range) == [0, 84]
    assert [group(one, [total, total]).mean for total in (0, 1, 76, 84)] == [0, 0, 27, 27]


def test_one_person_is_refused_without_a_measured_error() -> None:
    found = link("madrs", "ham-d17").for_person(30)
    assert isinstance(found, Refusal)
    assert "was not read anywhere" in str(found.reason)


def test_one_person_is_no_group() -> None:
    found = link("madrs", "ham-d17").for_group([30])
    assert isinstance(found, Refusal)
    assert "no group" in str(found.reason)


@pytest.mark.parametrize("totals", [[31, 20], [20, -1]])
def test_nothing_is_guessed_beyond_a_table(totals: list[float]) -> None:
    found = link("ham-d17", "bdi-i").for_group(totals)
    assert isinstance(found, Refusal)
    assert "from 0 to 30" in str(found.reason)


def test_a_total_that_the_scale_can_not_have_is_refused() -> None:
    assert isinstance(link("phq-9", "bdi-ii").for_person(28), Refusal)
    assert isinstance(link("phq-9", "bdi-ii").for_person(10.5), Refusal)


def test_a_measured_error_is_used_as_it_is() -> None:
    found = person(link("phq-9", "promis-depression-t"), 10)
    assert found.value == 59.9
    assert (found.standard_error, found.error_metric) == (6.73, "promis-depression-t")
    assert (found.low, found.high) == pytest.approx((59.9 - 13.19, 59.9 + 13.19), abs=0.005)
    assert found.bands == ()
    assert not found.may_judge


def test_by_way_of_the_metric_the_errors_of_both_ends_are_added() -> None:
    found = person(link("phq-9", "bdi-ii"), 15)
    assert found.standard_error == pytest.approx((6.73**2 + 6.01**2) ** 0.5)
    assert found.error_metric == "depression-metric-2014"


def test_an_error_is_never_smaller_than_that_of_measurement() -> None:
    # at 0 the PHQ-9 measures with an error of 6.9 points, more than the measured spread of 6.73
    assert person(link("phq-9", "depression-metric-2014"), 0).standard_error == 6.9


def test_a_linked_total_is_no_judgement_where_it_touches_several_bands() -> None:
    found = person(link("phq-9", "bdi-ii"), 15)
    assert len(found.bands) > 1
    assert not found.may_judge
    assert "must not be used to judge" in str(found.warning)


def test_a_narrow_interval_in_one_band_still_replaces_no_rating() -> None:
    found = person(link("phq-9", "bdi-ii"), 27, confidence=0.05)
    assert found.may_judge
    assert "does not replace a rating" in str(found.warning)


@given(st.sampled_from(FOR_ONE), st.floats(0, 1))
def test_a_person_lies_between_the_ends_of_the_interval_and_of_the_scale(
    one: Link, share: float
) -> None:
    low, high = one.range
    total = round(low + share * (high - low))
    if not low <= total <= high:
        return
    narrow, wide = person(one, total, 0.8), person(one, total, 0.95)
    assert wide.low <= narrow.low <= narrow.value <= narrow.high <= wide.high
    target = catalogue().get(one.end)
    if target is not None:
        assert target.total.minimum is not None
        assert target.total.maximum is not None
        assert target.total.minimum <= wide.low
        assert wide.high <= target.total.maximum


def test_what_is_not_linked_is_said_with_what_may_have_been_meant() -> None:
    with pytest.raises(UnknownLink, match="did you mean phq-9"):
        link("phq9", "bdi-ii")
    with pytest.raises(UnknownLink, match="linked are: bdi-i, bdi-ii"):
        link("phq-9", "nothing-like-it-at-all")
    with pytest.raises(UnknownLink, match="no published tables lead from 'phq-9' to 'phq-9'"):
        link("phq-9", "phq-9")
