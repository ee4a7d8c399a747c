"""Two ways of staging, written apart, agree; and what is left out never moves a score away."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from firstsnow.history import Staging, history
from firstsnow.record import Record
from tests.history import staging_oracle as oracle
from tests.history.staging_oracle import DAY, DRUGS, Someone

_FIRST_DAYS = st.one_of(
    st.integers(100, 1200),
    st.sampled_from([364, 365, 366, 367, 729, 730, 731, 732]),
).map(lambda days: DAY - dt.timedelta(days=days))


@st.composite
def people(draw: st.DrawFn) -> Someone:
    drugs = draw(st.permutations(list(DRUGS)))
    many = draw(st.integers(0, len(drugs)))
    rest = drugs[many:]
    return Someone(
        began=draw(_FIRST_DAYS),
        severity=draw(st.sampled_from(["mild", "moderate", "severe"])),
        is_psychotic=draw(st.booleans()),
        did_not_help=tuple(drugs[:many]),
        helped=tuple(rest[:1]) if draw(st.booleans()) else (),
        too_short=tuple(rest[1:2]),
        before_the_episode=tuple(rest[2:3]),
        augmented=draw(st.booleans()),
        had_ect=draw(st.booleans()),
    )


def as_json(one: Someone) -> dict[str, Any]:
    start = one.began + dt.timedelta(days=2)
    exposures = [
        *[_drug(name, start, 45, "no-response") for name in one.did_not_help],
        *[_drug(name, start, 45, "response") for name in one.helped],
        *[_drug(name, start, 20, "no-response") for name in one.too_short],
        *[
            _drug(name, one.began - dt.timedelta(days=200), 45, "no-response")
            for name in one.before_the_episode
        ],
    ]
    laboratory = []
    if one.augmented:
        added = _drug("lithium", start, 45, "no-response")
        added["augments"] = [exposures[0]["id"]] if exposures else []
        exposures.append(added)
        when = (start + dt.timedelta(days=20)).isoformat()
        laboratory = [{"analyte": "lithium", "time": when, "value": 0.8, "unit": "mmol/L"}]
    if one.had_ect:
        course = _drug("ect", start, 45, "no-response")
        del course["doses"]
        exposures.append(course | {"session_count": 12, "variant": "bilateral"})
    psychosis = "present" if one.is_psychotic else "absent"
    return {
        "id": "p1",
        "observed_until": DAY.isoformat(),
        "diagnoses": [{"name": "depression", "polarity": "unipolar"}],
        "episodes": [
            {
                "start": one.began.isoformat(),
                "ongoing": True,
                "severity": one.severity,
                "psychosis": psychosis,
            }
        ],
        "exposures": exposures,
        "laboratory": laboratory,
    }


def _drug(name: str, start: dt.date, days: int, judgement: str) -> dict[str, Any]:
    return {
        "id": name,
        "treatment": name,
        "start": start.isoformat(),
        "end": (start + dt.timedelta(days=days)).isoformat(),
        "adherence": "full",
        "doses": [{"amount": DRUGS.get(name, 600), "unit": "mg/day"}],
        "outcome": {"judgement": judgement},
    }


def staged(made: dict[str, Any]) -> Staging:
    [found] = [
        one
        for one in history(Record.model_validate(made)).staging
        if one.method.id == "maudsley-2009"
    ]
    return found


@given(one=people())
def test_both_give_the_same_score_and_band(one: Someone) -> None:
    found, expected = staged(as_json(one)), oracle.score(one)
    if expected is None:
        assert (found.applies, found.score, found.bands) == ("no", None, ())
        return
    assert found.applies == "yes"
    assert found.score is not None
    assert (found.score.low, found.score.high) == (expected, expected)
    assert found.band is not None
    assert found.band.name.en == oracle.band(expected)
    assert found.missing == ()


def _forget_severity(made: dict[str, Any]) -> None:
    made["episodes"][0].pop("severity")


def _forget_psychosis(made: dict[str, Any]) -> None:
    made["episodes"][0].pop("psychosis")


def _forget_start(made: dict[str, Any]) -> None:
    made["episodes"][0].pop("start")


def _remember_the_year(made: dict[str, Any]) -> None:
    if "start" in made["episodes"][0]:
        made["episodes"][0]["start"] = made["episodes"][0]["start"][:4]


def _remember_words_alone(made: dict[str, Any]) -> None:
    for one in made["exposures"]:
        one["as_written"] = one.pop("treatment")
        one.pop("variant", None)


def _forget_outcomes(made: dict[str, Any]) -> None:
    for one in made["exposures"]:
        one.pop("outcome")


def _forget_doses(made: dict[str, Any]) -> None:
    for one in made["exposures"]:
        one.pop("doses", None)
        one.pop("session_count", None)


def _forget_days(made: dict[str, Any]) -> None:
    for one in made["exposures"]:
        one.pop("start")


def _forget_laboratory(made: dict[str, Any]) -> None:
    made["laboratory"] = []


def _forget_polarity(made: dict[str, Any]) -> None:
    made["diagnoses"] = []


FORGETTING: tuple[Callable[[dict[str, Any]], None], ...] = (
    _forget_severity,
    _forget_psychosis,
    _forget_start,
    _remember_the_year,
    _remember_words_alone,
    _forget_outcomes,
    _forget_doses,
    _forget_days,
    _forget_laboratory,
    _forget_polarity,
)


@given(one=people(), forgotten=st.lists(st.sampled_from(FORGETTING), min_size=1, unique=True))
def test_what_is_forgotten_widens_a_score_and_never_moves_it(
    one: Someone, forgotten: list[Callable[[dict[str, Any]], None]]
) -> None:
    made = copy.deepcopy(as_json(one))
    for forget in sorted(forgotten, key=FORGETTING.index):
        forget(made)
    found, expected = staged(made), oracle.score(one)
    if expected is None:
        assert found.applies in ("no", "unknown")
        return
    assert found.applies in ("yes", "unknown")
    assert found.score is not None
    assert found.score.low <= expected <= found.score.high
    assert oracle.band(expected) in {band.name.en for band in found.bands}
    if not found.score.is_exact or found.applies == "unknown":
        assert found.missing
