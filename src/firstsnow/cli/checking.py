"""``firstsnow check``: every problem of an input, and what was read from it."""

from __future__ import annotations

from pathlib import Path

import typer

from firstsnow.cli.ending import Ending, show_problems
from firstsnow.cli.inputs import Wanted, is_table, mapping_of, refuse_other_names
from firstsnow.exchange import StudyReading, read_records, read_study
from firstsnow.i18n import Language, Message, Translator, message, plural_message, translator
from firstsnow.problems import InputError, Problem


def show(path: Path, mapping: Path | None, *, language: Language) -> None:
    """Check a record, a folder or file of records, or a study's table.

    Raises
    ------
    InputError
        With every problem that was found.
    UsageError
        If a table comes without its mapping.
    """
    spoken = translator(language)
    if mapping is not None or is_table(path):
        _check_study(path, mapping_of(Wanted(path, mapping)), spoken)
        return
    refuse_other_names(path)
    count = 0
    problems: list[Problem] = []
    for reading in read_records(path):
        problems += reading.problems
        count += reading.record is not None
    if problems:
        raise InputError(problems)
    typer.echo(spoken.text(_records_line(path, count)))


def _check_study(path: Path, mapping: Path, spoken: Translator) -> None:
    reading = read_study(path, mapping)
    for line in _study_lines(path, reading):
        typer.echo(spoken.text(line))
    if reading.problems:
        show_problems(reading.problems, spoken)
        raise SystemExit(Ending.PROBLEMS)


def _records_line(path: Path, count: int) -> Message:
    return plural_message(
        "{file}: {number} record, no problem",
        "{file}: {number} records, no problem",
        count,
        file=str(path),
    )


def _study_lines(path: Path, reading: StudyReading) -> list[Message]:
    persons = plural_message("{number} person", "{number} persons", len(reading.records))
    rows = plural_message("{number} row", "{number} rows", reading.rows)
    lines = [
        message("{file}: {persons} from {rows}", file=str(path), persons=persons, rows=rows)
        if reading.problems
        else message(
            "{file}: {persons} from {rows}, no problem",
            file=str(path),
            persons=persons,
            rows=rows,
        )
    ]
    if reading.skipped_rows:
        lines.append(
            plural_message(
                "{number} row was skipped", "{number} rows were skipped", reading.skipped_rows
            )
        )
    left_out = [one for one in reading.unknown_columns if one not in reading.kept_columns]
    if reading.kept_columns:
        kept = ", ".join(reading.kept_columns)
        lines.append(message("columns kept without a meaning: {columns}", columns=kept))
    if left_out:
        lines.append(message("columns left out: {columns}", columns=", ".join(left_out)))
    return lines
