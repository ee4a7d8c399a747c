"""A study's table: rows of cells from CSV, one at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from firstsnow.exchange.encoding import not_utf8, unlike_text
from firstsnow.exchange.limits import (
    MOST_BYTES_OF_A_TABLE,
    MOST_COLUMNS_OF_A_TABLE,
    MOST_ROWS_OF_A_TABLE,
)
from firstsnow.exchange.opening import opened
from firstsnow.i18n import Message, message
from firstsnow.problems import InputError, Problem

_SAMPLE = 65_536
_AROUND = 200
_OTHER_SEPARATORS = {
    ";": message("semicolons"),
    "\t": message("tabs"),
    "|": message("vertical bars"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes
    ----------
    line
        Line of the file on which it begins, counted from 1.
    cells
        Its cells without white space around them, as many as the header has.
    fault
        What is wrong with the row as a whole; its cells are then empty.
    swallowed
        Further rows that the fault took with it, such as those behind an open quotation mark.
    """

    line: int
    cells: tuple[str, ...] = ()
    fault: Problem | None = None
    swallowed: int = 0


class Table:
    """The rows below a header, read from an open file as they are asked for.

    Attributes
    ----------
    header
        Names of the columns.
    """

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._path = path
        self._refuse_other_than_text(file)
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        self._reader = csv.reader(text, strict=True)
        self.header = self._read_header()

    def rows(self) -> Iterator[Row]:
        """Walk over the rows that hold anything.

        Raises
        ------
        InputError
            If the text turns out not to be UTF-8, or there are too many rows.
        """
        count = 0
        while (row := self._next()) is not None:
            if row.fault is None and not any(row.cells):
                continue
            count += 1
            if count > MOST_ROWS_OF_A_TABLE:
                raise self._error(
                    message("it has more than {count} rows", count=MOST_ROWS_OF_A_TABLE),
                    message("split it into smaller files, each with whole persons"),
                )
            yield row if row.fault is not None else self._fitted(row)

    def _refuse_other_than_text(self, file: BinaryIO) -> None:
        sample = file.read(_SAMPLE)
        file.seek(0)
        if not sample.strip():
            raise self._error(
                message("it is empty"), message("give a table with a header and one row or more")
            )
        wrong = unlike_text(sample)
        if wrong is not None:
            raise InputError([wrong.in_file(str(self._path))])

    def _read_header(self) -> tuple[str, ...]:
        row = self._next()
        while row is not None and row.fault is None and not any(row.cells):
            row = self._next()
        if row is None:
            raise self._error(message("it has no header"), message("name the columns in line 1"))
        if row.fault is not None:
            raise InputError([row.fault])
        self._refuse_other_separators(row)
        if len(row.cells) > MOST_COLUMNS_OF_A_TABLE:
            raise self._error(
                message("it has more than {count} columns", count=MOST_COLUMNS_OF_A_TABLE),
                message("leave out what is not needed"),
            )
        return row.cells

    def _refuse_other_separators(self, row: Row) -> None:
        text = ",".join(row.cells)
        for separator, name in _OTHER_SEPARATORS.items():
            if text.count(separator) > text.count(","):
                raise self._error(
                    message("its columns are separated by {what}", what=name),
                    message(
                        "separate columns by commas, and write decimal numbers with a point (12.5)"
                    ),
                    row.line,
                )

    def _next(self) -> Row | None:
        line = self._reader.line_num + 1
        try:
            cells = next(self._reader, None)
        except csv.Error as error:
            return self._broken(line, str(error))
        except UnicodeDecodeError as error:
            raise InputError([self._not_utf8()]) from error
        return None if cells is None else Row(line, tuple(cell.strip() for cell in cells))

    def _broken(self, line: int, reason: str) -> Row:
        last = self._reader.line_num
        if "field limit" in reason:
            what = message("a cell is longer than {count} characters", count=csv.field_size_limit())
            right = message("shorten it, or close the quotation mark that opens it")
        elif "end of data" in reason:
            what = message("a quotation mark that opens here is not closed")
            right = message('close it, or write a quotation mark within a cell twice ("")')
        else:
            what = message("a quotation mark stands in the wrong place")
            right = message('put the whole cell in quotation marks, and double those within ("")')
        return Row(line, fault=self._problem(what, right, line), swallowed=max(0, last - line))

    def _fitted(self, row: Row) -> Row:
        """Give a row as many cells as the header has, if nothing is lost by that."""
        width = len(self.header)
        if len(row.cells) == width:
            return row
        if len(row.cells) > width and not any(row.cells[width:]):
            return Row(row.line, row.cells[:width])
        fault = self._problem(
            message(
                "the row has {count} cells, the header {width}", count=len(row.cells), width=width
            ),
            message("give each row as many cells as the header has; empty cells count"),
            row.line,
        )
        return Row(row.line, fault=fault)

    def _not_utf8(self) -> Problem:
        with opened(self._path) as file:
            for line, data in enumerate(file, start=1):
                try:
                    data.decode("utf-8")
                except UnicodeDecodeError as error:
                    around = data[max(0, error.start - _AROUND) : error.start + _AROUND]
                    return not_utf8(around, line).in_file(str(self._path))
        return not_utf8(b"", None).in_file(str(self._path))

    def _problem(self, what: Message, right: Message, line: int | None = None) -> Problem:
        return Problem(what, right, file=str(self._path), line=line)

    def _error(self, what: Message, right: Message, line: int | None = None) -> InputError:
        return InputError([self._problem(what, right, line)])


__all__ = ["MOST_BYTES_OF_A_TABLE", "Row", "Table"]
