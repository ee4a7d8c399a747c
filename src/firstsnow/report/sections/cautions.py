"""What speaks against a treatment that is being given, or asks for care, by its label."""

from __future__ import annotations

from collections.abc import Iterator

from firstsnow.history import Caution, current_cautions
from firstsnow.i18n import Value, message
from firstsnow.report.cautions import REGIONS, WEIGHTS
from firstsnow.report.page import Passage, Said
from firstsnow.report.subject import Subject
from firstsnow.report.words import capitalised, listed, quoted


def cautions(subject: Subject) -> Passage:
    """Tell which clauses about treatments that are being given hold for this person."""
    found = current_cautions(subject.record, subject.history.at)
    empty = message(
        "Nothing on record meets a clause that was read about what is being given now. What is not"
        " on record was not held against it."
    )
    lines = tuple(_lines(subject, found))
    title = message("Contraindications and interactions now")
    return Passage("cautions", title, lines, None if lines else Said(empty))


def _lines(subject: Subject, found: tuple[Caution, ...]) -> Iterator[Said]:
    for caution in found:
        on_record = listed(
            [
                quoted(ground.words) if isinstance(ground.words, str) else ground.words
                for ground in caution.found.grounds
                if ground.presence == "present"
            ]
        )
        text = message(
            "{treatment} with {about} ({weight}): {clause} On record: {words}.",
            treatment=capitalised(caution.treatment.name),
            about=caution.about,
            weight=WEIGHTS[caution.weight],
            clause=caution.clause,
            words=on_record,
        )
        yield Said(text, (_note(subject, caution),))


def _note(subject: Subject, caution: Caution) -> int:
    details: list[Value] = []
    if caution.region is not None:
        details.append(message("label of: {region}", region=REGIONS[caution.region]))
    key = f"caution {caution.treatment.id} {caution.source.citation}"
    title = message("Clauses about {treatment}", treatment=caution.treatment.name)
    return subject.notes.cite(key, title, details, [caution.source])
