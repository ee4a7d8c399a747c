"""The notes of a report: each number leads to its rule, cut-off, population and source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from firstsnow.i18n import Message, Value, message
from firstsnow.knowledge import UNSOURCED, Source
from firstsnow.report.page import Note, SourceText

_READ: dict[str, Message] = {
    "full text": message("full text read"),
    "abstract": message("abstract read"),
    "table": message("table read"),
    "label": message("label read"),
    "register": message("register read"),
    "secondary page": message("read as a secondary page reports it"),
}


@dataclass(slots=True)
class _Entry:
    number: int
    title: Value
    details: dict[Value, None] = field(default_factory=dict)
    more: dict[Value, None] = field(default_factory=dict)
    sources: dict[Source, None] = field(default_factory=dict)


class Notebook:
    """Collects notes in the order in which they are first needed, each once."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}
        self._first_notes: dict[Source, int] = {}

    def cite(
        self,
        key: str,
        title: Value,
        details: Iterable[Value] = (),
        sources: Iterable[Source] = (),
        more: Iterable[Value] = (),
    ) -> int:
        """Give the number of the note under a key, and add details and sources to it.

        Parameters
        ----------
        key
            What makes two notes the same, such as ``"remission phq-9"``.
        title
            What the note is about.
        details
            Rules, cut-offs and populations.
        sources
            Where they were read.
        more
            What paper has no room for: clauses in full, licences.
        """
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(len(self._entries) + 1, title)
        entry.details |= dict.fromkeys(details)
        entry.more |= dict.fromkeys(more)
        for source in sources:
            entry.sources.setdefault(source)
        return entry.number

    def notes(self) -> tuple[Note, ...]:
        """Give every note, by number."""
        return tuple(
            Note(
                entry.number,
                entry.title,
                tuple(entry.details),
                tuple(entry.more),
                tuple(self._source_text(source, entry.number) for source in entry.sources),
            )
            for entry in self._entries.values()
        )

    def _source_text(self, source: Source, number: int) -> SourceText:
        first = self._first_notes.setdefault(source, number)
        return SourceText(source.citation, _READ[source.read], source.url, first)


def sources_of(listed: Mapping[str, Source], keys: Iterable[str]) -> tuple[Source, ...]:
    """Give the sources behind keys of a knowledge file; a fact without a source has none."""
    return tuple(listed[key] for key in dict.fromkeys(keys) if key != UNSOURCED)
