"""``firstsnow history``: what a record says about the past, as text or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import typer

from firstsnow.cli.inputs import Wanted, day_of, one_record
from firstsnow.cli.past_document import past_document
from firstsnow.history import history
from firstsnow.i18n import Language, Message, Translator, message, translator
from firstsnow.report.page import DefinitionEntry, Said
from firstsnow.report.report import Told, tell

_INDENT = "  "


def show(wanted: Wanted, *, at: str | None, language: Language, as_json: bool) -> None:
    """Print what the record says about the past.

    Raises
    ------
    InputError
        With everything that is wrong in the input.
    UsageError
        If there are several persons, or the day is not on the record's clock.
    """
    record = one_record(wanted)
    spoken = translator(language)
    past = history(record, day_of(record, at))
    if as_json:
        typer.echo(json.dumps(past_document(record, past, spoken), ensure_ascii=False, indent=1))
        return
    typer.echo("\n".join(_lines(tell(record, past), spoken)))


def _lines(told: Told, spoken: Translator) -> Iterator[str]:
    yield _row([*told.heading.who, told.heading.seen_on], spoken, " · ")
    yield from _section(None, [told.safety.headline, *told.safety.lines], spoken)
    yield from _section(None, told.lead, spoken)
    yield from _attempts(told, spoken)
    yield from _definitions(told.definitions.entries, spoken)
    for passage in told.passages:
        said = [*passage.lines, *([passage.empty] if passage.empty is not None else [])]
        yield from _section(spoken.text(passage.title), said, spoken)


def _section(title: str | None, said: Iterable[Said], spoken: Translator) -> Iterator[str]:
    yield ""
    indent = ""
    if title is not None:
        yield title
        indent = _INDENT
    for each in said:
        yield indent + spoken.text(each.text)


def _attempts(told: Told, spoken: Translator) -> Iterator[str]:
    yield ""
    yield spoken.text(message("What was tried"))
    if told.attempts.empty is not None:
        yield _INDENT + spoken.text(told.attempts.empty.text)
    for row in told.attempts.rows:
        parts = (row.name, row.dose, row.added_to, row.time, row.length, row.ended)
        what = [said for said in parts if said is not None]
        yield _INDENT + _row(what, spoken, ", ")
        yield 2 * _INDENT + _row([row.verdict, *row.reasons], spoken, ": ", "; ")
        if row.changes:
            yield 2 * _INDENT + _row(row.changes, spoken, "; ")


def _definitions(entries: Sequence[DefinitionEntry], spoken: Translator) -> Iterator[str]:
    yield ""
    yield spoken.text(message("Definitions of treatment resistance"))
    for entry in entries:
        now = [entry.now, *([entry.stage] if entry.stage is not None else [])]
        yield f"{_INDENT}{spoken.text(entry.name.text)}: {_row(now, spoken, ', ')}"
        for met in entry.met_before:
            yield 2 * _INDENT + spoken.text(message("met before: {times}", times=met.text))
        for title, said in _reasons(entry):
            if said:
                yield 2 * _INDENT + spoken.text(title)
            for each in said:
                yield 3 * _INDENT + spoken.text(each.text)


def _reasons(entry: DefinitionEntry) -> Iterator[tuple[Message, tuple[Said, ...]]]:
    yield message("Counted"), entry.counted
    yield message("Not counted"), entry.not_counted
    yield message("What else it asks"), entry.requirements
    yield message("What is missing"), entry.open


def _row(said: Sequence[Said], spoken: Translator, first: str, rest: str | None = None) -> str:
    texts = [spoken.text(each.text) for each in said]
    if rest is None or len(texts) < 2:  # noqa: PLR2004  a first one and another
        return first.join(texts)
    return texts[0] + first + rest.join(texts[1:])
