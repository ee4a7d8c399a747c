"""The claims of the interview: all there, each held against the literature, pages fresh."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from docs.claims import build
from firstsnow.knowledge import KnowledgeError

CLAIMS = build.read_claims()
NUMBERS = range(1, 34)
# The rooms of the package, as the map of the design names them.
ROOMS = {
    "scales", "treatments", "record", "exchange", "history", "kinetics", "course", "evidence",
    "forecast", "trial", "population", "genetics", "safety", "brain", "charts", "report", "i18n",
    "clinic", "cli",
}  # fmt: skip
ROOMS_NOW = {"record", "scales", "treatments", "history", "exchange", "charts", "report", "cli"}
JUDGING = ("failed", "failure", "refractory", "non-compliant", "suffers from")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a copy of the claim files that a test may change."""
    return Path(shutil.copytree(build.HERE / "data", tmp_path / "data"))


def test_all_33_claims_are_there() -> None:
    assert list(CLAIMS) == list(NUMBERS)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_claim_has_a_verdict_literature_and_a_place(number: int) -> None:
    claim = CLAIMS[number]
    assert claim.verdict in build.VERDICTS
    assert claim.literature
    assert all(entry.source.startswith("http") for entry in claim.literature)
    assert claim.place


@pytest.mark.parametrize("number", NUMBERS)
def test_a_place_is_a_room_and_only_rooms_that_exist_are_called_now(number: int) -> None:
    for place in CLAIMS[number].place:
        assert place.room in ROOMS
        assert place.state == "coming" or place.room in ROOMS_NOW


@pytest.mark.parametrize("number", NUMBERS)
def test_a_summary_is_two_to_five_sentences_free_of_judgement(number: int) -> None:
    claim = CLAIMS[number]
    sentences = re.split(r"(?<=[.?!])\s+(?=[A-Z'0-9])", claim.summary)
    assert 2 <= len(sentences) <= 5
    own_words = " ".join([claim.claim, claim.summary, *(entry.says for entry in claim.literature)])
    assert not [word for word in JUDGING if word in own_words.lower()]


@pytest.mark.parametrize(
    ("number", "verdict", "words"),
    [
        (14, "holds in part", "50 to 60 % is not established"),
        (19, "not as quoted", "not two remission rates"),
        (20, "unknown", "open series"),
        (27, "holds in part", "protects the brain is not shown"),
    ],
)
def test_known_misreadings_are_named(number: int, verdict: str, words: str) -> None:
    assert CLAIMS[number].verdict == verdict
    assert words in CLAIMS[number].summary


def test_every_claim_stands_on_one_page_with_its_sources() -> None:
    made = build.pages()
    for number, claim in CLAIMS.items():
        homes = [name for name, page in made.items() if f"(claim-{number:02d})=" in page]
        assert len(homes) == 1
        assert all(f"<{entry.source}>" in made[homes[0]] for entry in claim.literature)
        assert f"| {number} | {claim.claim} | {claim.verdict} |" in made["index.md"]


def test_pages_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--check"]) == 0
    assert capsys.readouterr().err == ""


def test_a_stale_missing_or_left_over_page_is_named(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("left over", encoding="utf-8")
    (tmp_path / "index.md").write_text("changed by hand", encoding="utf-8")
    made = {"index.md": "as made", "safety.md": "as made"}
    assert build.stale_pages(made, tmp_path) == ["index.md", "old.md", "safety.md"]


def test_a_wrong_verdict_is_an_error_that_names_the_file(folder: Path) -> None:
    path = folder / "07.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('verdict = "holds in part"', 'verdict = "true"'), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"07\.toml: verdict"):
        build.read_claims(folder)


def test_a_source_without_an_address_is_an_error(folder: Path) -> None:
    path = folder / "19.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('source = "https://', 'source = "recalled '), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="source"):
        build.read_claims(folder)


def test_a_file_named_for_another_claim_is_an_error(folder: Path) -> None:
    (folder / "01.toml").rename(folder / "34.toml")
    with pytest.raises(ValueError, match=r"34\.toml: holds claim 1"):
        build.read_claims(folder)
