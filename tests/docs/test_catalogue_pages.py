"""The catalogue's pages: one for everything, each fact with its source, nothing unread shown."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from docs.catalogue import write
from docs.catalogue.citing import mark, sourced, unsourced
from docs.catalogue.lacking import what_is_lacking
from docs.catalogue.markdown import number, plain, table, unescaped
from docs.catalogue.scale_page import scale_page
from docs.catalogue.treatment_page import ABSENT, treatment_page
from docs.catalogue.unsourced_table import sourced_files
from firstsnow.knowledge import SourcedFile
from firstsnow.scales import Scale, loinc_notice
from firstsnow.scales import catalogue as scales
from firstsnow.treatments import OtherName, Treatment
from firstsnow.treatments import catalogue as treatments

PAGES = write.pages()
FILES: dict[str, SourcedFile] = {
    **{f"scales/{one.id}.md": one for one in scales().values()},
    **{f"treatments/{one.id}.md": one for one in treatments().values()},
}
# A value that no file holds, so that it can't stand on a page by chance.
NOWHERE = 7919.5
ADVISING = re.compile(r"\b(you should|we recommend|we advise|should be given|best choice)\b")


def shown(page: str) -> str:
    return unescaped(PAGES[page])


def above_what_was_not_read(page: str) -> str:
    return page.partition("## Not read yet")[0].partition("## Sources")[0]


def unread(file: SourcedFile, section: str) -> SourcedFile:
    """Give a copy of a file in which the facts of one section were never read."""
    facts = tuple(
        fact.model_copy(update={"source": "unsourced"}) for fact in getattr(file, section)
    )
    return file.model_copy(update={section: facts})


def test_every_scale_and_every_treatment_has_a_page_and_a_line_in_its_list() -> None:
    for page in FILES:
        kind, name = page.split("/")
        assert page in PAGES
        assert f"(<{name}>)" in PAGES[f"{kind}/index.md"]
        assert f"\n{name.removesuffix('.md')}\n" in PAGES[f"{kind}/index.md"]


@pytest.mark.parametrize("page", FILES)
def test_the_source_of_every_sourced_fact_stands_on_the_page(page: str) -> None:
    file = FILES[page]
    for path, fact in file.facts():
        if fact.is_sourced:
            source = file.sources[fact.source]
            assert f"[^{fact.source}]: " in PAGES[page], path
            assert " ".join(source.citation.split()) in shown(page), path
            assert source.url is None or f"(<{source.url}>)" in PAGES[page], path
            assert f"(read: {source.read})" in PAGES[page], path


@pytest.mark.parametrize("page", FILES)
def test_every_sourced_fact_is_shown_with_a_mark_of_its_own(page: str) -> None:
    # Names that stand side by side and were read in one place share a mark.
    read = [fact for _, fact in FILES[page].facts() if fact.is_sourced]
    names = [fact for fact in read if isinstance(fact, OtherName)]
    marks = Counter(re.findall(r"\[\^([^\]]+)\](?!:)", PAGES[page]))
    facts = Counter(fact.source for fact in read if not isinstance(fact, OtherName))
    assert not {key: count for key, count in facts.items() if marks[key] < count}
    assert all(name.text in shown(page) for name in names)


@pytest.mark.parametrize("page", FILES)
def test_every_mark_leads_to_a_source_and_every_source_has_a_mark(page: str) -> None:
    marks = set(re.findall(r"\[\^([^\]]+)\](?!:)", PAGES[page]))
    notes = re.findall(r"^\[\^([^\]]+)\]:", PAGES[page], re.MULTILINE)
    assert sorted(marks) == sorted(notes)


@pytest.mark.parametrize("page", FILES)
def test_what_was_not_read_is_named_with_its_path_and_has_no_mark(page: str) -> None:
    last = PAGES[page].partition("## Not read yet")[2]
    for path, fact in unsourced(FILES[page]):
        assert f"- {plain(what_is_lacking(path, fact))} (`{path}`)" in last
    assert "[^unsourced]" not in PAGES[page]


def test_a_fact_that_nobody_read_cannot_be_marked() -> None:
    fact = next(fact for scale in scales().values() for _, fact in unsourced(scale))
    with pytest.raises(ValueError, match="without a source"):
        mark(fact)


@pytest.mark.parametrize(
    ("section", "changed"),
    [
        ("thresholds", {"at_most": NOWHERE, "at_least": None, "fall_percent": None}),
        ("change", {"points": NOWHERE}),
        ("norms", {"mean": NOWHERE}),
        ("reliability", {"value": NOWHERE}),
    ],
)
def test_a_value_of_a_scale_shows_where_it_was_read_and_not_where_it_was_not(
    section: str, changed: dict[str, float | None]
) -> None:
    scale = next(one for one in scales().values() if getattr(one, section))
    facts = tuple(fact.model_copy(update=changed) for fact in getattr(scale, section))
    read = scale.model_copy(update={section: facts})
    assert number(NOWHERE) in scale_page(read)
    not_read = unread(read, section)
    assert isinstance(not_read, Scale)
    assert number(NOWHERE) not in scale_page(not_read)


@pytest.mark.parametrize(
    ("section", "changed"),
    [
        ("doses", {"usual_minimum": NOWHERE}),
        ("equivalents", {"amount": NOWHERE}),
        ("side_effects", {"percent": NOWHERE}),
        ("evidence", {"value": NOWHERE, "outcome": "response", "measure": "odds-ratio"}),
        ("approvals", {"date": number(NOWHERE)}),
        ("interactions", {"days_after_partner": NOWHERE}),
        ("monitoring", {"every_weeks": NOWHERE}),
    ],
)
def test_a_value_of_a_treatment_shows_where_it_was_read_and_not_where_it_was_not(
    section: str, changed: dict[str, float | str]
) -> None:
    treatment = next(one for one in treatments().values() if getattr(one, section))
    facts = tuple(fact.model_copy(update=changed) for fact in getattr(treatment, section))
    read = treatment.model_copy(update={section: facts})
    assert number(NOWHERE) in treatment_page(read)
    not_read = unread(read, section)
    assert isinstance(not_read, Treatment)
    assert number(NOWHERE) not in treatment_page(not_read)


@pytest.mark.parametrize("identifier", scales())
def test_a_scale_shows_the_same_without_what_was_not_read(identifier: str) -> None:
    scale = scales()[identifier]
    sections = ("subscales", "bands", "thresholds", "change", "reliability", "norms", "safety")
    read = {name: sourced(getattr(scale, name)) for name in sections}
    page = scale_page(scale.model_copy(update=read))
    assert above_what_was_not_read(page) == above_what_was_not_read(scale_page(scale))


def test_a_scale_whose_total_was_not_read_is_not_said_to_have_none() -> None:
    page = PAGES["scales/cadss-28.md"]
    assert "How a total is formed was not read: firstsnow gives none." in page
    assert "there is no total" not in page
    assert "The instrument has no total." in PAGES["scales/c-ssrs-screener.md"]


def test_wordings_stand_only_where_their_licence_lets_them_ship() -> None:
    for scale in scales().values():
        page = shown(f"scales/{scale.id}.md")
        wordings = [" ".join(item.text.en.split()) for item in scale.items if item.text]
        if scale.licence.item_text == "ships":
            assert all(wording in page for wording in wordings)
        else:
            assert "The topics are firstsnow's own words" in page or not scale.items
            assert not [wording for wording in wordings if wording in page]


@pytest.mark.parametrize("change", [{"item_text": "pack"}, {"source": "unsourced"}])
def test_a_wording_goes_from_the_page_with_its_licence(change: dict[str, str]) -> None:
    phq9 = scales()["phq-9"]
    closed = phq9.model_copy(update={"licence": phq9.licence.model_copy(update=change)})
    assert "Little interest or pleasure" in scale_page(phq9)
    page = scale_page(closed)
    assert "Little interest or pleasure" not in page
    assert "Nearly every day" not in page
    assert "interest and pleasure" in page


def test_loinc_codes_never_stand_without_their_notice() -> None:
    notice = loinc_notice().notice.en
    for scale in scales().values():
        page = shown(f"scales/{scale.id}.md")
        assert ("## Codes" in page) == (notice in page)
        if scale.codes and scale.codes.is_sourced:
            assert notice in page


def test_published_figures_stand_on_the_page_as_their_files_have_them() -> None:
    phq9, madrs = shown("scales/phq-9.md"), shown("scales/madrs.md")
    assert "| 10 to 14 | moderate 中度 | moderate |" in phq9
    assert (
        "The total is the sum of items 1, 2, 3, 4, 5, 6, 7, 8 and 9. It runs from 0 to 27." in phq9
    )
    assert "at 2 assessments in a row" in madrs
    assert "4 (5.8), 569 people" in madrs
    paroxetine = shown("treatments/paroxetine.md")
    assert "| oral, CR | 25 to 50 mg/day" in paroxetine
    assert "34 mg/day is taken to equal 40 mg/day of [fluoxetine]" in paroxetine
    assert "Washout before this treatment begins: 14 days" in paroxetine


def test_a_treatment_page_describes_and_says_that_absence_proves_nothing() -> None:
    for one in treatments().values():
        page = PAGES[f"treatments/{one.id}.md"]
        assert ABSENT in page
        assert "advises nothing" in page
        own_words = page.partition("## Sources")[0].lower()
        assert not ADVISING.search(own_words)


def test_a_rule_with_a_part_that_was_not_read_says_that_adequacy_stays_unknown() -> None:
    for one in treatments().values():
        unknown = "it stays unknown whether an attempt was adequate"
        has_gap = any(not rule.is_sourced for rule in one.adequacy)
        assert (unknown in PAGES[f"treatments/{one.id}.md"]) == has_gap


def test_the_table_of_the_unsourced_holds_every_unsourced_fact_once() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \|", PAGES["unsourced.md"], re.MULTILINE)
    expected = [
        (name, path)
        for name, file in sourced_files()
        for path, fact in file.facts()
        if not fact.is_sourced
    ]
    assert rows == expected
    facts = sum(len(list(file.facts())) for _, file in sourced_files())
    assert f"{len(expected)} of {facts} facts" in PAGES["unsourced.md"]


def test_the_table_reads_every_file_that_marks_a_fact_as_unsourced() -> None:
    # Besides the glossary, which holds words and no facts, and whose page shows their sources.
    package = Path(write.DOCS).parent / "src" / "firstsnow"
    on_disk = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.toml")
        if 'source = "unsourced"' in path.read_text(encoding="utf-8")
    }
    assert on_disk - {"i18n/glossary.toml"} <= {name for name, _ in sourced_files()}


def test_no_page_holds_an_example_that_would_run() -> None:
    assert not [name for name, page in PAGES.items() if re.search(r"```\{?(python|console)", page)]


def test_pages_are_written_once_and_left_over_ones_go(tmp_path: Path) -> None:
    left_over = tmp_path / "scales" / "gone.md"
    left_over.parent.mkdir()
    left_over.write_text("a scale that is gone", encoding="utf-8")
    write.write(tmp_path)
    page = tmp_path / "scales" / "phq-9.md"
    written = page.stat().st_mtime_ns
    write.write(tmp_path)
    assert page.stat().st_mtime_ns == written
    assert not left_over.exists()
    assert (tmp_path / "unsourced.md").read_text(encoding="utf-8") == PAGES["unsourced.md"]


def test_signs_that_mean_something_in_markdown_are_shown_as_they_are() -> None:
    text = "a|b *c* [d](e) <f> `g` #1"
    assert unescaped(plain(text)) == text
    assert "a\\|b" in table(["x"], [[plain(text)]])
