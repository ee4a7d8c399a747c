"""When something was: a date, a month, a year or an instant, or a day on a study's clock."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from firstsnow.i18n import Message, message

Precision = Literal["instant", "day", "month", "year", "study-day"]

_CALENDAR = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?P<clock>T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)
_NAMED_GROUP = re.compile(r"\(\?P<[a-z]+>")
_FIRST_YEAR, _LAST_YEAR = 1850, 2200
_MONTHS = 12
_LARGEST_STUDY_DAY = 100_000.0


class NotATime(ValueError):
    """What was given is no time.

    Attributes
    ----------
    right
        What would be right.
    """

    def __init__(self, right: Message) -> None:
        self.right = right
        super().__init__(str(right))


@dataclass(frozen=True, slots=True)
class When:
    """A time with its precision.

    Attributes
    ----------
    written
        As it stands in the record: ISO 8601 text (``"2024"``, ``"2024-03"``, ``"2024-03-05"``,
        ``"2024-03-05T09:30+08:00"``) or, on a study's clock, a number of days from its day 0.
    precision
        What is known of it.
    earliest, latest
        First and last day that it can be, in days: on the calendar the day's proleptic Gregorian
        ordinal plus the fraction of the local day, on a study's clock the study day. Dates and
        instants are one point, months and years span from their first to their last day.
    """

    written: str | float
    precision: Precision
    earliest: float
    latest: float

    @property
    def middle(self) -> float:
        """The day halfway between the earliest and the latest, in days."""
        return (self.earliest + self.latest) / 2

    @property
    def is_calendar(self) -> bool:
        """Whether it is on the calendar rather than on a study's clock."""
        return self.precision != "study-day"

    @property
    def date(self) -> dt.date:
        """The first calendar date that it can be.

        Raises
        ------
        ValueError
            On a study's clock, which has no calendar.
        """
        if not self.is_calendar:
            raise ValueError("a day on a study's clock has no calendar date")
        return dt.date.fromordinal(math.floor(self.earliest))

    def surely_before(self, other: When) -> bool:
        """Whether it was before ``other``, however both are read and on the same clock."""
        return self.is_calendar == other.is_calendar and self.latest < other.earliest

    @classmethod
    def of(cls, value: str | float | dt.date | dt.datetime) -> When:
        """Read a time from ISO 8601 text, a date, an instant or a day on a study's clock.

        Raises
        ------
        NotATime
            If it is no such time; it says what would be right.
        """
        if isinstance(value, str):
            return _of_text(value)
        if isinstance(value, dt.datetime):
            return _of_text(value.isoformat())
        if isinstance(value, dt.date):
            return _of_text(value.isoformat())
        return _of_study_day(value)

    def __reduce__(self) -> tuple[Callable[[str | float], When], tuple[str | float]]:
        """Let copies for other processes be made from what was written: it is short and quick."""
        return When.of, (self.written,)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.plain_serializer_function_ser_schema(_written)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "description": "A year, month, date or instant (ISO 8601), or a day on a study's clock",
            "anyOf": [
                {"type": "string", "pattern": f"^{_NAMED_GROUP.sub('(?:', _CALENDAR.pattern)}$"},
                {
                    "type": "number",
                    "minimum": -_LARGEST_STUDY_DAY,
                    "maximum": _LARGEST_STUDY_DAY,
                },
            ],
        }


@functools.lru_cache(maxsize=65_536)
def _of_text(text: str) -> When:
    match = _CALENDAR.fullmatch(text)
    if match is None:
        raise NotATime(
            message("a time is written as 2024, 2024-03, 2024-03-05 or 2024-03-05T09:30+08:00")
        )
    year = int(match["year"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise NotATime(
            message("a year lies between {first} and {last}", first=_FIRST_YEAR, last=_LAST_YEAR)
        )
    if match["month"] is None:
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        return When(text, "year", float(first.toordinal()), float(last.toordinal()))
    month = int(match["month"])
    if not 1 <= month <= _MONTHS:
        raise NotATime(message("a month lies between 01 and 12"))
    length = calendar.monthrange(year, month)[1]
    if match["day"] is None:
        first, last = dt.date(year, month, 1), dt.date(year, month, length)
        return When(text, "month", float(first.toordinal()), float(last.toordinal()))
    if not 1 <= int(match["day"]) <= length:
        raise NotATime(
            message("{month} has {count} days", month=f"{year}-{month:02d}", count=length)
        )
    if match["clock"] is None:
        ordinal = float(dt.date(year, month, int(match["day"])).toordinal())
        return When(text, "day", ordinal, ordinal)
    return _of_instant(text)


def _of_instant(text: str) -> When:
    try:
        instant = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise NotATime(
            message("a clock time lies between T00:00 and T23:59, an offset within 24 hours")
        ) from error
    midnight = instant.replace(hour=0, minute=0, second=0, microsecond=0)
    day = instant.toordinal() + (instant - midnight) / dt.timedelta(days=1)
    return When(text, "instant", day, day)


def _of_study_day(value: float) -> When:
    try:
        day = float(value)
    except OverflowError:
        day = math.inf
    if not math.isfinite(day) or abs(day) > _LARGEST_STUDY_DAY:
        raise NotATime(
            message(
                "a study day lies between {first} and {last}",
                first=-int(_LARGEST_STUDY_DAY),
                last=int(_LARGEST_STUDY_DAY),
            )
        )
    return When(day, "study-day", day, day)


def _validate(value: object) -> When:
    if isinstance(value, When):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float | dt.date):
        raise PydanticCustomError("when_type", "a time is ISO 8601 text or a number of study days")
    try:
        return When.of(value)
    except NotATime as error:
        raise PydanticCustomError(
            "when", "{reason}", {"reason": str(error), "right": error.right}
        ) from error


def _written(when: When) -> str | float:
    return when.written
