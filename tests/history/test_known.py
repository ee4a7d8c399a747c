"""What speaks for a day: nothing that was found out later, and no low total of a mania."""

from __future__ import annotations

from typing import Any

import pytest

from firstsnow.history import History, history
from firstsnow.record import Record

UNIPOLAR = {"name": "depression", "polarity": "unipolar", "psychosis": "absent"}
REVISED = {"name": "bipolar disorder", "polarity": "bipolar", "start": 120}
HYPOMANIA = {"start": 100, "end": 120, "polarity": "hypomanic"}
TRIED = [
    {
        "id": f"e{at}",
        "treatment": name,
        "start": start,
        "end": end,
        "doses": [{"amount": dose, "unit": "mg/day"}],
        "adherence": "full",
        "outcome": {"judgement": "no-response"},
    }
    for at, (name, dose, start, end) in enumerate(
        [("sertraline", 100, 0, 42), ("venlafaxine", 150, 43, 90)]
    )
]


def seen(at: float | None = None, **parts: object) -> History:
    made: dict[str, Any] = {
        "id": "p1",
        "clock": "study",
        "diagnoses": [UNIPOLAR, REVISED],
        "episodes": [{"start": 0, "end": 99, "severity": "moderate"}, HYPOMANIA],
        "exposures": TRIED,
        "observed_until": 200,
        **parts,
    }
    return history(Record.model_validate(made), at)


def answer(told: History, name: str) -> str:
    return next(one.now.answer for one in told.definitions if one.now.definition.id == name)


def test_a_diagnosis_made_later_is_not_held_against_an_earlier_day() -> None:
    assert answer(seen(95), "fda-2018") == "yes"
    assert answer(seen(), "fda-2018") == "no"


def test_in_a_hypomania_nobody_is_in_an_episode_of_depression() -> None:
    assert seen(110).status.in_episode(110) == "no"


def test_a_low_total_in_a_hypomania_is_neither_response_nor_remission() -> None:
    ratings = [
        {"scale": "madrs", "time": day, "total": total}
        for day, total in [(43, 30), (90, 28), (105, 4), (115, 3), (150, 25)]
    ]
    told = seen(measurements=ratings, episodes=[HYPOMANIA])
    assert {change.kind for change in told.status.changes} == set()
    assert [rating.total for rating in told.ratings["madrs"]] == [30, 28, 4, 3, 25]


class TestSourcesThatDisagree:
    def accounts(self, **pharmacy: object) -> History:
        first = {**TRIED[0], "source": "referral"}
        second = {**TRIED[0], "id": "other", "source": "pharmacy", **pharmacy}
        return seen(95, exposures=[first, second, TRIED[1]], diagnoses=[UNIPOLAR])

    def test_leave_open_whether_the_treatment_counts(self) -> None:
        low = {"doses": [{"amount": 25, "unit": "mg/day"}]}
        told = self.accounts(**low)
        count = next(o.now.count for o in told.definitions if o.now.definition.id == "fda-2018")
        assert (count.low, count.high) == (1, 2)
        assert answer(told, "fda-2018") == "unknown"

    def test_count_where_every_account_would(self) -> None:
        assert answer(self.accounts(), "fda-2018") == "yes"


def test_what_was_rated_after_something_was_added_leaves_open_which_of_the_two_helped() -> None:
    ratings = [
        {"scale": "madrs", "time": day, "total": total}
        for day, total in [(0, 30), (60, 27), (90, 6)]
    ]
    first = {**TRIED[0], "end": 100}
    added = {**TRIED[1], "id": "added", "start": 61, "end": 100, "augments": ["e0"]}
    told = seen(measurements=ratings, exposures=[first, added], episodes=[], diagnoses=[UNIPOLAR])
    alone, together = (attempt.improvement.percent for attempt in told.attempts)
    assert (alone.low, alone.high) == pytest.approx((10, 80))
    assert (together.low, together.high) == pytest.approx((77.8, 77.8), abs=0.1)
