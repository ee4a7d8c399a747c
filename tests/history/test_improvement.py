"""How much a treatment helped, measured or as it was judged."""

from __future__ import annotations

import math

import pytest

from firstsnow.history.answer import Bounds
from firstsnow.history.improvement import Improvement, improvement
from firstsnow.history.ratings import depression_ratings
from firstsnow.record import Record
from tests.history.records import record


def found(attempt: str, ratings: str = "", until: float = 1000) -> Improvement:
    return found_in(record(attempt, ratings), until)


def found_in(made: Record, until: float = 10**7) -> Improvement:
    return improvement(made.exposures[-1], depression_ratings(made), until)


class TestMeasured:
    def test_is_the_fall_from_the_start_in_percent(self) -> None:
        one = found("sertraline 100 0-42 ?", "phq-9@0=20 phq-9@42=15")
        assert one.percent == Bounds.exactly(25)
        assert one.basis == "measured"
        assert one.before is not None
        assert one.after is not None
        assert (one.before.day, one.after.day) == (0, 42)

    def test_of_a_rise_is_negative(self) -> None:
        assert found("sertraline 100 0-42 ?", "phq-9@0=20 phq-9@42=25").percent.high == -25

    def test_counts_from_the_least_total_of_the_scale(self) -> None:
        scale = {
            "id": "from-20",
            "minimum": 20,
            "maximum": 80,
            "direction": "higher-is-worse",
            "measures": "depression-severity",
        }
        made = record(
            "sertraline 100 0-42 ?",
            "from-20@0=60 from-20@42=40",
            declared_scales=[scale],
        )
        assert found_in(made).percent == Bounds.exactly(50)

    @pytest.mark.parametrize(
        ("ratings", "percent"),
        [
            ("phq-9@-28=20 phq-9@42=15", 25),
            ("phq-9@-29=20 phq-9@42=15", None),
            ("phq-9@-20=24 phq-9@-5=20 phq-9@42=15", 25),
            ("phq-9@-5=20 phq-9@2=10 phq-9@42=15", 25),
            ("phq-9@2=20 phq-9@42=15", 25),
            ("phq-9@3=20 phq-9@42=15", 25),
            ("phq-9@4=20 phq-9@42=15", None),
            ("phq-9@1=20 phq-9@3=10 phq-9@42=15", 25),
            ("phq-9@0=20 phq-9@49=15", 25),
            ("phq-9@0=20 phq-9@50=15", None),
            ("phq-9@0=20 phq-9@30=10 phq-9@42=15 phq-9@60=2", 25),
            ("phq-9@0=20", None),
            ("phq-9@42=15", None),
            ("phq-9@2=20", None),
        ],
    )
    def test_goes_by_the_last_rating_before_and_the_last_under_it(
        self, ratings: str, percent: float | None
    ) -> None:
        one = found("sertraline 100 0-42 ?", ratings)
        if percent is None:
            assert one.basis == "unknown"
        else:
            assert one.percent == Bounds.exactly(percent)

    def test_goes_by_what_had_been_rated_by_the_day(self) -> None:
        ratings = "phq-9@0=20 phq-9@20=18 phq-9@42=5"
        assert found("sertraline 100 0-42 ?", ratings, until=20).percent == Bounds.exactly(10)
        assert found("sertraline 100 0-42 ?", ratings, until=41).percent == Bounds.exactly(10)
        assert found("sertraline 100 0-42 ?", ratings, until=42).percent == Bounds.exactly(75)
        assert found("sertraline 100 0-42 ?", ratings, until=19).basis == "unknown"

    def test_prefers_clinicians_and_then_known_scales(self) -> None:
        both = "phq-9@0=20 phq-9@42=5 madrs@0=40 madrs@42=30"
        assert found("sertraline 100 0-42 ?", both).percent == Bounds.exactly(25)
        one_only = "phq-9@0=20 phq-9@42=5 madrs@0=40"
        assert found("sertraline 100 0-42 ?", one_only).percent == Bounds.exactly(75)
        two_clinicians = "ham-d17@0=20 ham-d17@42=5 madrs@0=40 madrs@42=30"
        assert found("sertraline 100 0-42 ?", two_clinicians).percent == Bounds.exactly(25)
        unlisted = "scl-90-r-dep@0=4 scl-90-r-dep@42=1 bdi-ii@0=40 bdi-ii@42=30"
        assert found("sertraline 100 0-42 ?", unlisted).percent == Bounds.exactly(25)

    @pytest.mark.parametrize("before", [0, 3, 4])
    def test_of_someone_who_was_well_at_the_start_says_nothing(self, before: int) -> None:
        ratings = f"phq-9@0={before} phq-9@42=4"
        assert found("sertraline 100 0-42 ?", ratings).basis == "unknown"
        assert found("sertraline 100 0-42 none", ratings).basis == "judged"
        assert found("sertraline 100 0-42 ?", "phq-9@0=5 phq-9@42=5").percent == Bounds.exactly(0)

    def test_of_a_scale_without_a_line_of_remission_starts_above_its_least_total(self) -> None:
        at_least = "scl-90-r-dep@0=0 scl-90-r-dep@42=0"
        assert found("sertraline 100 0-42 ?", at_least).basis == "unknown"
        above = "scl-90-r-dep@0=1 scl-90-r-dep@42=0"
        assert found("sertraline 100 0-42 ?", above).percent == Bounds.exactly(100)

    def test_without_exact_days_has_bounds(self) -> None:
        made = record(
            clock="calendar",
            episodes=(),
            exposures=[
                {"id": "e1", "treatment": "sertraline", "start": "2024-03", "end": "2024-05"}
            ],
            measurements=[
                {"scale": "phq-9", "time": day, "total": total}
                for day, total in (
                    ("2024-02-20", 24),
                    ("2024-03-15", 20),
                    ("2024-04-20", 15),
                    ("2024-05-20", 12),
                    ("2024-06-09", 3),
                )
            ],
        )
        one = found_in(made)
        assert one.percent.low == pytest.approx(100 * (20 - 15) / 20)
        assert one.percent.high == pytest.approx(100 * (24 - 12) / 24)

    def test_without_a_rating_that_is_surely_before_or_under_it_is_unknown(self) -> None:
        def made(*ratings: tuple[str, float]) -> Record:
            return record(
                clock="calendar",
                episodes=(),
                exposures=[
                    {"id": "e1", "treatment": "sertraline", "start": "2024-03", "end": "2024-05"}
                ],
                measurements=[{"scale": "phq-9", "time": d, "total": t} for d, t in ratings],
            )

        assert found_in(made(("2024-03-02", 20), ("2024-04-20", 15))).basis == "unknown"
        assert found_in(made(("2024-02-20", 20), ("2024-03-15", 15))).basis == "unknown"
        assert found_in(made(("2024-02-20", 20), ("2024-05-20", 15))).basis == "unknown"
        assert found_in(made(("2024-02-20", 20), ("2024-05-08", 15))).basis == "measured"
        assert found_in(made(("2024-02-20", 20), ("2024-05-09", 15))).basis == "unknown"

    @pytest.mark.parametrize("days", ["?-42", "0-?"])
    def test_without_a_first_or_last_day_is_unknown(self, days: str) -> None:
        assert found(f"sertraline 100 {days} ?", "phq-9@0=20 phq-9@42=15").basis == "unknown"

    def test_under_one_that_goes_on_is_up_to_now(self) -> None:
        ratings = "phq-9@0=20 phq-9@200=15"
        assert found("sertraline 100 0- ?", ratings).percent == Bounds.exactly(25)


