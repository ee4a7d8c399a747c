"""Dates, numbers, durations and lists as a language writes them, after the Unicode CLDR.

Babel is imported when the first of them is written, so that a command that writes none starts
without it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from firstsnow.i18n.fill import fill, fill_chinese, spaced
from firstsnow.i18n.language import Language
from firstsnow.i18n.value import Conjunction, DateText, Duration, Precision

if TYPE_CHECKING:
    from babel import Locale

_DATE_PATTERNS = {
    (Language.ENGLISH, False): ("y", "MMMM y", "d MMMM y", "d MMMM y, HH:mm"),
    (Language.ENGLISH, True): ("y", "MMM y", "d MMM y", "d MMM y, HH:mm"),
    (Language.CHINESE, False): ("y年", "y年M月", "y年M月d日", "y年M月d日 HH:mm"),
    (Language.CHINESE, True): ("y", "y/M", "y/M/d", "y/M/d HH:mm"),
}
_UNGROUPED_BELOW = 10_000
_MOST_DIGITS = 6


def date_text(value: DateText, language: Language) -> str:
    """Write a date as exactly as it is known: 14 March 2026, March 2026, 2026; 2026年3月14日.

    The pseudo-language writes dates as English does.
    """
    from babel.dates import format_date, format_datetime

    words = Language.CHINESE if language is Language.CHINESE else Language.ENGLISH
    pattern = _DATE_PATTERNS[words, value.short][tuple(Precision).index(value.precision)]
    if value.precision is not Precision.INSTANT:
        return format_date(value.date, pattern, _locale(language))
    moment = value.date if isinstance(value.date, dt.datetime) else _midnight(value.date)
    return format_datetime(moment.replace(tzinfo=None), pattern, locale=_locale(language))


def number_text(value: float, language: Language, digits: int | None = None) -> str:
    """Write a number with as many decimal places as asked, or as it has, up to six.

    Thousands are grouped from 10,000 upwards, so that a year is never read as a count. A negative
    number has a minus sign, which screen readers speak, and not a hyphen, which they skip.
    """
    from babel.numbers import format_decimal

    places = "#" * _MOST_DIGITS if digits is None else "0" * digits
    whole = "#,##0" if abs(value) >= _UNGROUPED_BELOW else "0"
    pattern = f"{whole}.{places}" if places else whole
    text = format_decimal(value, pattern, _locale(language))
    if text.startswith("-"):
        text = text.removeprefix("-")
        return f"\N{MINUS SIGN}{text}" if any(figure in text for figure in "123456789") else text
    return text


def duration_text(value: Duration, language: Language) -> str:
    """Write a duration in words: 3 weeks; 3 周."""
    from babel.units import format_unit

    figure = number_text(value.amount, language)
    one = value.amount == 1
    pattern = format_unit(1 if one else 2, value.unit.value, locale=_locale(language))
    return spaced(pattern.replace("1" if one else "2", figure, 1))


def list_text(items: Sequence[str], language: Language, conjunction: Conjunction) -> str:
    """Join texts as a sentence does: a, b and c; a、b和c. Nothing gives an empty text."""
    from babel.lists import format_list

    if not items:
        return ""
    names = [f"item{index}" for index in range(len(items))]
    style = "or" if conjunction is Conjunction.OR else "standard"
    template = format_list([f"{{{name}}}" for name in names], style, _locale(language))
    values = dict(zip(names, items, strict=True))
    return (fill_chinese if language is Language.CHINESE else fill)(template, values)


@cache
def _locale(language: Language) -> Locale:
    from babel import Locale

    return Locale.parse(language.locale)


def _midnight(date: dt.date) -> dt.datetime:
    return dt.datetime.combine(date, dt.time())
