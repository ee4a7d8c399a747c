"""How someone was over time: episode, response, remission, recovery, relapse, recurrence."""

from __future__ import annotations

import math
from typing import Any

import pytest

from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.dated_episodes import covers
from firstsnow.history.ratings import depression_ratings
from firstsnow.history.segment import Segment, filled, joined
from firstsnow.history.status import Status, status
from firstsnow.record import Record
from tests.history.records import record

FOUR_MONTHS = 4 * 365.25 / 12
SIX_MONTHS = 6 * 365.25 / 12
WELL_FOR_MONTHS = "phq-9@40=3 phq-9@70=3 phq-9@100=3 phq-9@130=3 phq-9@165=3"


def told(
    ratings: str = "",
    until: float = 400,
    attempts: str = "",
    convention: str = "rush-2006",
    episodes: tuple[dict[str, Any], ...] = (),
) -> Status:
    return of(record(attempts, ratings, episodes=episodes), until, convention)


def of(made: Record, until: float, convention: str = "rush-2006") -> Status:
    return status(made, depression_ratings(made), until, convention)


def shown(one: Status) -> list[tuple[str, float, float]]:
    return [(segment.state, segment.start, segment.end) for segment in one.segments]


def changes(one: Status) -> list[tuple[str, float]]:
    return [(change.kind, change.day) for change in one.changes]


class TestLines:
    def test_are_those_of_the_scale_that_tells_the_course(self) -> None:
        one = told("phq-9@0=20 phq-9@14=4")
        assert (one.scale, one.remission_line, one.episode_line) == ("phq-9", 4, 10)
        assert told("madrs@0=30").episode_line == 22
        assert told("ham-d17@0=20").episode_line is None

    @pytest.mark.parametrize(
        ("total", "state"), [(4, "remission"), (5, "symptoms"), (9, "symptoms"), (10, "episode")]
    )
    def test_count_themselves(self, total: int, state: str) -> None:
        assert shown(told(f"phq-9@0={total}", until=7)) == [(state, 0, 7)]

    def test_of_none_tell_nothing(self) -> None:
        one = told("scl-90-r-dep@0=3", until=7)
        assert (one.scale, one.remission_line, one.episode_line) == ("scl-90-r-dep", None, None)
        assert one.segments == ()
        assert told().scale is None


class TestRemission:
    @pytest.mark.parametrize(
        ("ratings", "settled", "in_episode"),
        [
            ("phq-9@0=20 phq-9@30=3", "unknown", "unknown"),
            ("phq-9@0=20 phq-9@30=3 phq-9@50=3", "unknown", "unknown"),
            ("phq-9@0=20 phq-9@30=3 phq-9@51=3", "yes", "no"),
            ("phq-9@0=20 phq-9@30=3 phq-9@44=4 phq-9@60=2", "yes", "no"),
            ("phq-9@0=20 phq-9@30=3 phq-9@50=5", "no", "yes"),
            ("phq-9@0=20 phq-9@30=3 phq-9@50=20", "no", "yes"),
            ("phq-9@0=20 phq-9@30=3 phq-9@51=5", "unknown", "unknown"),
            ("phq-9@0=20 phq-9@30=3 phq-9@44=3 phq-9@51=20", "unknown", "unknown"),
        ],
    )
    def test_takes_three_weeks(self, ratings: str, settled: Answer, in_episode: Answer) -> None:
        one = told(ratings, until=80)
        (well,) = [segment for segment in one.segments if segment.state == "remission"]
        assert well.settled == settled
        assert one.in_episode(31) == in_episode
        (change,) = [change for change in one.changes if change.kind == "remission"]
        assert (change.day, change.settled) == (30, settled)

    def test_counts_from_its_first_rating_once_it_has_lasted(self) -> None:
        ratings = "phq-9@0=20 phq-9@30=3 phq-9@51=3"
        assert told(ratings, until=40).in_episode(35) == "unknown"
        assert told(ratings, until=60).in_episode(35) == "no"
        assert told(ratings, until=60).in_episode(29) == "yes"

    def test_begins_anew_after_one_that_did_not_last(self) -> None:
        ratings = "phq-9@0=20 phq-9@30=3 phq-9@37=6 phq-9@44=3 phq-9@58=3 phq-9@70=3"
        one = told(ratings, until=80)
        assert changes(one) == [("remission", 30), ("response", 37), ("remission", 44)]
        assert one.in_episode(32) == "yes"
        assert one.in_episode(40) == "yes"
        assert one.in_episode(50) == "no"

    def test_is_not_lost_to_a_few_symptoms(self) -> None:
        ratings = "phq-9@0=20 phq-9@30=3 phq-9@51=3 phq-9@60=9 phq-9@75=3"
        one = told(ratings, until=80)
        assert changes(one) == [("remission", 30)]
        assert shown(one)[-2:] == [("symptoms", 60, 75), ("remission", 75, 80)]
        assert one.in_episode(65) == "no"
        assert one.in_episode(78) == "no"

    def test_that_did_not_last_says_nothing_of_an_episode_without_one_before(self) -> None:
        one = told("phq-9@0=3 phq-9@7=6", until=10)
        assert one.segments[0].settled == "no"
        assert one.in_episode(3) == "unknown"
        assert one.in_episode(8) == "unknown"


