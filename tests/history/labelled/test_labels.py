"""The package says of made-up histories what a second implementation of the rules' text says."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from firstsnow.history import history
from firstsnow.record import Record
from tests.history.labelled.labels import COLUMNS, labels, record_lines
from tests.history.labelled.shelf import DEFINITIONS, treatment

HERE = Path(__file__).parent
LINES = HERE.joinpath("records.ndjson").read_text(encoding="utf-8").splitlines()
RECORDS: dict[str, dict[str, Any]] = {one["id"]: one for one in map(json.loads, LINES)}
TABLE = HERE.joinpath("labels.csv").read_text(encoding="utf-8")
LABELS = list(csv.DictReader(TABLE.splitlines()))
EXPOSURES = [one for record in RECORDS.values() for one in record["exposures"]]
ANSWERS = ("yes", "no", "unknown")


def said(record: Record, day: str) -> dict[str, str]:
    """Write what the package says as the labels are written."""
    told = history(record, day)
    order = [one.id for one in record.exposures]
    attempts = sorted(told.attempts, key=lambda one: order.index(one.exposure.id))
    row = {"record": record.id, "day": day}
    row["enough"] = " ".join(f"{one.exposure.id}={one.adequacy.answer}" for one in attempts)
    for one in (followed.now for followed in told.definitions):
        counts = {judged.attempt.exposure.id: judged.counts for judged in one.attempts}
        each = " ".join(f"{name}={counts[name]}" for name in order if name in counts)
        number = f"{one.count.low:g}-{one.count.high:g}"
        row[one.definition.id] = f"{one.answer} {number}: {each}".strip()
    staging = next(one for one in told.staging if one.method.id == "maudsley-2009")
    is_scored = staging.applies != "no" and staging.score is not None
    score = f" {staging.score.low:g}-{staging.score.high:g}" if is_scored and staging.score else ""
    row["maudsley"] = f"{staging.applies}{score}"
    return row


@pytest.mark.parametrize("expected", LABELS, ids=lambda row: f"{row['record']} {row['day']}")
def test_the_package_says_what_the_label_says(expected: dict[str, str]) -> None:
    record = Record.model_validate(RECORDS[expected["record"]])
    assert said(record, expected["day"]) == expected


def test_there_are_more_than_two_hundred_histories() -> None:
    assert len(RECORDS) >= 240
    assert {row["record"] for row in LABELS} == set(RECORDS)
    assert tuple(LABELS[0]) == COLUMNS


@pytest.mark.parametrize("name", [*DEFINITIONS, "maudsley"])
def test_every_answer_of_every_definition_is_among_the_labels(name: str) -> None:
    answers = Counter(row[name].split()[0] for row in LABELS)
    assert min(answers[answer] for answer in ANSWERS) >= 40


def test_every_answer_about_attempts_is_among_the_labels() -> None:
    answers = Counter(one.split("=")[1] for row in LABELS for one in row["enough"].split())
    assert min(answers[answer] for answer in ANSWERS) >= 200


@pytest.mark.parametrize(
    ("role", "least"),
    [
        ("antidepressant", 300),
        ("augmentation", 30),
        ("either", 3),
        ("rapid-acting", 30),
        ("stand-alone", 80),
        ("control", 10),
    ],
)
def test_every_role_is_among_the_attempts(role: str, least: int) -> None:
    names = [one["treatment"] for one in EXPOSURES if "treatment" in one]
    assert sum(treatment(name)["role"] == role for name in names) >= least


@pytest.mark.parametrize(
    "name",
    [
        *("esketamine", "ketamine", "lithium", "selegiline", "ect", "rtms", "theta-burst"),
        *("accelerated-tms", "cbt", "ipt", "psychodynamic", "exercise"),
    ],
)
def test_every_kind_of_rule_is_among_the_attempts(name: str) -> None:
    assert sum(one.get("treatment") == name for one in EXPOSURES) >= 2


def test_charts_with_holes_are_among_the_records() -> None:
    assert sum("as_written" in one for one in EXPOSURES) >= 10
    assert sum(bool(one.get("augments")) for one in EXPOSURES) >= 30
    assert sum("outcome" not in one for one in EXPOSURES) >= 20
    assert sum("end" not in one for one in EXPOSURES) >= 20
    assert sum("start" not in one for one in EXPOSURES) >= 2
    assert sum(len(one.get("start", "")) == len("2024-03") for one in EXPOSURES) >= 20
    assert sum(bool(record["dosing_sessions"]) for record in RECORDS.values()) >= 2
    assert sum(bool(record["laboratory"]) for record in RECORDS.values()) >= 15
    scales = {one["scale"] for record in RECORDS.values() for one in record["measurements"]}
    assert scales == {"phq-9", "madrs", "ham-d17"}


def test_the_same_seed_makes_the_same_files() -> None:
    assert record_lines().splitlines() == LINES
    assert labels() == TABLE
