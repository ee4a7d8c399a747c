"""One thing that can't be true of a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from firstsnow.i18n import Message

Place: TypeAlias = tuple[str | int, ...]
"""Names and indices that lead to a place in a record."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that can't be true, where it stands, and what would be right."""

    place: Place
    what: Message
    right: Message
    value: object = None
