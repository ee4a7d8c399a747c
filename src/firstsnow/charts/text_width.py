"""How wide a text will be, before any browser has drawn it.

A label has to be placed before it is drawn, in a reader's font that is not known here. So widths
are those of Noto Sans, about a tenth wider than most system fonts, and slack is added to them:
together a quarter.
"""

from __future__ import annotations

import unicodedata

SLACK = 1.15
"""Room that a label is given, as a multiple of its width: fonts differ."""

_REGULAR = (
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556,
    519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586,
    566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534,
    258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
)  # fmt: skip
"""Advance widths of the characters from space to tilde in Noto Sans Regular, in 1/1000 em."""

_BOLDER = 1.035
_OTHER_EM = 0.6
_BROAD_EM = {"→": 1.012, "—": 1.0, "…": 0.831, "“": 0.413, "”": 0.413, "‘": 0.201, "’": 0.201}
_FIRST, _LAST = 0x20, 0x7E


def text_width(text: str, size_px: float = 12.0, *, bold: bool = False) -> float:
    """Give about how wide a text is, in px, without slack.

    >>> round(text_width("MADRS"))
    41
    """
    ems = sum(map(_ems, text))
    return ems * size_px * (_BOLDER if bold else 1.0)


def shortened(text: str, width: float, size_px: float = 12.0, *, bold: bool = False) -> str:
    """Cut a text to a width in px, slack included, with an ellipsis where it was cut.

    >>> shortened("a long tale of many words", 80)
    'a long tale…'
    """
    room = width / SLACK
    if text_width(text, size_px, bold=bold) <= room:
        return text
    kept = text
    while kept and text_width(kept + "…", size_px, bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…" if kept else ""


def wrapped(text: str, width: float, size_px: float = 12.0) -> tuple[str, ...]:
    """Break a text into lines of a width in px, slack included; Chinese breaks anywhere."""
    room = width / SLACK
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and text_width((line + piece).rstrip(), size_px) > room and piece not in _CLOSING:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


_CLOSING = frozenset("，。；：、！？）》”’ ")


def _pieces(text: str) -> list[str]:
    """Words with the space after them; each Chinese character by itself."""
    pieces = [""]
    for character in text:
        broad = _is_broad(character)
        if broad or (pieces[-1] and (pieces[-1][-1] == " " or _is_broad(pieces[-1][-1]))):
            if character == " " and not broad:
                pieces[-1] += character
                continue
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces


def _ems(character: str) -> float:
    code = ord(character)
    if _FIRST <= code <= _LAST:
        return _REGULAR[code - _FIRST] / 1000
    if character in _BROAD_EM:
        return _BROAD_EM[character]
    if unicodedata.combining(character):
        return 0.0
    return 1.0 if _is_broad(character) else _OTHER_EM


def _is_broad(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")
