"""The words that treatment files point to: told apart, in order, recognised by names and codes."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from firstsnow.knowledge import KnowledgeError, read_knowledge
from firstsnow.treatments.vocabulary import (
    ConditionFile,
    EffectFile,
    SubstanceFile,
    Word,
    checked_things,
    conditions,
    effects,
    substances,
)

VOCABULARIES = {
    "checks": checked_things,
    "conditions": conditions,
    "effects": effects,
    "substances": substances,
}
CLASSES_MOST_USED_IN_INTERACTIONS = [
    "ace-inhibitors",
    "anticoagulants",
    "antiepileptics",
    "antihypertensives",
    "antiplatelets",
    "antipsychotics",
    "benzodiazepines",
    "beta-blockers",
    "cns-depressants",
    "cyp2d6-inhibitors",
    "cyp3a4-inhibitors",
    "diuretics",
    "nsaids",
    "opioids",
    "psychostimulants",
    "qt-prolonging",
    "serotonergic-drugs",
    "triptans",
]


def raw(name: str) -> dict[str, Any]:
    path = files("firstsnow.treatments") / "vocabularies" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def members(word: str) -> set[str]:
    return {member.name for member in substances()[word].members}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_words_stand_in_the_order_of_their_identifiers_and_sources_last(name: str) -> None:
    listed = [word["id"] for word in raw(name)["words"]]

    assert listed == sorted(listed)
    assert list(raw(name))[-1] == "sources"


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_has_a_name_in_english(name: str) -> None:
    words: dict[str, Word] = dict(VOCABULARIES[name]())

    assert all(word.name.en for word in words.values())


def test_every_source_of_substances_and_conditions_is_used() -> None:
    for name in ("substances", "conditions"):
        text = str(raw(name)["words"])
        assert [key for key in raw(name)["sources"] if f"'source': '{key}'" not in text] == []


@pytest.mark.parametrize("word", CLASSES_MOST_USED_IN_INTERACTIONS)
def test_a_class_that_interactions_name_often_has_members(word: str) -> None:
    assert len(members(word)) >= 5
    assert all(member.is_sourced for member in substances()[word].members)


@pytest.mark.parametrize(
    ("word", "drug"),
    [
        ("benzodiazepines", "lorazepam"),
        ("benzodiazepines", "diazepam"),
        ("benzodiazepines", "劳拉西泮"),
        ("cns-depressants", "lorazepam"),
        ("cns-depressants", "alcohol"),
        ("cns-depressants", "酒精"),
        ("nsaids", "ibuprofen"),
        ("anticoagulants", "warfarin"),
        ("anticoagulants", "华法林"),
        ("antihypertensives", "ramipril"),
        ("antihypertensives", "amlodipine"),
        ("antihypertensives", "propranolol"),
        ("serotonergic-drugs", "sumatriptan"),
        ("serotonergic-drugs", "meperidine"),
        ("cyp2d6-inhibitors", "paroxetine"),
    ],
)
def test_a_class_holds_its_members_and_those_of_its_parts(word: str, drug: str) -> None:
    assert drug in members(word)


def test_codes_are_beginnings_of_icd_10_codes() -> None:
    coded = {word.id: word.codes.icd10 for word in conditions().values() if word.codes}

    assert len(coded) >= 30
    for codes in coded.values():
        assert all(re.fullmatch(r"[A-Z]\d(\d(\.\d{1,2})?)?", code) for code in codes)
        assert len(set(codes)) == len(codes)


def test_a_severe_condition_has_codes_within_those_of_the_broader_one() -> None:
    for word in conditions().values():
        for broader in word.broader:
            outer = conditions()[broader].codes
            if word.codes is not None and outer is not None:
                assert all(code.startswith(outer.icd10) for code in word.codes.icd10)


WORDS = 'schema = 1\n[sources.made]\ncitation = "Made for a test"\nread = "full text"\n'


def write(folder: Path, text: str) -> Path:
    path = folder / "words.toml"
    path.write_text(WORDS + text, encoding="utf-8")
    return path


def word(name: str, more: str = "") -> str:
    return f'[[words]]\nid = "{name}"\nname = {{ en = "the {name}" }}\n{more}\n'


def test_two_words_with_one_name_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, word("ache") + word("pain", 'also = ["The ache"]'))

    with pytest.raises(KnowledgeError, match="two words share 'the ache'; unite them"):
        read_knowledge(path, EffectFile)


def test_a_broader_condition_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, word("stroke", 'broader = ["vessel"]') + word("vessels"))

    with pytest.raises(KnowledgeError, match=r"stroke: broader 'vessel' .*did you mean vessels"):
        read_knowledge(path, ConditionFile)


def part(name: str) -> str:
    return f'parts = [{{ substance = "{name}", source = "made" }}]'


def test_a_part_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"sedatives: part 'qqq' is not listed$"):
        read_knowledge(write(tmp_path, word("sedatives", part("qqq"))), SubstanceFile)


def test_a_class_that_holds_itself_is_refused(tmp_path: Path) -> None:
    circle = word("a", part("b")) + word("b", part("c")) + word("c", part("a"))

    with pytest.raises(KnowledgeError, match="a: it is a part of its own part 'b'"):
        read_knowledge(write(tmp_path, circle), SubstanceFile)
