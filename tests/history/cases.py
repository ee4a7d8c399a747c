"""Cases that Hypothesis makes up, and the records that say the same."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from hypothesis import strategies as st

from firstsnow.record import Record
from tests.history.oracle import COURSES, DRUGS, Case, Try

DAY_0 = dt.date(2021, 1, 1)
LAST_DAY = 320

_percents = st.sampled_from([-30.0, 0.0, 24.0, 25.0, 40.0, 49.0, 50.0, 80.0])


def _lengths(first: int) -> st.SearchStrategy[int | None]:
    edges = st.sampled_from([20, 26, 27, 28, 29, 42, 90])
    return st.one_of(st.none(), edges.map(lambda length: first + length))


@st.composite
def tries(draw: st.DrawFn) -> Try:
    first = draw(st.integers(-150, 250))
    treatment = draw(st.sampled_from([*DRUGS, *DRUGS, *COURSES]))
    least = DRUGS.get(treatment, (0, ""))[0]
    last = draw(_lengths(first))
    if treatment in COURSES and last is None:
        last = first + 42
    return Try(
        treatment=treatment,
        first=first,
        last=last,
        percent=draw(_percents),
        dose=draw(st.sampled_from([least - 1, least, 2 * least])),
        taken=draw(st.sampled_from([True, True, True, False])),
        sessions=COURSES.get(treatment, 0) + draw(st.sampled_from([-1, 0, 4])),
        bilateral=draw(st.booleans()),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    return Case(
        tries=_apart(draw(st.lists(tries(), max_size=6))),
        began=draw(st.integers(-60, 30)),
        is_bipolar=draw(st.sampled_from([False, False, True])),
        is_moderate=draw(st.sampled_from([True, True, False])),
    )


def _apart(drawn: list[Try]) -> tuple[Try, ...]:
    """Leave out attempts that overlap another at the same treatment: no record may say that."""
    kept: list[Try] = []
    for one in drawn:
        others = (other for other in kept if other.treatment == one.treatment)
        if not any(one.first < _until(other) and other.first < _until(one) for other in others):
            kept.append(one)
    return tuple(kept)


def _until(one: Try) -> float:
    return math.inf if one.last is None else one.last


def date(day: int) -> str:
    return (DAY_0 + dt.timedelta(days=day)).isoformat()


def as_json(case: Case) -> dict[str, Any]:
    """Write a case as a record on the calendar."""
    return {
        "id": "p1",
        "observed_until": date(LAST_DAY),
        "diagnoses": [
            {"name": "depression", "polarity": "bipolar" if case.is_bipolar else "unipolar"}
        ],
        "episodes": [
            {
                "start": date(case.began),
                "ongoing": True,
                "severity": "moderate" if case.is_moderate else "mild",
            }
        ],
        "exposures": [_exposure(one, f"e{index}") for index, one in enumerate(case.tries)],
    }


def as_record(case: Case) -> Record:
    return Record.model_validate(as_json(case))


def _exposure(one: Try, name: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": name,
        "treatment": one.treatment,
        "start": date(one.first),
        "adherence": "full" if one.taken else "poor",
        "outcome": {"judgement": "not-judged", "improvement_percent": one.percent},
    }
    made |= {"ongoing": True} if one.last is None else {"end": date(one.last)}
    if one.treatment in COURSES:
        made["session_count"] = one.sessions
    else:
        made["doses"] = [{"amount": one.dose, "unit": "mg/day"}]
    if one.treatment == "ect":
        made["variant"] = "bilateral" if one.bilateral else "right-unilateral"
    return made
