"""How a language writes dates, numbers, durations and lists, after the Unicode CLDR.

Only ``translator`` imports this module, and only when something has to be written: Babel takes
longer to import than the command line may take to answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from firstsnow.i18n.fill import fill, fill_chinese
from firstsnow.i18n.language import Language
from firstsnow.i18n.value import Conjunction, DateText, Duration, Precision

_DATE_PATTERNS: dict[tuple[bool, Precision], tuple[str, str]] = {
    # (short, precision): English, Chinese
    (False, "year"): ("y", "y年"),
    (False, "month"): ("MMMM y", "y年M月"),
    (False, "day"): ("d MMMM y", "y年M月d日"),
    (False, "instant"): ("d MMMM y, HH:mm", "y年M月d日 HH:mm"),
    (True, "year"): ("y", "y"),
    (True, "month"): ("MMM y", "y/M"),
    (True, "day"): ("d MMM y", "y/M/d"),
    (True, "instant"): ("d MMM y, HH:mm", "y/M/d HH:mm"),
}
_UNGROUPED_BELOW = 10_000
_MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Conventions:
    """How one language writes dates, numbers, durations and lists.

    Attributes
    ----------
    is_chinese
        Whether the language is Chinese; every other writes as British English does.
    locale
        Its data in the CLDR.
    """

    is_chinese: bool
    locale: Locale

    @classmethod
    def of(cls, language: Language) -> Conventions:
        """Give the conventions of a language."""
        return cls(language is Language.CHINESE, Locale.parse(language.locale))

    def date(self, value: DateText) -> str:
        """Write a date as exactly as it is known: 14 March 2026, March 2026; 2026年3月14日."""
        pattern = _DATE_PATTERNS[value.short, value.precision][self.is_chinese]
        if value.precision != "instant":
            return format_date(value.date, pattern, self.locale)
        moment = value.date if isinstance(value.date, dt.datetime) else _midnight(value.date)
        return format_datetime(moment.replace(tzinfo=None), pattern, locale=self.locale)

    def number(self, value: float, digits: int | None = None) -> str:
        """Write a number with as many decimal places as asked, or as it has, up to six.

        Thousands are grouped from 10,000 upwards, so that a year never looks like a count. A
        negative number has a minus sign, which screen readers speak, and no hyphen, which they
        skip; a zero has neither.
        """
        places = "#" * _MOST_DIGITS if digits is None else "0" * digits
        whole = "#,##0" if abs(value) >= _UNGROUPED_BELOW else "0"
        text = format_decimal(value, f"{whole}.{places}" if places else whole, self.locale)
        sign = "\N{MINUS SIGN}" if value < 0 and any(each in text for each in "123456789") else ""
        return sign + text.removeprefix("-")

    def duration(self, value: Duration) -> str:
        """Write a duration in words: 3 weeks, 1.5 hours; 3 周."""
        # The CLDR has the Chinese words only in its short form, which shortens nothing.
        length: Literal["short", "long"] = "short" if self.is_chinese else "long"
        number = 1 if value.amount == 1 else 2
        text = format_unit(number, f"duration-{value.unit}", length, locale=self.locale)
        unit = text.removeprefix(str(number)).strip()
        return f"{self.number(value.amount)} {unit}"

    def listing(self, items: Sequence[str], conjunction: Conjunction) -> str:
        """Join texts as a sentence does: a, b and c; 甲、乙和丙. Nothing gives an empty text."""
        if not items:
            return ""
        values = {f"item{index}": item for index, item in enumerate(items)}
        style: Literal["or", "standard"] = "or" if conjunction == "or" else "standard"
        template = format_list([f"{{{name}}}" for name in values], style, self.locale)
        return (fill_chinese if self.is_chinese else fill)(template, values)


def _midnight(date: dt.date) -> dt.datetime:
    return dt.datetime.combine(date, dt.time())
