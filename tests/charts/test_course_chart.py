"""The course plot as a whole: what it gives, in every language, at every width, for everyone."""

import json
import re

import altair as alt
import pytest

from firstsnow.charts import CourseChart, course_chart
from firstsnow.i18n import translator, untranslated
from firstsnow.record import Record
from tests.charts.drawn_text import FONTS, drawn_texts, meeting, outside
from tests.charts.people import a_story, everyone, example, odd_scales, one_sheet, person, told

PEOPLE = everyone()
SMALLEST_PX = 12


def drawn(record: Record, language: str = "en", width: float = 1104.0) -> CourseChart:
    return course_chart(record, told(record), translator(language), width=width)


@pytest.mark.parametrize("width", [1104.0, 360.0])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PEOPLE)
def test_no_words_meet_or_leave_the_picture_and_none_is_too_small(
    name: str, language: str, width: float
) -> None:
    chart = drawn(PEOPLE[name], language, width)
    texts = drawn_texts(chart.svg(FONTS))
    assert texts
    assert meeting(texts) == []
    assert outside(texts, chart.width, chart.height) == []
    assert min(text.size for text in texts) >= SMALLEST_PX


@pytest.mark.parametrize("name", ["story", "odd scales", "nothing at all"])
def test_every_specification_is_valid_vega_lite(name: str) -> None:
    alt.Chart.from_dict(drawn(PEOPLE[name]).spec)


@pytest.mark.parametrize("name", ["story", "PHQ-9s and free-text doses", "odd scales"])
def test_every_word_comes_from_a_catalogue_or_from_the_record(name: str) -> None:
    chart = drawn(PEOPLE[name], "pseudo")
    record = PEOPLE[name].model_dump_json().casefold()
    for text in drawn_texts(chart.svg()):
        for words in untranslated(text.words):
            assert words.casefold() in record or is_a_name(words), text.words


def is_a_name(words: str) -> bool:
    """Scales, units and figures are written alike in every language; the CLDR joins lists."""
    names = "and|MADRS|PHQ|QIDS|SR|HAM|D|SCL|R|mg|day|kg|XR|depression"
    return bool(re.fullmatch(rf"[\W\d]*|{names}", words))


def test_nothing_is_violet_and_red_is_for_what_waits_to_be_done() -> None:
    text = json.dumps(drawn(a_story()).spec)
    assert "#4a459e" not in text
    assert "#edecf8" not in text
    assert "#a12a16" not in text
    waiting = json.dumps(drawn(example("only-phq9")).spec)
    assert "#a12a16" in waiting


def test_it_can_be_drawn_without_evaluating_code() -> None:
    spec = json.dumps(drawn(a_story()).spec)
    expressions = set(re.findall(r'"expr": "([^"]+)"', spec))
    assert expressions == {"datum.dx", "datum.align", "datum.weight"}


def test_the_wheel_alone_scrolls_the_page() -> None:
    params = drawn(a_story()).spec["params"]
    assert params[0]["bind"] == "scales"
    assert params[0]["select"]["zoom"] == "wheel![event.ctrlKey]"


def test_two_pictures_of_a_page_share_no_names() -> None:
    first, second = (drawn(a_story(), width=width).svg() for width in (1104.0, 360.0))
    names = [set(re.findall(r'id="([^"]+)"', svg)) for svg in (first, second)]
    assert names[0]
    assert names[0].isdisjoint(names[1])
    assert all(f"#{name}" in first for name in names[0])


def test_it_is_heard_as_one_picture_with_the_finding_as_its_name() -> None:
    chart = drawn(a_story())
    svg = chart.svg()
    assert f'<svg role="img" aria-label="{chart.name}"' in svg
    assert "aria-roledescription" not in svg
    assert chart.spec["description"].startswith(chart.name)


def test_a_notebook_gets_the_same_specification() -> None:
    chart = drawn(one_sheet())
    bundle = chart._repr_mimebundle_(include=None, exclude=None)
    assert bundle == {"application/vnd.vegalite.v6+json": chart.spec}


def test_measurements_come_in_order_of_time_with_their_place_and_words() -> None:
    record = a_story()
    chart = drawn(record)
    assert len(chart.measurements) == len(record.measurements)
    first, last = chart.measurements[0], chart.measurements[-1]
    assert first.label == "MADRS 31 (moderate), 1 Dec 2024"
    assert last.label == "PHQ-9 9 (mild), 22 Nov 2026"
    assert first.x < last.x < chart.width
    assert 0 < last.y < chart.height
    rows = [row for rows in chart.spec["datasets"].values() for row in rows if "key" in row]
    assert {row["key"] for row in rows} == {one.key for one in chart.measurements}


def test_more_treatments_make_it_higher_not_smaller() -> None:
    assert drawn(example("forty-treatments")).height > drawn(a_story()).height > 0


def test_a_record_of_nothing_says_what_will_stand_here() -> None:
    chart = drawn(person())
    words = " ".join(text.words for text in drawn_texts(chart.svg()))
    assert "No measurement yet." in words
    assert "No treatment on record yet." in words
    assert chart.table == ()
    assert chart.measurements == ()


def test_odd_scales_have_panels_of_their_own() -> None:
    words = [text.words for text in drawn_texts(drawn(odd_scales()).svg())]
    assert {"PHQ-9", "my-scale", "SCL-90-R depression"} <= set(words)
