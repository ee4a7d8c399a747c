"""Answers about self-harm: open until someone has dealt with them, past when they are old."""

from __future__ import annotations

from typing import Any

import pytest

from firstsnow.history import SafetyAnswers, history
from firstsnow.record import Record


def sheet(day: float, item_9: int | None, name: str | None = "m1") -> dict[str, Any]:
    items = {str(n): 1 for n in range(1, 9)} | {"9": item_9}
    made = {"scale": "phq-9", "time": day, "items": items}
    return made if name is None else made | {"id": name}


def answers(
    *sheets: dict[str, Any], day: float = 100, reviews: tuple[dict[str, Any], ...] = ()
) -> SafetyAnswers:
    made = Record.model_validate(
        {"id": "p1", "clock": "study", "measurements": sheets, "safety_reviews": reviews}
    )
    return history(made, day).safety


def review(day: float, measurement: str = "m1") -> dict[str, Any]:
    return {"measurement": measurement, "time": day, "action": "talked"}


def test_above_the_threshold_is_open() -> None:
    found = answers(sheet(90, 1))
    (one,) = found.open
    assert (one.scale, one.item, one.day, one.answer, one.index) == ("phq-9", "9", 90, 1, 0)
    assert one.finding is not None
    assert (one.finding.item, one.finding.answer) == ("9", 1)
    assert one.review is None
    assert found.answers == (one,)
    assert found.past == ()
    assert found.latest == one


def test_below_the_threshold_is_an_answer_like_others() -> None:
    found = answers(sheet(90, 0))
    assert [(one.answer, one.finding) for one in found.answers] == [(0, None)]
    assert found.open == found.past == ()


def test_not_answered_is_no_answer() -> None:
    found = answers(sheet(90, None))
    assert found.answers == ()
    assert found.latest is None
    total_only = answers({"scale": "phq-9", "time": 90, "total": 20})
    assert total_only.answers == ()
    own = {
        "id": "own",
        "minimum": 0,
        "maximum": 9,
        "direction": "higher-is-worse",
        "measures": "depression-severity",
    }
    made = Record.model_validate(
        {
            "id": "p1",
            "clock": "study",
            "declared_scales": [own],
            "measurements": [{"scale": "own", "time": 90, "total": 2}],
        }
    )
    assert history(made, 100).safety.answers == ()


@pytest.mark.parametrize(("day", "is_open"), [(10, True), (100, True), (101, False), (400, False)])
def test_stays_open_for_three_months_and_is_past_then(day: float, is_open: bool) -> None:
    found = answers(sheet(10, 2), day=day)
    assert (len(found.open), len(found.past)) == ((1, 0) if is_open else (0, 1))


def test_dealt_with_is_closed_from_that_day_on() -> None:
    made = sheet(90, 2)
    assert answers(made, reviews=(review(95),), day=94).open != ()
    found = answers(made, reviews=(review(95),), day=95)
    assert found.open == found.past == ()
    assert found.answers[0].review is not None
    assert found.answers[0].review.action == "talked"


def test_dealt_with_on_another_sheet_stays_open() -> None:
    found = answers(sheet(90, 2), sheet(95, 1, "m2"), reviews=(review(96, "m2"),))
    assert [one.day for one in found.open] == [90]


def test_without_an_identifier_can_not_have_been_dealt_with() -> None:
    found = answers(sheet(90, 2, None), sheet(95, 0), reviews=(review(96),))
    assert [one.day for one in found.open] == [90]


def test_later_than_the_day_is_not_seen() -> None:
    assert answers(sheet(90, 2), day=89).answers == ()
    assert len(answers(sheet(90, 2), day=90).answers) == 1


def test_stand_in_order_of_time() -> None:
    found = answers(sheet(95, 0), sheet(90, 1, "m2"), sheet(90, 2, "m3"))
    assert [(one.day, one.answer, one.index) for one in found.answers] == [
        (90, 1, 1),
        (90, 2, 2),
        (95, 0, 0),
    ]
    assert found.latest is not None
    assert found.latest.day == 95


def test_of_a_scale_with_several_items_are_told_apart() -> None:
    items = {"1": 1, "2": 0, "6": 1, "6-recent": 0}
    found = answers({"scale": "c-ssrs-screener", "time": 90, "items": items})
    assert [(one.item, one.answer) for one in found.answers] == [
        ("1", 1),
        ("2", 0),
        ("6", 1),
        ("6-recent", 0),
    ]
    assert [one.item for one in found.open] == ["1", "6"]
