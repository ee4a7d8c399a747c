"""A change in one person's record: judged by sourced figures or not at all."""

from typing import Any

import pytest

from firstsnow.problems import InputError
from firstsnow.scales import Scale, scale
from firstsnow.scales.change import (
    Boundary,
    NotKnown,
    Population,
    PublishedChange,
    ScaleChange,
    published_reliable_change,
    reliable_change,
)
from tests.scales.made_scale import made_scale


def coefficient(value: float, kind: str = "internal-consistency", **more: object) -> dict[str, Any]:
    return {"kind": kind, "value": value, "population": "made", "source": "made"} | more


def people(mean: float, sd: float, **more: object) -> dict[str, Any]:
    return {"mean": mean, "sd": sd, "people": 100, "population": "made", "source": "made"} | more


def made(**changes: object) -> Scale:
    facts: dict[str, Any] = {"reliability": [coefficient(0.84)], "norms": [people(16, 5)]}
    return made_scale(10, **(facts | changes))


def test_the_scale_s_own_figures_are_used_and_named() -> None:
    found = reliable_change(made(), 22, 12)
    assert isinstance(found, ScaleChange)
    # sqrt(2) * 5 * sqrt(0.16) = 2.828; 10 / 2.828 = 3.54
    assert found.change.statistic == pytest.approx(-3.5355, abs=1e-4)
    assert found.change.category == "improved"
    assert (found.reliability.value, found.norm.sd) == (0.84, 5)


def test_recovery_is_judged_where_a_cutoff_is_given() -> None:
    found = reliable_change(made(), 22, 6, boundary=Boundary("c", Population(4, 4)))
    assert isinstance(found, ScaleChange)
    assert found.change.category == "recovered"


@pytest.mark.parametrize(
    ("missing", "text"),
    [
        ({"reliability": []}, "no sourced reliability of Made"),
        ({"reliability": [coefficient(0.8, source="unsourced")]}, "no sourced reliability"),
        ({"reliability": [coefficient(0.9, "inter-rater")]}, "no sourced reliability"),
        ({"norms": []}, "no sourced standard deviation of Made"),
        ({"norms": [people(16, 5, source="unsourced")]}, "no sourced standard deviation"),
        ({"norms": [people(16, 5), people(4, 4)]}, "choose the group"),
    ],
)
def test_what_was_not_read_is_never_guessed(missing: dict[str, Any], text: str) -> None:
    found = reliable_change(made(**missing), 22, 12)
    assert isinstance(found, NotKnown)
    assert text in str(found.reason)


def test_a_chosen_group_and_a_chosen_coefficient_decide() -> None:
    one = made(
        norms=[people(16, 5), people(4, 4)],
        reliability=[coefficient(0.84), coefficient(0.91, "inter-rater")],
    )
    found = reliable_change(one, 22, 12, norm=one.norms[1], reliability=one.reliability[1])
    assert isinstance(found, ScaleChange)
    assert (found.reliability.value, found.norm.sd) == (0.91, 4)


def test_internal_consistency_goes_first_and_of_several_the_lowest() -> None:
    one = made(
        reliability=[coefficient(0.7, "test-retest"), coefficient(0.9), coefficient(0.84)],
    )
    found = reliable_change(one, 22, 12)
    assert isinstance(found, ScaleChange)
    assert found.reliability.value == 0.84


def test_methods_that_need_a_treated_group_are_refused() -> None:
    for method in ("hsu-linn-lord", "hageman-arrindell"):
        found = reliable_change(made(), 22, 12, method)
        assert isinstance(found, NotKnown)
        assert "after its treatment" in str(found.reason)


def test_totals_that_can_not_be_are_refused() -> None:
    for judge in (reliable_change, published_reliable_change):
        with pytest.raises(InputError, match="outside the range"):
            judge(made(), 31, 12)


@pytest.mark.parametrize(
    ("before", "after", "category"),
    [(18, 12, "improved"), (18, 13, "unchanged"), (12, 18, "deteriorated"), (12, 12, "unchanged")],
)
def test_a_published_size_of_reliable_change_decides(
    before: int, after: int, category: str
) -> None:
    # NHS Talking Therapies: 6 points on the PHQ-9
    found = published_reliable_change(scale("phq-9"), before, after)
    assert isinstance(found, PublishedChange)
    assert found.needed.points == 6
    assert found.category == category


def test_no_published_size_no_answer() -> None:
    found = published_reliable_change(made(), 22, 12)
    assert isinstance(found, NotKnown)
    assert "no size of reliable change" in str(found.reason)
