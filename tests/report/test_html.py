"""The HTML file: one file, a strict policy, both languages, nothing left untranslated."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from firstsnow.i18n import Language
from firstsnow.i18n.pseudo import untranslated
from firstsnow.report import to_html
from firstsnow.report.font_subset import uncovered
from firstsnow.report.letters import shown_text
from firstsnow.report.pictures import embeddable
from tests.report.examples import CARE, example, example_report, record_with, reported, trial

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)> & \"quoted\""


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the text of each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self._open[-1] if self._open else "", []).append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="module", params=["en", "zh"])
def page(request: pytest.FixtureRequest) -> str:
    return to_html(example_report("only-phq9", request.param))


def test_the_policy_allows_what_is_inside_and_nothing_else(page: str) -> None:
    elements = Elements(page)
    policy = next(
        meta["content"] or ""
        for meta in elements.all("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    for tag in ("style", "script"):
        executed = [
            text
            for (name, attributes), text in zip(
                [one for one in elements.found if one[0] == tag], elements.texts[tag], strict=True
            )
            if attributes.get("type") != "application/json"
        ]
        for text in executed:
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy


def test_nothing_has_a_style_attribute_a_handler_or_an_address_to_fetch(page: str) -> None:
    for tag, attributes in Elements(page).found:
        assert "style" not in attributes, tag
        assert not [name for name in attributes if name.startswith("on")], tag
        assert "src" not in attributes, tag
        if "href" in attributes:
            assert (attributes["href"] or "").startswith("#"), tag


def test_every_link_leads_somewhere_and_no_name_is_used_twice(page: str) -> None:
    elements = Elements(page)
    names = [a["id"] for _, a in elements.found if a.get("id")]
    assert len(names) == len(set(names))
    targets = {(a["href"] or "")[1:] for a in elements.all("a")}
    assert targets <= set(names)
    assert any(target.startswith("note-") for target in targets)


def test_the_page_says_its_language_and_has_headings_in_order(page: str) -> None:
    elements = Elements(page)
    assert elements.all("html")[0]["lang"] in ("en-GB", "zh-Hans")
    levels = [int(tag[1]) for tag, _ in elements.found if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_safety_box_comes_before_everything_else_and_cannot_be_closed(page: str) -> None:
    body = page[page.index("<main") :]
    assert body.index('class="safety open"') < body.index('class="lead"')
    box = body[body.index('class="safety open"') : body.index('class="lead"')]
    assert "<button" not in box
    assert "<details" not in box


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", [*CARE, "trial"])
def test_every_character_on_the_page_has_a_glyph(name: str, language: str) -> None:
    regular, bold = shown_text(to_html(example_report(name, language)))
    assert uncovered(regular + bold) == set()


def test_what_people_wrote_is_shown_as_they_wrote_it_and_never_run() -> None:
    record = record_with(
        person={"gender": HOSTILE},
        exposures=[
            {
                "id": "e1",
                "as_written": HOSTILE,
                "start": "2026-01",
                "doses": [{"as_written": HOSTILE}],
            }
        ],
        life_events=[{"time": "2026-01-05", "what": HOSTILE}],
        goals=[{"words": HOSTILE}],
        function=[{"time": "2026-01", "aspect": "work", "level": "reduced", "words": HOSTILE}],
        adverse_events=[{"what": HOSTILE, "exposure": "e1", "start": "2026-01"}],
        diagnoses=[{"name": HOSTILE}],
    )
    elements = Elements(to_html(reported(record)))
    assert [a for a in elements.all("script") if a.get("type") != "application/json"] == [{}]
    assert elements.all("img") == []
    said = "".join("".join(texts) for texts in elements.texts.values())
    assert said.count("alert('x')") >= 6


def test_the_charts_data_cannot_end_its_element() -> None:
    record = record_with(life_events=[{"time": "2026-01-05", "what": "</script><b>x"}])
    blocks = re.findall(
        r'<script type="application/json" id="course-\w+">(.*?)</script>',
        to_html(reported(record)),
        re.DOTALL,
    )
    assert len(blocks) == 2
    for block in blocks:
        assert "</script><b>x" in json.dumps(json.loads(block), ensure_ascii=False)


def allowed_words(name: str) -> set[str]:
    """Give what stands in every language: the record's own words, names of scales, units."""
    record = trial()[0] if name == "trial" else example(name)
    words = set(re.findall(r"[A-Za-z]{2,}|[\u3400-\u9fff]+", record.to_json()))
    words |= {word.capitalize() for word in words} | {record.id}
    # The Unicode CLDR writes "and" in a list; the pseudo-language has no list of its own.
    words |= {"PHQ", "MADRS", "HAM", "mg", "and", "firstsnow"}
    return words | {example_report(name).versions.record}


@pytest.mark.parametrize("name", [*CARE, "trial"])
def test_no_text_of_ours_stands_outside_the_catalogues(name: str) -> None:
    record = trial()[0] if name == "trial" else example(name)
    page = to_html(reported(record, Language.PSEUDO))
    body = page[page.index("<body") : page.index('<script type="application/json"')]
    own = re.sub(r'<(cite|span class="address")[^>]*>.*?</', "<x></", body)
    shown = " ".join(" ".join(parts) for parts in Elements(own).texts.values())
    assert untranslated(shown, allowed_words(name)) == []


def test_styles_of_a_picture_become_attributes_and_its_fonts_ours() -> None:
    svg = (
        '<?xml version="1.0"?><svg><text font-family="Comic Sans" '
        'style="fill: red; cursor: pointer; font-weight: 600;">x</text></svg>'
    )
    made = embeddable(svg, Language.ENGLISH)
    assert made.startswith("<svg>")
    assert 'fill="red"' in made
    assert 'font-weight="600"' in made
    assert "cursor" not in made
    assert "Comic" not in made
    assert "Noto Sans" in made
