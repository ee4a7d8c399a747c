"""Things of a lane in rows in which nothing meets."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from firstsnow.charts.course.packing import (
    Choice,
    packed,
    set_beside,
    set_lines,
    set_on_line,
    with_words,
)

WIDTH = 400.0


def bare(left: float, right: float) -> list[Choice]:
    return [Choice(left, right, ())]


def middles(things: Sequence[tuple[str, Sequence[Choice]]]) -> list[float]:
    return [each.middle for each in packed(things, 0.0, 4.0).placed]


def test_things_apart_share_a_row() -> None:
    assert middles([("a", bare(0, 50)), ("b", bare(80, 90))]) == [8.0, 8.0]


def test_things_that_touch_do_not() -> None:
    assert middles([("a", bare(0, 50)), ("b", bare(55, 90))]) == [8.0, 28.0]


def test_a_later_choice_is_taken_where_it_saves_a_row() -> None:
    second = [Choice(40, 90, ()), Choice(200, 250, ())]
    found = packed([("a", bare(0, 50)), ("b", second)], 0.0, 4.0)
    assert found.placed[1].choice is second[1]
    assert found.height == 20.0


def test_a_row_is_as_high_as_its_lines() -> None:
    words = with_words(
        10, 20, set_on_line(10, "above", WIDTH, -1), set_on_line(10, "below", WIDTH, 1)
    )
    found = packed([("a", [words])], 100.0, 4.0)
    assert found.placed[0].middle == 100 + 16 + 8
    assert found.height == 3 * 16 + 4


def test_nothing_takes_no_room() -> None:
    assert packed([], 100.0, 4.0).height == 0


def test_words_go_right_of_a_thing_and_left_of_it_where_there_is_no_room() -> None:
    assert [c.words[0].align for c in set_beside(10, 20, "sertraline", WIDTH)] == ["left"]
    assert [c.words[0].align for c in set_beside(380, 390, "sertraline", WIDTH)] == ["right"]
    assert set_beside(10, 390, "sertraline", WIDTH) == []


def test_lines_stand_to_one_side() -> None:
    lines = set_lines(300, ["a rather long line of words", "short"], WIDTH, 1)
    assert [(line.align, line.line) for line in lines] == [("right", 1), ("right", 2)]
    assert [line.align for line in set_lines(10, ["one", "two"], WIDTH, 1)] == ["left", "left"]


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(1, 80)), max_size=30))
def test_no_two_things_of_a_row_meet(spans: list[tuple[float, float]]) -> None:
    things = [(str(n), bare(left, left + wide)) for n, (left, wide) in enumerate(sorted(spans))]
    found = packed(things, 0.0, 4.0).placed
    for index, one in enumerate(found):
        for other in found[index + 1 :]:
            if one.middle == other.middle:
                assert one.choice.right < other.choice.left or other.choice.right < one.choice.left
