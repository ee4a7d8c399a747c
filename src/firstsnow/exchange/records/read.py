"""Reading one record from JSON."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from firstsnow.exchange.encoding import decode
from firstsnow.exchange.limits import MOST_BYTES_OF_A_RECORD
from firstsnow.exchange.opening import read_bytes, too_large
from firstsnow.exchange.records.examine import record_from
from firstsnow.exchange.records.tree import parse
from firstsnow.problems import InputError, Problem
from firstsnow.record import Record


def read_record(source: Path | str | bytes) -> Record:
    """Read a record from JSON.

    Parameters
    ----------
    source
        A path, or the JSON itself as bytes in UTF-8.

    Raises
    ------
    InputError
        With one list of everything that is wrong: the text, its structure, and what
        contradicts itself in what could be read. Nothing is read in part.
    """
    if isinstance(source, bytes):
        return record_from_bytes(source)
    path = Path(source)
    data = read_bytes(path, MOST_BYTES_OF_A_RECORD)
    try:
        return record_from_bytes(data)
    except InputError as error:
        raise InputError([_in_file(problem, path) for problem in error.problems]) from error


def record_from_bytes(data: bytes) -> Record:
    """Read a record from JSON in UTF-8.

    Raises
    ------
    InputError
        With everything that is wrong.
    """
    if len(data) > MOST_BYTES_OF_A_RECORD:
        raise InputError([too_large(MOST_BYTES_OF_A_RECORD)])
    text = decode(data)
    if text.problem is not None:
        raise InputError([text.problem])
    return record_from(parse(text.text))


def _in_file(problem: Problem, path: Path) -> Problem:
    return replace(problem, file=str(path))
