"""Messages, dates, numbers and lists in English and in Simplified Chinese."""

import datetime as dt

import pytest

from firstsnow.i18n import (
    DateText,
    Duration,
    Language,
    Listing,
    LocalizedText,
    NumberText,
    Value,
    message,
    plural_message,
    translator,
)
from firstsnow.i18n.catalogue import Catalogue, parse_catalogue
from firstsnow.i18n.translator import Translator

CHINESE = """
msgid ""
msgstr ""
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "item {item} is missing"
msgstr "缺第 {item} 题"

msgid "{drug} did not help enough"
msgstr "{drug}的帮助还不够"

msgid "since {date}: {what}"
msgstr "自 {date} 起：{what}"

msgid "{number} week of {drug}"
msgid_plural "{number} weeks of {drug}"
msgstr[0] "{drug} {number} 周"

#, fuzzy
msgid "open"
msgstr "打开"

msgctxt "of a question"
msgid "open"
msgstr "尚无定论"
"""

MARCH = dt.date(2026, 3, 14)


class ChineseTranslator(Translator):
    """Speaks Chinese from the catalogue above."""

    _catalogue: Catalogue = parse_catalogue(CHINESE)


ENGLISH = translator("en")
zh = ChineseTranslator(Language.CHINESE)


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (message("item {item} is missing", item=7), "item 7 is missing", "缺第 7 题"),
        (
            message("{drug} did not help enough", drug=LocalizedText("sertraline", "舍曲林")),
            "sertraline did not help enough",
            "舍曲林的帮助还不够",
        ),
        (
            message("{drug} did not help enough", drug="ECT"),
            "ECT did not help enough",
            "ECT 的帮助还不够",
        ),
        (
            plural_message("{number} week of {drug}", "{number} weeks of {drug}", 1, drug="ECT"),
            "1 week of ECT",
            "ECT 1 周",
        ),
        (
            plural_message("{number} week of {drug}", "{number} weeks of {drug}", 6, drug="锂"),
            "6 weeks of 锂",
            "锂 6 周",
        ),
        (
            message(
                "since {date}: {what}", date=MARCH, what=message("item {item} is missing", item=9)
            ),
            "since 14 March 2026: item 9 is missing",
            "自 2026年3月14日起：缺第 9 题",
        ),
        (message("not in the catalogue"), "not in the catalogue", "not in the catalogue"),
        (message("open"), "open", "open"),
        (LocalizedText("no translation was sourced"), *["no translation was sourced"] * 2),
        ("her own words 3天", "her own words 3天", "her own words 3天"),
    ],
)
def test_a_message_reads_in_both_languages(value: Value, english: str, chinese: str) -> None:
    assert ENGLISH.text(value) == english
    assert zh.text(value) == chinese


def test_a_message_without_a_value_for_a_field_is_an_error() -> None:
    for each in (ENGLISH, zh):
        with pytest.raises(KeyError, match="item"):
            each.text(message("item {item} is missing"))


def test_a_context_tells_equal_texts_apart() -> None:
    assert zh.pgettext("of a question", "open") == "尚无定论"
    assert zh.npgettext("of a door", "{number} door", "{number} doors", 2) == "{number} doors"


def test_braces_in_a_persons_words_are_left_alone() -> None:
    quoted = message("{drug} did not help enough", drug="{x} %(y)s {")
    assert ENGLISH.text(quoted) == "{x} %(y)s { did not help enough"
    assert zh.text(quoted) == "{x} %(y)s {的帮助还不够"


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (MARCH, "14 March 2026", "2026年3月14日"),
        (DateText(MARCH, "month"), "March 2026", "2026年3月"),
        (DateText(MARCH, "year"), "2026", "2026年"),
        (DateText(MARCH, short=True), "14 Mar 2026", "2026/3/14"),
        (DateText(MARCH, "month", short=True), "Mar 2026", "2026/3"),
        (DateText(MARCH, "year", short=True), "2026", "2026"),
        (
            dt.datetime(2026, 3, 14, 9, 5, tzinfo=dt.UTC),
            "14 March 2026, 09:05",
            "2026年3月14日 09:05",
        ),
        (DateText(MARCH, "instant", short=True), "14 Mar 2026, 00:00", "2026/3/14 00:00"),
    ],
)
def test_a_date_says_no_more_than_is_known(value: Value, english: str, chinese: str) -> None:
    assert ENGLISH.text(value) == english
    assert zh.text(value) == chinese


def test_an_instant_keeps_the_clock_of_its_own_place() -> None:
    shanghai = dt.timezone(dt.timedelta(hours=8))
    moment = dt.datetime(2026, 3, 14, 23, 30, tzinfo=shanghai)
    assert ENGLISH.text(moment) == "14 March 2026, 23:30"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (2021, "2021"),
        (12345, "12,345"),
        (0.1 + 0.2, "0.3"),
        (0.125, "0.125"),
        (-3.5, "−3.5"),
        (NumberText(3, 1), "3.0"),
        (NumberText(1234567.891, 2), "1,234,567.89"),
        (NumberText(-0.01, 1), "0.0"),
    ],
)
def test_a_number_is_written_alike_in_both_languages(value: Value, text: str) -> None:
    assert ENGLISH.text(value) == zh.text(value) == text


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (Duration(1, "week"), "1 week", "1 周"),
        (Duration(6, "week"), "6 weeks", "6 周"),
        (Duration(2, "day"), "2 days", "2 天"),
        (Duration(12, "month"), "12 months", "12 个月"),
        (Duration(21, "year"), "21 years", "21 年"),
        (Duration(1.5, "hour"), "1.5 hours", "1.5 小时"),
    ],
)
def test_a_duration_is_said_in_words(value: Duration, english: str, chinese: str) -> None:
    assert ENGLISH.text(value) == english
    assert zh.text(value) == chinese


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (Listing(()), "", ""),
        (Listing(("PHQ-9",)), "PHQ-9", "PHQ-9"),
        (Listing((1, 2)), "1 and 2", "1 和 2"),
        (Listing(("PHQ-9", "抑郁", 3), "or"), "PHQ-9, 抑郁 or 3", "PHQ-9、抑郁或 3"),
        (
            Listing((LocalizedText("mood", "情绪"), LocalizedText("sleep", "睡眠"))),
            "mood and sleep",
            "情绪和睡眠",
        ),
    ],
)
def test_a_list_is_joined_as_a_sentence_joins_it(
    value: Listing, english: str, chinese: str
) -> None:
    assert ENGLISH.text(value) == english
    assert zh.text(value) == chinese


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (DateText(MARCH, "month"), "2026-03"),
        (NumberText(3, 1), "3.0"),
        (Duration(1, "week"), "1 week"),
        (Duration(1.5, "hour"), "1.5 hours"),
        (Listing(()), ""),
        (Listing(("a", 2, message("c"))), "a, 2 and c"),
        (plural_message("{number} week", "{number} weeks", 3), "3 weeks"),
    ],
)
def test_each_value_reads_as_plain_english_in_a_log(value: Value, text: str) -> None:
    assert str(value) == text


def test_a_language_has_one_translator() -> None:
    assert translator("zh") is translator("zh")
    assert translator("zh").language.tag == "zh-Hans"
    with pytest.raises(ValueError, match="'fr' is not a valid Language"):
        translator("fr")


def test_a_plain_text_of_a_data_file_is_english_in_a_log() -> None:
    assert str(LocalizedText("lithium", "锂")) == "lithium"
