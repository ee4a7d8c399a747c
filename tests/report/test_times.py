"""Days in words: as exactly as they are known, and never rounded in someone's favour."""

import math

import pytest

from firstsnow.history import Bounds
from firstsnow.i18n import translator
from firstsnow.record import When
from firstsnow.report.times import Clock, length

CALENDAR, STUDY = Clock(is_calendar=True, at=739_000.5), Clock(is_calendar=False, at=42.0)
SAY = translator("en").text


@pytest.mark.parametrize(
    ("written", "long", "short"),
    [
        ("2024", "2024", "2024"),
        ("2024-02", "February 2024", "Feb 2024"),
        ("2024-02-29", "29 February 2024", "29 Feb 2024"),
        ("2024-02-29T23:10+08:00", "29 February 2024", "29 Feb 2024"),
    ],
)
def test_a_time_is_written_as_exactly_as_it_is_known(written: str, long: str, short: str) -> None:
    when = When.of(written)
    assert SAY(CALENDAR.when(when)) == long
    assert SAY(CALENDAR.briefly().when(when)) == short


def test_days_of_a_study_are_days() -> None:
    assert SAY(STUDY.day(7)) == "day 7"
    assert SAY(STUDY.day(3.5)) == "day 3.5"
    assert STUDY.is_today(42.3)


def test_bounds_say_what_is_open() -> None:
    first, last = When.of("2024-03-05").earliest, When.of("2024-05-01").earliest
    assert SAY(CALENDAR.bounds(Bounds(-math.inf, last))) == "1 May 2024 or before"
    assert SAY(CALENDAR.bounds(Bounds(first, math.inf))) == "5 March 2024 or later"
    assert SAY(CALENDAR.bounds(Bounds.unknown())) == "at a time that is not known"
    assert SAY(CALENDAR.bounds(Bounds(first, last))) == "between 5 March 2024 and 1 May 2024"


def test_a_span_within_what_is_known_is_said_once() -> None:
    march = CALENDAR.when(When.of("2024-03"))
    assert SAY(CALENDAR.span(march, march)) == "March 2024"
    april = CALENDAR.when(When.of("2024-04"))
    assert SAY(CALENDAR.span(march, april)) == "March 2024 to April 2024"
    assert SAY(CALENDAR.briefly().span(march, april)) == "March 2024 – April 2024"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (10, 10, "10 days"),
        (27, 27, "3.8 weeks"),
        (28, 28, "4 weeks"),
        (126, 126, "18 weeks"),
        (800, 800, "2.1 years"),
        (0, 61, "at most 8 weeks"),
        (57, 119, "8 to 17 weeks"),
        (5, 30, "5 days to 4 weeks"),
        (29, 34, "4 weeks"),
    ],
)
def test_lengths_are_cut_not_rounded(low: float, high: float, said: str) -> None:
    value = length(Bounds(low, high))
    assert value is not None
    assert SAY(value) == said


def test_a_length_of_which_nothing_is_known_is_not_written() -> None:
    assert length(Bounds.unknown()) is None
