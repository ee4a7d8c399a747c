"""Writing one record as JSON."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from firstsnow.i18n import message
from firstsnow.problems import InputError, Problem
from firstsnow.record import Record


def write_record(record: Record, path: Path | str) -> None:
    """Write a record as canonical JSON, all of it or nothing.

    The file is replaced at once when everything is written; until then the old one stands.

    Raises
    ------
    InputError
        If the file can't be written.
    """
    target = Path(path)
    text = f"{record.to_json()}\n"
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except (OSError, ValueError) as error:
        raise _unwritable(target) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o600)
        Path(name).replace(target)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise _unwritable(target) from error


def _unwritable(path: Path) -> InputError:
    what = message("the file can't be written")
    right = message("name a file in a folder that exists and may be written to")
    return InputError([Problem(what, right, file=str(path))])
