"""Forms to score: the answers of each, from CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from firstsnow.exchange.limits import MOST_BYTES_OF_A_RECORD, MOST_BYTES_OF_A_TABLE
from firstsnow.exchange.opening import opened, read_bytes
from firstsnow.exchange.study.table import Row, Table
from firstsnow.i18n import message
from firstsnow.problems import InputError, Problem
from firstsnow.scales import Scale, check_answers

_MISSING = frozenset({"", "NA", "na", "NaN"})
_PREFIX = "item_"


@dataclass(frozen=True, slots=True)
class Form:
    """One form.

    Attributes
    ----------
    name
        What tells it apart: its other cells, or its place in the file.
    answers
        Answers by item.
    """

    name: str
    answers: Mapping[str, int | None]


def read_forms(scale: Scale, path: Path) -> list[Form]:
    """Read every form of a file.

    A table has a column for each item, named by the item or ``item_`` and the item; what stands in
    other columns names the form. JSON is an object of answers by item, or a list of such objects.

    Raises
    ------
    InputError
        With everything that is wrong.
    """
    if path.suffix.casefold() == ".json":
        return _read_json(scale, path)
    return _read_table(scale, path)


def _read_table(scale: Scale, path: Path) -> list[Form]:
    forms: list[Form] = []
    problems: list[Problem] = []
    with opened(path, MOST_BYTES_OF_A_TABLE) as file:
        table = Table(file, path)
        items = _item_columns(scale, table.header, path)
        for row in table.rows():
            form, wrong = _form(scale, row, table.header, items)
            problems += [_in(problem, path, row.line) for problem in wrong]
            forms.append(form)
    if problems:
        raise InputError(problems)
    return forms


def _item_columns(scale: Scale, header: Sequence[str], path: Path) -> dict[int, str]:
    known = scale.items_by_id
    found = {
        index: name.removeprefix(_PREFIX)
        for index, name in enumerate(header)
        if name.removeprefix(_PREFIX) in known
    }
    if not found:
        listed = ", ".join(known) or "-"
        raise InputError(
            [
                Problem(
                    message("no column is an item of {scale}", scale=scale.short_name),
                    message("name the columns after its items: {items}", items=listed),
                    file=str(path),
                    line=1,
                )
            ]
        )
    return found


def _form(
    scale: Scale, row: Row, header: Sequence[str], items: Mapping[int, str]
) -> tuple[Form, list[Problem]]:
    if row.fault is not None:
        return Form("", {}), [row.fault]
    problems: list[Problem] = []
    answers: dict[str, int | None] = {}
    for index, item in items.items():
        cell = row.cells[index]
        if cell in _MISSING:
            answers[item] = None
        elif cell.lstrip("+-").isdecimal():
            answers[item] = int(cell)
        else:
            what = message("“{cell}” is no answer", cell=cell)
            right = message("an answer is a whole number, an empty cell is one left out")
            problems.append(Problem(what, right, field=header[index]))
    others = [cell for index, cell in enumerate(row.cells) if index not in items]
    columns = {item: header[index] for index, item in items.items()}
    problems += [
        Problem(one.what, one.right, field=columns.get(one.field or "", one.field))
        for one in _mistakes(scale, answers)
    ]
    return Form(" ".join(cell for cell in others if cell), answers), problems


def _read_json(scale: Scale, path: Path) -> list[Form]:
    data = _json(path)
    entries = data if isinstance(data, list) else [data]
    forms: list[Form] = []
    problems: list[Problem] = []
    for index, entry in enumerate(entries):
        pointer = f"/{index}" if isinstance(data, list) else ""
        wrong = list(_shape(entry))
        if not wrong:
            wrong = _mistakes(scale, entry)
            forms.append(Form("", entry))
        problems += [
            Problem(
                one.what,
                one.right,
                file=str(path),
                pointer=f"{pointer}/{one.field}" if one.field else pointer,
            )
            for one in wrong
        ]
    if problems:
        raise InputError(problems)
    return forms


def _json(path: Path) -> object:
    try:
        return json.loads(read_bytes(path, MOST_BYTES_OF_A_RECORD))
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        what = message("this is not JSON")
        right = message("give an object of answers by item, or a list of such objects")
        raise InputError([Problem(what, right, file=str(path))]) from error


def _shape(entry: object) -> Iterator[Problem]:
    if not isinstance(entry, dict):
        yield Problem(
            message("this is no form"),
            message("give answers by item, such as {form}", form='{"1": 2}'),
        )
        return
    for item, answer in entry.items():
        if answer is not None and (isinstance(answer, bool) or not isinstance(answer, int)):
            yield Problem(
                message("“{cell}” is no answer", cell=str(answer)[:40]),
                message("an answer is a whole number, null is one left out"),
                field=str(item),
            )


def _mistakes(scale: Scale, answers: Mapping[str, int | None]) -> list[Problem]:
    return [
        Problem(mistake.what, mistake.right, field=mistake.item)
        for mistake in check_answers(scale, answers)
    ]


def _in(problem: Problem, path: Path, line: int) -> Problem:
    if problem.file is not None:
        return problem
    return Problem(problem.what, problem.right, file=str(path), line=line, field=problem.field)
