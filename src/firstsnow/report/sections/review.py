"""The difficult-to-treat review: what stands in the way, what helped, and whom to ask next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from firstsnow.history.review import Informant, Review, ReviewedField
from firstsnow.history.review.field_file import Group
from firstsnow.i18n import Value, message
from firstsnow.report.notes import sources_of
from firstsnow.report.page import Passage, Said
from firstsnow.report.subject import Subject
from firstsnow.report.words import Labels, joined, listed


def review(subject: Subject) -> Passage:
    """Tell what is on record of everything that may stand in the way, without a score."""
    found = subject.history.review
    title = message("Review: what stands in the way, and what is open")
    if subject.history.status.in_episode(subject.history.at) == "no":
        over = Said(message("No episode goes on. This review is about an episode that does."))
        return Passage("review", title, (over, *_helped(subject, found)))
    lines = (
        *_groups(subject, found),
        *_helped(subject, found),
        *_questions(found),
    )
    return Passage("review", title, lines)


def _groups(subject: Subject, found: Review) -> Iterator[Said]:
    for group in get_args(Group):
        fields = [one for one in found.of_group(group) if one.presence == "present"]
        if fields:
            text = message(
                "Present, {group}: {fields}.",
                group=found.file.groups[group],
                fields=joined([one.field.name for one in fields]),
            )
            yield Said(text, (_note(subject, found, fields),))
    absent = [one.field.name for one in found.fields if one.presence == "absent"]
    if absent:
        yield Said(message("Looked at, and absent: {fields}.", fields=joined(absent)))


def _helped(subject: Subject, found: Review) -> Iterator[Said]:
    labels = Labels(subject.history.attempts, subject.clock)
    enough, in_part = (
        [labels.of(one.attempt) for one in found.helped if one.how_much == how_much]
        for how_much in ("enough", "in-part")
    )
    if enough:
        yield Said(message("Helped by at least half: {treatments}.", treatments=listed(enough)))
    if in_part:
        yield Said(message("Helped in part: {treatments}.", treatments=listed(in_part)))
    relatives: list[Value] = [one.words for one in found.relatives]
    if relatives:
        yield Said(message("Helped a relative: {treatments}.", treatments=listed(relatives)))


def _questions(found: Review) -> Iterator[Said]:
    for who in get_args(Informant):
        asked = found.to_ask(who)
        if asked:
            text = message(
                "Not known, to be asked of {who}: {questions}.",
                who=found.file.informants[who],
                questions=joined([question.what for question in asked]),
            )
            yield Said(text)


def _note(subject: Subject, found: Review, fields: list[ReviewedField]) -> int:
    sources = sources_of(found.file.sources, [one.field.source for one in fields])
    details = [message("no score, and the order is no ranking")]
    more = [found.file.clause.shown]
    return subject.notes.cite("review", found.file.name, details, sources, more)
