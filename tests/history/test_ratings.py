"""Totals of depression over time, and the lines by which they are read."""

from __future__ import annotations

import pytest

from firstsnow.history.ratings import (
    depression_ratings,
    episode_assessments,
    episode_line,
    measurement_total,
    primary_scale,
    recall_days,
    remission_line,
)
from tests.history.records import record

DECLARED = {
    "id": "own",
    "minimum": 0,
    "maximum": 100,
    "direction": "higher-is-worse",
    "measures": "depression-severity",
}


def test_are_in_order_of_time_and_keep_their_place() -> None:
    found = depression_ratings(record("", "phq-9@30=5 madrs@3=30 phq-9@0=20"))
    assert [(r.day, r.total, r.index) for r in found["phq-9"]] == [(0, 20, 2), (30, 5, 0)]
    assert [(r.minimum, r.maximum) for r in found["madrs"]] == [(0, 60)]
    assert {r.scale for r in found["madrs"]} == {"madrs"}


def test_stand_in_the_middle_of_a_month() -> None:
    made = record(
        clock="calendar",
        episodes=(),
        measurements=[{"scale": "phq-9", "time": "2024-03", "total": 5}],
    )
    when = made.measurements[0].time
    assert depression_ratings(made)["phq-9"][0].day == when.earliest + 15


def test_are_scored_from_items_and_never_from_some_of_them() -> None:
    items = {str(n): 1 for n in range(1, 10)}
    made = record(
        measurements=[
            {"scale": "phq-9", "time": 0, "items": items},
            {"scale": "phq-9", "time": 1, "items": items | {"3": None}},
            {"scale": "phq-9", "time": 2, "items": items | {"3": None}, "total": 10},
            {"scale": "phq-9", "time": 3, "total": 7},
        ]
    )
    assert [measurement_total(one) for one in made.measurements] == [9, None, 10, 7]
    assert [(r.day, r.total) for r in depression_ratings(made)["phq-9"]] == [
        (0, 9),
        (2, 10),
        (3, 7),
    ]


def test_are_of_depression_alone() -> None:
    made = record("", "gad-7@0=12 who-5@0=40 symptom-count-9@0=6 phq-9@0=5")
    assert set(depression_ratings(made)) == {"phq-9"}


@pytest.mark.parametrize(
    ("change", "kept"),
    [({}, True), ({"measures": "anxiety"}, False), ({"direction": "higher-is-better"}, False)],
)
def test_of_a_declared_scale_count_where_more_is_worse(
    change: dict[str, object], kept: bool
) -> None:
    made = record("", "own@0=40", declared_scales=[DECLARED | change])
    found = depression_ratings(made)
    assert bool(found) is kept
    if kept:
        assert (found["own"][0].minimum, found["own"][0].maximum) == (0, 100)


def test_improve_by_a_share_of_what_could_fall() -> None:
    first, half, none, worse = depression_ratings(
        record("", "phq-9@0=20 phq-9@1=10 phq-9@2=0 phq-9@3=25")
    )["phq-9"]
    assert half.improvement_since(first) == 50
    assert worse.improvement_since(first) == -25
    assert none.improvement_since(first) == 100
    assert none.improvement_since(none) == 0
    assert half.improvement_since(none) == float("-inf")


@pytest.mark.parametrize(
    ("scale", "remission", "episode", "assessments", "recall"),
    [
        ("phq-9", 4, 10, 1, 14),
        ("madrs", 10, 22, 2, 7),
        ("ham-d17", 7, None, 1, 7),
        ("qids-sr16", 5, 11, 1, 7),
        ("bdi-ii", 9, None, 1, 14),
        ("scl-90-r-dep", None, None, 1, 0),
        ("own", None, None, 1, 0),
    ],
)
def test_lines_are_those_that_were_read(
    scale: str,
    remission: float | None,
    episode: float | None,
    assessments: int,
    recall: float,
) -> None:
    assert remission_line(scale) == remission
    assert episode_line(scale) == episode
    assert episode_assessments(scale) == assessments
    assert recall_days(scale) == recall


@pytest.mark.parametrize(
    ("ratings", "scale"),
    [
        ("phq-9@0=1 phq-9@1=1 madrs@0=1", "phq-9"),
        ("phq-9@0=1 madrs@0=1 ham-d17@0=1", "madrs"),
        ("phq-9@0=1 bdi-ii@0=1", "bdi-ii"),
        ("own@0=1 own@1=1 phq-9@0=1", "phq-9"),
        ("own@0=1 scl-90-r-dep@0=1 scl-90-r-dep@1=1", "scl-90-r-dep"),
        ("", None),
    ],
)
def test_the_course_is_told_by_a_scale_with_a_line_then_by_number_then_by_preference(
    ratings: str, scale: str | None
) -> None:
    made = record("", ratings, declared_scales=[DECLARED])
    assert primary_scale(depression_ratings(made)) == scale
