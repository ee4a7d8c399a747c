"""What several definitions say alike, said once: paper has no room for five times the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstsnow.i18n import Listing, Message, Value, message
from firstsnow.report.page import DefinitionEntry, Said

_KINDS: dict[str, Message] = {
    "counted": message("Counted"),
    "deciding": message("What would settle it"),
}


def statements(entries: Sequence[DefinitionEntry]) -> dict[Message, tuple[Value, ...]]:
    """Gather what counts, and what would settle an answer, over all definitions."""
    found: dict[Message, tuple[Value, ...]] = {}
    for kind, title in _KINDS.items():
        about: dict[Value, list[Value]] = {}
        for entry in entries:
            for said in _said(entry, kind):
                about.setdefault(said.text, []).append(entry.name.text)
        if about:
            found[title] = tuple(_statement(text, names, entries) for text, names in about.items())
    return found


def _said(entry: DefinitionEntry, kind: str) -> Iterator[Said]:
    if kind == "counted":
        if entry.counted:
            yield Said(_together(tuple(said.text for said in entry.counted)))
    else:
        yield from entry.deciding


def _statement(text: Value, names: list[Value], entries: Sequence[DefinitionEntry]) -> Value:
    if len(names) == len(entries):
        return text
    return message("{what} ({treatments})", what=text, treatments=_together(tuple(names)))


def _together(values: tuple[Value, ...]) -> Value:
    return values[0] if len(values) == 1 else Listing(values)
