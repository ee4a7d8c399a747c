"""What a message may carry besides words and numbers: parts of dates, durations and lists.

Each says what it is and leaves the wording to the language of the reader. ``str()`` of each is
plain English for a log.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from firstsnow.i18n.message import Value


Precision = Literal["year", "month", "day", "instant"]
"""How exactly a date is known."""

Unit = Literal["hour", "day", "week", "month", "year"]
"""A unit of time."""

Conjunction = Literal["and", "or"]
"""The word before the last item of a list."""

_ISO_FORMATS: dict[Precision, str] = {
    "year": "%Y",
    "month": "%Y-%m",
    "day": "%Y-%m-%d",
    "instant": "%Y-%m-%d %H:%M",
}


@dataclass(frozen=True, slots=True)
class DateText:
    """A date that says no more than is known of it.

    Attributes
    ----------
    date
        The date; what lies below the precision is not shown. A ``datetime`` for an instant.
    precision
        How exactly it is known.
    short
        Whether to write it short, for tables and axes.
    """

    date: dt.date
    precision: Precision = "day"
    short: bool = False

    def __str__(self) -> str:
        return self.date.strftime(_ISO_FORMATS[self.precision])


@dataclass(frozen=True, slots=True)
class NumberText:
    """A number with a fixed count of decimal places.

    Attributes
    ----------
    value
        The number.
    digits
        Decimal places, 0 or more.
    """

    value: float
    digits: int = 0

    def __str__(self) -> str:
        return f"{self.value:.{self.digits}f}"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in one unit.

    Attributes
    ----------
    amount
        How many of the unit.
    unit
        The unit.
    """

    amount: float
    unit: Unit

    def __str__(self) -> str:
        return f"{self.amount:g} {self.unit}{'' if self.amount == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Listing:
    """Several values joined as a sentence joins them.

    Attributes
    ----------
    items
        The values, in order.
    conjunction
        The word before the last.
    """

    items: tuple[Value, ...]
    conjunction: Conjunction = "and"

    def __str__(self) -> str:
        *before, last = [str(item) for item in self.items] or [""]
        return f"{', '.join(before)} {self.conjunction} {last}" if before else last
