"""Which column holds what: a mapping laid over a table's header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from firstsnow.exchange.study.cells import did_you_mean, shown
from firstsnow.exchange.study.mapping import Mapping, Wide
from firstsnow.exchange.study.mapping_checks import Mistake
from firstsnow.exchange.study.roles import MEASUREMENT_ROLES, ROLES, is_item, item_of
from firstsnow.i18n import Message, message
from firstsnow.record.checks import Place


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from: a column, or a constant of the mapping.

    Attributes
    ----------
    name
        The column's name in the table, or the constant's in the mapping.
    column
        The column's position, or ``None`` for a constant.
    constant
        The constant as text.
    """

    name: str
    column: int | None = None
    constant: str = ""

    def read(self, cells: Sequence[str]) -> str:
        """Give the text for a row."""
        return self.constant if self.column is None else cells[self.column]


@dataclass(frozen=True, slots=True)
class WideColumn:
    """A column that holds one scale's totals or the answers to one item."""

    wide: Wide
    source: Source


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each value of a row comes from.

    Attributes
    ----------
    roles
        Sources of person, day, scale, total, arm and rater, as far as the table has them.
    items
        Sources of the answers, by item.
    about_person
        Sources of what is said about the person, by name; age and sex are among them.
    wide
        Columns that hold one scale each.
    unknown
        Columns to which nothing gives a meaning.
    """

    roles: dict[str, Source] = field(default_factory=dict)
    items: dict[str, Source] = field(default_factory=dict)
    about_person: dict[str, Source] = field(default_factory=dict)
    wide: tuple[WideColumn, ...] = ()
    unknown: tuple[Source, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether rows hold measurements of a scale that the row names."""
        return "total" in self.roles or bool(self.items)


@dataclass(frozen=True, slots=True)
class HeaderMistake:
    """Something that the table's header lacks."""

    column: str
    what: Message
    right: Message


class LayoutMaker:
    """Lays a mapping over a header, and collects what does not fit."""

    def __init__(self, header: Sequence[str], mapping: Mapping) -> None:
        self._header = tuple(header)
        self._mapping = mapping
        self._counts = Counter(self._header)
        self._used: set[int] = set()
        self.in_mapping: list[Mistake] = []
        self.in_header: list[HeaderMistake] = []

    def make(self) -> Layout:
        """Give the layout; it may only be used if no mistake was found."""
        sources = self._sources()
        wide = tuple(self._wide())
        layout = Layout(
            roles={name: sources[name] for name in MEASUREMENT_ROLES if name in sources},
            items={item_of(name): one for name, one in sources.items() if is_item(name)},
            about_person={
                name: one
                for name, one in sources.items()
                if name not in MEASUREMENT_ROLES and not is_item(name)
            },
            wide=wide,
            unknown=tuple(self._unknown()),
        )
        if not self.in_header:
            self._require(layout)
        return layout

    def _sources(self) -> dict[str, Source]:
        found: dict[str, Source] = {}
        for name, column in self._mapping.columns.items():
            source = self._column(column, ("columns", name))
            if source is not None:
                found[name] = source
        for name, value in self._mapping.constants.items():
            found.setdefault(name, Source(name, constant=str(value)))
        for name in self._counts:
            is_role = name in ROLES or is_item(name)
            if is_role and name not in found and name not in self._mapping.columns:
                source = self._column(name, ("columns", name))
                if source is not None:
                    found[name] = source
        return found

    def _wide(self) -> Iterator[WideColumn]:
        for index, wide in enumerate(self._mapping.wide):
            source = self._column(wide.column, ("wide", index, "column"))
            if source is not None:
                yield WideColumn(wide, source)

    def _column(self, name: str, place: Place) -> Source | None:
        count = self._counts[name.strip()]
        if count == 1:
            position = self._header.index(name.strip())
            self._used.add(position)
            return Source(name.strip(), position)
        if count > 1:
            self.in_header.append(
                HeaderMistake(
                    name,
                    message("the column {column} stands in the header twice", column=shown(name)),
                    message("give every column a name of its own"),
                )
            )
            return None
        right = did_you_mean(name, tuple(filter(None, self._header))) or message(
            "name one of its columns: {names}", names=shown(", ".join(self._header))
        )
        what = message("the table has no column {column}", column=shown(name))
        self.in_mapping.append(Mistake(place, what, right))
        return None

    def _unknown(self) -> Iterator[Source]:
        for position, name in enumerate(self._header):
            if position not in self._used:
                yield Source(name, position)

    def _require(self, layout: Layout) -> None:
        given = {*layout.roles, *self._mapping.columns}
        if "person" not in given:
            self._lacks("person", message('name it: [columns] person = "..."'))
        if not layout.is_long and not layout.wide and not self.in_mapping:
            self._lacks(
                "total", message("name a total or item columns under [columns], or use [[wide]]")
            )
        if layout.is_long and "scale" not in given:
            self._lacks("scale", message('name it, or say [constants] scale = "..."'))
        if "day" not in given and (layout.is_long or any(w.wide.day is None for w in layout.wide)):
            self._lacks("day", message('name it: [columns] day = "..."'))
        if self._mapping.arms and "arm" not in given:
            self._lacks("arm", message('name it: [columns] arm = "..."'))

    def _lacks(self, role: str, right: Message) -> None:
        near = did_you_mean(role, tuple(filter(None, self._header)))
        what = message("there is no column {column}", column=role)
        self.in_header.append(HeaderMistake(role, what, right))
        if near is not None:
            self.in_header[-1] = HeaderMistake(role, what, _both(right, near))


def _both(first: Message, second: Message) -> Message:
    return message("{first} ({second})", first=first, second=second)
