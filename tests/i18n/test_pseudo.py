"""The language that no one speaks shows which texts are in no catalogue."""

import datetime as dt

import pytest

from firstsnow.i18n import Duration, LocalizedText, message, translator, untranslated
from firstsnow.i18n.pseudo import pseudo

SPEAKER = translator("pseudo")


def test_every_letter_is_accented_and_fields_stay() -> None:
    assert pseudo("Week {n} of %(total)s: <b>well</b> &amp; up") == (
        "⟦Ŵééķ {n} öƒ %(total)s: <b>ŵéļļ</b> &amp; ûþ⟧"
    )
    assert pseudo("") == ""


def test_texts_of_catalogues_and_data_files_are_marked_and_others_are_not() -> None:
    said = message("{drug}: {why}", drug=LocalizedText("lithium", "锂"), why=message("too short"))
    assert SPEAKER.text(said) == "⟦⟦ļîţĥîûṁ⟧: ⟦ţöö šĥöŕţ⟧⟧"
    assert SPEAKER.text("PHQ-9") == "PHQ-9"
    assert SPEAKER.text(dt.date(2026, 3, 14)) == "⟦14 Ṁåŕçĥ 2026⟧"
    assert SPEAKER.text(Duration(3, "week")) == "⟦3 ŵééķš⟧"
    assert SPEAKER.ngettext("day", "days", 2) == "⟦ðåýš⟧"


@pytest.mark.parametrize(
    ("page", "allowed", "found"),
    [
        ("⟦ŢŵöŴééķš⟧ 2026 ▲ 12,5", (), []),
        ("⟦Ŵéļļ⟧ since May", (), ["since", "May"]),
        ("⟦PHQ-9: ŵéļļ⟧", ("PHQ-9",), []),
        ("PHQ-90", ("PHQ-9",), ["PHQ"]),
        ("HAM-D17 and HAM-D", ("HAM-D", "HAM-D17"), ["and"]),
        ("⟦ŵéļļ⟧ 好转 30 mg", ("mg",), ["好转"]),
    ],
)
def test_words_outside_the_catalogues_are_found(
    page: str, allowed: tuple[str, ...], found: list[str]
) -> None:
    assert untranslated(page, allowed) == found
