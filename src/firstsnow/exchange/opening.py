"""Opening files: what the operating system says, in plain words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from firstsnow.i18n import Message, message
from firstsnow.problems import InputError, Problem

_MEBIBYTE = 1024**2


@contextmanager
def opened(path: Path, most_bytes: int | None = None) -> Iterator[BinaryIO]:
    """Open a file to read its bytes.

    Parameters
    ----------
    path
        The file.
    most_bytes
        Size above which it is not read; ``None`` for no limit.

    Raises
    ------
    InputError
        If there is no such file, it can't be opened, is no file, or is too large.
    """
    try:
        if path.is_dir():
            raise InputError([_problem(path, message("this is a folder"), message("name a file"))])
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if most_bytes is not None and size > most_bytes:
                raise InputError([too_large(most_bytes).in_file(str(path))])
            yield file
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError([_problem(path, _reason(error), _NAME_A_FILE)]) from error


def read_bytes(path: Path, most_bytes: int) -> bytes:
    """Give a file's bytes.

    Raises
    ------
    InputError
        If it can't be read or is larger than ``most_bytes``.
    """
    with opened(path, most_bytes) as file:
        data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise InputError([too_large(most_bytes).in_file(str(path))])
    return data


def too_large(most_bytes: int) -> Problem:
    """Say that something is larger than what is read at most."""
    return Problem(
        message("it is larger than {size} MiB", size=most_bytes // _MEBIBYTE),
        message("split it into smaller files"),
    )


_NAME_A_FILE = message("name a file that can be read")


def _reason(error: Exception) -> Message:
    if isinstance(error, FileNotFoundError):
        return message("there is no such file")
    if isinstance(error, PermissionError):
        return message("the file may not be read")
    return message("the file can't be read")


def _problem(path: Path, what: Message, right: Message) -> Problem:
    return Problem(what, right, file=str(path))
