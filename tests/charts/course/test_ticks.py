"""Marks along the time axis, as dense as can be read and no denser."""

from __future__ import annotations

import datetime as dt

import pytest

from firstsnow.charts.course.layer import needed_width
from firstsnow.charts.course.ticks import Tick, ticks
from firstsnow.charts.course.timescale import TimeScale
from firstsnow.i18n import translator

START = dt.date(2024, 11, 20).toordinal()


def words_of(scale: TimeScale, language: str = "en") -> list[str]:
    return [tick.words for tick in ticks(scale, translator(language)) if tick.words]


def calendar(days: float, width: float = 800.0) -> TimeScale:
    return TimeScale(float(START), START + days, width, is_calendar=True)


def study(days: float, width: float = 800.0) -> TimeScale:
    return TimeScale(0.0, days, width, is_calendar=False)


def test_a_few_days_on_the_calendar_are_dates() -> None:
    assert words_of(calendar(5))[0] == "20 Nov"


def test_months_have_the_year_under_the_first_of_each() -> None:
    found = ticks(calendar(400), translator("en"))
    assert [tick.words for tick in found][:3] == ["Dec", "Jan", "Feb"]
    assert [tick.below for tick in found if tick.below] == ["2024", "2025"]


def test_months_that_would_meet_are_marks_without_words() -> None:
    found = ticks(calendar(700, width=300), translator("en"))
    assert "" in [tick.words for tick in found]
    assert len(found) == 23


def test_a_year_that_has_no_room_is_left_to_the_next() -> None:
    found = ticks(calendar(500, width=240), translator("en"))
    assert "2024" not in [tick.below for tick in found]


def test_twenty_years_are_years() -> None:
    assert words_of(calendar(20 * 365))[:3] == ["2025", "2026", "2027"]


def test_twenty_years_on_a_narrow_screen_are_every_fifth_year() -> None:
    assert words_of(calendar(20 * 365, width=260)) == ["2025", "2030", "2035", "2040"]


def test_six_weeks_of_a_study_are_weeks() -> None:
    assert words_of(study(42)) == [f"week {week}" for week in range(7)]


def test_two_weeks_of_a_study_are_days() -> None:
    assert words_of(study(14))[:2] == ["day 0", "day 1"]


def test_two_weeks_of_a_study_on_a_narrow_screen_are_fewer_days() -> None:
    assert words_of(study(14, width=290)) == ["day 0", "day 7", "day 14"]


def test_years_of_a_study_are_weeks_far_apart() -> None:
    assert words_of(study(2000))[:2] == ["week 0", "week 26"]


def test_chinese_months() -> None:
    assert words_of(calendar(200), "zh")[:2] == ["12月", "1月"]


def test_without_anything_in_time_there_is_nothing_to_mark() -> None:
    scale = TimeScale(0.0, 7.0, 800.0, is_calendar=True, is_empty=True)
    assert ticks(scale, translator("en")) == ()


@pytest.mark.parametrize("width", [240.0, 300.0, 500.0, 900.0])
@pytest.mark.parametrize("days", [7, 30, 59, 61, 100, 400, 900, 2000, 4000, 9000, 30000])
@pytest.mark.parametrize("is_calendar", [True, False])
def test_words_never_meet(days: int, width: float, is_calendar: bool) -> None:
    scale = calendar(days, width) if is_calendar else study(days, width)
    found = ticks(scale, translator("en"))
    assert_apart(scale, [(tick, tick.words) for tick in found if tick.words], bold=False)
    assert_apart(scale, [(tick, tick.below) for tick in found if tick.below], bold=True)


def assert_apart(scale: TimeScale, shown: list[tuple[Tick, str]], *, bold: bool) -> None:
    right = float("-inf")
    for tick, words in shown:
        width = needed_width(words, bold=bold)
        left = min(max(scale.x(tick.day) - width / 2, 0.0), scale.width - width)
        assert left >= right, words
        right = left + width
