"""One row of a table to what it says: who, when, what was measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypeVar

from firstsnow.exchange.study.cells import (
    BadCellError,
    number,
    plain_text,
    whole_number,
    word,
)
from firstsnow.exchange.study.layout import Layout, Source
from firstsnow.exchange.study.mapping import DAYS_OF, Mapping, Word
from firstsnow.exchange.study.mapping_checks import Mistake, known_scales, unknown_scale
from firstsnow.exchange.study.roles import RATERS, SEXES
from firstsnow.exchange.study.table import Row
from firstsnow.i18n import Message, message
from firstsnow.knowledge import nearest
from firstsnow.problems import Problem
from firstsnow.record import Answers, Measurement, When
from firstsnow.record.checks.measurement import measurement_findings
from firstsnow.record.moment import NotATime
from firstsnow.scales import catalogue

Value = TypeVar("Value")
Rater = Literal["clinician", "self"]

_OLDEST = 130


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What one row says.

    Attributes
    ----------
    age, sex
        Age in years, and sex.
    about_person
        What the mapping names beside them, by name.
    unknown
        Cells to which nothing gives a meaning, by column, without those that are empty.
    """

    line: int
    person: str
    arm: str | None
    age: float | None
    sex: Literal["female", "male"] | None
    about_person: dict[str, str]
    unknown: dict[str, str]
    measurements: tuple[Measurement, ...]


class RowProblems(Exception):
    """A row that is skipped, with everything that is wrong in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(map(str, problems)))


@dataclass
class _Form:
    """A measurement as it is put together from the cells of one row."""

    scale: str
    day: float
    rater: Rater | None
    total: float | None = None
    items: dict[str, int | None] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    """Column of the total (under ``""``) and of each item."""


class RowReader:
    """Reads rows as a layout and a mapping say."""

    def __init__(self, layout: Layout, mapping: Mapping, file: str) -> None:
        self._layout = layout
        self._mapping = mapping
        self._file = file
        self._missing = _MissingCodes(mapping.missing.codes)
        self._scales = frozenset(known_scales(mapping))
        self._declared = mapping.declared_scales()
        self._days = DAYS_OF[mapping.study.time_unit]
        # A misspelt scale stands in every row; looking for near misses takes long.
        self._unknown_scale = lru_cache(maxsize=1_000)(self._describe_unknown_scale)

    def read(self, row: Row) -> RowFacts:
        """Read one row.

        Raises
        ------
        RowProblems
            If anything in it can't be used.
        """
        if row.fault is not None:
            raise RowProblems([row.fault])
        reading = _Reading(self, row)
        facts = reading.facts()
        if reading.problems:
            raise RowProblems(reading.problems)
        return facts

    def text(self, source: Source | None, row: Row) -> str | None:
        """Give a cell's text, or ``None`` where nothing is known."""
        if source is None:
            return None
        text = source.read(row.cells)
        return None if source.column is not None and self._missing.hold(text) else text

    def problem(self, row: Row, column: str, what: Message, right: Message) -> Problem:
        """Give a problem with its place in the table."""
        return Problem(what, right, file=self._file, line=row.line, field=column)

    def scale(self, text: str) -> str:
        """Give the identifier of a scale that the data names.

        Raises
        ------
        BadCellError
            If there is no such scale.
        """
        name = self._mapping.scale_named(text)
        if name not in self._scales:
            mistake = self._unknown_scale(name)
            raise BadCellError(mistake.what, mistake.right)
        return name

    def _describe_unknown_scale(self, name: str) -> Mistake:
        return unknown_scale(name, (*self._scales, *self._mapping.scales), ())

    def day(self, text: str) -> float:
        """Give a day on the study's clock."""
        return number(text) * self._days

    def arm(self, text: str) -> str:
        """Give the name of an arm.

        Raises
        ------
        BadCellError
            If the mapping says what arms got, and not what this one got.
        """
        arms = self._mapping.arms
        if arms and text not in arms:
            near = nearest(text, arms)
            right = (
                message("did you mean {names}?", names=", ".join(near))
                if near
                else message("say under [arms] what it got, also if that was nothing")
            )
            raise BadCellError(message("the arm {name} is not in the mapping", name=text), right)
        return plain_text(text)

    def findings(self, measurement: Measurement) -> Iterator[tuple[str | None, Message, Message]]:
        """Walk over what can't be true of a measurement, each with the item or "" for the total."""
        for finding in measurement_findings(measurement, self._declared, ()):
            item = str(finding.place[1]) if finding.place[:1] == ("items",) else ""
            yield item, finding.what, finding.right

    @property
    def layout(self) -> Layout:
        """Where each value comes from."""
        return self._layout


class _MissingCodes:
    def __init__(self, codes: Sequence[Word]) -> None:
        self._texts = {"", *(str(code).strip() for code in codes)}
        self._numbers = {value for text in self._texts if (value := _as_number(text)) is not None}

    def hold(self, text: str) -> bool:
        """Say whether a cell means that nothing is known; ``-9.0`` is the code ``-9``."""
        if text in self._texts:
            return True
        return bool(self._numbers) and _as_number(text) in self._numbers


def _as_number(text: str) -> float | None:
    try:
        return number(text)
    except BadCellError:
        return None


