"""Answers of many forms, read a column and a stretch of rows at a time, wherever they lie."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeAlias, cast, runtime_checkable

import numpy as np
import polars as pl
from numpy.typing import NDArray

from firstsnow.i18n import Message, message
from firstsnow.problems import InputError, Problem
from firstsnow.scales.definition import Scale

Column: TypeAlias = NDArray[np.integer | np.floating]
Mask: TypeAlias = NDArray[np.bool_]


@runtime_checkable
class NamedColumns(Protocol):
    """A table of named columns, such as a pandas data frame or a dictionary of arrays."""

    def keys(self) -> object:
        """Give the names of the columns."""
        ...

    def __getitem__(self, name: str, /) -> object:
        """Give one column."""
        ...


Answers: TypeAlias = "NDArray[np.integer | np.floating] | pl.DataFrame | NamedColumns"
"""What a table of answers may be."""


class Columns(ABC):
    """The columns of a table of answers.

    Attributes
    ----------
    rows
        Number of forms.
    items
        The items that the table has, in the scale's order.
    """

    rows: int
    items: tuple[str, ...]

    @abstractmethod
    def read(self, item: str, start: int, stop: int) -> tuple[Column, Mask]:
        """Give an item's answers in rows ``start`` to ``stop``, and which of them are missing."""


class ArrayColumns(Columns):
    """The columns of one array, forms by items."""

    def __init__(self, answers: Column, items: Sequence[str], missing: int | None) -> None:
        self.rows = len(answers)
        self.items = tuple(items)
        self._place = {item: index for index, item in enumerate(items)}
        self._answers = answers
        self._missing = missing

    def read(self, item: str, start: int, stop: int) -> tuple[Column, Mask]:
        """Give an item's answers and which are missing."""
        return _with_mask(self._answers[start:stop, self._place[item]], self._missing)


class NamedArrays(Columns):
    """The columns of a table whose columns turn into arrays."""

    def __init__(self, columns: Mapping[str, Column], missing: int | None) -> None:
        lengths = {len(column) for column in columns.values()}
        if len(lengths) > 1:
            raise InputError(
                [
                    Problem(
                        message("the columns have different lengths"),
                        message("give every column one answer a form"),
                    )
                ]
            )
        self.rows = lengths.pop() if lengths else 0
        self.items = tuple(columns)
        self._columns = columns
        self._missing = missing

    def read(self, item: str, start: int, stop: int) -> tuple[Column, Mask]:
        """Give an item's answers and which are missing."""
        return _with_mask(self._columns[item][start:stop], self._missing)


class PolarsColumns(Columns):
    """The columns of a Polars data frame; null is missing."""

    def __init__(self, columns: Mapping[str, pl.Series], rows: int, missing: int | None) -> None:
        self.rows = rows
        self.items = tuple(columns)
        self._columns = columns
        self._missing = missing

    def read(self, item: str, start: int, stop: int) -> tuple[Column, Mask]:
        """Give an item's answers and which are missing."""
        piece = self._columns[item].slice(start, stop - start)
        values, missing = _with_mask(piece.fill_null(0).to_numpy(), self._missing)
        if piece.null_count():
            missing = missing | piece.is_null().to_numpy()
        return values, missing


def columns_of(scale: Scale, answers: Answers, missing: int | None) -> Columns:
    """Find the columns of a scale's items in a table of answers.

    A column is named by the item's id or by ``item_`` and the id. Of an array, the columns are the
    scale's items in order: all of them, or only those that enter the total.

    Raises
    ------
    InputError
        If a column that the total needs is missing, has no numbers, or stands twice.
    """
    if isinstance(answers, np.ndarray):
        return ArrayColumns(answers, _items_of_array(scale, answers), missing)
    if isinstance(answers, pl.DataFrame):
        found = _found(scale, answers.columns)
        series = {item: answers[name] for item, name in found.items()}
        _require_numbers({item: s.dtype.is_numeric() for item, s in series.items()})
        return PolarsColumns(series, answers.height, missing)
    names = [str(name) for name in cast("Sequence[object]", answers.keys())]
    arrays = {item: np.asarray(answers[name]) for item, name in _found(scale, names).items()}
    _require_numbers({item: array.dtype.kind in "iuf" for item, array in arrays.items()})
    return NamedArrays(arrays, missing)


def _with_mask(values: Column, code: int | None) -> tuple[Column, Mask]:
    missing = np.isnan(values) if values.dtype.kind == "f" else np.zeros(len(values), dtype=bool)
    if code is not None:
        missing |= values == code
    return values, missing


def needed_items(scale: Scale) -> tuple[str, ...]:
    """Give the items that enter the total, in the scale's order."""
    used = {name for part in scale.plan.parts for name in part.items}
    return tuple(name for name in scale.items_by_id if name in used)


def _items_of_array(scale: Scale, answers: Column) -> tuple[str, ...]:
    every, needed = tuple(scale.items_by_id), needed_items(scale)
    wide = answers.shape[1] if answers.ndim == 2 else 0  # noqa: PLR2004  forms by items
    if answers.dtype.kind not in "iuf":
        raise InputError([_not_numbers("array")])
    for items in (needed, every):
        if wide == len(items):
            return items
    raise InputError(
        [
            Problem(
                message("the array has the shape {shape}", shape=str(answers.shape)),
                _right_shape(scale, len(needed), len(every)),
            )
        ]
    )


def _right_shape(scale: Scale, needed: int, every: int) -> Message:
    if needed == every:
        return message(
            "{scale} needs one row a form and {columns} columns",
            scale=scale.short_name,
            columns=needed,
        )
    return message(
        "{scale} needs one row a form and {columns} columns, or {every} with all items",
        scale=scale.short_name,
        columns=needed,
        every=every,
    )


def _found(scale: Scale, names: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    problems = []
    for item in scale.items_by_id:
        here = [name for name in (item, f"item_{item}") if name in names]
        if len(here) > 1:
            problems.append(_stands_twice(item))
        elif here:
            found[item] = here[0]
    problems += [_no_column(item) for item in needed_items(scale) if not _given(item, names)]
    if problems:
        raise InputError(problems)
    return found


def _given(item: str, names: Sequence[str]) -> bool:
    return item in names or f"item_{item}" in names


def _stands_twice(item: str) -> Problem:
    return Problem(
        message("item {item} stands in two columns", item=item),
        message("keep either {one} or {other}", one=item, other=f"item_{item}"),
        field=item,
    )


def _no_column(item: str) -> Problem:
    return Problem(
        message("there is no column for item {item}", item=item),
        message("add a column named {one} or {other}", one=item, other=f"item_{item}"),
        field=item,
    )


def _not_numbers(field: str) -> Problem:
    return Problem(
        message("the answers are not numbers"),
        message("give whole numbers, and leave missing answers empty"),
        field=field,
    )


def _require_numbers(numeric: Mapping[str, bool]) -> None:
    problems = [_not_numbers(item) for item, fine in numeric.items() if not fine]
    if problems:
        raise InputError(problems)
