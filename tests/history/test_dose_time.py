"""How long a dose was given, as far as the record says."""

from __future__ import annotations

import math
from typing import Any

import pytest

from firstsnow.history.answer import Bounds
from firstsnow.history.dose_time import (
    exposure_end,
    exposure_start,
    highest,
    levels,
    moment_bounds,
    time_at_dose,
)
from firstsnow.record import Exposure
from firstsnow.record.moment import When

MG = "mg/day"


def exposure(**parts: Any) -> Exposure:  # noqa: ANN401  any part of an exposure, as its JSON has it
    return Exposure.model_validate({"id": "e1", "treatment": "sertraline", **parts})


def dose(
    amount: float | None, start: float | None = None, end: float | None = None, unit: str = MG
) -> dict[str, object]:
    made = {"amount": amount, "unit": unit, "start": start, "end": end}
    return {name: value for name, value in made.items() if value is not None}


def days_at(given: Exposure, minimum: float, until: float = 1000) -> Bounds:
    return time_at_dose(levels(given, until), Bounds.exactly(minimum), MG)


def day(date: str) -> float:
    return When.of(date).earliest


def test_a_date_is_one_day_and_a_month_any_of_its_days() -> None:
    assert moment_bounds(When.of("2024-02-10")).is_exact
    month = moment_bounds(When.of("2024-02"))
    assert month == Bounds(day("2024-02-01"), day("2024-02-29"))
    assert moment_bounds(None) == Bounds.unknown()


class TestStart:
    def test_is_the_day_on_record(self) -> None:
        assert exposure_start(exposure(start=5)) == Bounds.exactly(5)

    def test_is_at_the_latest_the_first_thing_that_was_given(self) -> None:
        of_doses = exposure(doses=[dose(50, 7), dose(100, 14)])
        of_sessions = exposure(treatment="ect", sessions=[{"time": 9}, {"time": 12}])
        assert exposure_start(of_doses) == Bounds(-math.inf, 7)
        assert exposure_start(of_sessions) == Bounds(-math.inf, 9)
        both = exposure(doses=[dose(50, 7)], sessions=[{"time": 3}])
        assert exposure_start(both) == Bounds(-math.inf, 3)

    def test_is_not_known_of_an_exposure_without_times(self) -> None:
        assert exposure_start(exposure()) == Bounds.unknown()
        assert exposure_start(exposure(doses=[dose(50)])) == Bounds.unknown()


class TestEnd:
    def test_is_the_day_on_record_but_not_after_the_day_on_which_it_is_seen(self) -> None:
        assert exposure_end(exposure(start=0, end=30), 100) == Bounds.exactly(30)
        assert exposure_end(exposure(start=0, end=30), 10) == Bounds.exactly(10)

    def test_is_today_where_it_is_known_to_go_on(self) -> None:
        assert exposure_end(exposure(start=0, ongoing=True), 50) == Bounds.exactly(50)

    @pytest.mark.parametrize("ongoing", [None, False])
    def test_is_after_the_last_thing_that_is_known_of_it(self, ongoing: bool | None) -> None:
        open_ended = exposure(start=0, ongoing=ongoing, doses=[dose(50, 0), dose(100, 20)])
        assert exposure_end(open_ended, 50) == Bounds(20, 50)
        assert exposure_end(open_ended, 10) == Bounds(10, 10)
        assert exposure_end(exposure(start=3, ongoing=ongoing), 50) == Bounds(3, 50)
        with_end_of_dose = exposure(start=0, ongoing=ongoing, doses=[dose(50, 0, 30)])
        assert exposure_end(with_end_of_dose, 50) == Bounds(30, 50)
        with_sessions = exposure(start=0, ongoing=ongoing, sessions=[{"time": 8}])
        assert exposure_end(with_sessions, 50) == Bounds(8, 50)

    def test_of_an_exposure_without_times_is_not_known(self) -> None:
        assert exposure_end(exposure(), 50) == Bounds(-math.inf, 50)


