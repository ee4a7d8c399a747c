"""Episodes, recurrence and recovery, with what sparse measurements leave open."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstsnow.history.answer import Bounds
from firstsnow.history.episodes import Episodes, episodes
from firstsnow.history.ratings import depression_ratings
from firstsnow.history.status import Status, status
from firstsnow.record import Record
from tests.history.records import record

FOUR_MONTHS = 4 * 365.25 / 12
WELL_UNTIL_165 = "phq-9@40=3 phq-9@70=3 phq-9@100=3 phq-9@130=3 phq-9@165=3"
FOREVER = Bounds(math.inf, math.inf)


def told(ratings: str = "", until: float = 500, dated: tuple[dict[str, Any], ...] = ()) -> Episodes:
    return of(record("", ratings, episodes=dated), until)


def of(made: Record, until: float) -> Episodes:
    ratings = depression_ratings(made)
    return episodes(made, ratings, status(made, ratings, until), until)


def spans(one: Episodes) -> list[tuple[Bounds, Bounds, str, str]]:
    return [(span.start, span.end, span.ongoing, span.is_new) for span in one.spans]


def test_nothing_seen_is_no_episode() -> None:
    assert told() == Episodes((), None)


def test_the_first_episode_began_before_the_first_rating_that_shows_it() -> None:
    assert spans(told("phq-9@0=20 phq-9@30=18", until=40)) == [
        (Bounds(-math.inf, 0), FOREVER, "yes", "yes")
    ]


def test_an_episode_began_between_the_last_rating_without_it_and_the_first_with_it() -> None:
    one = told("phq-9@0=3 phq-9@30=2 phq-9@60=18", until=70)
    assert one.spans[0].start == Bounds(30, 60)


def test_it_ended_between_the_last_rating_above_the_line_and_the_remission() -> None:
    one = told("phq-9@0=20 phq-9@20=15 phq-9@40=3 phq-9@70=3", until=80)
    assert spans(one) == [(Bounds(-math.inf, 0), Bounds(20, 40), "no", "yes")]


def test_a_remission_that_has_not_lasted_leaves_open_whether_it_is_over() -> None:
    one = told("phq-9@0=20 phq-9@30=3", until=40)
    assert spans(one) == [(Bounds(-math.inf, 0), Bounds(0, math.inf), "unknown", "yes")]


def test_a_response_without_remission_is_the_episode_still() -> None:
    assert told("phq-9@0=20 phq-9@30=8", until=40).spans[0].ongoing == "yes"


def test_a_relapse_returns_to_the_same_episode() -> None:
    one = told("phq-9@0=20 phq-9@30=3 phq-9@44=3 phq-9@60=2 phq-9@90=20", until=100)
    assert spans(one) == [(Bounds(-math.inf, 0), FOREVER, "yes", "yes")]
    assert (one.count, one.recurrences) == (Bounds(1, 1), Bounds(0, 0))


def test_a_recurrence_is_a_new_episode() -> None:
    one = told(f"phq-9@0=20 {WELL_UNTIL_165} phq-9@200=19", until=210)
    assert spans(one) == [
        (Bounds(-math.inf, 0), Bounds(0, 40), "no", "yes"),
        (Bounds(165, 200), FOREVER, "yes", "yes"),
    ]
    assert one.recurrences == Bounds(1, 1)
    assert one.recovery is None


@pytest.mark.parametrize(("back", "count"), [(191, (1, 1)), (192, (1, 2)), (400, (1, 2))])
def test_a_time_that_nobody_saw_parts_episodes_perhaps_if_a_recovery_fits_in(
    back: int, count: tuple[int, int]
) -> None:
    # ten weeks after the rating, on day 70, nobody saw the person any more: 70 + 121.75 days
    one = told(f"phq-9@0=20 phq-9@{back}=19", until=back + 1)
    assert one.count == Bounds(*count)


def test_an_episode_whose_end_nobody_saw_may_go_on() -> None:
    one = told("phq-9@0=20 phq-9@20=20", until=200)
    assert spans(one) == [(Bounds(-math.inf, 0), Bounds(20, math.inf), "unknown", "yes")]


class TestRecovery:
    def test_is_seen_to_hold_while_someone_looks(self) -> None:
        one = told(f"phq-9@0=20 {WELL_UNTIL_165}", until=170)
        assert one.recovery is not None
        assert one.recovery.since == Bounds(0, 40)
        assert one.recovery.holds == "yes"

    def test_may_hold_where_nobody_has_looked_for_long(self) -> None:
        one = told(f"phq-9@0=20 {WELL_UNTIL_165}", until=500)
        assert one.recovery is not None
        assert (one.recovery.seen_until, one.recovery.holds) == (235, "unknown")

    def test_is_none_before_four_months(self) -> None:
        assert told("phq-9@0=20 phq-9@40=3 phq-9@70=3 phq-9@100=3", until=110).recovery is None


class TestDatesOfAClinician:
    def test_are_the_bounds_that_they_leave(self) -> None:
        dated = Record.model_validate(
            {"id": "p", "episodes": [{"start": "2020-03", "end": "2020"}]}
        )
        (span,) = of(dated, 740_000).spans
        assert (span.start.high - span.start.low, span.end.high - span.end.low) == (30, 365)
        assert span.ongoing == "no"

    def test_part_two_episodes_where_a_recovery_fits_between_them(self) -> None:
        far = told(dated=({"start": 0, "end": 100}, {"start": 300, "end": 400}))
        near = told(dated=({"start": 0, "end": 100}, {"start": 130, "end": 400}))
        assert (far.count, near.count) == (Bounds(2, 2), Bounds(1, 1))

    def test_give_way_to_ratings_that_show_more(self) -> None:
        one = told("phq-9@20=20 phq-9@90=20", dated=({"start": 0, "end": 100},))
        assert spans(one) == [(Bounds(0, 0), Bounds(90, math.inf), "unknown", "yes")]


def seen(steps: list[tuple[int, int]]) -> tuple[Status, Episodes, int]:
    day, ratings = 0, []
    for step, total in steps:
        day += step
        ratings.append(f"phq-9@{day}={total}")
    made = record("", " ".join(ratings), episodes=())
    found = depression_ratings(made)
    course = status(made, found, day)
    one = episodes(made, found, course, day)
    return course, one, day


@given(
    st.lists(
        st.tuples(st.integers(1, 120), st.sampled_from([1, 3, 8, 12, 20])), min_size=1, max_size=12
    )
)
def test_every_rating_of_an_episode_lies_in_exactly_one_span(steps: list[tuple[int, int]]) -> None:
    course, one, _ = seen(steps)
    for segment in course.segments:
        if segment.state == "episode":
            around = [
                span for span in one.spans if span.start.high <= segment.start < span.end.high
            ]
            assert len(around) == 1
    for before, after in zip(one.spans, one.spans[1:], strict=False):
        assert before.end.low <= after.start.high
        assert before.start.high < after.start.high
    assert one.count.low <= one.count.high
    assert not (one.spans and one.spans[-1].ongoing == "yes" and one.recovery is not None)


@given(
    st.lists(
        st.tuples(st.integers(1, 120), st.sampled_from([1, 3, 8, 12, 20])), min_size=1, max_size=12
    )
)
def test_an_episode_that_goes_on_began_when_the_status_says(steps: list[tuple[int, int]]) -> None:
    course, one, day = seen(steps)
    if one.spans and one.spans[-1].ongoing == "yes":
        assert course.in_episode(day) == "yes"
        began = course.episode_start(day)
        possible = [span.start for span in one.spans]
        assert any(began.low <= start.high and start.low <= began.high for start in possible)
