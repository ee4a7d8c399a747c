"""A report carries its letters: every glyph that it shows, and no other."""

import base64
import io
import re
import subprocess
import sys
from importlib import resources

import pytest
from fontTools.ttLib import TTFont

from firstsnow.i18n import Language
from firstsnow.i18n.pseudo import pseudo
from firstsnow.report.font_subset import (
    FONT_FOLDER,
    font_faces,
    font_families,
    uncovered,
)

SYMBOLS = "→←↑↓≥≤≈≠±×−–—·…‘’“”「」『』《》、。，；：？！（）●○◐◇◆▲▼△▽■□▪▫⚠✓✗°µ²³½‰†‡§•€"
ALPHABET = "".join(map(chr, range(0x20, 0x7F)))
FACE = re.compile(
    r'@font-face\{font-family:"([^"]+)";font-style:normal;font-weight:(\d+);'
    r'src:url\(data:font/woff;base64,([^)]+)\) format\("woff"\)\}'
)


def gb2312() -> str:
    """Give the 6,763 Chinese characters of GB 2312."""
    rows = [bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    return "".join(pair.decode("gb2312", "ignore") for pair in rows)


def gbk() -> str:
    """Give the 20,902 Chinese characters of GBK's Unicode block."""
    return "".join(map(chr, range(0x4E00, 0x9FA6)))


def shown(css: str) -> dict[tuple[str, int], set[str]]:
    """Give the characters that each face of a style sheet can show."""
    faces = {}
    for family, weight, data in FACE.findall(css):
        font = TTFont(io.BytesIO(base64.b64decode(data)))
        assert font.flavor == "woff"
        faces[family, int(weight)] = set(map(chr, font.getBestCmap()))
    return faces


def test_every_character_of_gb_2312_latin_1_and_the_symbols_has_a_glyph() -> None:
    assert len(gb2312()) == 6763
    latin_1 = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)]))
    assert uncovered(gb2312() + latin_1 + SYMBOLS) == set()


def test_rare_characters_of_names_have_a_glyph() -> None:
    assert uncovered(gbk()) == set()
    assert uncovered("Nguyễn Łukasz Žižek Ελένη Наталья") == set()


def test_every_word_of_the_catalogues_has_a_glyph_in_the_pseudo_language_too() -> None:
    for folder in ("en", "zh_Hans"):
        file = resources.files("firstsnow.i18n") / "locales" / folder / "firstsnow.po"
        assert uncovered(file.read_text("utf-8")) == set()
    assert uncovered(pseudo(ALPHABET)) == set()


def test_what_no_font_has_is_said() -> None:
    assert uncovered("well 𓀀\n🙂") == {"𓀀", "🙂"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.ENGLISH,
            {
                ("Noto Sans", 400): set("PHQ-9 ≥ 10 “é”"),
                ("Noto Sans SC", 400): set("舍曲林"),
                ("Noto Sans SC Rare", 400): set("镕"),
                ("Noto Sans", 600): set("Now"),
            },
        ),
        (
            Language.CHINESE,
            {
                ("Noto Sans SC", 400): set("PHQ-9 ≥ 10 “é”舍曲林"),
                ("Noto Sans SC Rare", 400): set("镕"),
                ("Noto Sans SC", 600): set("Now"),
            },
        ),
    ],
)
def test_a_page_carries_exactly_what_it_shows(
    language: Language, expected: dict[tuple[str, int], set[str]]
) -> None:
    assert shown(font_faces("PHQ-9 ≥ 10 “é”\n舍曲林镕🙂", "Now", language)) == expected
    assert {family for family, _ in expected} <= set(font_families(language))


def test_a_rare_character_in_a_heading_is_shown_in_the_weight_there_is() -> None:
    faces = shown(font_faces("", "朱镕基", Language.CHINESE))
    assert faces == {("Noto Sans SC", 600): set("朱基"), ("Noto Sans SC Rare", 400): set("镕")}


def test_a_page_without_text_carries_no_font() -> None:
    assert font_faces("", "", Language.ENGLISH) == ""


def test_figures_stand_in_columns() -> None:
    for file in sorted(FONT_FOLDER.glob("*.ttf")):
        with TTFont(file) as font:
            names = font.getBestCmap()
            widths = {
                font["hmtx"][names[ord(each)]][0] for each in "0123456789" if ord(each) in names
            }
        assert len(widths) <= 1


def test_the_fonts_have_the_names_that_the_style_sheet_asks_for() -> None:
    families = set()
    for file in FONT_FOLDER.glob("*.ttf"):
        with TTFont(file) as font:
            names = font["name"]
            families.add(names.getDebugName(16) or names.getDebugName(1))
            assert "Open Font License" in names.getDebugName(13)
    assert families == set(font_families(Language.ENGLISH))


def test_each_font_ships_with_its_licence_and_all_weigh_less_than_12_mb() -> None:
    licences = {file.name for file in FONT_FOLDER.glob("OFL-*.txt")}
    assert licences == {
        "OFL-NotoSans.txt",
        "OFL-NotoSansMath.txt",
        "OFL-NotoSansSC.txt",
        "OFL-NotoSansSymbols2.txt",
    }
    assert sum(file.stat().st_size for file in FONT_FOLDER.iterdir()) < 12_000_000


SPEED = """
import time
from firstsnow.i18n import Language
from firstsnow.report.font_subset import font_faces

text = "".join(map(chr, [*range(0x20, 0x7F), *range(0x5000, 0x5600)]))
text = "".join(each for each in text if each.encode("gb2312", "ignore"))
times = []
for _ in range(3):
    started = time.process_time()
    font_faces(text, text, Language.CHINESE)
    times.append(time.process_time() - started)
print(len(text), min(times))
"""


def test_a_chinese_page_of_hundreds_of_characters_takes_less_than_half_a_second() -> None:
    # A process of its own, which no coverage slows down.
    done = subprocess.run([sys.executable, "-c", SPEED], capture_output=True, text=True, check=True)
    characters, seconds = done.stdout.split()
    assert int(characters) > 400
    assert float(seconds) < 0.5
