"""A second, plain way of counting attempts, written from the clauses' words.

It knows only records in which everything is known: exact days, one dose, how each attempt was
taken and how much it helped, and one episode that goes on. It shares no code with firstsnow and
takes no figure from its files, so that a slip in either shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Three: TypeAlias = bool | None
"""Yes, no, or not said by the definition."""

# Least daily dose in mg and class, from the table of usual doses.
DRUGS: dict[str, tuple[float, str]] = {
    "sertraline": (50, "ssri"),
    "escitalopram": (10, "ssri"),
    "venlafaxine": (75, "snri"),
    "mirtazapine": (15, "nassa"),
    "amitriptyline": (150, "tca"),
    "nortriptyline": (50, "tca"),
    "tranylcypromine": (30, "maoi"),
}
# Least number of sessions.
COURSES = {"ect": 6, "rtms": 20, "cbt": 8}
FOUR_WEEKS = 28


@dataclass(frozen=True)
class Try:
    """One attempt of which everything is known; ``last`` is ``None`` while it goes on."""

    treatment: str
    first: int
    last: int | None
    percent: float
    dose: float = 0
    taken: bool = True
    sessions: int = 0
    bilateral: bool = True


@dataclass(frozen=True)
class Case:
    """Someone with one episode that goes on."""

    tries: tuple[Try, ...]
    began: int
    is_bipolar: bool
    is_moderate: bool


def every(*answers: Three) -> Three:
    """Tell whether all hold."""
    if any(answer is False for answer in answers):
        return False
    return None if None in answers else True


def days_given(one: Try, day: int) -> int:
    return min(day, day if one.last is None else one.last) - one.first


def is_over(one: Try, day: int) -> bool:
    return one.last is not None and one.last <= day


def helped_too_little(one: Try, day: int, below: float, from_on: float) -> Three:
    """Tell whether it helped too little; what lies between the two figures is not said."""
    if one.last is not None and one.last > day:
        return None  # its outcome is judged when it ends
    if one.percent < below:
        return True
    return False if one.percent >= from_on else None


def was_adequate(one: Try, day: int) -> bool:
    if one.treatment in COURSES:
        # a bare number of sessions is reached when the course is over
        return one.sessions >= COURSES[one.treatment] and one.taken
    least, _ = DRUGS[one.treatment]
    return one.dose >= least and days_given(one, day) >= FOUR_WEEKS and one.taken


def fda(case: Case, one: Try, day: int) -> Three:
    """At least two antidepressants of adequate dose and duration in the current episode."""
    kind: Three = {"ect": None, "rtms": None, "cbt": False}.get(one.treatment, True)
    return every(
        kind,
        adequate_by(one, day),
        helped_too_little(one, day, 25, 50),
        one.last is None or one.last >= case.began,
    )


def ema(case: Case, one: Try, day: int) -> Three:
    """As FDA, and taken; the records of this oracle always say how an attempt was taken."""
    return every(fda(case, one, day), one.taken or None if one.treatment in COURSES else one.taken)


def eu_pearl(case: Case, one: Try, day: int) -> Three:
    """Less than a quarter better; what ended early counts only if it clearly had not helped."""
    kind: Three = None if one.treatment == "cbt" else True
    adequate = adequate_by(one, day)
    if adequate is False and is_over(one, day) and days_given(one, day) < FOUR_WEEKS:
        enough = one.dose >= DRUGS[one.treatment][0] if one.treatment in DRUGS else True
        if enough and one.taken and one.percent < 25:
            adequate = None
    return every(kind, adequate, helped_too_little(one, day, 25, 25), in_scope_or_unsaid(case, one))


def consensus(case: Case, one: Try, day: int) -> Three:
    """Antidepressants for four weeks or more, less than half better."""
    return every(
        one.treatment in DRUGS,
        adequate_by(one, day),
        days_given(one, day) >= FOUR_WEEKS,
        helped_too_little(one, day, 50, 50),
        in_scope_or_unsaid(case, one),
    )


def thase_rush(case: Case, one: Try, day: int) -> Three:
    """Adequate antidepressants; classes are counted, not treatments."""
    return every(
        one.treatment in DRUGS,
        adequate_by(one, day),
        helped_too_little(one, day, 25, 50),
        in_scope_or_unsaid(case, one),
    )


def adequate_by(one: Try, day: int) -> Three:
    """Tell whether it was adequate; how many sessions there were before the end is not known."""
    if one.treatment in COURSES and one.taken and not is_over(one, day):
        return None if one.sessions >= COURSES[one.treatment] else False
    return was_adequate(one, day)


def in_scope_or_unsaid(case: Case, one: Try) -> Three:
    return True if one.last is None or one.last >= case.began else None


JUDGES = {
    "fda-2018": fda,
    "ema-2013": ema,
    "eu-pearl-2022": eu_pearl,
    "consensus-2021": consensus,
    "thase-rush-1997": thase_rush,
}


def class_of(one: Try) -> str:
    return DRUGS[one.treatment][1] if one.treatment in DRUGS else one.treatment


def numbers(case: Case, name: str, day: int) -> tuple[int, int]:
    """Count different attempts that surely count, and that may."""
    judged = [(one, JUDGES[name](case, one, day)) for one in case.tries if one.first <= day]
    names = class_of if name == "thase-rush-1997" else (lambda one: one.treatment)
    surely = {names(one) for one, answer in judged if answer is True}
    perhaps = {names(one) for one, answer in judged if answer is not False}
    return len(surely), len(perhaps)


def answer(case: Case, name: str, day: int) -> Literal["yes", "no", "unknown"]:
    """Tell whether a definition is met on a day of the episode."""
    low, high = numbers(case, name, day)
    excluded = name in ("eu-pearl-2022", "fda-2018") and case.is_bipolar
    too_mild = name == "ema-2013" and not case.is_moderate
    if high < 2 or excluded or too_mild:
        return "no"
    return "yes" if low >= 2 else "unknown"


def stage(case: Case, day: int) -> tuple[int, int]:
    """Give the lowest and the highest stage of Thase and Rush."""
    judged = [(one, thase_rush(case, one, day)) for one in case.tries if one.first <= day]
    surely = {class_of(one) for one, found in judged if found is True}
    perhaps = {class_of(one) for one, found in judged if found is not False}
    ects = [stage_five(case, one, day) for one, _ in judged if one.treatment == "ect"]
    low = [
        len(surely) >= 1,
        len(surely) >= 2,
        len(surely) >= 3 and "tca" in surely,
        len(surely) >= 4 and "maoi" in surely,
        True in ects,
    ]
    high = [
        len(perhaps) >= 1,
        len(perhaps) >= 2,
        "tca" in perhaps,
        "maoi" in perhaps,
        True in ects or None in ects,
    ]
    return [*low, False].index(False), [*high, False].index(False)


def stage_five(case: Case, one: Try, day: int) -> Three:
    return every(
        adequate_by(one, day),
        one.bilateral,
        helped_too_little(one, day, 25, 50),
        in_scope_or_unsaid(case, one),
    )
