"""Yes, no and unknown: what is not known is never taken for either."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstsnow.history.answer import Answer, Bounds, all_of, any_of, elapsed, negate

ALL_OF: dict[tuple[Answer, Answer], Answer] = {
    ("yes", "yes"): "yes",
    ("yes", "no"): "no",
    ("yes", "unknown"): "unknown",
    ("no", "yes"): "no",
    ("no", "no"): "no",
    ("no", "unknown"): "no",
    ("unknown", "yes"): "unknown",
    ("unknown", "no"): "no",
    ("unknown", "unknown"): "unknown",
}
ANY_OF: dict[tuple[Answer, Answer], Answer] = {
    ("yes", "yes"): "yes",
    ("yes", "no"): "yes",
    ("yes", "unknown"): "yes",
    ("no", "yes"): "yes",
    ("no", "no"): "no",
    ("no", "unknown"): "unknown",
    ("unknown", "yes"): "yes",
    ("unknown", "no"): "unknown",
    ("unknown", "unknown"): "unknown",
}

answers = st.sampled_from(["yes", "no", "unknown"])
numbers = st.integers(-20, 20).map(float)
ends = st.one_of(numbers, st.just(-math.inf), st.just(math.inf))


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    low, high = sorted([draw(ends), draw(ends)])
    return Bounds(low, high)


@st.composite
def narrowed(draw: st.DrawFn) -> tuple[Bounds, float]:
    """Bounds, and a number that they leave possible."""
    value = draw(numbers)
    below, above = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    return Bounds(value - below, value + above), value


@pytest.mark.parametrize(("pair", "expected"), ALL_OF.items())
def test_all_hold_by_truth_table(pair: tuple[Answer, Answer], expected: Answer) -> None:
    assert all_of(pair) == expected


@pytest.mark.parametrize(("pair", "expected"), ANY_OF.items())
def test_any_holds_by_truth_table(pair: tuple[Answer, Answer], expected: Answer) -> None:
    assert any_of(pair) == expected


def test_nothing_asked_is_fulfilled_and_nothing_offered_is_not() -> None:
    assert all_of([]) == "yes"
    assert any_of([]) == "no"


@given(st.lists(answers))
def test_any_is_all_turned_round(given_: list[Answer]) -> None:
    assert any_of(given_) == negate(all_of(negate(answer) for answer in given_))


def test_the_opposite_of_unknown_is_unknown() -> None:
    assert [negate("yes"), negate("no"), negate("unknown")] == ["no", "yes", "unknown"]


@given(st.lists(answers, min_size=1), st.data())
def test_learning_one_answer_never_turns_yes_into_no(
    before: list[Answer], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(before) - 1))
    after = list(before)
    if before[place] == "unknown":
        after[place] = data.draw(st.sampled_from(["yes", "no"]))
    for combine in (all_of, any_of):
        assert combine(before) in ("unknown", combine(after))


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        (Bounds.exactly(28), "yes"),
        (Bounds.exactly(27.9), "no"),
        (Bounds(28, 40), "yes"),
        (Bounds(27, 28), "unknown"),
        (Bounds(20, 27), "no"),
        (Bounds.unknown(), "unknown"),
    ],
)
def test_a_number_reaches_a_limit_that_itself_counts(number: Bounds, answer: Answer) -> None:
    assert number.reaches(28) == answer
    assert number.is_below(28) == negate(answer)


@given(narrowed(), numbers)
def test_narrowing_a_number_never_turns_yes_into_no(
    known: tuple[Bounds, float], limit: float
) -> None:
    wide, value = known
    assert wide.reaches(limit) in ("unknown", Bounds.exactly(value).reaches(limit))


@given(narrowed(), narrowed())
def test_bounds_hold_what_is_computed_from_what_they_hold(
    one: tuple[Bounds, float], other: tuple[Bounds, float]
) -> None:
    (a, x), (b, y) = one, other
    total, time = a.plus(b), elapsed(a, b)
    assert total.low <= x + y <= total.high
    assert time.low <= max(0.0, y - x) <= time.high
    assert a.at_most(y).low <= min(x, y) <= a.at_most(y).high


@given(bounds())
def test_a_number_is_known_when_its_bounds_meet(number: Bounds) -> None:
    assert number.is_exact == (number.low == number.high)


def test_the_middle_of_open_bounds_is_not_a_number() -> None:
    assert Bounds(2, 6).middle_or(99) == 4
    assert Bounds.unknown().middle_or(99) == 99
    assert Bounds(0, math.inf).middle_or(99) == 99


def test_time_is_never_negative() -> None:
    assert elapsed(Bounds.exactly(10), Bounds.exactly(3)) == Bounds.exactly(0)
    assert elapsed(Bounds(0, 5), Bounds(3, 9)) == Bounds(0, 9)
    assert elapsed(Bounds.exactly(3), Bounds.exactly(10)) == Bounds.exactly(7)
