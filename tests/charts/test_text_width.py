"""Widths of texts are guessed before they are drawn; the guess has to be on the safe side."""

import pytest

from firstsnow.charts.text_width import SLACK, shortened, text_width, wrapped
from tests.charts.drawn_text import _advance


@pytest.mark.parametrize("words", ["MADRS 31 → 29", "“Sing in the choir again.”", "舍曲林 50 mg"])
@pytest.mark.parametrize("bold", [False, True])
def test_a_guess_with_its_slack_holds_the_text_in_the_fonts_that_ship(
    words: str, bold: bool
) -> None:
    drawn = 12 * sum(_advance(character, bold) for character in words)
    assert drawn <= SLACK * text_width(words, bold=bold) <= 1.4 * drawn


def test_combining_marks_take_no_room() -> None:
    assert text_width("e\u0301") == text_width("e")


def test_a_text_that_fits_is_left_alone() -> None:
    assert shortened("sertraline", 200) == "sertraline"


def test_a_text_that_is_too_long_ends_in_an_ellipsis_and_fits() -> None:
    cut = shortened("a very long name of something", 80)
    assert cut.endswith("…")
    assert SLACK * text_width(cut) <= 80


def test_no_room_leaves_no_text() -> None:
    assert shortened("sertraline", 2) == ""


def test_lines_break_between_words() -> None:
    lines = wrapped("Scales share the axis by lining up each scale’s own bands", 150)
    assert " ".join(lines) == "Scales share the axis by lining up each scale’s own bands"
    assert all(SLACK * text_width(line) <= 150 for line in lines)


def test_chinese_breaks_anywhere_but_before_a_closing_mark() -> None:
    lines = wrapped("各量表按各自的分级对齐，共用一条轴；这不是换算。", 120)
    assert "".join(lines) == "各量表按各自的分级对齐，共用一条轴；这不是换算。"
    assert not any(line[0] in "，；。" for line in lines)


def test_nothing_has_no_lines() -> None:
    assert wrapped("", 100) == ()
