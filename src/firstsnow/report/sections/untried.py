"""What has not been tried, by class of mechanism: a list to think with, not advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstsnow.i18n import LocalizedText, Value, message, plural_message
from firstsnow.report.page import Passage, Said
from firstsnow.report.subject import Subject
from firstsnow.report.words import listed
from firstsnow.treatments import catalogue, mechanisms


def untried(subject: Subject) -> Passage:
    """Tell which classes of the catalogue were not given, or not long enough to judge."""
    return Passage("untried", message("Not tried so far"), tuple(_lines(subject)))


def _lines(subject: Subject) -> Iterator[Said]:
    found = subject.history.untried
    note = subject.notes.cite(
        "mechanisms",
        message("Classes of mechanism"),
        [
            plural_message(
                "the classes of the {number} treatment of the catalogue",
                "the classes of the {number} treatments of the catalogue",
                sum(treatment.role != "control" for treatment in catalogue().values()),
            ),
            message("a list of what is not on record, not a recommendation"),
        ],
    )
    if not found.is_complete:
        yield Said(message("What was tried before the study is not on record."), (note,))
    elif all(attempt.treatment is None for attempt in subject.history.attempts):
        yield Said(
            message("Nothing on record is known to belong to a class of the catalogue."), (note,)
        )
    elif found.mechanisms:
        names = listed(_names(found.mechanisms))
        yield Said(message("Nothing given of: {classes}.", classes=names), (note,))
    else:
        yield Said(message("Something was given of every class of the catalogue."), (note,))
    if found.not_judged:
        names = listed(_names(found.not_judged))
        text = message("Given, but not known to be enough to judge: {classes}.", classes=names)
        yield Said(text, (note,))
    if found.unreadable:
        yield Said(
            plural_message(
                "{number} treatment is known only in the words of its source and may belong to any"
                " class.",
                "{number} treatments are known only in the words of their source and may belong to"
                " any class.",
                found.unreadable,
            )
        )


def _names(identifiers: Sequence[str]) -> list[Value]:
    return [LocalizedText(one.en, one.zh) for one in mechanisms().values() if one.id in identifiers]