class TestRecovery:
    def test_comes_four_months_into_a_remission(self) -> None:
        one = told("phq-9@0=20 " + WELL_FOR_MONTHS, until=170)
        day = 40 + FOUR_MONTHS
        assert changes(one) == [("remission", 40), ("recovery", day)]
        assert shown(one) == [
            ("episode", 0, 40),
            ("remission", 40, day),
            ("recovery", day, 170),
        ]
        assert [one.in_episode(d) for d in (39, 40, 160, 165)] == ["yes", "no", "no", "no"]

    def test_comes_six_months_into_a_remission_by_frank(self) -> None:
        well = WELL_FOR_MONTHS + " phq-9@190=3 phq-9@220=3 phq-9@230=3"
        one = told("phq-9@0=20 " + well, until=240, convention="frank-1991")
        assert changes(one) == [("remission", 40), ("recovery", 40 + SIX_MONTHS)]
        short = told("phq-9@0=20 " + WELL_FOR_MONTHS, until=170, convention="frank-1991")
        assert changes(short) == [("remission", 40)]

    def test_by_frank_leaves_open_whether_a_shorter_remission_lasted(self) -> None:
        one = told("phq-9@0=20 " + WELL_FOR_MONTHS, until=170, convention="frank-1991")
        assert one.in_episode(60) == "unknown"
        again = told("phq-9@0=20 phq-9@40=3 phq-9@47=20", until=50, convention="frank-1991")
        assert again.segments[1].settled == "unknown"
        well = WELL_FOR_MONTHS + " phq-9@190=3 phq-9@220=3 phq-9@230=3"
        recovered = told("phq-9@0=20 " + well, until=240, convention="frank-1991")
        assert recovered.in_episode(60) == "no"

    def test_needs_a_rating_that_shows_it(self) -> None:
        ratings = "phq-9@0=20 phq-9@40=3 phq-9@70=3 phq-9@100=3 phq-9@161=3"
        assert changes(told(ratings, until=170)) == [("remission", 40)]
        later = "phq-9@0=20 phq-9@40=3 phq-9@70=3 phq-9@100=3 phq-9@162=3"
        assert changes(told(later, until=170))[-1][0] == "recovery"

    def test_is_shown_by_a_rating_with_a_few_symptoms_too(self) -> None:
        ratings = "phq-9@0=20 phq-9@40=3 phq-9@70=3 phq-9@100=3 phq-9@170=7 phq-9@180=3"
        one = told(ratings, until=190)
        assert changes(one)[-1] == ("recovery", 40 + FOUR_MONTHS)
        assert one.in_episode(175) == "no"
        assert [state for state, _, _ in shown(one)] == [
            "episode",
            "remission",
            "recovery",
            "symptoms",
            "recovery",
        ]

    def test_does_not_reach_across_a_time_without_ratings(self) -> None:
        ratings = "phq-9@0=20 phq-9@40=3 phq-9@70=3 phq-9@300=3 phq-9@330=3"
        one = told(ratings, until=340)
        assert changes(one) == [("remission", 40), ("remission", 300)]
        assert one.in_episode(60) == "no"
        assert one.in_episode(200) == "unknown"
        assert one.in_episode(320) == "no"


