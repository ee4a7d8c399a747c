"""An answer may add other points than itself: the same ones in one form and in a table."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstsnow.scales import Reason, Scale, Score, check_total, score, score_table
from firstsnow.scales.checking import possible_totals
from tests.scales.made_scale import description, made_scale

BOX = {"0": 0, "1": 0, "2": 1, "3": 1}
TOP = {"0": 3, "1": 0, "2": 0, "3": 1}


def boxes(**changes: object) -> Scale:
    """Three items: a box, a plain one, and one whose lowest answer adds most."""
    items = description(3)["items"]
    items[0]["points"] = BOX
    items[2]["points"] = TOP
    total = {"rule": "sum", "minimum": 0, "maximum": 7, "source": "made"}
    return made_scale(**({"items": items, "total": total} | changes))


@pytest.mark.parametrize(
    ("answers", "total"),
    [((0, 0, 1), 0), ((1, 0, 1), 0), ((2, 0, 1), 1), ((3, 3, 0), 7), ((3, 3, 3), 5)],
)
def test_the_points_of_an_answer_are_added_in_its_place(
    answers: tuple[int, ...], total: int
) -> None:
    form = dict(zip("123", answers, strict=True))
    result = score(boxes(), form)
    assert isinstance(result, Score)
    assert result.total == total
    assert result.parts[0].answers == (("1", answers[0]),)
    table = score_table(boxes(), np.array([answers], dtype=np.int8))
    assert table.totals.tolist() == [total]


@given(st.lists(st.tuples(*[st.integers(-1, 4)] * 3), min_size=1, max_size=20))
def test_a_table_gives_what_adding_by_hand_gives(rows: list[tuple[int, int, int]]) -> None:
    result = score_table(boxes(), np.array(rows))
    for row, total, reason in zip(rows, result.totals, result.reasons, strict=True):
        if all(0 <= answer <= 3 for answer in row):
            assert total == BOX[str(row[0])] + row[1] + TOP[str(row[2])]
        else:
            assert reason == Reason.OUT_OF_RANGE


def test_points_work_where_not_every_number_is_an_answer() -> None:
    items = description(2)["items"]
    for item in items:
        del item["minimum"], item["maximum"]
        item |= {"options": "o", "points": {"-1": 2, "3": 0}}
    one = made_scale(
        items=items,
        options={"o": {"source": "made", "values": [{"value": 3}, {"value": -1}]}},
        total={"rule": "sum", "minimum": 0, "maximum": 4, "source": "made"},
    )
    result = score_table(one, np.array([[-1, 3], [-1, -1], [3, 0]]))
    assert result.totals[result.scored].tolist() == [2, 4]
    assert result.reasons[2] == Reason.OUT_OF_RANGE


def test_the_totals_that_stay_possible_follow_the_points_and_not_the_answers() -> None:
    assert possible_totals(boxes().plan, {"1": 3, "2": 1}) == (2, 5)
    (mistake,) = check_total(boxes(), 6, {"1": 3, "2": 1})
    assert "at least 2 and at most 5" in str(mistake.what)


def test_a_subscale_adds_points_too() -> None:
    part = {"id": "s", "name": {"en": "s"}, "items": ["1", "3"], "rule": "sum", "source": "made"}
    one = boxes(subscales=[part | {"minimum": 0, "maximum": 4}])
    result = score(one, {"1": 3, "2": 0, "3": 0})
    assert isinstance(result, Score)
    assert [found.total for found in result.subscales] == [4]
