"""Reading text packs: a file in, a checked pack or every problem out."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from firstsnow.i18n import message
from firstsnow.knowledge.toml_lines import Place, TomlLines
from firstsnow.problems import InputError, Problem
from firstsnow.scales.catalogue import UnknownScale, scale
from firstsnow.scales.packs.checking import pack_mistakes
from firstsnow.scales.packs.pack import TextPack

MOST_BYTES = 4 * 1024**2
"""Size above which a file is no text pack (4 MiB)."""


def read_pack(path: Path, today: dt.date | None = None) -> TextPack:
    """Read a text pack and hold it against the skeleton of its scale.

    Parameters
    ----------
    path
        The file.
    today
        The day on which its licence has to hold; by default the day of the call.

    Raises
    ------
    InputError
        With every problem, each with its file and line.
    """
    text = _text(path)
    lines = TomlLines(text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError([_not_toml(path, error)]) from error
    try:
        pack = TextPack.model_validate(data)
    except ValidationError as error:
        raise InputError(list(_of_shape(path, lines, error))) from error
    try:
        skeleton = scale(pack.scale)
    except UnknownScale as error:
        raise InputError([_no_scale(path, lines, error)]) from error
    mistakes = pack_mistakes(pack, skeleton, today or dt.datetime.now(tz=dt.UTC).date())
    if mistakes:
        raise InputError(
            [
                _problem(path, lines, mistake.place, Problem(mistake.what, mistake.right))
                for mistake in mistakes
            ]
        )
    return pack


def read_packs(folder: Path, today: dt.date | None = None) -> Mapping[tuple[str, str], TextPack]:
    """Read every pack of a site's folder, by scale and language.

    Raises
    ------
    InputError
        With every problem of every file, and where two files word the same scale in one language.
    """
    problems: list[Problem] = []
    packs: dict[tuple[str, str], TextPack] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            pack = read_pack(path, today)
        except InputError as error:
            problems += error.problems
            continue
        key = (pack.scale, pack.language)
        if key in packs:
            problems.append(
                Problem(
                    message(
                        "there is another pack for {scale} in {language}",
                        scale=pack.scale,
                        language=pack.language,
                    ),
                    message("keep one of them"),
                    file=str(path),
                )
            )
        packs[key] = pack
    if problems:
        raise InputError(problems)
    return packs


def _text(path: Path) -> str:
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
        if data is None:
            problem = Problem(
                message("it is larger than {size} MiB", size=MOST_BYTES // 1024**2),
                message("name a text pack"),
                file=str(path),
            )
            raise InputError([problem])
        return data.decode("utf-8")
    except OSError as error:
        problem = Problem(
            message("the file can't be read"),
            message("name a file that can be read"),
            file=str(path),
        )
        raise InputError([problem]) from error
    except UnicodeDecodeError as error:
        problem = Problem(
            message("it is not UTF-8 text"), message("save it as UTF-8"), file=str(path)
        )
        raise InputError([problem]) from error


def _not_toml(path: Path, error: tomllib.TOMLDecodeError) -> Problem:
    return Problem(
        message("it is not TOML: {reason}", reason=str(error)),
        message("docs/formats/text-pack.md shows a whole pack"),
        file=str(path),
    )


def _no_scale(path: Path, lines: TomlLines, error: UnknownScale) -> Problem:
    right = (
        message("did you mean {names}?", names=", ".join(error.suggestions))
        if error.suggestions
        else message("name a scale of the catalogue")
    )
    what = message("there is no scale {scale}", scale=error.wanted)
    return _problem(path, lines, ("scale",), Problem(what, right))


def _of_shape(path: Path, lines: TomlLines, error: ValidationError) -> Iterator[Problem]:
    for mistake in error.errors():
        place = mistake["loc"]
        what = message("{reason}", reason=mistake["msg"])
        right = message("docs/formats/text-pack.md shows a whole pack")
        yield _problem(path, lines, place, Problem(what, right))


def _problem(path: Path, lines: TomlLines, place: Place, problem: Problem) -> Problem:
    return Problem(
        problem.what,
        problem.right,
        file=str(path),
        line=lines.line_of(place),
        field=".".join(map(str, place)),
    )
