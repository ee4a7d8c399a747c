"""The PDF: A4, tagged, with text that can be copied, and with nothing fetched."""

import io
import socket
from typing import Any, NoReturn

import pytest
from pypdf import PdfReader

from firstsnow.report import to_pdf
from tests.report.examples import CARE, example_report, record_with, reported, trial

A4_POINTS = (595, 842)


@pytest.fixture(scope="module")
def papers() -> dict[tuple[str, str], PdfReader]:
    return {
        (name, language): PdfReader(io.BytesIO(to_pdf(example_report(name, language))))
        for name in (*CARE, "trial")
        for language in ("en", "zh")
    }


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def test_pages_are_a4(papers: dict[tuple[str, str], PdfReader]) -> None:
    for reader in papers.values():
        for page in reader.pages:
            size = (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
            assert size == A4_POINTS


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_short_record_needs_one_page(language: str) -> None:
    control = next(one for one in trial() if one.study is not None and one.study.arm == "PLACEBO")
    assert len(PdfReader(io.BytesIO(to_pdf(reported(control, language)))).pages) == 1


def test_ordinary_records_need_few_pages(papers: dict[tuple[str, str], PdfReader]) -> None:
    for name, _ in papers:
        for language in ("en", "zh"):
            assert len(papers[name, language].pages) <= (6 if name == "forty-treatments" else 2)


def test_text_can_be_copied(papers: dict[tuple[str, str], PdfReader]) -> None:
    english = words(papers["only-phq9", "en"])
    assert "PHQ-9 item 9 (thoughts of death or self-harm): 1 on 23 February 2026" in english
    assert "Definitions of treatment resistance over time" in english
    chinese = words(papers["only-phq9", "zh"]).replace(" ", "")
    assert "到目前为止的病程" in chinese
    assert "这是记录，不是预测。" in chinese


def test_it_is_tagged_and_says_its_language_and_title(
    papers: dict[tuple[str, str], PdfReader],
) -> None:
    reader = papers["only-phq9", "zh"]
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalog
    assert catalog["/Lang"] == "zh-Hans"
    assert reader.metadata is not None
    assert "example-only-phq9" in str(reader.metadata.title)


def test_every_font_is_inside(papers: dict[tuple[str, str], PdfReader]) -> None:
    for reader in papers.values():
        for page in reader.pages:
            resources: Any = page["/Resources"]
            for font in resources["/Font"].values():
                descendant = font.get_object()["/DescendantFonts"][0].get_object()
                descriptor = descendant["/FontDescriptor"].get_object()
                assert {"/FontFile2", "/FontFile3"} & set(descriptor)
                assert "Noto" in str(descendant["/BaseFont"])


def test_a_long_table_repeats_its_head(papers: dict[tuple[str, str], PdfReader]) -> None:
    pages = [
        " ".join(page.extract_text().split()) for page in papers["forty-treatments", "en"].pages
    ]
    assert sum("Enough to judge?" in page for page in pages) >= 2


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a report asks for an address")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    hostile = '<img src="http://example.org/x.png"><link rel=stylesheet href="http://example.org">'
    made = to_pdf(reported(record_with(goals=[{"words": hostile}])))
    assert made.startswith(b"%PDF-")
