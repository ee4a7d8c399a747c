"""The records that a command is about: from JSON, from a folder, or from a study's table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from firstsnow.cli.ending import UsageError, show_problems
from firstsnow.exchange import NAME_IN_DATA, StudyReading, read_record, read_records, read_study
from firstsnow.history import last_day
from firstsnow.i18n import Language, message, translator
from firstsnow.knowledge import nearest
from firstsnow.problems import InputError, Problem
from firstsnow.record import Record
from firstsnow.record.moment import NotATime, When

_FIRST_DAY = 1.0
"""1 January of year 1, as a proleptic Gregorian ordinal."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user named.

    Attributes
    ----------
    path
        A record, a folder or file of records, or a study's table.
    mapping
        The mapping of a table.
    person
        The person who is wanted, where there are several.
    language
        The language in which skipped rows are told.
    """

    path: Path
    mapping: Path | None = None
    person: str | None = None
    language: Language = Language.ENGLISH


def records_of(wanted: Wanted) -> tuple[Record, ...]:
    """Read every record that a user named.

    Raises
    ------
    InputError
        With everything that is wrong.
    UsageError
        If a table comes without its mapping, or there is no such person.
    """
    found = _read(wanted)
    if wanted.person is None:
        return found
    chosen = tuple(record for record in found if wanted.person in _names(record))
    if not chosen:
        near = nearest(wanted.person, [record.id for record in found])
        right = (
            message("did you mean {names}?", names=", ".join(near))
            if near
            else message("name one of the {count} persons", count=len(found))
        )
        raise UsageError(message("there is no person {person}", person=wanted.person), right)
    return chosen


def _names(record: Record) -> tuple[str, ...]:
    """Give what a person is called: the identifier, and the name in a study's table."""
    columns = () if record.study is None else record.study.columns
    return (record.id, *(text for column, text in columns if column == NAME_IN_DATA))


def one_record(wanted: Wanted) -> Record:
    """Read the one record that a user named.

    Raises
    ------
    InputError
        With everything that is wrong.
    UsageError
        If there are several persons and none was chosen.
    """
    found = records_of(wanted)
    if len(found) > 1:
        raise UsageError(
            message("{file} has {count} persons", file=str(wanted.path), count=len(found)),
            message("choose one with --person"),
        )
    return found[0]


def is_table(path: Path) -> bool:
    """Whether a path is named as a study's table is."""
    return path.suffix.casefold() in (".csv", ".tsv")


def refuse_other_names(path: Path) -> None:
    """Refuse a file whose name does not say what it is.

    Raises
    ------
    UsageError
        If it is none of the files that hold records.
    """
    known = (".json", ".ndjson", ".jsonl")
    if path.is_file() and path.suffix.casefold() not in known:
        raise UsageError(
            message("what {file} holds can't be told from its name", file=str(path)),
            message("records end in .json or .ndjson, tables in .csv"),
        )


def mapping_of(wanted: Wanted) -> Path:
    """Give the mapping of a table.

    Raises
    ------
    UsageError
        If none was named.
    """
    if wanted.mapping is None:
        raise UsageError(
            message("{file} is a table, and no mapping was named", file=str(wanted.path)),
            message("name its mapping with --mapping MAP.toml"),
        )
    return wanted.mapping


def day_of(record: Record, at: str | None) -> str | float | None:
    """Read the day on which a record is to be seen; ``None`` for the last day that it knows.

    Raises
    ------
    UsageError
        If it is no day on the record's clock, or none was named and the record has none.
    """
    if at is None:
        _refuse_without_a_day(record)
        return None
    if record.clock == "study":
        try:
            day = When.of(float(at))
        except ValueError as error:
            raise UsageError(
                message("{at} is no day on the study's clock of {record}", at=at, record=record.id),
                message("give a number of days, such as 14"),
            ) from error
        _refuse_a_later_day(record, day)
        return day.latest
    try:
        day = When.of(at)
    except NotATime as error:
        raise UsageError(message("{at} is no date", at=at), error.right) from error
    _refuse_a_later_day(record, day)
    return at


def _refuse_a_later_day(record: Record, day: When) -> None:
    until = record.observed_until
    if until is not None and day.earliest > last_day(record):
        raise UsageError(
            message("the record {record} says nothing of so late a day", record=record.id),
            message("name a day up to {until}", until=str(until.written)),
        )


def _of_study(reading: StudyReading, language: Language) -> tuple[Record, ...]:
    """Go on without rows that were skipped, unless they are more than a tenth of the table."""
    if reading.problems and (reading.too_many_skipped or not reading.skipped_rows):
        raise InputError(reading.problems)
    show_problems(reading.problems, translator(language))
    return reading.records


def _refuse_without_a_day(record: Record) -> None:
    if record.clock == "calendar" and last_day(record) < _FIRST_DAY:
        raise UsageError(
            message("the record {record} has no date", record=record.id),
            message("say on which day to see it, with --at 2026-03-05"),
        )


def _read(wanted: Wanted) -> tuple[Record, ...]:
    if wanted.mapping is not None or is_table(wanted.path):
        reading = read_study(wanted.path, mapping_of(wanted))
        return _of_study(reading, wanted.language)
    refuse_other_names(wanted.path)
    if wanted.path.suffix.casefold() == ".json" and not wanted.path.is_dir():
        return (read_record(wanted.path),)
    return _read_many(wanted.path)


def _read_many(path: Path) -> tuple[Record, ...]:
    records: list[Record] = []
    problems: list[Problem] = []
    for reading in read_records(path):
        problems += reading.problems
        if reading.record is not None:
            records.append(reading.record)
    if problems:
        raise InputError(problems)
    return tuple(records)
