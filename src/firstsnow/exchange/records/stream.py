"""Reading many records, one after the other, from a file with one a line or from a folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from firstsnow.exchange.encoding import unlike_text
from firstsnow.exchange.limits import MOST_BYTES_OF_A_RECORD
from firstsnow.exchange.opening import opened, read_bytes, too_large
from firstsnow.exchange.records.read import record_from_bytes
from firstsnow.exchange.records.workers import in_order
from firstsnow.i18n import Message, message
from firstsnow.problems import InputError, Problem
from firstsnow.record import Record

_SAMPLE = 65_536
_UTF8_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class RecordReading:
    """One record of many, or everything that is wrong with it.

    Attributes
    ----------
    file
        The file that it stands in.
    line
        Its line, counted from 1; ``None`` where it has a file of its own.
    record
        The record, or ``None`` where it can't be used.
    problems
        What is wrong with it.
    """

    file: str
    line: int | None
    record: Record | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """The bytes of one record, or why there are none."""

    file: str
    line: int | None
    data: bytes = b""
    problems: tuple[Problem, ...] = ()

    @property
    def size(self) -> int:
        return len(self.data)


def read_records(path: Path | str, *, workers: int = 1) -> Iterator[RecordReading]:
    """Read records one after the other, holding only a few at a time.

    One that can't be used is given with its problems, and the rest goes on. Of two with the same
    identifier, the second can't be used.

    Parameters
    ----------
    path
        A file with one record a line (NDJSON), a ``.json`` file with one record, or a folder of
        ``.json`` files, which are read in the order of their names.
    workers
        Processes that read at the same time. With more than one, a script that calls this needs
        the usual ``if __name__ == "__main__":``.

    Raises
    ------
    InputError
        If there is nothing to read or the file as a whole is no text in UTF-8.
    """
    source = Path(path)
    pieces = _pieces_of_folder(source) if source.is_dir() else _pieces_of_file(source)
    names: dict[str, str] = {}
    for reading in in_order(_read, pieces, workers):
        yield _first_of_its_name(reading, names)


def _pieces_of_folder(folder: Path) -> Iterator[_Piece]:
    paths = sorted(path for path in folder.glob("*.json") if path.is_file())
    if not paths:
        raise _error(
            folder,
            message("the folder has no file that ends in .json"),
            message("name a folder of records, or a file"),
        )
    for path in paths:
        yield _piece_of_whole(path)


def _piece_of_whole(path: Path) -> _Piece:
    try:
        return _Piece(str(path), None, read_bytes(path, MOST_BYTES_OF_A_RECORD))
    except InputError as error:
        return _Piece(str(path), None, problems=error.problems)


def _pieces_of_file(path: Path) -> Iterator[_Piece]:
    if path.suffix.casefold() == ".json":
        yield _Piece(str(path), None, read_bytes(path, MOST_BYTES_OF_A_RECORD))
        return
    with opened(path) as file:
        _refuse_other_than_lines(file, path)
        yield from _pieces_of_lines(file, path)


def _refuse_other_than_lines(file: BinaryIO, path: Path) -> None:
    sample = file.read(_SAMPLE)
    file.seek(0)
    wrong = unlike_text(sample)
    if wrong is not None:
        raise InputError([wrong.in_file(str(path))])
    text = sample.removeprefix(_UTF8_MARK).lstrip()
    if not text:
        raise _error(path, message("it is empty"), message("give one record a line"))
    if text.split(b"\n", 1)[0].strip() in (b"{", b"["):
        raise _error(
            path,
            message("its first record goes over several lines"),
            message("write each record on one line, or name a file of one record .json"),
        )


def _pieces_of_lines(file: BinaryIO, path: Path) -> Iterator[_Piece]:
    number = 0
    while data := file.readline(MOST_BYTES_OF_A_RECORD + 1):
        number += 1
        if len(data) > MOST_BYTES_OF_A_RECORD:
            while data and not data.endswith(b"\n"):
                data = file.readline(_SAMPLE)
            yield _Piece(str(path), number, problems=(too_large(MOST_BYTES_OF_A_RECORD),))
        elif data.strip():
            yield _Piece(str(path), number, data)


def _read(piece: _Piece) -> RecordReading:
    record, problems = None, piece.problems
    if not problems:
        try:
            record = record_from_bytes(piece.data)
        except InputError as error:
            problems = error.problems
    placed = tuple(_placed(problem, piece) for problem in problems)
    return RecordReading(piece.file, piece.line, record, placed)


def _placed(problem: Problem, piece: _Piece) -> Problem:
    return replace(problem, file=piece.file, line=piece.line or problem.line)


def _first_of_its_name(reading: RecordReading, names: dict[str, str]) -> RecordReading:
    if reading.record is None:
        return reading
    name = reading.record.id
    place = reading.file if reading.line is None else f"{reading.file}:{reading.line}"
    before = names.setdefault(name, place)
    if before == place:
        return reading
    problem = Problem(
        message("the record {id} also stands in {place}", id=name, place=before),
        message("give every record an identifier of its own"),
        file=reading.file,
        line=reading.line,
        pointer="/id",
        field="id",
    )
    return replace(reading, record=None, problems=(problem,))


def _error(path: Path, what: Message, right: Message) -> InputError:
    return InputError([Problem(what, right, file=str(path))])