class _Reading:
    """Reads one row, and collects what is wrong in it."""

    def __init__(self, reader: RowReader, row: Row) -> None:
        self._reader = reader
        self._layout = reader.layout
        self._row = row
        self.problems: list[Problem] = []

    def facts(self) -> RowFacts:
        roles, about = self._layout.roles, self._layout.about_person
        person = self._value(roles["person"], plain_text)
        if self._is_empty(roles["person"]):
            self._add(
                roles["person"].name,
                message("nothing says whose row this is"),
                message("write the person's identifier"),
            )
        age = self._value(about.get("age"), _age)
        return RowFacts(
            line=self._row.line,
            person=person or "",
            arm=self._value(roles.get("arm"), self._reader.arm),
            age=age,
            sex=self._value(about.get("sex"), lambda text: word(text, SEXES)),
            about_person=dict(self._about_person()),
            unknown=dict(self._unknown()),
            measurements=tuple(self._measurements()),
        )

    def _value(self, source: Source | None, read: Callable[[str], Value]) -> Value | None:
        text = self._reader.text(source, self._row)
        if text is None or source is None:
            return None
        try:
            return read(text)
        except BadCellError as error:
            self._add(source.name, error.what, error.right)
            return None

    def _is_empty(self, source: Source | None) -> bool:
        return self._reader.text(source, self._row) is None

    def _add(self, column: str, what: Message, right: Message) -> None:
        self.problems.append(self._reader.problem(self._row, column, what, right))

    def _about_person(self) -> Iterator[tuple[str, str]]:
        for name, source in self._layout.about_person.items():
            if name not in ("age", "sex"):
                text = self._value(source, plain_text)
                if text is not None:
                    yield name, text

    def _unknown(self) -> Iterator[tuple[str, str]]:
        for source in self._layout.unknown:
            text = self._reader.text(source, self._row)
            if text is not None:
                yield source.name, text

    def _measurements(self) -> Iterator[Measurement]:
        for form in self._forms():
            try:
                time = When.of(form.day)
            except NotATime as error:
                day = self._layout.roles.get("day")
                self._add(
                    day.name if day else "day",
                    message("the day {day} is not possible", day=form.day),
                    error.right,
                )
                continue
            measurement = Measurement(
                scale=form.scale,
                time=time,
                items=Answers(form.items) if form.items else None,
                total=form.total,
                rater=form.rater,
            )
            for item, what, right in self._reader.findings(measurement):
                self._add(form.columns.get(item or "", form.scale), what, right)
            yield measurement

    def _forms(self) -> Iterator[_Form]:
        if self._layout.is_long:
            yield from self._long_form()
        yield from self._wide_forms()

    def _long_form(self) -> Iterator[_Form]:
        roles = self._layout.roles
        total = self._value(roles.get("total"), number)
        items = {
            item: self._value(source, whole_number) for item, source in self._layout.items.items()
        }
        if all(map(self._is_empty, (roles.get("total"), *self._layout.items.values()))):
            return
        scale = self._needed("scale", self._reader.scale)
        day = self._needed("day", self._reader.day)
        if scale is None or day is None:
            return
        answers = _answers_of(scale, items)
        if total is None and not answers:
            return
        yield _Form(
            scale=scale,
            day=day,
            rater=self._rater(),
            total=total,
            items=answers,
            columns={
                **{item: source.name for item, source in self._layout.items.items()},
                **({"": roles["total"].name} if "total" in roles else {}),
            },
        )

    def _needed(self, role: str, read: Callable[[str], Value]) -> Value | None:
        source = self._layout.roles[role]
        if self._is_empty(source):
            self._add(
                source.name,
                message("the row has a value but no {column}", column=role),
                message("fill the cell in"),
            )
            return None
        return self._value(source, read)

    def _rater(self) -> Rater | None:
        return self._value(self._layout.roles.get("rater"), lambda text: word(text, RATERS))

    def _wide_forms(self) -> Iterator[_Form]:
        forms: dict[tuple[str, float, Rater | None], _Form] = {}
        for column in self._layout.wide:
            wide, source = column.wide, column.source
            read = number if wide.item is None else whole_number
            value = self._value(source, read)
            if value is None:
                continue
            day = self._needed("day", self._reader.day) if wide.day is None else wide.day
            if day is None:
                continue
            scale = self._reader.scale(wide.scale)
            key = (scale, day, wide.rater or self._rater())
            form = forms.setdefault(key, _Form(*key))
            if wide.item is None:
                form.total = value
            else:
                form.items[str(wide.item)] = round(value)
            form.columns["" if wide.item is None else str(wide.item)] = source.name
        yield from forms.values()


def _answers_of(scale: str, items: dict[str, int | None]) -> dict[str, int | None]:
    """Leave out the items of other scales, whose cells are empty in this scale's rows."""
    definition = catalogue().get(scale)
    known = definition.items_by_id if definition is not None else {}
    answers = {
        item: answer for item, answer in items.items() if answer is not None or item in known
    }
    return answers if any(answer is not None for answer in answers.values()) else {}


def _age(text: str) -> float:
    age = number(text)
    if not 0 <= age <= _OLDEST:
        raise BadCellError(
            message("{value} is not an age in years", value=text),
            message("an age lies between {low} and {high}", low=0, high=_OLDEST),
        )
    return age
