"""What the sections of a report are written from."""

from __future__ import annotations

from dataclasses import dataclass

from firstsnow.history import History
from firstsnow.record import Record
from firstsnow.report.notes import Notebook
from firstsnow.report.times import Clock


@dataclass(frozen=True, slots=True)
class Subject:
    """A record, what it says about the past, and the notes of the report that is being written.

    Attributes
    ----------
    record, history
        The record, and its history on the day of the report.
    clock
        How its days are written.
    notes
        The notes so far; sections add to them.
    """

    record: Record
    history: History
    clock: Clock
    notes: Notebook
