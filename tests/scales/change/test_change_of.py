"""One person's change: hand calculations, and what must hold whatever the figures are."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from firstsnow.problems import InputError
from firstsnow.scales.change import (
    CATEGORIES,
    METHODS,
    Approach,
    Boundary,
    Group,
    Instrument,
    Method,
    PersonChange,
    Population,
    change_of,
    critical_value,
    cutoff,
    difference,
)

GROUP = Group(Population(24, 4), Population(14, 7), change_sd=7.5)
FUNCTIONAL = Population(6, 5)

totals = st.integers(0, 52).map(float)
methods = st.sampled_from(METHODS)
kinds = st.sampled_from(["a", "b", "c"])
reliabilities = st.sampled_from([0.6, 0.7, 0.8, 0.9, 0.95])
groups = st.builds(
    lambda mean, sd, mean_after, sd_after, change_sd: Group(
        Population(mean, sd), Population(mean_after, sd_after), change_sd
    ),
    st.floats(15, 30),
    st.floats(3, 7),
    st.floats(5, 30),
    st.floats(6.5, 9),
    st.floats(7, 10),
)


def judged(
    before: float, after: float, method: Method, reliability: float = 0.8, group: Group = GROUP
) -> PersonChange:
    boundary = Boundary("c", FUNCTIONAL)
    return change_of(
        before, after, group, Approach(Instrument(reliability), method, boundary=boundary)
    )


def rank(change: PersonChange) -> int:
    return CATEGORIES.index(change.category)


def mirrored(people: Population | None) -> Population | None:
    return None if people is None else Population(-people.mean, people.sd)


# With E = 4 sqrt(1 - 0.8) = 1.78885 and 24 + 0.8 (30 - 24) = 28.8 expected after:
@pytest.mark.parametrize(
    ("method", "value", "standard_error"),
    [
        ("jacobson-truax", -14, 2.52982),  # sqrt(2) E
        ("gulliksen-lord-novick", -12.8, 2.4),  # 4 sqrt(1 - 0.64)
        ("hsu-linn-lord", -2.8, 2.4),  # the group fell by 10 of these
        ("edwards-nunnally", -12.8, 1.78885),
        ("nunnally-kotsch", -12.8, 2.29085),  # 4 sqrt(0.64 * 0.2 + 0.2)
        # d = 1 - 2 * 3.2 / 56.25 = 0.886222; -14 d - 10 (1 - d); sqrt(2 d) E
        ("hageman-arrindell", -13.54489, 2.38156),
    ],
)
def test_each_method_gives_what_its_formula_gives_by_hand(
    method: Method, value: float, standard_error: float
) -> None:
    found = difference(method, 30, 16, Instrument(0.8), GROUP)
    assert found.value == pytest.approx(value, abs=1e-5)
    assert found.standard_error == pytest.approx(standard_error, abs=1e-5)


def test_the_reliability_after_counts_where_the_method_has_one() -> None:
    found = difference("nunnally-kotsch", 30, 16, Instrument(0.8, 0.5), GROUP)
    assert found.standard_error == pytest.approx(4 * math.sqrt(0.64 * 0.2 + 0.5))


def test_the_three_cutoffs_by_hand() -> None:
    clinical, functional = Population(35, 8), Population(8, 6)
    assert cutoff("a", clinical=clinical) == 19
    assert cutoff("b", clinical=clinical, functional=functional) == 20
    middle = cutoff("c", clinical=clinical, functional=functional)
    assert middle == pytest.approx((6 * 35 + 8 * 8) / 14)
    assert (35 - middle) / 8 == pytest.approx((middle - 8) / 6)


def test_cutoffs_b_and_c_need_functional_people() -> None:
    for kind in ("b", "c"):
        with pytest.raises(InputError, match="functional population"):
            cutoff(kind, clinical=Population(35, 8))


@pytest.mark.parametrize(
    ("before", "after", "category"),
    [
        (30, 10, "recovered"),
        (30, 20, "improved"),
        (30, 28, "unchanged"),
        (30, 36, "deteriorated"),
        (10, 20, "harmed"),
        (10, 3, "improved"),  # functional before: nothing to recover
    ],
)
def test_the_five_categories(before: float, after: float, category: str) -> None:
    # c = (5 * 24 + 4 * 6) / 9 = 16; more than 1.96 * 2.53 = 4.96 points is reliable
    change = judged(before, after, "jacobson-truax")
    assert change.cutoff == 16
    assert change.category == category


def test_without_a_cutoff_nobody_recovers_and_nobody_is_harmed() -> None:
    approach = Approach(Instrument(0.8))
    assert change_of(30, 2, GROUP, approach).category == "improved"
    assert change_of(2, 30, GROUP, approach).category == "deteriorated"


def test_on_the_cutoff_is_on_neither_side() -> None:
    assert judged(30, 16, "jacobson-truax").category == "improved"
    assert judged(16, 2, "jacobson-truax").category == "improved"


def test_critical_values_are_those_of_the_normal_distribution() -> None:
    assert critical_value("jacobson-truax", 0.95) == pytest.approx(1.959964, abs=1e-6)
    assert critical_value("hageman-arrindell", 0.95) == pytest.approx(1.644854, abs=1e-6)


@given(groups, kinds, methods, reliabilities, totals, totals, totals)
def test_a_larger_fall_is_never_a_worse_category(
    group: Group,
    kind: str,
    method: Method,
    reliability: float,
    before: float,
    one: float,
    two: float,
) -> None:
    approach = Approach(
        Instrument(reliability),
        method,
        boundary=Boundary(kind, FUNCTIONAL),  # type: ignore[arg-type]
    )
    more, less = sorted([one, two])
    assert rank(change_of(before, more, group, approach)) <= rank(
        change_of(before, less, group, approach)
    )


@given(st.sampled_from([m for m in METHODS if m != "hsu-linn-lord"]), totals, totals)
def test_with_perfect_reliability_every_change_is_reliable(
    method: Method, before: float, after: float
) -> None:
    change = judged(before, after, method, reliability=1.0)
    assert change.is_reliable == (before != after)
    assert math.isinf(change.statistic) == (before != after)


def test_against_the_others_everyone_who_did_not_change_as_they_did_changed_reliably() -> None:
    assert not judged(30, 20, "hsu-linn-lord", reliability=1.0).is_reliable
    assert judged(30, 20.5, "hsu-linn-lord", reliability=1.0).category == "deteriorated"


@given(groups, kinds, methods, reliabilities, totals, totals)
def test_better_and_worse_are_mirror_images(
    group: Group, kind: str, method: Method, reliability: float, before: float, after: float
) -> None:
    end = mirrored(group.after)
    other = Group(Population(-group.before.mean, group.before.sd), end, group.change_sd)
    lower = Approach(
        Instrument(reliability),
        method,
        boundary=Boundary(kind, FUNCTIONAL),  # type: ignore[arg-type]
    )
    higher = Approach(
        Instrument(reliability),
        method,
        "higher-is-better",
        Boundary(kind, mirrored(FUNCTIONAL)),  # type: ignore[arg-type]
    )
    one, two = (
        change_of(before, after, group, lower),
        change_of(-before, -after, other, higher),
    )
    assert one.category == two.category
    assert one.statistic == pytest.approx(-two.statistic)


@given(groups, methods, reliabilities, totals, totals)
def test_the_interval_leaves_out_zero_where_the_change_is_reliable(
    group: Group, method: Method, reliability: float, before: float, after: float
) -> None:
    change = judged(before, after, method, reliability, group)
    assume(abs(abs(change.statistic) - change.critical) > 1e-9)
    assert change.is_reliable == (change.low > 0 or change.high < 0)
    assert (change.low + change.high) / 2 == pytest.approx(change.difference)


@given(totals, totals, st.floats(0.5, 0.8), st.floats(0.01, 0.19))
def test_a_more_reliable_scale_never_hides_a_reliable_change(
    before: float, after: float, reliability: float, more: float
) -> None:
    if judged(before, after, "jacobson-truax", reliability).is_reliable:
        assert judged(before, after, "jacobson-truax", reliability + more).is_reliable


@pytest.mark.parametrize("value", [-0.1, 1.1, math.nan])
def test_a_reliability_lies_between_0_and_1(value: float) -> None:
    with pytest.raises(InputError, match="reliability"):
        Instrument(value)


@pytest.mark.parametrize("sd", [0.0, -1.0, math.nan])
def test_a_standard_deviation_is_more_than_0(sd: float) -> None:
    with pytest.raises(InputError, match="standard deviation"):
        Population(10, sd)


@pytest.mark.parametrize("confidence", [0.0, 1.0, 95])
def test_a_confidence_lies_between_0_and_1(confidence: float) -> None:
    with pytest.raises(InputError, match="confidence"):
        critical_value("jacobson-truax", confidence)


def test_methods_that_need_the_group_s_later_totals_say_so() -> None:
    lone = Group(Population(24, 4))
    for method, lacks in (
        ("hsu-linn-lord", "mean of the totals after"),
        ("hageman-arrindell", "standard deviation of the changes"),
    ):
        with pytest.raises(InputError, match=lacks):
            difference(method, 30, 20, Instrument(0.8), lone)  # type: ignore[arg-type]


def test_changes_that_vary_no_more_than_error_can_not_be_judged_by_their_reliability() -> None:
    with pytest.raises(InputError, match="no more than error"):
        judged(30, 20, "hageman-arrindell", group=Group(Population(24, 4), Population(14, 7), 2.0))


def test_functional_people_who_vary_no_more_than_error_can_not_part_true_totals() -> None:
    boundary = Boundary("c", Population(6, 1))
    with pytest.raises(InputError, match="no more than error"):
        change_of(30, 20, GROUP, Approach(Instrument(0.8), "hageman-arrindell", boundary=boundary))


def test_a_scale_without_a_direction_can_not_be_judged() -> None:
    with pytest.raises(InputError, match="direction"):
        change_of(30, 20, GROUP, Approach(Instrument(0.8), direction="none"))
