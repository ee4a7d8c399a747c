"""Makes the fonts that ship with the reports from the packages that publish them.

`python tools/make_fonts.py FOLDER` writes src/firstsnow/report/fonts. FOLDER is the node_modules of
`npm install` of the four packages of SOURCES; their versions are checked. The same packages and the
same fontTools give the same bytes.

Of Noto Sans it keeps the Latin, Greek and Cyrillic letters and adds the symbols that it lacks from
its sister fonts. Of Noto Sans SC it keeps GB 2312, the 6,763 characters of everyday Chinese, in
both weights. The other characters of GBK and the rare ones beyond it, which names and a person's
own words may need, make a font of their own in one weight, so that no report has to read all of
them. Hinting goes: no screen of today needs it.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "src" / "firstsnow" / "report" / "fonts"

SOURCES = {
    "@expo-google-fonts/noto-sans": "0.4.2",
    "@expo-google-fonts/noto-sans-sc": "0.4.3",
    "@fontsource/noto-sans-math": "5.3.0",
    "@fontsource/noto-sans-symbols-2": "5.3.0",
}
LATIN = "@expo-google-fonts/noto-sans/{weight}/NotoSans_{weight}.ttf"
CHINESE = "@expo-google-fonts/noto-sans-sc/{weight}/NotoSansSC_{weight}.ttf"
MATHS = "@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2"
SYMBOLS = "@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2"
LICENCES = {
    "OFL-NotoSans.txt": "@expo-google-fonts/noto-sans/LICENSE_FONT",
    "OFL-NotoSansSC.txt": "@expo-google-fonts/noto-sans-sc/LICENSE_FONT",
    "OFL-NotoSansMath.txt": "@fontsource/noto-sans-math/LICENSE",
    "OFL-NotoSansSymbols2.txt": "@fontsource/noto-sans-symbols-2/LICENSE",
}
WEIGHTS = {"Regular": "400Regular", "SemiBold": "600SemiBold"}

KEPT_FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk"]
# Of no use on a page that is written from left to right.
DROPPED_TABLES = ["BASE", "GDEF", "MATH", "STAT", "VORG", "vhea", "vmtx"]


def characters(*ranges: tuple[int, int]) -> frozenset[int]:
    """Return the code points of ranges, whose ends are included."""
    return frozenset(point for first, last in ranges for point in range(first, last + 1))


def encodable(encoding: str) -> frozenset[int]:
    """Return the code points above ASCII that a two-byte Chinese encoding holds."""
    pairs = (bytes((first, last)) for first in range(0x81, 0xFF) for last in range(0x40, 0xFF))
    return frozenset(
        ord(text) for pair in pairs if len(text := pair.decode(encoding, "ignore")) == 1
    )


LETTERS = characters(
    (0x20, 0x52F),  # Latin, its phonetic and combining marks, Greek, Cyrillic
    (0x1E00, 0x1FFF),  # Latin with marks of Vietnamese and pinyin, Greek
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x214F),  # raised and lowered figures, currencies, letters as signs
    (0x2212, 0x2212),  # minus
)
# Noto Sans SC has these too, as wide as a Chinese character.
MATHS_SIGNS = characters((0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x27E6, 0x27E7))
SYMBOL_SIGNS = frozenset(map(ord, "⚠✓✔✗✘⏱⚐⚑"))
WESTERN = characters((0x20, 0x17F), (0x2000, 0x206F), (0x20AC, 0x20AC))
SIGNS = characters((0x2100, 0x27BF), (0x3000, 0x303F), (0xFF00, 0xFFEF))
EVERYDAY = WESTERN | SIGNS | encodable("gb2312")
RARE = (encodable("gbk") | characters((0x4E00, 0x9FFF), (0x20000, 0x323AF))) - EVERYDAY


@dataclass(frozen=True)
class Part:
    """A font file and the characters to take from it."""

    path: Path
    wanted: AbstractSet[int]


def subset(part: Part, features: list[str]) -> TTFont:
    """Return the font with those of the wanted characters that it has."""
    font = TTFont(part.path, recalcTimestamp=False)
    font.flavor = None
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17]
    options.drop_tables += DROPPED_TABLES
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=part.wanted & font.getBestCmap().keys())
    subsetter.subset(font)
    return font


def merged(parts: list[Part]) -> TTFont:
    """Return one font of several; a character comes from the first that has it."""
    taken: set[int] = set()
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for index, part in enumerate(parts):
            features = [] if taken else KEPT_FEATURES
            font = subset(Part(part.path, part.wanted - taken), features)
            taken |= font.getBestCmap().keys()
            files.append(str(Path(folder) / f"{index}.ttf"))
            font.save(files[-1])
        font = Merger().merge(files)
    # The merged font is as old as its letters, not as this run.
    font.recalcTimestamp = False
    dates = TTFont(parts[0].path)["head"]
    font["head"].created, font["head"].modified = dates.created, dates.modified
    return font


def rename(font: TTFont, old: str, new: str) -> None:
    """Give a font another family name wherever its name stands, with and without spaces."""
    for entry in font["name"].names:
        text = entry.toUnicode().replace(old, new)
        entry.string = text.replace(old.replace(" ", "") + "-", new.replace(" ", "") + "-")


def check_versions(packages: Path) -> None:
    """End the program when a package is missing or of another version."""
    for name, version in SOURCES.items():
        file = packages / name / "package.json"
        found = json.loads(file.read_text("utf-8"))["version"] if file.exists() else "none"
        if found != version:
            sys.exit(f"{packages}: {name} should be version {version}, found {found}")


def main() -> int:
    """Write the fonts and their licences; print each file's size."""
    packages = Path(sys.argv[1])
    check_versions(packages)
    FONTS.mkdir(parents=True, exist_ok=True)
    for name, licence in LICENCES.items():
        shutil.copyfile(packages / licence, FONTS / name)
    for weight, folder in WEIGHTS.items():
        latin = packages / LATIN.format(weight=folder)
        signs = [Part(packages / MATHS, MATHS_SIGNS), Part(packages / SYMBOLS, SYMBOL_SIGNS)]
        merged([Part(latin, LETTERS), *signs]).save(FONTS / f"NotoSans-{weight}.ttf")
        chinese = Part(packages / CHINESE.format(weight=folder), EVERYDAY)
        subset(chinese, KEPT_FEATURES).save(FONTS / f"NotoSansSC-{weight}.ttf")
    rare = subset(Part(packages / CHINESE.format(weight=WEIGHTS["Regular"]), RARE), [])
    rename(rare, "Noto Sans SC", "Noto Sans SC Rare")
    rare.save(FONTS / "NotoSansSC-Rare.ttf")
    for file in sorted(FONTS.glob("*.ttf")):
        print(f"{file.name}: {file.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
