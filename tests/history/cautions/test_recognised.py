"""What a record's own words and codes show: drugs of a class, and coded conditions."""

from typing import Any

import pytest

from firstsnow.history.cautions import cautions
from firstsnow.history.cautions.conditions import condition_found
from firstsnow.record import Record
from firstsnow.treatments import treatment
from firstsnow.treatments.vocabulary import conditions

TODAY = 100.0


def record(**parts: object) -> Record:
    return Record.model_validate({"id": "p1", "clock": "study", **parts})


def taking(words: str) -> Record:
    return record(exposures=[{"id": "e", "as_written": words, "start": 10, "ongoing": True}])


def coded(code: str, system: str = "icd-10") -> dict[str, Any]:
    return {
        "name": "as coded",
        "category": "other",
        "presence": "present",
        "code": code,
        "code_system": system,
    }


def presence(word: str, entry: dict[str, Any]) -> str:
    found = condition_found(
        record(conditions=[entry]), conditions()[word], treatment("sertraline"), TODAY
    )
    return found.presence


def present(words: str, planned: str) -> set[str]:
    found = cautions(taking(words), planned, TODAY)
    return {one.about.en for one in found if one.presence == "present"}


@pytest.mark.parametrize(
    ("words", "planned", "about"),
    [
        ("lorazepam 1 mg at night", "esketamine", "benzodiazepines"),
        ("劳拉西泮片", "esketamine", "benzodiazepines"),
        ("zopiclone 7.5", "esketamine", "drugs that calm or sedate"),
        ("Ritalin 10 mg", "esketamine", "psychostimulants"),
        ("ibuprofen 400 mg", "sertraline", "anti-inflammatory painkillers (NSAIDs)"),
        ("布洛芬", "sertraline", "anti-inflammatory painkillers (NSAIDs)"),
        ("Warfarin", "sertraline", "drugs against blood clotting"),
        ("apixaban", "sertraline", "drugs against blood clotting"),
        ("阿司匹林", "sertraline", "drugs against platelets"),
        ("sumatriptan 50 mg as needed", "sertraline", "triptans"),
        ("ramipril", "lithium", "ACE inhibitors and sartans"),
        ("hydrochlorothiazide 25", "lithium", "diuretics"),
    ],
)
def test_a_drug_of_a_class_is_recognised_in_the_words_of_the_record(
    words: str, planned: str, about: str
) -> None:
    assert about in present(words, planned)


@pytest.mark.parametrize("words", ["paracetamol", "no lorazepam", "lorazepamum", "vitamin D"])
def test_other_words_show_no_class(words: str) -> None:
    assert "benzodiazepines" not in present(words, "esketamine")


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("I10", "hypertension"),
        ("I15.2", "hypertension"),
        ("I21.0", "recent-myocardial-infarction"),
        ("I21.0", "heart-disease"),
        ("I48", "arrhythmia"),
        ("I48", "heart-disease"),
        ("I50.1", "heart-failure"),
        ("I61.9", "intracerebral-haemorrhage"),
        ("I63.9", "stroke"),
        ("I64", "cerebrovascular-disease"),
        ("G40.3", "seizure-disorder"),
        ("G20", "parkinsons"),
        ("H40.2", "narrow-angle-glaucoma"),
        ("F50.2", "eating-disorder"),
        ("F10.2", "substance-use"),
        ("F00.1", "dementia"),
        ("F31.4", "bipolar"),
        ("F32.3", "psychosis"),
        ("E11.9", "diabetes"),
        ("E05.9", "hyperthyroidism"),
        ("E05.9", "thyroid-disease"),
        ("K74.6", "severe-liver-impairment"),
        ("K74.6", "liver-impairment"),
        ("N18.4", "severe-kidney-impairment"),
        ("N18.4", "kidney-impairment"),
        ("O26.9", "pregnancy"),
    ],
)
def test_a_code_shows_the_condition_that_it_stands_for(code: str, word: str) -> None:
    assert presence(word, coded(code)) == "present"


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("H40.1", "narrow-angle-glaucoma"),
        ("F17.2", "substance-use"),
        ("F50.4", "eating-disorder"),
        ("F21", "psychosis"),
        ("N18.2", "severe-kidney-impairment"),
        ("O80", "pregnancy"),
        ("I10", "heart-disease"),
        ("F33.1", "bipolar"),
    ],
)
def test_a_code_shows_no_more_than_it_stands_for(code: str, word: str) -> None:
    assert presence(word, coded(code)) == "unknown"


def test_a_code_of_another_system_shows_nothing() -> None:
    assert presence("hypertension", coded("I10", "icd-11")) == "unknown"
