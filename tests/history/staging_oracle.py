"""A second, plain way of staging by the Maudsley method, written from its table.

It knows only people of whom everything is known. It shares no code with firstsnow and takes no
figure from its files, so that a slip in either shows.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

# Drugs with the least daily dose in mg, from the table of usual doses.
DRUGS = {
    "sertraline": 50,
    "escitalopram": 10,
    "citalopram": 20,
    "fluoxetine": 20,
    "paroxetine": 20,
    "venlafaxine": 75,
    "duloxetine": 60,
    "mirtazapine": 15,
    "amitriptyline": 150,
    "nortriptyline": 50,
    "tranylcypromine": 30,
    "vortioxetine": 20,
}
DAY = dt.date(2024, 2, 29)


@dataclass(frozen=True)
class Someone:
    """Someone in an episode of unipolar depression on `DAY`."""

    began: dt.date
    severity: str
    is_psychotic: bool
    did_not_help: tuple[str, ...]
    helped: tuple[str, ...] = ()
    too_short: tuple[str, ...] = ()
    before_the_episode: tuple[str, ...] = ()
    augmented: bool = False
    had_ect: bool = False


def anniversary(day: dt.date, years: int) -> dt.date:
    """Give the same day in a later year; of 29 February the last day of February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 2, 28)


def duration_points(one: Someone) -> int:
    if anniversary(one.began, 1) >= DAY:
        return 1
    return 2 if anniversary(one.began, 2) >= DAY else 3


def severity_points(one: Someone) -> int:
    if one.severity == "severe":
        return 5 if one.is_psychotic else 4
    return {"mild": 2, "moderate": 3}[one.severity]


def count_points(number: int) -> int:
    if number > 10:
        return 5
    return [0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4][number]


def score(one: Someone) -> int | None:
    """Give the score; none for someone for whom no antidepressant was tried in vain."""
    number = len(one.did_not_help)
    if number == 0:
        return None
    treated = count_points(number) + int(one.augmented) + int(one.had_ect)
    return duration_points(one) + severity_points(one) + treated


def band(total: int) -> str:
    if total <= 6:
        return "mild"
    return "moderate" if total <= 10 else "severe"
