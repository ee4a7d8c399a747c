"""JSON pointers (RFC 6901) and places in a record."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from firstsnow.record.checks import Place


def pointer(place: Place) -> str:
    """Write a place as a JSON pointer; the whole document is ``""``."""
    return "".join(f"/{_escaped(str(part))}" for part in place)


def field_of(place: Place) -> str | None:
    """Give the name of the field at a place, without positions in lists."""
    return next((readable(part) for part in reversed(place) if isinstance(part, str)), None)


def lies_within(place: Place, others: AbstractSet[Place]) -> bool:
    """Say whether a place is one of the others or inside one."""
    return any(place[:length] in others for length in range(len(place) + 1))


def in_order(place: Place) -> tuple[tuple[bool, int, str], ...]:
    """Give a key that sorts places by name and by position."""
    return tuple((True, part, "") if isinstance(part, int) else (False, 0, part) for part in place)


def readable(text: str) -> str:
    """Give text that can be written as UTF-8: half characters are replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _escaped(part: str) -> str:
    return readable(part).replace("~", "~0").replace("/", "~1")