class TestReturn:
    def test_before_recovery_is_a_relapse(self) -> None:
        one = told("phq-9@0=20 phq-9@40=3 phq-9@70=3 phq-9@100=15", until=120)
        assert changes(one) == [("remission", 40), ("relapse", 100)]
        assert one.in_episode(110) == "yes"

    def test_after_recovery_is_a_recurrence(self) -> None:
        one = told("phq-9@0=20 " + WELL_FOR_MONTHS + " phq-9@200=15", until=220)
        kinds = [kind for kind, _ in changes(one)]
        assert kinds == ["remission", "recovery", "recurrence"]
        assert changes(one)[-1] == ("recurrence", 200)

    def test_of_which_it_is_not_known_which_is_neither(self) -> None:
        one = told("phq-9@0=20 phq-9@40=3 phq-9@70=3 phq-9@300=15", until=320)
        assert changes(one) == [("remission", 40)]
        assert one.in_episode(310) == "yes"

    def test_within_four_months_is_a_relapse_whatever_lay_between(self) -> None:
        ratings = "phq-9@0=20 phq-9@10=3 phq-9@31=3 phq-9@131=15"
        assert changes(told(ratings, until=140)) == [("remission", 10), ("relapse", 131)]

    def test_after_a_remission_that_did_not_last_is_no_relapse(self) -> None:
        one = told("phq-9@0=20 phq-9@40=3 phq-9@50=15", until=60)
        assert changes(one) == [("remission", 40)]
        assert shown(one)[-1] == ("episode", 50, 60)

    def test_can_come_again(self) -> None:
        ratings = "phq-9@0=20 phq-9@20=3 phq-9@41=3 phq-9@60=15 phq-9@80=3 phq-9@101=3 phq-9@120=15"
        kinds = [kind for kind, _ in changes(told(ratings, until=130))]
        assert kinds == ["remission", "relapse", "remission", "relapse"]

    def test_takes_as_many_ratings_in_a_row_as_the_scale_s_source_asks(self) -> None:
        well = "madrs@0=35 madrs@30=5 madrs@51=5 "
        once = told(well + "madrs@60=25", until=70)
        assert changes(once)[-1][0] == "remission"
        assert shown(once)[-1] == ("symptoms", 60, 70)
        assert once.in_episode(65) == "unknown"
        twice = told(well + "madrs@60=25 madrs@67=22", until=70)
        assert changes(twice)[-1] == ("relapse", 60)
        assert twice.in_episode(65) == "yes"
        no_more = told(well + "madrs@60=25 madrs@67=21", until=70)
        assert no_more.in_episode(65) == "no"
        assert changes(no_more)[-1][0] == "remission"

    def test_is_not_known_of_a_scale_without_a_line_for_it(self) -> None:
        one = told("ham-d17@0=25 ham-d17@30=5 ham-d17@51=5 ham-d17@60=26", until=70)
        assert changes(one) == [("remission", 30)]
        assert one.in_episode(55) == "no"
        assert one.in_episode(65) == "unknown"

    def test_that_is_not_known_does_not_count_towards_recovery(self) -> None:
        ratings = "ham-d17@0=25 ham-d17@30=5 ham-d17@60=26 ham-d17@90=5 ham-d17@120=5 ham-d17@155=5"
        kinds = [kind for kind, _ in changes(told(ratings, until=160))]
        assert "recovery" not in kinds


