"""Records that the report's tests share."""

from functools import cache
from pathlib import Path

from firstsnow.exchange import read_record, read_study
from firstsnow.history import history
from firstsnow.i18n import Language
from firstsnow.record import Record
from firstsnow.report import Report, report

EXAMPLES = Path(__file__).parents[2] / "examples"
CARE = ("forty-treatments", "only-phq9", "nothing-measured")


@cache
def example(name: str) -> Record:
    """Give a hand-written record by the name of its file."""
    return read_record(EXAMPLES / "records" / f"{name}.json")


@cache
def trial() -> tuple[Record, ...]:
    """Give every person of the antidepressant trial."""
    folder = EXAMPLES / "antidepressant-trial"
    return read_study(folder / "antidepressant_data.csv", folder / "MAP.toml").records


def reported(record: Record, language: str = "en", at: str | float | None = None) -> Report:
    """Make a record's report."""
    return report(record, history(record, at), Language(language))


@cache
def example_report(name: str, language: str = "en") -> Report:
    """Make the report of a hand-written record, or of the trial's first person."""
    return reported(trial()[0] if name == "trial" else example(name), language)


def record_with(**parts: object) -> Record:
    """Make a record of a few parts."""
    return Record.model_validate({"id": "p1", "observed_until": "2026-03-02", **parts})
