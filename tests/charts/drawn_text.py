"""Texts of a drawn SVG, measured with the fonts that ship, to see whether any of them meet."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "src" / "firstsnow" / "report" / "fonts"
_MOVE = re.compile(r"translate\(([-+.e\d]+),\s*([-+.e\d]+)\)")
_ASCENT, _DESCENT = 0.72, 0.2
"""How far capitals rise above a line of text, and how far tails hang below it, in em."""
_BOLD_FROM = 600


@dataclass(frozen=True)
class DrawnText:
    """A text and the rectangle of its letters, in px."""

    words: str
    size: float
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: DrawnText) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def drawn_texts(svg: str) -> list[DrawnText]:
    """Give every text once, though one with a halo is drawn twice."""
    return list(dict.fromkeys(_walk(ET.fromstring(svg), 0.0, 0.0)))  # noqa: S314 our own


def meeting(texts: list[DrawnText]) -> list[tuple[str, str]]:
    """Give the pairs of texts whose letters meet."""
    return [(a.words, b.words) for a, b in itertools.combinations(texts, 2) if a.meets(b)]


def outside(texts: list[DrawnText], width: float, height: float) -> list[str]:
    """Give the texts that leave the picture."""
    return [
        text.words
        for text in texts
        if text.left < -0.5 or text.right > width + 0.5 or text.top < 0 or text.bottom > height
    ]


def _walk(element: ET.Element, x: float, y: float) -> Iterator[DrawnText]:
    move = _MOVE.search(element.get("transform", ""))
    if move is not None:
        x, y = x + float(move[1]), y + float(move[2])
    if element.tag.endswith("}text") and (words := "".join(element.itertext())).strip():
        yield _measured(element, words, x, y)
    for child in element:
        yield from _walk(child, x, y)


def _measured(element: ET.Element, words: str, x: float, y: float) -> DrawnText:
    size = float(element.get("font-size", "0").removesuffix("px"))
    is_bold = float(element.get("font-weight", "400")) >= _BOLD_FROM
    width = size * sum(_advance(character, is_bold) for character in words)
    anchor = element.get("text-anchor", "start")
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return DrawnText(words, size, left, left + width, y - _ASCENT * size, y + _DESCENT * size)


def _advance(character: str, is_bold: bool) -> float:
    weight = "SemiBold" if is_bold else "Regular"
    for name in (f"NotoSans-{weight}", f"NotoSansSC-{weight}", "NotoSansSC-Rare"):
        widths = _advances(name)
        if ord(character) in widths:
            return widths[ord(character)]
    return 1.0


@cache
def _advances(name: str) -> dict[int, float]:
    with TTFont(FONTS / f"{name}.ttf", lazy=True) as font:
        widths, em = font["hmtx"], font["head"].unitsPerEm
        return {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}
