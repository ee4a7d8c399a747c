"""Filling the fields of a template, and the space that Chinese sets beside figures.

Chinese typography sets a space between Chinese characters and Latin letters or figures. Whether a
field needs one depends on what fills it: a treatment's name may be Chinese or a Latin abbreviation.
So the seam of each field is set when it is filled; the filling itself, perhaps a person's own
words, is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter

_HAN = "\u3400-\u9fff"
_FIGURE = "0-9A-Za-z%"
_HAN_THEN_FIGURE = re.compile(rf"(?<=[{_HAN}])(?<!\d[年月])(?=[{_FIGURE}])")
_FIGURE_THEN_HAN = re.compile(rf"(?<=[{_FIGURE}])(?=[{_HAN}])(?!(?<=\d)[年月日])")
_SPACE_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")
_FIELD = re.compile(r"\{(\w+)\}|%\((\w+)\)s")


def fields(template: str) -> frozenset[str]:
    """Give the names of a template's fields, written ``{name}`` or ``%(name)s``."""
    return frozenset(brace or percent for brace, percent in _FIELD.findall(template))


def spaced(text: str) -> str:
    """Set a space between Chinese characters and figures or Latin letters, except inside dates."""
    return _FIGURE_THEN_HAN.sub(" ", _HAN_THEN_FIGURE.sub(" ", text))


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put the values into the fields of a template as they are.

    Raises
    ------
    KeyError
        If a field has no value.
    """
    return template.format_map(values)


def fill_chinese(template: str, values: Mapping[str, str]) -> str:
    """Put the values into the fields of a Chinese template and space each seam.

    Raises
    ------
    KeyError
        If a field has no value.
    """
    text = ""
    for literal, field, _, _ in Formatter().parse(template):
        text = _joined(text, literal)
        if field is not None:
            text = _joined(text, values[field])
    return text


def _joined(left: str, right: str) -> str:
    """Join two pieces; of a space between them, keep it only where Chinese meets a figure."""
    if _SPACE_BETWEEN_HAN.search(left[-2:] + right[:2]):
        return left.removesuffix(" ") + right.removeprefix(" ")
    meeting = left[-2:] + right[:1]
    return left + (" " if _has_seam(meeting) else "") + right


def _has_seam(meeting: str) -> bool:
    """Whether a space belongs before the last of up to three characters."""
    at = len(meeting) - 1
    patterns = (_HAN_THEN_FIGURE, _FIGURE_THEN_HAN)
    return any(match.start() == at for each in patterns for match in each.finditer(meeting))
