"""``firstsnow report``: one file for a person, or one each in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import typer

from firstsnow.cli.ending import UsageError
from firstsnow.cli.inputs import Wanted, day_of, records_of
from firstsnow.cli.outputs import make_folder, write_whole
from firstsnow.cli.progress import with_progress
from firstsnow.history import history
from firstsnow.i18n import Language, message, translator
from firstsnow.record import Record
from firstsnow.report import Report, report, to_html, to_json, to_pdf

_WRITERS: dict[str, Callable[[Report], bytes]] = {
    "html": lambda made: to_html(made).encode("utf-8"),
    "pdf": to_pdf,
    "json": lambda made: to_json(made).encode("utf-8"),
}


def write(wanted: Wanted, output: Path, *, at: str | None, language: Language, form: str) -> None:
    """Write the reports of what a user named, and print where they are.

    Raises
    ------
    InputError
        With everything that is wrong in the input; nothing is written then.
    UsageError
        If the output can't be what was named.
    """
    _refuse_the_terminal(output)
    is_folder = output.is_dir() or not output.suffix
    chosen = form if is_folder else output.suffix.removeprefix(".").casefold()
    _refuse_other_forms(chosen)
    records = records_of(wanted)
    if not is_folder:
        _refuse_several(records, output)
        _refuse_to_write_over(wanted, [output])
        write_whole(output, _written(records[0], at, language, chosen))
        typer.echo(output)
        return
    # Every day is read before the first file is written: an error leaves nothing behind.
    days = [day_of(record, at) for record in records]
    targets = [output / f"{record.id}.{chosen}" for record in records]
    _refuse_to_write_over(wanted, targets)
    make_folder(output)
    spoken = translator(language)
    title = spoken.text(message("Writing reports"))
    for record, _, target in with_progress(list(zip(records, days, targets, strict=True)), title):
        write_whole(target, _written(record, at, language, chosen))
    typer.echo(output)


def _written(record: Record, at: str | None, language: Language, form: str) -> bytes:
    made = report(record, history(record, day_of(record, at)), language)
    return _WRITERS[form](made)


def _refuse_other_forms(form: str) -> None:
    if form not in _WRITERS:
        raise UsageError(
            message("a report can't be written as {form}", form=form or "?"),
            message("choose html, pdf or json"),
        )


def _refuse_several(records: Sequence[Record], output: Path) -> None:
    if len(records) != 1:
        raise UsageError(
            message("{count} persons don't fit into {file}", count=len(records), file=str(output)),
            message("choose one with --person, or name a folder"),
        )


def _refuse_the_terminal(output: Path) -> None:
    if str(output) == "-":
        raise UsageError(
            message("a report can't be written to the terminal"),
            message("name a file that ends in .html, .pdf or .json, or a folder"),
        )


def _refuse_to_write_over(wanted: Wanted, targets: Iterable[Path]) -> None:
    """Keep a report from taking the place of a record: what is read is never written."""
    read = {_which(path) for path in _files_read(wanted)}
    for target in targets:
        if target.exists() and _which(target) in read:
            raise UsageError(
                message("{file} is what is read, and a report would replace it", file=str(target)),
                message("name another file or folder"),
            )


def _files_read(wanted: Wanted) -> Iterator[Path]:
    yield wanted.path
    if wanted.mapping is not None:
        yield wanted.mapping
    if wanted.path.is_dir():
        yield from (path for path in wanted.path.iterdir() if path.exists())


def _which(path: Path) -> tuple[int, int]:
    """Tell a file from others, whatever it is called: links lead to the same one."""
    found = path.stat()
    return found.st_dev, found.st_ino
