"""Definitions over time: someone who met one in March and recovered in June no longer meets it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from firstsnow.history import DefinitionHistory, Period, history
from firstsnow.record import Record
from tests.history.records import record

TWO = "sertraline 100 0-42 none; venlafaxine 150 43-90 none"


def followed(made: Record, name: str = "fda-2018", day: float | None = None) -> DefinitionHistory:
    told = history(made, day)
    return next(one for one in told.definitions if one.now.definition.id == name)


def periods(
    attempts: str = "",
    ratings: str = "",
    name: str = "fda-2018",
    day: float = 200,
    **parts: Any,  # noqa: ANN401  any part of a record, as its JSON has it
) -> list[tuple[str, float, float]]:
    found = followed(record(attempts, ratings, **parts), name, day)
    return [(one.answer, one.start, one.end) for one in found.periods]


def test_met_in_march_and_recovered_in_june_is_no_longer_met_and_both_are_on_record() -> None:
    made = Record.model_validate(
        {
            "id": "p1",
            "diagnoses": [{"name": "depression", "polarity": "unipolar"}],
            "episodes": [{"start": "2023-11-01", "ongoing": True, "severity": "severe"}],
            "exposures": [
                {
                    "id": f"e{number}",
                    "treatment": treatment,
                    "start": start,
                    "end": end,
                    "doses": [{"amount": 200, "unit": "mg/day"}],
                    "outcome": {"judgement": "no-response"},
                }
                for number, (treatment, start, end) in enumerate(
                    [
                        ("sertraline", "2023-11-10", "2024-01-10"),
                        ("venlafaxine", "2024-01-11", "2024-03-15"),
                    ]
                )
            ],
            "measurements": [
                {"scale": "phq-9", "time": day, "total": total}
                for day, total in (
                    ("2024-03-15", 19),
                    ("2024-04-20", 15),
                    ("2024-06-01", 4),
                    ("2024-06-15", 3),
                    ("2024-06-29", 2),
                    ("2024-07-20", 2),
                )
            ],
        }
    )
    found = followed(made)
    assert found.now.answer == "no"
    (met,) = found.met
    dates = [dt.date.fromordinal(int(day)) for day in (met.start, met.end)]
    assert dates == [dt.date(2024, 3, 15), dt.date(2024, 6, 1)]
    assert followed(made, day=None).now.day == dt.date(2024, 7, 20).toordinal()
    assert history(made, "2024-05-01").definitions[0].now.answer == "yes"
    assert history(made, dt.date(2024, 3, 14)).definitions[0].now.answer == "unknown"
    assert history(made, "2024-01-31").definitions[0].now.answer == "no"


def test_begin_with_the_first_entry_and_end_on_the_day() -> None:
    assert periods(TWO) == [("no", 0, 71), ("unknown", 71, 90), ("yes", 90, 200)]


def test_turn_on_the_day_on_which_an_attempt_was_long_enough() -> None:
    going_on = "sertraline 100 0-42 none; venlafaxine 150 43- none"
    assert periods(going_on) == [("no", 0, 71), ("yes", 71, 200)]
    assert periods(going_on, day=70) == [("no", 0, 70)]
    assert periods(going_on, day=71) == [("no", 0, 71), ("yes", 71, 71)]


def test_turn_on_the_day_on_which_a_dose_had_been_high_enough_for_long_enough() -> None:
    made = record(
        exposures=[
            *record("sertraline 100 0-42 none").model_dump(mode="json")["exposures"],
            {
                "id": "e2",
                "treatment": "venlafaxine",
                "start": 43,
                "ongoing": True,
                "doses": [
                    {"start": 43, "amount": 37.5, "unit": "mg/day"},
                    {"start": 57, "amount": 150, "unit": "mg/day"},
                ],
                "outcome": {"judgement": "no-response"},
            },
        ]
    )
    found = followed(made, day=200)
    assert [(one.answer, one.start) for one in found.periods] == [("no", 0), ("yes", 85)]


def test_turn_from_open_to_met_when_the_latest_possible_days_are_enough() -> None:
    made = Record.model_validate(
        {
            "id": "p1",
            "observed_until": "2024-12-31",
            "diagnoses": [{"name": "depression", "polarity": "unipolar"}],
            "episodes": [{"start": "2024-01-01", "ongoing": True}],
            "exposures": [
                {
                    "id": name,
                    "treatment": name,
                    "start": start,
                    "ongoing": True,
                    "doses": [
                        {"start": start, "amount": 10, "unit": "mg/day"},
                        {"start": later, "amount": 200, "unit": "mg/day"},
                    ],
                    "outcome": {"judgement": "no-response"},
                }
                for name, start, later in (
                    ("sertraline", "2024-01-10", "2024-01-20"),
                    ("venlafaxine", "2024-03-05", "2024-04"),
                )
            ],
        }
    )
    found = followed(made)
    turns = [(one.answer, dt.date.fromordinal(int(one.start)).isoformat()) for one in found.periods]
    assert turns == [("no", "2024-01-01"), ("unknown", "2024-04-29"), ("yes", "2024-05-28")]


def test_turn_on_the_day_of_a_session() -> None:
    times = [{"time": 43 + 3 * n} for n in range(6)]
    made = record(
        exposures=[
            *record("sertraline 100 0-42 none").model_dump(mode="json")["exposures"],
            {
                "id": "e2",
                "treatment": "ect",
                "start": 43,
                "ongoing": True,
                "sessions": times,
                "outcome": {"judgement": "no-response"},
            },
        ]
    )
    found = followed(made, "eu-pearl-2022", 100)
    assert [(one.answer, one.start) for one in found.periods] == [("no", 0), ("yes", 58)]


def test_turn_where_an_attempt_of_unknown_dose_was_long_enough() -> None:
    going_on = "sertraline 100 0-42 none; venlafaxine ? 43- none"
    assert periods(going_on) == [("no", 0, 71), ("unknown", 71, 200)]


def test_turn_where_one_without_a_rule_was_as_long_as_a_definition_asks() -> None:
    attempts = "sertraline 100 0-42 none; quetiapine 300 43- none"
    assert periods(attempts, name="consensus-2021") == [("no", 0, 71), ("unknown", 71, 200)]


def test_turn_with_the_person_s_course() -> None:
    ratings = "phq-9@90=18 phq-9@120=3 phq-9@145=3 phq-9@170=18"
    assert periods(TWO, ratings) == [
        ("no", 0, 71),
        ("unknown", 71, 90),
        ("yes", 90, 120),
        ("no", 120, 170),
        ("yes", 170, 200),
    ]


def test_turn_when_a_dated_episode_is_over_and_when_that_is_long_ago() -> None:
    over = ({"start": 0, "end": 100},)
    assert periods(TWO, episodes=over, day=300) == [
        ("no", 0, 71),
        ("unknown", 71, 90),
        ("yes", 90, 101),
        ("no", 101, 171),
        ("unknown", 171, 300),
    ]


def test_turn_with_a_rating_of_severity() -> None:
    going_on = ({"start": 0, "ongoing": True},)
    found = periods(TWO, "phq-9@150=12", name="ema-2013", episodes=going_on)
    assert found[-2:] == [("unknown", 71, 150), ("yes", 150, 200)]


def test_turn_with_an_attempt_without_a_first_day() -> None:
    made = record(
        exposures=[
            *record("sertraline 100 0-42 none").model_dump(mode="json")["exposures"],
            {
                "id": "e2",
                "treatment": "venlafaxine",
                "ongoing": True,
                "doses": [{"start": 60, "amount": 150, "unit": "mg/day"}],
                "outcome": {"judgement": "no-response"},
            },
        ]
    )
    found = followed(made, day=200)
    assert [(one.answer, one.start) for one in found.periods] == [("no", 0), ("yes", 88)]


def test_of_a_record_without_anything_are_one_day() -> None:
    found = followed(record(episodes=()))
    assert found.periods == (Period("no", 0, 0),)
    assert found.met == []


@pytest.mark.parametrize("name", ["fda-2018", "thase-rush-1997"])
def test_controls_turn_nothing(name: str) -> None:
    attempts = "placebo-pill ? 0-42 none; waiting-list ? 43-90 none"
    assert periods(attempts, name=name) == [("no", 0, 200)]
