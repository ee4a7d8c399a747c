"""The lines of a TOML file on which its keys stand."""

from __future__ import annotations

import re
from collections import Counter
from typing import TypeAlias

Place: TypeAlias = tuple[str | int, ...]
"""Keys and positions in lists, from the outside in."""

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_NAME = rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*"
_LIST_HEADER = re.compile(rf"\s*\[\[{_NAME}\]\]")
_HEADER = re.compile(rf"\s*\[{_NAME}\]\s*(?:#.*)?$")
_KEY = re.compile(rf"{_NAME}=")
_PARTS = re.compile(_PART)


class TomlLines:
    """Finds the line of a key; what stands within a value has the line of its key."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Place, int] = {}
        counts: Counter[Place] = Counter()
        table: Place = ()
        for number, line in enumerate(text.splitlines(), start=1):
            if match := _LIST_HEADER.match(line):
                name = _parts(match[1])
                table = (*name, counts[name])
                counts[name] += 1
            elif match := _HEADER.match(line):
                table = _parts(match[1])
            elif match := _KEY.match(line):
                name = _parts(match[1])
                for length in range(1, len(name) + 1):
                    self._lines.setdefault((*table, *name[:length]), number)
                continue
            else:
                continue
            self._lines.setdefault(table, number)

    def line_of(self, place: Place) -> int | None:
        """Give the line of the key at a place, or of the nearest that holds it."""
        for length in range(len(place), 0, -1):
            line = self._lines.get(place[:length])
            if line is not None:
                return line
        return None


def _parts(name: str) -> Place:
    return tuple(part.strip("\"'") for part in _PARTS.findall(name))
