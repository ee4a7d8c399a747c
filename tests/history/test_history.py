"""Everything a record says about the past, as seen on a day."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import firstsnow.history
from firstsnow.history import History, definitions, history, last_day
from firstsnow.record import Record
from tests.history.cases import LAST_DAY, as_json, cases, date
from tests.history.oracle import Case
from tests.history.records import record

DRUGS = ("sertraline", "venlafaxine", "mirtazapine", "amitriptyline", "bupropion", "agomelatine")


class TestDay:
    def test_is_the_last_that_the_record_knows(self) -> None:
        assert history(record("sertraline 100 0-42 none", "phq-9@60=5")).at == 60

    @pytest.mark.parametrize(
        ("parts", "day"),
        [
            ({}, 0),
            ({"observed_until": 90}, 90),
            ({"exposures": [{"id": "e1", "treatment": "ect", "sessions": [{"time": 70}]}]}, 70),
            (
                {
                    "exposures": [
                        {"id": "e1", "treatment": "ect", "doses": [{"start": 5}, {"end": 71}]}
                    ]
                },
                71,
            ),
            ({"goals": [{"words": "swim", "set_on": 3, "wished_by": 900}]}, 3),
            ({"notes": [{"time": 12, "text": "a"}], "life_events": [{"time": 9, "what": "b"}]}, 12),
        ],
    )
    def test_counts_everything_but_what_is_wished_for(
        self, parts: dict[str, Any], day: float
    ) -> None:
        assert last_day(record(episodes=(), **parts)) == day

    def test_can_be_a_date_or_its_text_or_a_day_of_the_study(self) -> None:
        made = record(clock="calendar", episodes=(), observed_until="2024-03-05")
        assert history(made, "2024-03-01").at == history(made, dt.date(2024, 3, 1)).at
        assert history(made, "2024-03").at == history(made).at
        assert history(record(), 7).at == 7

    def test_has_to_be_on_the_record_s_clock(self) -> None:
        with pytest.raises(ValueError, match="not on the record's clock"):
            history(record(), "2024-03-01")
        with pytest.raises(ValueError, match="not on the record's clock"):
            history(record(clock="calendar", episodes=()), 7)


def test_of_an_empty_record_is_empty() -> None:
    told = history(Record.model_validate({"id": "p1"}))
    assert (told.ratings, told.attempts, told.safety.answers) == ({}, (), ())
    assert told.status.segments == ()
    assert [one.now.answer for one in told.definitions] == ["no"] * 5


def test_shows_ratings_up_to_the_day() -> None:
    told = history(record("", "phq-9@0=20 phq-9@30=5 madrs@40=10"), 30)
    assert {scale: len(found) for scale, found in told.ratings.items()} == {"phq-9": 2}


def test_follows_every_definition_in_the_order_in_which_they_are_shown() -> None:
    told = history(record())
    assert [one.now.definition.id for one in told.definitions] == list(definitions())
    assert list(definitions()) == [
        "fda-2018",
        "ema-2013",
        "eu-pearl-2022",
        "consensus-2021",
        "thase-rush-1997",
    ]


def test_every_name_of_the_front_door_is_there_and_no_room_hides_one() -> None:
    for name in firstsnow.history.__all__:
        assert getattr(firstsnow.history, name) is not None
    for name in ("definitions", "history", "conventions", "last_day", "response_percent"):
        assert callable(getattr(firstsnow.history, name))


def seen(told: History) -> dict[str, object]:
    """Give what a history says, apart from the records that it says it about."""
    return {
        "attempts": [
            (one.exposure.id, one.adequacy.answer, one.improvement.percent) for one in told.attempts
        ],
        "segments": told.status.segments,
        "changes": [(one.kind, one.day, one.settled) for one in told.status.changes],
        "definitions": [
            (one.now.answer, one.now.count, one.now.stage, one.periods) for one in told.definitions
        ],
        "untried": told.untried,
    }


def cut(made: dict[str, Any], day: str) -> dict[str, Any]:
    """Leave out everything after a day, as if the record had been written on it."""
    exposures = [one for one in made["exposures"] if one["start"] <= day]
    kept = []
    for one in exposures:
        is_later = "end" in one and one["end"] > day
        early = {name: value for name, value in one.items() if name not in ("end", "outcome")}
        kept.append(early | {"ongoing": True} if is_later else one)
    return made | {
        "observed_until": day,
        "exposures": kept,
        "episodes": [one for one in made["episodes"] if one["start"] <= day],
        "measurements": [one for one in made["measurements"] if one["time"] <= day],
    }


@st.composite
def courses(draw: st.DrawFn) -> list[dict[str, Any]]:
    days = draw(st.lists(st.integers(-100, LAST_DAY), max_size=12))
    totals = st.sampled_from([2, 4, 5, 9, 10, 12, 20])
    return [{"scale": "phq-9", "time": date(day), "total": draw(totals)} for day in days]


@given(case=cases(), course=courses(), day=st.integers(40, LAST_DAY))
def test_on_a_past_day_is_that_of_a_record_that_ends_on_it(
    case: Case, course: list[dict[str, Any]], day: int
) -> None:
    made = as_json(case) | {"measurements": course}
    for one in made["exposures"]:
        one.pop("session_count", None)
    then = seen(history(Record.model_validate(made), date(day)))
    assert then == seen(history(Record.model_validate(cut(made, date(day)))))


@given(case=cases(), course=courses())
def test_the_last_period_says_what_the_evaluation_of_the_day_says(
    case: Case, course: list[dict[str, Any]]
) -> None:
    told = history(Record.model_validate(as_json(case) | {"measurements": course}))
    for one in told.definitions:
        assert one.periods[-1].answer == one.now.answer
        assert one.periods[-1].end == told.at
        for before, after in zip(one.periods, one.periods[1:], strict=False):
            assert before.end == after.start
            assert before.answer != after.answer


@pytest.mark.validate
def test_of_a_long_record_takes_less_than_half_a_second() -> None:
    attempts = "; ".join(f"{DRUGS[i % 6]} 200 {i * 90}-{i * 90 + 80} none" for i in range(38))
    ratings = " ".join(f"phq-9@{i * 24}={2 + i * 7 % 22}" for i in range(150))
    exposures = record(attempts).model_dump(mode="json")["exposures"]
    sessions = [{"time": 100 + 3 * n} for n in range(200)]
    exposures += [
        {"id": "course", "treatment": "rtms", "start": 50, "end": 900, "sessions": sessions},
        {"id": "open", "treatment": "sertraline", "start": 3400},
    ]
    long = record("", ratings, exposures=exposures)
    history(long)
    begun = time.process_time()
    history(long)
    assert time.process_time() - begun < 0.5
