"""Every person of the example trial: read, told and reported without a crash or a warning."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from firstsnow.exchange import read_study
from firstsnow.history import history
from firstsnow.i18n import Language
from firstsnow.record import Record
from firstsnow.report import report, to_html, to_json

FOLDER = Path(__file__).parents[2] / "examples" / "antidepressant-trial"
EVERY = 20
"""Of how many people one is drawn as a page; the others are reported as data."""


@pytest.fixture(scope="module")
def people() -> tuple[Record, ...]:
    reading = read_study(FOLDER / "antidepressant_data.csv", FOLDER / "MAP.toml")
    assert reading.problems == ()
    return reading.records


def test_each_is_told_and_reported(people: tuple[Record, ...]) -> None:
    states: Counter[str] = Counter()
    for record in people:
        past = history(record)
        states[past.status.segments[-1].state] += 1
        for language in (Language.ENGLISH, Language.CHINESE):
            document = json.loads(to_json(report(record, past, language)))
            assert document["record"] == record.id
    assert sum(states.values()) == 172
    assert set(states) <= {"episode", "response", "remission"}


def test_nobody_is_called_resistant_or_not_on_six_weeks_of_a_trial(
    people: tuple[Record, ...],
) -> None:
    answers = Counter(
        (definition.now.definition.id, definition.now.answer)
        for record in people
        for definition in history(record).definitions
    )
    assert {answer for _, answer in answers} <= {"unknown", "no"}
    assert answers["fda-2018", "unknown"] > 0


def test_pages_are_drawn(people: tuple[Record, ...]) -> None:
    for record in people[::EVERY]:
        page = to_html(report(record, history(record), Language.ENGLISH))
        assert "HAM-D17" in page
