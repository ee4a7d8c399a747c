"""A truth table of the five definitions, written by hand from their clauses.

A row of ``definition_cases.csv`` is a record; a cell is a definition's answer and the number of
attempts that count, as bounds where that is not known. The last column is the stage by Thase and
Rush.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from firstsnow.history import Bounds, DefinitionHistory, definitions, history
from firstsnow.record import Record
from tests.history import unread_class
from tests.history.records import DEPRESSED, UNIPOLAR, record

_EARLIER = {"start": -400, "end": -300, "severity": "moderate"}
PEOPLE: dict[str, dict[str, Any]] = {
    "": {},
    "bipolar": {"diagnoses": ({"name": "bipolar disorder", "polarity": "bipolar"},)},
    "hypomania": {
        "diagnoses": UNIPOLAR,
        "episodes": ({"start": -50, "end": -40, "polarity": "hypomanic"}, *DEPRESSED),
    },
    "no diagnosis": {"diagnoses": ()},
    "mild": {"episodes": ({"start": 0, "ongoing": True, "severity": "mild"},)},
    "severity unknown": {"episodes": ({"start": 0, "ongoing": True},)},
    "nothing dated": {"episodes": ()},
    "earlier episode": {"episodes": (_EARLIER, *DEPRESSED)},
    "over on day 150": {"episodes": ({"start": 0, "end": 150, "severity": "moderate"},)},
}

CASES = list(
    csv.DictReader(
        (Path(__file__).parent / "definition_cases.csv").read_text(encoding="utf-8").splitlines()
    )
)


@pytest.fixture(autouse=True)
def _a_class_that_nobody_read(monkeypatch: pytest.MonkeyPatch) -> None:
    unread_class.forget_the_class_of_nefazodone(monkeypatch)


def made(case: dict[str, str]) -> Record:
    return record(case["attempts"], case["ratings"], **PEOPLE[case["person"]])


def shown(found: DefinitionHistory) -> str:
    return f"{found.now.answer} {bounds(found.now.count)}"


def bounds(number: Bounds) -> str:
    low, high = int(number.low), int(number.high)
    return f"{low}" if low == high else f"{low}-{high}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what it shows"])
def test_definitions_answer_as_their_clauses_say(case: dict[str, str]) -> None:
    told = history(made(case), int(case["day"]))
    found = {one.now.definition.id: one for one in told.definitions}
    answers = {name: shown(one) for name, one in found.items()}
    assert answers == {name: case[name] for name in definitions()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what it shows"])
def test_stages_are_as_their_clauses_say(case: dict[str, str]) -> None:
    told = history(made(case), int(case["day"]))
    staging = next(d.now for d in told.definitions if d.now.definition.id == "thase-rush-1997")
    assert staging.stage is not None
    assert bounds(staging.stage) == case["stage"]


def test_the_table_is_large_and_every_case_differs() -> None:
    answers = [case[name] for case in CASES for name in definitions()]
    assert len(answers) >= 64
    assert len({tuple(case.values())[1:5] for case in CASES}) == len(CASES)
    for name in definitions():
        assert {case[name].split()[0] for case in CASES} == {"yes", "no", "unknown"}
