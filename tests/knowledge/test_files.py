"""Knowledge files: what is read, and what a mistake in one is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from firstsnow.knowledge import (
    Fact,
    KnowledgeError,
    KnowledgeModel,
    SourcedFile,
    nearest,
    read_knowledge,
)


class Dose(Fact):
    amount: float


class Part(KnowledgeModel):
    usual: Dose
    others: tuple[Dose, ...] = ()


class Sheet(SourcedFile):
    name: str
    part: Part
    named: dict[str, Dose] = {}


GOOD = """
name = "a treatment"
[part]
usual = { amount = 10, source = "label" }
others = [{ amount = 20, source = "unsourced" }]
[named.evening]
amount = 5
source = "label"
[sources.label]
citation = "A label"
read = "label"
"""


def _read(folder: Path, text: str) -> Sheet:
    path = folder / "sheet.toml"
    path.write_text(text, encoding="utf-8")
    return read_knowledge(path, Sheet)


def test_a_file_is_read_into_frozen_values(tmp_path: Path) -> None:
    sheet = _read(tmp_path, GOOD)
    assert sheet.part.usual.amount == 10
    with pytest.raises(ValueError, match="frozen"):
        setattr(sheet, "name", "another")  # noqa: B010  mypy knows that it is frozen


def test_every_fact_is_found_with_its_path_and_knows_whether_it_was_read(tmp_path: Path) -> None:
    facts = dict(_read(tmp_path, GOOD).facts())
    assert {path: fact.is_sourced for path, fact in facts.items()} == {
        "part.usual": True,
        "part.others[0]": False,
        "named.evening": True,
    }


def test_a_source_that_is_not_listed_is_refused_with_the_place_and_those_listed(
    tmp_path: Path,
) -> None:
    text = GOOD.replace('amount = 10, source = "label"', 'amount = 10, source = "lable"')
    with pytest.raises(KnowledgeError, match=r"part\.usual: source 'lable'.*listed are: label"):
        _read(tmp_path, text)


def test_an_unknown_key_is_an_error_with_the_key_that_was_meant(tmp_path: Path) -> None:
    text = GOOD.replace("[part]\nusual", "[part]\nusaul")
    with pytest.raises(KnowledgeError) as caught:
        _read(tmp_path, text)
    assert "sheet.toml: part.usaul" in str(caught.value)
    assert "did you mean usual" in str(caught.value)


def test_every_mistake_of_a_file_is_listed_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("amount = 10", 'amount = "ten"').replace("amount = 5", "quantity = 5")
    with pytest.raises(KnowledgeError) as caught:
        _read(tmp_path, text)
    lines = str(caught.value).splitlines()
    assert len([line for line in lines if line.startswith("sheet.toml: ")]) == 3


@pytest.mark.parametrize("content", [b"name = ", b"\xff\xfe", b"name = 1\nname = 2\n"])
def test_what_is_not_toml_is_called_so_with_the_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match=r"broken\.toml: not readable as TOML"):
        read_knowledge(path, Sheet)


def test_near_misses_come_best_first_and_far_ones_not_at_all() -> None:
    known = ["sertraline", "escitalopram", "Citalopram"]
    assert nearest("citalopam", known)[0] == "Citalopram"
    assert nearest("SERTRALIN", known) == ("sertraline",)
    assert nearest("zzz", known) == ()
