"""What paper leaves out or says once, so that most people's report fits on one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from firstsnow.i18n import Value, message
from firstsnow.report.page import Note, Report, Said
from firstsnow.report.statements import statements

_ON_SCREEN_ALONE = frozenset({"review", "staging"})
"""Passages that are worked through on a screen, and would not fit on most people's page."""


_NOT_ABOUT_THE_RECORD = frozenset({"cautions"})
"""Passages that are empty where nothing was found, and not because nothing was entered."""


def brevity(report: Report) -> Mapping[str, object]:
    """Give what the templates need to be brief on paper.

    ``notes_on_paper``: the notes that something on paper cites; ``statements``: what several
    definitions say alike; ``passages_on_paper``: the passages that say something that the lead does
    not; ``not_on_record``: titles of the parts that are empty, in one sentence; ``symptoms_said``:
    whether there are answers to single items.
    """
    on_paper = [passage for passage in report.passages if passage.id not in _ON_SCREEN_ALONE]
    said = [passage for passage in on_paper if passage.lines]
    # A course of one stretch is the first sentence of the lead.
    told = [one.id for one in said if one.id != "course" or len(one.lines) > 1]
    empty: list[Value] = [
        passage.title
        for passage in on_paper
        if passage.empty is not None and passage.id not in _NOT_ABOUT_THE_RECORD
    ]
    symptoms_said = bool(report.symptoms.rows)
    if not symptoms_said:
        empty.append(message("Answers to single items"))
    return {
        "notes_on_paper": _notes_on_paper(report),
        "statements": statements(report.definitions.entries),
        "passages_on_paper": told,
        "not_on_record": empty,
        "symptoms_said": symptoms_said,
    }


def _notes_on_paper(report: Report) -> tuple[Note, ...]:
    """Give the notes up to the last that something on paper cites."""
    passages = [one for one in report.passages if one.id not in _ON_SCREEN_ALONE]
    told = (report.heading, report.safety, report.lead, report.attempts, report.definitions)
    cited = max(_cited((*told, report.symptoms, passages)), default=0)
    return tuple(note for note in report.notes if note.number <= cited)


def _cited(value: object) -> Iterator[int]:
    """Walk over the numbers of the notes that a part of a report cites."""
    if isinstance(value, Said):
        yield from value.notes
    elif is_dataclass(value):
        for one in fields(value):
            yield from _cited(getattr(value, one.name))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _cited(one)
