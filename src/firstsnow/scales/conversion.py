"""Totals on another metric, such as T scores, by a published table."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Self, TypeAlias

from pydantic import Field, model_validator

from firstsnow.knowledge import Fact
from firstsnow.scales.vocabulary import Number

Row: TypeAlias = Annotated[tuple[float, ...], Field(min_length=2, max_length=3)]
"""A total, its value on the other metric and, where the table has it, the standard error."""


class Conversion(Fact):
    """A table from totals to another metric.

    Attributes
    ----------
    metric
        Name of the other metric, such as ``T``.
    population
        In whom the other metric was established.
    table
        One row a total: the total, the value and, in all rows or none, its standard error.
    """

    metric: str
    population: str
    table: tuple[Row, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _rows_are_alike(self) -> Self:
        if len({len(row) for row in self.table}) > 1:
            raise ValueError("conversion: give the standard error in every row, or in none")
        totals = [row[0] for row in self.table]
        if sorted(set(totals)) != totals:
            raise ValueError("conversion: the totals must rise from row to row")
        return self

    @cached_property
    def rows(self) -> dict[Number, Row]:
        """The rows by their totals."""
        return {row[0]: row for row in self.table}
