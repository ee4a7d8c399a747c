"""A time keeps what is known of it: a year, a month, a date, an instant, or a study's day."""

from __future__ import annotations

import copy
import datetime as dt
import math
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstsnow.record import When
from firstsnow.record.moment import NotATime


@pytest.mark.parametrize(
    ("written", "precision", "first", "last"),
    [
        ("2024", "year", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-02", "month", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2023-02", "month", dt.date(2023, 2, 1), dt.date(2023, 2, 28)),
        ("2024-02-29", "day", dt.date(2024, 2, 29), dt.date(2024, 2, 29)),
    ],
)
def test_a_time_on_the_calendar_spans_what_it_can_be(
    written: str, precision: str, first: dt.date, last: dt.date
) -> None:
    when = When.of(written)
    assert when.precision == precision
    assert (when.earliest, when.latest) == (first.toordinal(), last.toordinal())
    assert when.date == first
    assert when.written == written


def test_an_instant_is_a_fraction_of_its_own_local_day() -> None:
    when = When.of("2024-03-05T18:00+08:00")
    assert when.precision == "instant"
    assert when.earliest == dt.date(2024, 3, 5).toordinal() + 0.75


def test_a_number_is_a_day_on_a_studys_clock() -> None:
    when = When.of(0.5)
    assert (when.precision, when.earliest, when.middle) == ("study-day", 0.5, 0.5)
    assert not when.is_calendar
    with pytest.raises(ValueError, match="no calendar date"):
        _ = when.date


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2024-02-30", "2024-02 has 29 days"),
        ("2024-13", "a month lies between 01 and 12"),
        ("2024-00-10", "a month lies between 01 and 12"),
        ("2024-01-00", "2024-01 has 31 days"),
        ("0024-01-01", "a year lies between 1850 and 2200"),
        ("2201", "a year lies between 1850 and 2200"),
        ("2024-03-05T24:61", "a clock time lies between T00:00 and T23:59"),
        ("2024-03-05T10:00+25:00", "an offset within 24 hours"),
        ("5.3.2024", "a time is written as 2024"),
        ("2024-3-5", "a time is written as 2024"),
        ("2024-03-05 10:00", "a time is written as 2024"),
        ("٢٠٢٤", "a time is written as 2024"),
        ("2024\n", "a time is written as 2024"),
        ("", "a time is written as 2024"),
        (math.inf, "a study day lies between -100000 and 100000"),
        (math.nan, "a study day lies between"),
        (10**400, "a study day lies between"),
        (100_001.0, "a study day lies between"),
    ],
)
def test_what_is_no_time_is_refused_with_what_would_be_right(
    written: str | float, right: str
) -> None:
    with pytest.raises(NotATime, match=re.escape(right)):
        When.of(written)


def test_dates_and_instants_of_python_are_read() -> None:
    assert When.of(dt.date(2024, 3, 5)) == When.of("2024-03-05")
    offset = dt.timezone(dt.timedelta(hours=8))
    instant = dt.datetime(2024, 3, 5, 9, 30, tzinfo=offset)
    assert When.of(instant).date == dt.date(2024, 3, 5)


def test_a_month_is_not_surely_before_a_day_within_it() -> None:
    assert not When.of("2024-03").surely_before(When.of("2024-03-05"))
    assert not When.of("2024-03-05").surely_before(When.of("2024-03"))
    assert When.of("2024-02").surely_before(When.of("2024-03-05"))


def test_times_on_different_clocks_have_no_order() -> None:
    assert not When.of(1).surely_before(When.of("2024"))
    assert not When.of("2024").surely_before(When.of(1e5))


@pytest.mark.parametrize("written", ["2024", "2024-03-05T09:30+08:00", 7.5])
def test_a_time_survives_the_way_to_another_process(written: str | float) -> None:
    when = When.of(written)
    assert pickle.loads(pickle.dumps(when)) == when  # noqa: S301  our own bytes
    assert copy.deepcopy(when) == when


@given(st.one_of(st.text(), st.floats(), st.integers(), st.dates(), st.datetimes()))
def test_whatever_is_given_it_is_a_time_or_refused_as_none(
    given_value: str | float | dt.date,
) -> None:
    try:
        when = When.of(given_value)
    except NotATime:
        return
    assert when.earliest <= when.middle <= when.latest
    assert When.of(when.written) == when