class TestJudged:
    @pytest.mark.parametrize(
        ("word", "below_25", "below_50"),
        [
            ("none", "yes", "yes"),
            ("worse", "yes", "yes"),
            ("part", "no", "yes"),
            ("response", "no", "no"),
            ("remission", "no", "no"),
            ("?", "unknown", "unknown"),
        ],
    )
    def test_words_mean_what_the_record_says_they_mean(
        self, word: str, below_25: str, below_50: str
    ) -> None:
        one = found(f"sertraline 100 0-42 {word}")
        assert (one.is_below(25), one.is_below(50)) == (below_25, below_50)
        assert one.basis == ("unknown" if word == "?" else "judged")

    def test_worse_is_below_nothing(self) -> None:
        assert found("sertraline 100 0-42 worse").is_below(0) == "yes"
        assert found("sertraline 100 0-42 none").is_below(0) == "unknown"
        assert found("sertraline 100 0-42 none").percent.low == -math.inf
        assert found("sertraline 100 0-42 remission").percent == Bounds(50, 100)

    def test_a_percentage_on_record_counts_before_the_word(self) -> None:
        one = found("sertraline 100 0-42 30%")
        assert (one.percent, one.basis) == (Bounds.exactly(30), "judged")
        assert one.judgement == "not-judged"

    def test_is_known_once_it_has_ended(self) -> None:
        assert found("sertraline 100 0-42 none", until=41).basis == "unknown"
        assert found("sertraline 100 0-42 none", until=42).basis == "judged"
        assert found("sertraline 100 0- none", until=10).basis == "judged"
        early = found("sertraline 100 0-42 none", until=41)
        assert (early.percent, early.judgement) == (Bounds(-math.inf, 100), "no-response")

    def test_of_nothing_on_record_is_unknown(self) -> None:
        made = record(exposures=[{"id": "e1", "treatment": "sertraline", "start": 0, "end": 42}])
        one = found_in(made)
        assert (one.basis, one.percent) == ("unknown", Bounds(-math.inf, 100))
        assert one.judgement is None


class TestContradiction:
    @pytest.mark.parametrize(
        ("word", "after", "contradicts"),
        [
            ("none", 16, False),
            ("none", 15, True),
            ("none", 5, True),
            ("part", 15, False),
            ("part", 11, False),
            ("part", 10, True),
            ("part", 19, True),
            ("response", 10, False),
            ("response", 11, True),
            ("worse", 21, False),
            ("worse", 20, True),
            ("?", 1, False),
        ],
    )
    def test_shows_where_both_can_not_be_right(
        self, word: str, after: int, contradicts: bool
    ) -> None:
        one = found(f"sertraline 100 0-42 {word}", f"phq-9@0=20 phq-9@42={after}")
        assert one.contradicts_judgement is contradicts

    def test_needs_both(self) -> None:
        assert not found("sertraline 100 0-42 none").contradicts_judgement
        made = record(
            ratings="phq-9@0=20 phq-9@42=1",
            exposures=[{"id": "e1", "treatment": "sertraline", "start": 0, "end": 42}],
        )
        assert not found_in(made).contradicts_judgement
