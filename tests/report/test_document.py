"""The report as JSON: everything that the page says, by a published schema."""

import json
import re
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from firstsnow.i18n import translator
from firstsnow.report import to_html, to_json
from firstsnow.report.document import _plain
from tests.report.examples import CARE, example_report

SCHEMA = json.loads(
    (files("firstsnow.report") / "schema" / "report-1.schema.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", [*CARE, "trial"])
def test_it_follows_the_published_schema(name: str, language: str) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(to_json(example_report(name, language))))


def test_it_says_what_the_page_says() -> None:
    made = example_report("only-phq9")
    page = squeezed(re.sub(r"<[^>]+>", "", to_html(made)))
    for said in told(json.loads(to_json(made))):
        assert squeezed(said) in page


def test_every_note_comes_with_its_sources() -> None:
    document = json.loads(to_json(example_report("forty-treatments")))
    sourced = [note for note in document["notes"] if note["sources"]]
    assert len(sourced) >= len(document["notes"]) - 1
    assert all(source["citation"] for note in sourced for source in note["sources"])


def test_what_a_report_never_holds_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="a report holds no object"):
        _plain(object(), translator("en"))


def told(part: object) -> list[str]:
    """Every text with notes in a document."""
    if isinstance(part, dict) and set(part) == {"text", "notes"}:
        return [str(part["text"])]
    if isinstance(part, dict):
        return [said for one in part.values() for said in told(one)]
    if isinstance(part, list):
        return [said for one in part for said in told(one)]
    return []


def squeezed(text: str) -> str:
    from html import unescape

    return re.sub(r"\s+", "", unescape(text))