class TestEpisode:
    def test_goes_on_with_fewer_symptoms(self) -> None:
        one = told("phq-9@0=20 phq-9@30=14 phq-9@45=9 phq-9@60=12", until=70)
        assert [state for state, _, _ in shown(one)] == ["episode", "response", "episode"]
        assert one.in_episode(50) == "yes"
        less = told("phq-9@0=12 phq-9@30=8", until=40)
        assert [state for state, _, _ in shown(less)] == ["episode", "symptoms"]
        assert less.in_episode(35) == "yes"

    def test_is_not_known_of_symptoms_alone(self) -> None:
        one = told("phq-9@0=8 phq-9@30=7", until=40)
        assert one.in_episode(35) == "unknown"
        assert told("ham-d17@0=25 ham-d17@30=10", until=40).in_episode(35) == "unknown"

    def test_is_not_known_before_between_and_after_ratings(self) -> None:
        one = told("phq-9@0=20 phq-9@200=20", until=400)
        assert shown(one) == [
            ("episode", 0, 70),
            ("unobserved", 70, 200),
            ("episode", 200, 270),
            ("unobserved", 270, 400),
        ]
        assert [one.in_episode(day) for day in (-1, 0, 70, 71, 199, 200, 270, 271, 401)] == [
            "unknown",
            "yes",
            "unknown",
            "unknown",
            "unknown",
            "yes",
            "unknown",
            "unknown",
            "unknown",
        ]

    def test_is_seen_for_as_long_as_the_next_rating_looks_back(self) -> None:
        assert shown(told("phq-9@0=20 phq-9@84=20", until=90)) == [("episode", 0, 90)]
        assert shown(told("phq-9@0=20 phq-9@85=20", until=90)) == [
            ("episode", 0, 70),
            ("unobserved", 70, 85),
            ("episode", 85, 90),
        ]
        assert shown(told("madrs@0=30 madrs@77=30", until=80)) == [("episode", 0, 80)]
        assert len(shown(told("madrs@0=30 madrs@78=30", until=80))) == 3

    def test_is_told_up_to_the_day_only(self) -> None:
        on_the_day = told("phq-9@0=20 phq-9@30=3", until=30)
        assert shown(on_the_day) == [("episode", 0, 30), ("remission", 30, 30)]
        assert shown(told("phq-9@0=20 phq-9@30=3", until=20)) == [("episode", 0, 20)]


class TestResponse:
    def test_is_a_fall_by_half_since_the_latest_treatment_began(self) -> None:
        one = told(
            "phq-9@0=20 phq-9@30=16 phq-9@60=10 phq-9@75=8", attempts="sertraline 50 28-90 ?"
        )
        assert changes(one)[0] == ("response", 60)
        later = told(
            "phq-9@0=20 phq-9@30=16 phq-9@60=10 phq-9@75=8",
            attempts="sertraline 50 30-90 ?",
        )
        assert changes(later)[0] == ("response", 75)

    def test_goes_by_the_first_rating_of_all_without_a_treatment_before(self) -> None:
        assert changes(told("phq-9@0=20 phq-9@30=10"))[0] == ("response", 30)
        assert changes(told("phq-9@0=20 phq-9@30=11")) == []
        future = told("phq-9@0=20 phq-9@30=10", attempts="sertraline 50 30-90 ?")
        assert changes(future)[0] == ("response", 30)
        earlier = told("phq-9@0=20 phq-9@30=10", attempts="sertraline 50 -30--1 ?")
        assert changes(earlier)[0] == ("response", 30)

    def test_is_noted_once_while_it_lasts_and_again_when_it_returns(self) -> None:
        ratings = "phq-9@0=20 phq-9@30=9 phq-9@45=8 phq-9@60=15 phq-9@75=9"
        assert changes(told(ratings)) == [("response", 30), ("response", 75)]

    def test_does_not_reach_across_a_time_without_ratings(self) -> None:
        one = told("phq-9@0=25 phq-9@200=12", until=210)
        assert changes(one) == []
        assert one.in_episode(205) == "yes"
        close = told("phq-9@0=25 phq-9@84=12 phq-9@168=12", until=170)
        assert changes(close) == [("response", 84)]

    def test_needs_an_earlier_rating(self) -> None:
        assert changes(told("phq-9@0=5 phq-9@0=5", until=5)) == []


def test_an_episode_of_a_month_may_cover_any_of_its_days() -> None:
    made = record(clock="calendar", episodes=({"start": "2024-03", "end": "2024-06"},))
    (episode,) = made.episodes
    first, last = episode.start, episode.end
    assert first is not None
    assert last is not None
    days = (first.earliest - 1, first.earliest, first.latest, last.earliest, last.latest)
    answers = [covers(episode, day) for day in (*days, last.latest + 1)]
    assert answers == ["no", "unknown", "yes", "yes", "unknown", "no"]


