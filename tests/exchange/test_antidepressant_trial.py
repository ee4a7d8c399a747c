"""The randomised trial in examples/: every person is read, with the counts that were published.

The counts are those of the data's own documentation (rbmi, its data set and its quick start):
172 people, 84 and 88 in the arms; 0, 8, 13 and 25 % without a rating at the four visits; 64 and 65
rated at the last visit; one rating missing in between.
"""

from __future__ import annotations

import csv
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from firstsnow.exchange import StudyReading, read_record, read_study
from firstsnow.record import Record

FOLDER = Path(__file__).parents[2] / "examples" / "antidepressant-trial"
DATA = FOLDER / "antidepressant_data.csv"
VISITS = ("4", "5", "6", "7")


@pytest.fixture(scope="module")
def trial() -> StudyReading:
    return read_study(DATA, FOLDER / "MAP.toml")


@pytest.fixture(scope="module")
def visit_days() -> dict[tuple[str, str], float]:
    """Give the day of each person's visits, which the records know only as days."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return {
            (row["PATIENT"], row["VISIT"]): float(row["RELDAYS"]) for row in csv.DictReader(file)
        }


def arm(record: Record) -> str | None:
    return record.study.arm if record.study else None


def rated(record: Record, visit: str, days: dict[tuple[str, str], float]) -> bool:
    day = days.get((record.id, visit))
    return any(one.time.earliest == day for one in record.measurements)


def test_every_person_and_every_row_is_read(trial: StudyReading) -> None:
    assert len(trial.records) == 172
    assert (trial.rows, trial.skipped_rows, trial.problems) == (608, 0, ())
    assert Counter(map(arm, trial.records)) == {"DRUG": 84, "PLACEBO": 88}


def test_every_rating_is_there_with_the_one_before_treatment(trial: StudyReading) -> None:
    days = [one.time.earliest for record in trial.records for one in record.measurements]
    assert len(days) == 608 + 172
    assert days.count(0) == 172


@pytest.mark.parametrize(("visit", "missing_percent"), [("4", 0), ("5", 8), ("6", 13), ("7", 25)])
def test_as_many_ratings_are_missing_as_were_published(
    trial: StudyReading,
    visit_days: dict[tuple[str, str], float],
    visit: str,
    missing_percent: int,
) -> None:
    missing = [record for record in trial.records if not rated(record, visit, visit_days)]
    assert round(100 * len(missing) / len(trial.records)) == missing_percent


def test_as_many_people_were_rated_at_the_end_as_were_published(
    trial: StudyReading, visit_days: dict[tuple[str, str], float]
) -> None:
    rated_last = [record for record in trial.records if rated(record, "7", visit_days)]
    assert Counter(map(arm, rated_last)) == {"DRUG": 64, "PLACEBO": 65}


def test_one_rating_is_missing_in_between(
    trial: StudyReading, visit_days: dict[tuple[str, str], float]
) -> None:
    gaps = [
        (record.id, visit)
        for record in trial.records
        for visit, after in pairwise(VISITS)
        if not rated(record, visit, visit_days) and rated(record, after, visit_days)
    ]
    assert gaps == [("3618", "5")]


def test_changes_from_the_rating_before_treatment_are_those_of_the_data(
    trial: StudyReading,
) -> None:
    totals = {
        record.id: {one.time.earliest: one.total for one in record.measurements}
        for record in trial.records
    }
    with DATA.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            person = totals[row["PATIENT"]]
            before, now = person[0], person[float(row["RELDAYS"])]
            assert before is not None
            assert now is not None
            assert now - before == float(row["CHANGE"])


def test_what_has_no_meaning_is_reported_and_the_site_is_kept(trial: StudyReading) -> None:
    assert trial.unknown_columns == ("HAMATOTL", "PGIIMP", "VISIT", "POOLINV", "CHANGE")
    assert trial.kept_columns == ("POOLINV",)
    assert all(record.study and record.study.columns for record in trial.records)


def test_what_nobody_can_say_of_the_drug_arm_is_not_said(trial: StudyReading) -> None:
    for record in trial.records:
        (exposure,) = record.exposures
        if arm(record) == "DRUG":
            assert exposure.treatment is None
            assert exposure.doses == ()
        else:
            assert exposure.treatment == "placebo-pill"


def test_every_person_can_be_written_and_read_again(trial: StudyReading) -> None:
    for record in trial.records:
        assert read_record(record.to_json().encode()) == record