class TestTimeAtDose:
    def test_counts_days_at_the_least_dose_or_more(self) -> None:
        given = exposure(start=0, end=60, doses=[dose(25, 0), dose(50, 10), dose(100, 30)])
        assert days_at(given, 50) == Bounds.exactly(50)
        assert days_at(given, 51) == Bounds.exactly(30)
        assert days_at(given, 101) == Bounds.exactly(0)

    def test_stops_on_the_day_on_which_it_is_seen(self) -> None:
        given = exposure(start=0, end=60, doses=[dose(50, 0), dose(100, 30)])
        assert days_at(given, 50, until=20) == Bounds.exactly(20)
        assert len(levels(given, 20)) == 1
        assert len(levels(given, 30)) == 2

    def test_leaves_out_a_break_between_two_doses(self) -> None:
        given = exposure(start=0, end=60, doses=[dose(50, 0, 20), dose(50, 40)])
        assert days_at(given, 50) == Bounds.exactly(40)

    def test_leaves_out_a_lower_dose_between_two(self) -> None:
        given = exposure(
            start=0, end=100, doses=[dose(50, 0), dose(100, 10), dose(25, 20), dose(50, 50)]
        )
        assert days_at(given, 50) == Bounds.exactly(70)
        assert days_at(given, 100) == Bounds.exactly(10)
        assert [(one.start.low, one.end.low) for one in levels(given, 200)] == [
            (0, 10),
            (10, 20),
            (20, 50),
            (50, 100),
        ]
        assert [one.is_followed for one in levels(given, 200)] == [True, True, True, False]

    def test_of_no_level_is_none(self) -> None:
        assert time_at_dose([], Bounds.exactly(50), MG) == Bounds.exactly(0)
        later = exposure(start=0, end=60, doses=[dose(50, 20)])
        assert days_at(later, 50, until=10) == Bounds.exactly(0)

    def test_between_a_known_and_an_unknown_change_has_bounds(self) -> None:
        given = exposure(start=0, end=60, doses=[dose(25, 0), dose(50), dose(25, 40)])
        assert days_at(given, 50) == Bounds(0, 40)

    def test_takes_a_dose_without_days_for_the_whole_time(self) -> None:
        assert days_at(exposure(start=0, end=60, doses=[dose(50)]), 50) == Bounds.exactly(60)

    def test_of_an_unknown_dose_may_be_all_or_nothing(self) -> None:
        assert days_at(exposure(start=0, end=60), 50) == Bounds(0, 60)
        in_words = exposure(start=0, end=60, doses=[{"as_written": "two tablets"}])
        assert days_at(in_words, 50) == Bounds(0, 60)

    def test_of_a_change_on_an_unknown_day_has_bounds(self) -> None:
        given = exposure(start=0, end=60, doses=[dose(25), dose(50)])
        assert days_at(given, 50) == Bounds(0, 60)

    def test_is_known_where_both_doses_are_enough_whenever_the_change_was(self) -> None:
        given = exposure(start=0, end=60, doses=[dose(50), dose(100)])
        assert days_at(given, 50) == Bounds.exactly(60)

    def test_is_not_longer_than_the_exposure_whenever_the_changes_were(self) -> None:
        given = exposure(start=0, end=20, doses=[dose(50), dose(25), dose(50)])
        assert days_at(given, 50) == Bounds(0, 20)

    def test_of_a_month_has_bounds(self) -> None:
        given = exposure(start="2024-03", end="2024-05-01", doses=[dose(50)])
        assert days_at(given, 50, until=day("2024-06-01")) == Bounds(31, 61)

    def test_may_count_a_dose_between_two_least_doses(self) -> None:
        given = exposure(start=0, end=60, doses=[dose(40, 0)])
        assert time_at_dose(levels(given, 99), Bounds(28, 56), MG) == Bounds(0, 60)
        assert time_at_dose(levels(given, 99), Bounds(28, 40), MG) == Bounds.exactly(60)
        assert time_at_dose(levels(given, 99), Bounds(40.5, 56), MG) == Bounds.exactly(0)


class TestUnits:
    @pytest.mark.parametrize(
        ("amount", "unit", "milligrams"),
        [(50, "mg/day", 50), (0.05, "g/day", 50), (50_000, "ug/day", 50)],
    )
    def test_grams_and_micrograms_are_converted(
        self, amount: float, unit: str, milligrams: float
    ) -> None:
        given = levels(exposure(start=0, end=9, doses=[dose(amount, 0, unit=unit)]), 99)
        assert given[0].amount_in(MG) == pytest.approx(milligrams)
        assert highest(given, MG) == pytest.approx(milligrams)

    def test_milligrams_become_grams_and_micrograms(self) -> None:
        (level,) = levels(exposure(start=0, end=9, doses=[dose(50, 0)]), 99)
        assert level.amount_in("g/day") == pytest.approx(0.05)
        assert level.amount_in("ug/day") == pytest.approx(50_000)

    @pytest.mark.parametrize("unit", ["mg/kg", "mg", "session"])
    def test_what_is_no_daily_dose_is_not_converted(self, unit: str) -> None:
        (level,) = levels(exposure(start=0, end=9, doses=[dose(50, 0, unit=unit)]), 99)
        assert level.amount_in(MG) is None
        assert level.amount_in(unit) == 50
        assert highest([level], MG) is None

    def test_the_highest_is_of_all_known_doses(self) -> None:
        given = levels(exposure(start=0, end=60, doses=[dose(100, 0), dose(50, 9)]), 99)
        assert highest(given, MG) == 100