class TestDatedEpisodes:
    GOING_ON = ({"start": 0, "ongoing": True},)

    def test_tell_the_course_without_ratings(self) -> None:
        one = told(episodes=self.GOING_ON, until=50)
        assert shown(one) == [("episode", 0, 50)]
        assert one.segments[0].basis == "dated"
        assert [one.in_episode(day) for day in (-1, 0, 50)] == ["unknown", "yes", "yes"]

    def test_say_for_ten_weeks_that_they_are_over(self) -> None:
        one = told(episodes=({"start": 0, "end": 100},), until=400)
        assert shown(one) == [("episode", 0, 100)]
        assert [one.in_episode(day) for day in (100, 101, 170, 171)] == [
            "yes",
            "no",
            "no",
            "unknown",
        ]

    @pytest.mark.parametrize("ongoing", [None, False])
    def test_without_an_end_may_be_over(self, ongoing: bool | None) -> None:
        one = told(episodes=({"start": 0, "ongoing": ongoing},), until=50)
        assert [one.in_episode(day) for day in (-1, 0, 1, 50)] == [
            "unknown",
            "yes",
            "unknown",
            "unknown",
        ]

    def test_of_a_month_are_sure_after_it_and_before_its_end(self) -> None:
        made = record(clock="calendar", episodes=({"start": "2024-03", "end": "2024-06"},))
        day = {
            date: record(clock="calendar", episodes=(), observed_until=date).observed_until
            for date in ("2024-02-29", "2024-03-01", "2024-03-31", "2024-06-01", "2024-06-02")
        }
        one = of(made, 10**6)
        answers = {date: one.in_episode(when.latest) for date, when in day.items() if when}
        assert answers == {
            "2024-02-29": "unknown",
            "2024-03-01": "unknown",
            "2024-03-31": "yes",
            "2024-06-01": "yes",
            "2024-06-02": "unknown",
        }
        assert one.segments[0].start == day["2024-03-01"].latest + 15  # type: ignore[union-attr]  # it was just given

    def test_without_a_start_are_not_drawn(self) -> None:
        assert shown(told(episodes=({"ongoing": True},))) == []
        assert shown(told(episodes=({"start": 500, "ongoing": True},))) == []

    def test_of_another_polarity_are_no_depression(self) -> None:
        for polarity, answer in (("manic", "no"), ("hypomanic", "no"), ("mixed", "unknown")):
            one = told(episodes=({"start": 0, "end": 30, "polarity": polarity},), until=50)
            assert one.in_episode(20) == answer
            assert one.in_episode(40) == "unknown"

    def test_of_a_hypomania_end_what_ratings_and_dates_would_say(self) -> None:
        hypomania = {"start": 40, "end": 60, "polarity": "hypomanic"}
        one = told("phq-9@0=20 phq-9@30=20", episodes=(*self.GOING_ON, hypomania), until=70)
        assert [one.in_episode(day) for day in (35, 50, 65)] == ["yes", "no", "yes"]

    def test_fill_what_ratings_leave_open(self) -> None:
        one = told("phq-9@100=15 phq-9@120=3 phq-9@150=3", episodes=self.GOING_ON, until=300)
        assert shown(one) == [
            ("episode", 0, 100),
            ("episode", 100, 120),
            ("remission", 120, 220),
            ("episode", 220, 300),
        ]
        assert [segment.basis for segment in one.segments] == [
            "dated",
            "measured",
            "measured",
            "dated",
        ]
        assert [one.in_episode(day) for day in (50, 110, 130, 250)] == ["yes", "yes", "no", "yes"]

    def test_make_symptoms_part_of_an_episode(self) -> None:
        assert told("phq-9@10=8", episodes=self.GOING_ON, until=20).in_episode(15) == "yes"
        assert told("ham-d17@10=20", episodes=self.GOING_ON, until=20).in_episode(15) == "yes"
        open_ended = ({"start": 0},)
        assert told("phq-9@10=8", episodes=open_ended, until=20).in_episode(15) == "unknown"
        over = ({"start": 0, "end": 9},)
        assert told("phq-9@10=8", episodes=over, until=20).in_episode(15) == "unknown"

    def test_do_not_outweigh_a_remission_that_was_measured(self) -> None:
        one = told("phq-9@10=3 phq-9@40=3", episodes=self.GOING_ON, until=50)
        assert one.in_episode(30) == "no"


