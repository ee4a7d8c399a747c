"""Identifiers that stand twice, and references that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from firstsnow.i18n import Message, message
from firstsnow.knowledge import nearest
from firstsnow.record.checks.finding import Finding, Place
from firstsnow.record.checks.walk import entries

if TYPE_CHECKING:
    from firstsnow.record.record import Record


def identifier_findings(record: Record) -> Iterator[Finding]:
    """Walk over identifiers that two entries share."""
    seen: set[str] = set()
    for place, fact in entries(record):
        if fact.id is None:
            continue
        if fact.id in seen:
            yield Finding(
                (*place, "id"),
                message("the identifier {id} stands twice in the record", id=fact.id),
                message("give every entry an identifier of its own"),
                fact.id,
            )
        seen.add(fact.id)


def reference_findings(record: Record) -> Iterator[Finding]:
    """Walk over references to entries that the record does not have."""
    exposures = [exposure.id for exposure in record.exposures]
    measurements = [m.id for m in record.measurements if m.id is not None]
    for index, exposure in enumerate(record.exposures):
        others = [name for name in exposures if name != exposure.id]
        for position, name in enumerate(exposure.augments):
            yield from _reference(name, others, ("exposures", index, "augments", position))
    for index, session in enumerate(record.dosing_sessions):
        yield from _reference(session.exposure, exposures, ("dosing_sessions", index, "exposure"))
    for index, event in enumerate(record.adverse_events):
        if event.exposure is not None:
            yield from _reference(event.exposure, exposures, ("adverse_events", index, "exposure"))
    for index, review in enumerate(record.safety_reviews):
        yield from _reference(
            review.measurement, measurements, ("safety_reviews", index, "measurement")
        )


def _reference(name: str, known: Sequence[str], place: Place) -> Iterator[Finding]:
    if name not in known:
        yield Finding(
            place,
            message("nothing in the record is called {name}", name=name),
            _name_one_of(nearest(name, known) or tuple(known[:3])),
            name,
        )


def _name_one_of(names: Sequence[str]) -> Message:
    if not names:
        return message("add the entry that it points to, or leave it out")
    return message(
        "name one that stands in the record, for example {names}", names=", ".join(names)
    )
