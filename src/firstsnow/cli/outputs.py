"""Files that are written as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from firstsnow.cli.ending import UsageError
from firstsnow.i18n import message

_FOR_THE_OWNER = 0o600
"""A report is about a person: nobody else on the machine reads it until its owner lets them."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file at once: until all is written, what stood there stands.

    Raises
    ------
    UsageError
        If it can't be written there.
    """
    name = ""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(_FOR_THE_OWNER)
        Path(name).replace(path)
    except (OSError, ValueError) as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise UsageError(
            message("{file} can't be written", file=str(path)),
            message("name a file in a folder that exists and may be written to"),
        ) from error


def make_folder(path: Path) -> None:
    """Make a folder where there is none.

    Raises
    ------
    UsageError
        If it can't be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            message("the folder {folder} can't be made", folder=str(path)),
            message("name a folder in a place that may be written to"),
        ) from error
