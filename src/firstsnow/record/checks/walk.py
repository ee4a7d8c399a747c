"""Walking over the entries of a record and their times."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from firstsnow.record.checks.finding import Place
from firstsnow.record.exposure import Exposure
from firstsnow.record.fact import Fact, RecordModel
from firstsnow.record.moment import When

if TYPE_CHECKING:
    from firstsnow.record.record import Record


def entries(record: Record) -> Iterator[tuple[Place, Fact]]:
    """Walk over every entry of a record with its place."""
    for name in type(record).model_fields:
        entries = getattr(record, name)
        if isinstance(entries, tuple):
            for index, entry in enumerate(entries):
                if isinstance(entry, Fact):
                    yield (name, index), entry


def moments(record: Record) -> Iterator[tuple[Place, When]]:
    """Walk over every time at which something was or is wished for, with its place."""
    for place, fact in entries(record):
        for name in _moment_fields(type(fact)):
            when = getattr(fact, name)
            if when is not None:
                yield (*place, name), when
    for index, exposure in enumerate(record.exposures):
        yield from _moments_of_exposure(exposure, ("exposures", index))
    if record.observed_until is not None:
        yield ("observed_until",), record.observed_until


def _moments_of_exposure(exposure: Exposure, place: Place) -> Iterator[tuple[Place, When]]:
    for index, dose in enumerate(exposure.doses):
        for name, when in (("start", dose.start), ("end", dose.end)):
            if when is not None:
                yield (*place, "doses", index, name), when
    for index, session in enumerate(exposure.sessions):
        yield (*place, "sessions", index, "time"), session.time


_MOMENT_FIELDS: dict[type[RecordModel], tuple[str, ...]] = {}


def _moment_fields(kind: type[RecordModel]) -> tuple[str, ...]:
    known = _MOMENT_FIELDS.get(kind)
    if known is None:
        known = tuple(
            name
            for name, field in kind.model_fields.items()
            if field.annotation in (When, When | None) and name != "entered"
        )
        _MOMENT_FIELDS[kind] = known
    return known


def text(when: When) -> str:
    """Give a time as it stands in the record."""
    return f"{when.written:g}" if isinstance(when.written, float) else when.written