class TestSeveralScales:
    def test_the_one_with_most_ratings_tells_and_others_fill(self) -> None:
        one = told("phq-9@0=20 phq-9@30=18 madrs@200=35", until=210)
        assert one.scale == "phq-9"
        assert shown(one) == [
            ("episode", 0, 100),
            ("unobserved", 100, 200),
            ("episode", 200, 210),
        ]

    def test_clinicians_are_preferred_where_both_have_as_many(self) -> None:
        one = told("phq-9@0=20 madrs@0=5", until=10)
        assert one.scale == "madrs"
        assert shown(one) == [("remission", 0, 10)]

    def test_one_without_a_line_never_tells(self) -> None:
        one = told("scl-90-r-dep@0=3 scl-90-r-dep@5=3 phq-9@0=20", until=10)
        assert one.scale == "phq-9"

    def test_where_they_contradict_each_other_the_first_counts(self) -> None:
        one = told("phq-9@0=20 phq-9@14=20 phq-9@28=20 madrs@14=3 madrs@28=3", until=30)
        assert shown(one) == [("episode", 0, 30)]
        assert one.in_episode(20) == "yes"

    def test_of_the_others_the_one_with_more_ratings_fills_first(self) -> None:
        more = "phq-9@0=20 phq-9@7=20 phq-9@14=20 madrs@200=3 madrs@230=3"
        one = told(more + " ham-d17@205=25", until=240)
        assert shown(one)[-1] == ("remission", 200, 240)

    def test_a_third_fills_what_two_leave_open(self) -> None:
        one = told(
            "phq-9@0=20 phq-9@7=20 phq-9@14=20 madrs@200=35 madrs@207=35 ham-d17@400=5", until=410
        )
        assert [state for state, _, _ in shown(one)] == [
            "episode",
            "unobserved",
            "episode",
            "unobserved",
            "remission",
        ]


