"""Reading a mapping file, with every mistake in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from firstsnow.exchange.encoding import decode
from firstsnow.exchange.limits import MOST_BYTES_OF_A_MAPPING
from firstsnow.exchange.opening import read_bytes
from firstsnow.exchange.study.mapping import Mapping
from firstsnow.exchange.study.mapping_checks import Mistake, mistakes
from firstsnow.exchange.wording import place_of, words_of
from firstsnow.i18n import message
from firstsnow.knowledge.toml_lines import TomlLines
from firstsnow.problems import InputError, Problem
from firstsnow.record.checks import Place

_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class MappingFile:
    """A mapping with the lines on which it says what it says."""

    mapping: Mapping
    name: str
    lines: TomlLines

    def problem(self, mistake: Mistake) -> Problem:
        """Give a mistake in the mapping as a problem with its file, line and key."""
        return Problem(
            mistake.what,
            mistake.right,
            file=self.name,
            line=self.lines.line_of(mistake.place),
            field=dotted(mistake.place),
        )


def read_mapping(path: Path) -> MappingFile:
    """Read a mapping file.

    Raises
    ------
    InputError
        With every mistake that shows without the data, each with its line and key.
    """
    text = _text_of(path)
    lines = TomlLines(text)
    try:
        mapping = Mapping.model_validate(_toml(text, path))
    except ValidationError as error:
        raise InputError(sorted(_structural(error, path, lines), key=_line)) from error
    file = MappingFile(mapping, str(path), lines)
    found = sorted((file.problem(mistake) for mistake in mistakes(mapping)), key=_line)
    if found:
        raise InputError(found)
    return file


def _line(problem: Problem) -> int:
    return problem.line or 0


def dotted(place: Place) -> str:
    """Write a place in a mapping as it is read aloud: ``arms.DRUG.exposures[0].dose``."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return text.removeprefix(".")


def _text_of(path: Path) -> str:
    read = decode(read_bytes(path, MOST_BYTES_OF_A_MAPPING))
    if read.problem is not None:
        raise InputError([read.problem.in_file(str(path))])
    return read.text.replace("\r\n", "\n")


def _toml(text: str, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        said = str(error)
        at = _AT.search(said)
        what = message("this is not TOML: {reason}", reason=_AT.sub("", said))
        right = message("mend the file there; docs/formats/study-tables.md shows a whole one")
        line = int(at[1] or text.count("\n") + 1) if at else None
        raise InputError([Problem(what, right, file=str(path), line=line)]) from error


def _structural(error: ValidationError, path: Path, lines: TomlLines) -> Iterator[Problem]:
    for mistake in error.errors(include_url=False):
        place = place_of(mistake)
        what, right = words_of(mistake, place, Mapping)
        yield Problem(
            what, right, file=str(path), line=lines.line_of(place), field=dotted(place) or None
        )
