"""Reading a study: a table and its mapping to one record a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from firstsnow.exchange.limits import MOST_BYTES_OF_A_TABLE, MOST_PROBLEMS
from firstsnow.exchange.opening import opened
from firstsnow.exchange.records.examine import more_problems
from firstsnow.exchange.study.cells import is_plain_text
from firstsnow.exchange.study.layout import Layout, LayoutMaker
from firstsnow.exchange.study.mapping_file import MappingFile, read_mapping
from firstsnow.exchange.study.persons import PersonSoFar, RecordMaker
from firstsnow.exchange.study.rows import RowFacts, RowProblems, RowReader
from firstsnow.exchange.study.table import Row, Table
from firstsnow.exchange.wording import finding_of
from firstsnow.i18n import message
from firstsnow.problems import InputError, Problem
from firstsnow.record import Record

_MOST_SKIPPED_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class StudyReading:
    """What was read from a study's table.

    Attributes
    ----------
    records
        One record a person, in the order in which they first appear.
    problems
        Everything that is wrong in the rows that were skipped.
    rows, skipped_rows
        How many rows the table has, and how many were skipped.
    repeated_rows
        How many rows only repeated what an earlier row of the same person said.
    unknown_columns
        Columns to which neither firstsnow nor the mapping gives a meaning. Those that never change
        within a person are kept in ``record.study.columns``; the others are left out.
    kept_columns
        Those of the unknown columns that were kept.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    rows: int
    skipped_rows: int
    repeated_rows: int
    unknown_columns: tuple[str, ...]
    kept_columns: tuple[str, ...]

    @property
    def too_many_skipped(self) -> bool:
        """Whether more than a tenth of the rows were skipped."""
        return self.skipped_rows > self.rows * _MOST_SKIPPED_SHARE


def read_study(data_csv: Path | str, map_toml: Path | str) -> StudyReading:
    """Read a study's table through its mapping file.

    Parameters
    ----------
    data_csv
        The table (CSV, UTF-8, commas, a header).
    map_toml
        The mapping (TOML); docs/formats/study-tables.md tells what it may say.

    Raises
    ------
    InputError
        If the mapping or the table as a whole can't be used, with everything that is wrong.
        Single rows that can't be used are skipped and reported in what comes back.
    """
    path = Path(data_csv)
    mapping_file = read_mapping(Path(map_toml))
    with opened(path, MOST_BYTES_OF_A_TABLE) as file:
        table = Table(file, path)
        layout = _layout(table, mapping_file, path)
        persons = _Persons(RowReader(layout, mapping_file.mapping, str(path)), layout, str(path))
        for row in table.rows():
            persons.take(row)
    if persons.rows == 0:
        raise InputError(
            [
                Problem(
                    message("it has a header and no rows"),
                    message("give one row or more below the header"),
                    file=str(path),
                )
            ]
        )
    return persons.reading(RecordMaker(mapping_file.mapping, _name_of(path)))


def _layout(table: Table, mapping_file: MappingFile, path: Path) -> Layout:
    maker = LayoutMaker(table.header, mapping_file.mapping)
    layout = maker.make()
    found = [mapping_file.problem(mistake) for mistake in maker.in_mapping]
    found += [
        Problem(one.what, one.right, file=str(path), line=1, field=one.column)
        for one in maker.in_header
    ]
    if found:
        raise InputError(found)
    return layout


def _name_of(path: Path) -> str:
    name = path.stem.encode("utf-8", "replace").decode()
    return name if is_plain_text(name) else "study"


@dataclass
class _Persons:
    """The persons of a study, as far as the rows were read."""

    reader: RowReader
    layout: Layout
    file: str
    rows: int = 0
    skipped: int = 0
    repeated: int = 0
    unlisted: int = 0
    problems: list[Problem] = field(default_factory=list)
    by_name: dict[str, PersonSoFar] = field(default_factory=dict)
    changing: set[str] = field(default_factory=set)
    rows_of: dict[str, int] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        """Take in one row, or skip it and say why."""
        self.rows += 1 + row.swallowed
        try:
            facts = self.reader.read(row)
        except RowProblems as error:
            self._skip(error.problems, 1 + row.swallowed)
            return
        person = self.by_name.get(facts.person)
        if person is None:
            person = PersonSoFar(facts.person, facts.line)
        contradictions = list(self._contradictions(person, facts))
        if contradictions:
            self._skip(contradictions, 1)
            return
        self.by_name[facts.person] = person
        self.rows_of[facts.person] = self.rows_of.get(facts.person, 0) + 1
        self.repeated += person.add(facts)
        self._keep_unknown(person, facts)

    def _contradictions(self, person: PersonSoFar, facts: RowFacts) -> Iterator[Problem]:
        sources = {**self.layout.about_person, **self.layout.roles}
        for one in person.contradictions(facts):
            source = sources.get(one.role)
            yield Problem(
                one.what,
                one.right,
                file=self.file,
                line=facts.line,
                field=source.name if source else one.role,
            )

    def _keep_unknown(self, person: PersonSoFar, facts: RowFacts) -> None:
        for name, value in facts.unknown.items():
            if name in self.changing:
                continue
            if person.unknown.setdefault(name, value) != value or not is_plain_text(value):
                self.changing.add(name)

    def _skip(self, problems: list[Problem] | tuple[Problem, ...], rows: int) -> None:
        self.skipped += rows
        room = MOST_PROBLEMS - len(self.problems)
        self.problems.extend(problems[:room])
        self.unlisted += max(0, len(problems) - room)

    def reading(self, maker: RecordMaker) -> StudyReading:
        """Make the records, and give everything that was read."""
        unknown = tuple(source.name for source in self.layout.unknown)
        kept = tuple(name for name in unknown if name and name not in self.changing)
        records = [
            record
            for person in self.by_name.values()
            if (record := self._record(maker, person, kept)) is not None
        ]
        if self.unlisted:
            self.problems.append(more_problems(self.unlisted).in_file(self.file))
        return StudyReading(
            records=tuple(records),
            problems=tuple(self.problems),
            rows=self.rows,
            skipped_rows=self.skipped,
            repeated_rows=self.repeated,
            unknown_columns=unknown,
            kept_columns=kept,
        )

    def _record(
        self, maker: RecordMaker, person: PersonSoFar, kept: tuple[str, ...]
    ) -> Record | None:
        try:
            return maker.make(person, kept)
        except ValidationError as error:
            findings = [finding_of(one) for one in error.errors(include_url=False)]
            self._skip(
                [
                    Problem(one.what, one.right, file=self.file, line=person.first_line)
                    for one in findings
                    if one is not None
                ],
                self.rows_of[person.name],
            )
            return None