class TestEpisodeStart:
    """From which day attempts count for the current episode."""

    def start(
        self, ratings: str = "", day: float = 300, episodes: tuple[dict[str, Any], ...] = ()
    ) -> Bounds:
        return told(ratings, until=day, episodes=episodes).episode_start(day)

    def test_is_the_first_rating_that_shows_it(self) -> None:
        assert self.start("phq-9@0=8 phq-9@20=15 phq-9@40=15", 50) == Bounds(-math.inf, 20)

    def test_is_not_known_without_any(self) -> None:
        assert self.start("", 50) == Bounds.unknown()
        assert self.start("phq-9@0=8", 50) == Bounds.unknown()

    def test_is_that_before_a_relapse(self) -> None:
        ratings = "phq-9@0=20 phq-9@40=3 phq-9@70=3 phq-9@100=15"
        assert self.start(ratings, 110) == Bounds(-math.inf, 0)

    def test_is_that_of_a_recurrence(self) -> None:
        ratings = "phq-9@0=20 " + WELL_FOR_MONTHS + " phq-9@200=15 phq-9@220=15"
        assert self.start(ratings, 230) == Bounds(40 + FOUR_MONTHS, 200)
        assert self.start(ratings, 190) == Bounds(-math.inf, 0)

    def test_may_lie_in_a_time_without_ratings_that_is_long_enough_for_a_recovery(self) -> None:
        assert self.start("phq-9@0=20 phq-9@121=20", 130) == Bounds(-math.inf, 0)
        assert self.start("phq-9@0=20 phq-9@122=20", 130) == Bounds(-math.inf, 122)
        after_remission = "phq-9@0=20 phq-9@30=3 phq-9@151=20"
        assert self.start(after_remission, 160) == Bounds(-math.inf, 0)
        later = "phq-9@0=20 phq-9@30=3 phq-9@152=20"
        assert self.start(later, 160) == Bounds(-math.inf, 152)

    def test_may_lie_after_the_last_rating(self) -> None:
        assert self.start("phq-9@0=20", 71) == Bounds(-math.inf, math.inf)
        assert self.start("phq-9@0=20", 70) == Bounds(-math.inf, 0)

    def test_is_the_clinician_s_where_there_is_one(self) -> None:
        going_on = ({"start": -100, "ongoing": True},)
        assert self.start("phq-9@0=20", 60, going_on) == Bounds.exactly(-100)
        assert self.start("", 60, going_on) == Bounds.exactly(-100)
        two = ({"start": -900, "end": -800}, {"start": -100, "ongoing": True})
        assert self.start("", 60, two) == Bounds.exactly(-100)
        assert self.start("", 60, two[::-1]) == Bounds.exactly(-100)
        assert self.start("", -850, two) == Bounds.exactly(-900)

    def test_is_the_last_one_s_while_it_is_surely_over(self) -> None:
        over = ({"start": 0, "end": 100},)
        assert self.start("", 150, over) == Bounds.exactly(0)
        assert self.start("", 200, over) == Bounds(0, math.inf)

    def test_of_a_date_without_an_end_may_be_later(self) -> None:
        open_ended = ({"start": -100},)
        assert self.start("", 60, open_ended) == Bounds(-100, math.inf)
        assert self.start("phq-9@0=20", 60, open_ended) == Bounds(-100, 0)

    def test_is_after_a_measured_recovery_or_the_clinician_s(self) -> None:
        going_on = ({"start": -100, "ongoing": True},)
        ratings = "phq-9@0=20 " + WELL_FOR_MONTHS + " phq-9@200=15"
        assert self.start(ratings, 210, going_on) == Bounds(-100, 200)

    def test_after_the_end_of_a_dated_one_is_new_once_a_recovery_could_lie_between(self) -> None:
        over = ({"start": 0, "end": 100},)
        assert self.start("phq-9@150=15", 160, over) == Bounds(0, 150)
        assert self.start("phq-9@250=15", 260, over) == Bounds(100, 250)
        assert self.start("phq-9@50=15", 60, over) == Bounds.exactly(0)


class TestSaid:
    """What every segment and change carries."""

    RATINGS = "phq-9@0=20 phq-9@20=10 " + WELL_FOR_MONTHS + " phq-9@200=15 phq-9@300=15"

    def test_changes_name_the_rating_that_shows_them(self) -> None:
        one = told(self.RATINGS, until=310)
        days = {change.kind: change.rating for change in one.changes}
        assert {kind: None if rating is None else rating.day for kind, rating in days.items()} == {
            "response": 20,
            "remission": 40,
            "recovery": None,
            "recurrence": 200,
        }

    def test_segments_say_how_they_are_known(self) -> None:
        one = told(self.RATINGS, until=400)
        assert [segment.state for segment in one.segments] == [
            "episode",
            "response",
            "remission",
            "recovery",
            "episode",
            "unobserved",
            "episode",
            "unobserved",
        ]
        assert {segment.basis for segment in one.segments} == {"measured"}
        assert {segment.settled for segment in one.segments} == {"yes"}

    def test_a_remission_before_a_time_without_ratings_is_not_settled(self) -> None:
        one = told("phq-9@0=20 phq-9@30=3 phq-9@200=3", until=210)
        assert [s.settled for s in one.segments if s.state == "remission"] == ["unknown"] * 2

    def test_symptoms_in_a_remission_are_settled(self) -> None:
        one = told("phq-9@0=20 phq-9@30=3 phq-9@51=3 phq-9@60=9", until=70)
        assert (one.segments[-1].state, one.segments[-1].settled) == ("symptoms", "yes")

    def test_recovery_on_the_very_day_of_a_rating_begins_with_it(self) -> None:
        ratings = "phq-9@0=20 phq-9@40=3 phq-9@100=3 phq-9@161.75=3"
        one = told(ratings, until=170)
        assert shown(one)[-2:] == [("remission", 40, 161.75), ("recovery", 161.75, 170)]
        assert changes(one)[-1] == ("recovery", 161.75)

    def test_a_return_on_the_very_day_of_recovery_may_be_either(self) -> None:
        early = told("phq-9@0=20 phq-9@40=3 phq-9@100=3 phq-9@161=15", until=170)
        assert changes(early)[-1] == ("relapse", 161)
        late = told("phq-9@0=20 phq-9@40=3 phq-9@100=3 phq-9@161.75=15", until=170)
        assert changes(late)[-1] == ("remission", 40)

    def test_the_latest_of_several_treatments_is_the_one_responded_to(self) -> None:
        attempts = "sertraline 50 0-90 ?; mirtazapine 30 30-90 ?"
        ratings = "phq-9@0=24 phq-9@30=16 phq-9@60=10"
        assert changes(told(ratings, attempts=attempts)) == []
        assert changes(told(ratings, attempts="sertraline 50 0-90 ?")) == [("response", 60)]


