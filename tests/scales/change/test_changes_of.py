"""Several people's changes, judged by their own means and standard deviations."""

import pytest

from firstsnow.problems import InputError
from firstsnow.scales.change import (
    METHODS,
    Approach,
    Boundary,
    Instrument,
    Method,
    Population,
    change_of,
    changes_of,
    group_of,
)

BEFORE = [25.0, 30.0, 22.0, 28.0, None, 26.0]
AFTER = [8.0, 29.0, 20.0, 12.0, 10.0, None]


def approach(method: Method = "jacobson-truax") -> Approach:
    return Approach(Instrument(0.8), method, boundary=Boundary("c", Population(6, 5)))


def test_the_group_s_figures_are_those_of_the_people_with_both_ratings() -> None:
    result = changes_of(BEFORE, AFTER, approach())
    assert result.used == 4
    assert result.group.before.mean == 26.25
    assert result.group.before.sd == pytest.approx(3.5)  # (1.5625+14.0625+18.0625+3.0625)/3 = 12.25
    assert result.people[4] is None
    assert result.people[5] is None


@pytest.mark.parametrize("method", METHODS)
def test_each_person_is_judged_as_alone_against_the_group(method: Method) -> None:
    result = changes_of(BEFORE, AFTER, approach(method))
    assert result.people[0] == change_of(25, 8, result.group, approach(method))
    assert sum(result.counts().values()) == result.used


def test_shares_of_the_group_are_given_by_the_method_that_has_them_alone() -> None:
    assert changes_of(BEFORE, AFTER, approach()).shares is None
    shares = changes_of(BEFORE, AFTER, approach("hageman-arrindell")).shares
    assert shares is not None
    assert 0 < shares.improved < 1
    assert shares.functional is not None
    bare = Approach(Instrument(0.8), "hageman-arrindell")
    alone = changes_of(BEFORE, AFTER, bare).shares
    assert alone is not None
    assert alone.functional is None


def test_shares_are_half_where_the_group_stands_still() -> None:
    still = changes_of(
        [20.0, 24.0, 28.0, 32.0], [28.0, 20.0, 32.0, 24.0], approach("hageman-arrindell")
    )
    assert still.shares is not None
    assert still.shares.improved == pytest.approx(0.5)


def test_people_need_a_rating_before_for_each_after() -> None:
    with pytest.raises(InputError, match="2 totals before and 1 after"):
        changes_of([20, 24], [10], approach())


def test_one_person_is_no_group() -> None:
    with pytest.raises(InputError, match="two people"):
        group_of([20], [10])


def test_people_who_all_began_alike_have_no_spread_to_be_judged_by() -> None:
    with pytest.raises(InputError, match="standard deviation"):
        changes_of([20, 20, 20], [10, 12, 14], approach())
