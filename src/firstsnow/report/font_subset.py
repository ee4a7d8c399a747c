"""The fonts that a report carries: of each, only the glyphs that the report shows.

Whoever opens a report reads it in the same letters, on any machine and without a network. The fonts
are embedded as WOFF, which zlib packs in a few milliseconds: WOFF2 would make a Chinese report
about 60 kB smaller and more than a second later.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from firstsnow.i18n import Language

FONT_FOLDER = Path(__file__).parent / "fonts"
"""The folder of the whole fonts, for whatever draws text outside a page."""

REGULAR, BOLD = 400, 600
_LATIN, _CHINESE, _RARE = "Noto Sans", "Noto Sans SC", "Noto Sans SC Rare"
_FILES = {
    (_LATIN, REGULAR): "NotoSans-Regular.ttf",
    (_LATIN, BOLD): "NotoSans-SemiBold.ttf",
    (_CHINESE, REGULAR): "NotoSansSC-Regular.ttf",
    (_CHINESE, BOLD): "NotoSansSC-SemiBold.ttf",
    (_RARE, REGULAR): "NotoSansSC-Rare.ttf",
}
_FACE = (
    '@font-face{{font-family:"{family}";font-style:normal;font-weight:{weight};'
    'src:url(data:font/woff;base64,{data}) format("woff")}}'
)


@dataclass(frozen=True, slots=True)
class _Face:
    """A font file in the weight that it is shown in."""

    family: str
    weight: int

    @property
    def path(self) -> Path:
        return FONT_FOLDER / _FILES[self.family, self.weight]


def font_families(language: Language) -> tuple[str, ...]:
    """Give the families of a language's text, the first to be asked for each character first.

    Chinese text asks the Chinese font first: its quotation marks, dashes and figures are drawn to
    stand among Chinese characters.
    """
    if language is Language.CHINESE:
        return (_CHINESE, _RARE, _LATIN)
    return (_LATIN, _CHINESE, _RARE)


def font_faces(regular: str, bold: str, language: Language) -> str:
    """Give the ``@font-face`` rules that show a text, with the fonts inside.

    Parameters
    ----------
    regular
        Every text of weight 400 on the page.
    bold
        Every text of weight 600 on the page.
    language
        The page's language, which says what font a character that two of them have is taken from.

    Returns
    -------
    str
        CSS; the families are those of ``font_families``. A page under a content-security policy
        has to allow ``font-src data:``. A character in none of the fonts is left to the reader's
        own.
    """
    rules = []
    for face, characters in _shares(regular, bold, language).items():
        data = base64.b64encode(_subset(face.path, characters)).decode("ascii")
        rules.append(_FACE.format(family=face.family, weight=face.weight, data=data))
    return "\n".join(rules)


def uncovered(text: str) -> set[str]:
    """Give the characters of a text that none of the fonts has, other than line ends and tabs."""
    printable = {character for character in text if character not in "\n\r\t"}
    held = [_held(_Face(family, REGULAR).path) for family in (_LATIN, _CHINESE, _RARE)]
    return {each for each in printable if not any(ord(each) in points for points in held)}


def _shares(regular: str, bold: str, language: Language) -> dict[_Face, set[int]]:
    """Share the characters out among the faces; a face that shows none is left out."""
    shares: dict[_Face, set[int]] = {}
    for weight, text in ((REGULAR, regular), (BOLD, bold)):
        missing = {ord(character) for character in text}
        for family in font_families(language):
            face = _Face(family, weight if (family, weight) in _FILES else REGULAR)
            if missing and (found := missing & _held(face.path)):
                shares.setdefault(face, set()).update(found)
                missing -= found
    return shares


@cache
def _held(path: Path) -> frozenset[int]:
    """Read which code points a font has."""
    from fontTools.ttLib import TTFont  # slow to import, and only needed here

    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _subset(path: Path, characters: Iterable[int]) -> bytes:
    """Cut a font down to some characters, as WOFF."""
    from fontTools.subset import Options, Subsetter  # slow to import, and only needed here
    from fontTools.ttLib import TTFont

    options = Options()
    options.layout_features = ["kern"]
    options.name_IDs = []
    options.notdef_outline = True
    options.bidi_closure = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    # The bounding box of the whole font holds for its part; finding the part's own takes longer
    # than all the rest.
    with TTFont(path, lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font:
        subsetter.subset(font)
        font.flavor = "woff"
        file = io.BytesIO()
        font.save(file, reorderTables=None)
    return file.getvalue()