class TestStudy:
    """Whoever takes part in a study of depression is in an episode until they have remitted."""

    def told(self, ratings: str, diagnosis: str | None = "mdd") -> Status:
        study = {"name": "s"} if diagnosis is None else {"name": "s", "diagnosis": diagnosis}
        return of(record("", ratings, episodes=(), study=study), 200)

    def test_above_the_line_is_an_episode(self) -> None:
        one = self.told("ham-d17@0=20 ham-d17@30=15")
        assert {segment.state for segment in one.segments} == {"episode", "unobserved"}
        assert one.in_episode(10) == "yes"

    def test_of_people_of_whom_that_is_not_said_it_is_not(self) -> None:
        for diagnosis in (None, "community"):
            assert self.told("ham-d17@0=20 ham-d17@30=15", diagnosis).in_episode(10) == "unknown"

    def test_after_a_remission_it_is_not_known(self) -> None:
        well = "ham-d17@0=20 ham-d17@30=5 ham-d17@55=5 "
        one = self.told(well + "ham-d17@70=18 ham-d17@80=18")
        assert one.in_episode(40) == "no"
        assert one.in_episode(85) == "unknown"
        brief = self.told("ham-d17@0=20 ham-d17@30=5 ham-d17@40=15 ham-d17@50=15")
        assert brief.in_episode(55) == "yes"


class TestSegments:
    A = Segment("episode", 0, 10, "measured")
    B = Segment("episode", 10, 20, "measured")
    C = Segment("remission", 20, 30, "measured", "no")
    D = Segment("remission", 30, 40, "measured", "yes")

    def test_alike_are_joined(self) -> None:
        assert joined([self.A, self.B]) == (Segment("episode", 0, 20, "measured"),)
        assert joined([self.B, self.C, self.D]) == (self.B, self.C, self.D)
        dated = Segment("episode", 10, 20, "dated")
        assert joined([self.A, dated]) == (self.A, dated)
        apart = Segment("episode", 11, 20, "measured")
        assert joined([self.A, apart]) == (self.A, apart)

    def test_gaps_are_filled_and_what_stays_open_is_unobserved(self) -> None:
        gap = Segment("unobserved", 10, 50, "measured")
        last = Segment("remission", 50, 60, "measured")
        second = [
            Segment("symptoms", -10, 5, "measured"),
            Segment("unobserved", 5, 15, "measured"),
            Segment("symptoms", 15, 30, "measured"),
            Segment("response", 40, 80, "measured"),
            Segment("unobserved", 80, 90, "measured"),
        ]
        assert filled([self.A, gap, last], second) == (
            Segment("symptoms", -10, 0, "measured"),
            self.A,
            Segment("unobserved", 10, 15, "measured"),
            Segment("symptoms", 15, 30, "measured"),
            Segment("unobserved", 30, 40, "measured"),
            Segment("response", 40, 50, "measured"),
            last,
            Segment("response", 60, 80, "measured"),
            Segment("unobserved", 80, 90, "measured"),
        )
        assert filled([], second) == tuple(second)

    def test_the_later_one_holds_where_two_meet(self) -> None:
        one = told("phq-9@0=20 phq-9@30=3", until=40)
        held = one.at(30)
        assert held is not None
        assert held.state == "remission"
        assert one.at(-1) is None
        assert one.at(41) is None
