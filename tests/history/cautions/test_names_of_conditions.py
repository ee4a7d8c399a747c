"""Conditions are recognised by the words that charts use for them."""

import pytest

from firstsnow.history.cautions.conditions import condition_found
from firstsnow.record import Record
from firstsnow.treatments import treatment
from firstsnow.treatments.vocabulary import conditions


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("Cerebral aneurysm, coiled 2015", "aneurysm"),
        ("动脉瘤", "aneurysm"),
        ("Haemorrhagic stroke", "intracerebral-haemorrhage"),
        ("脑出血", "intracerebral-haemorrhage"),
        ("Seizures as a child", "seizure-disorder"),
        ("Bulimia", "eating-disorder"),
        ("Anorexia nervosa", "eating-disorder"),
        ("Atrial fibrillation", "arrhythmia"),
        ("房颤", "arrhythmia"),
        ("Coronary artery disease", "heart-disease"),
        ("Cardiac failure", "heart-failure"),
        ("Cardiac failure", "heart-disease"),
        ("Interstitial cystitis", "bladder-disease"),
        ("Alcohol use disorder", "substance-use"),
        ("酒精依赖", "substance-use"),
        ("Hypothyroidism", "thyroid-disease"),
        ("Prolonged QT", "long-qt"),
        ("Chronic kidney disease, on dialysis", "severe-kidney-impairment"),
        ("Type 2 diabetes", "diabetes"),
        ("Angle-closure glaucoma", "narrow-angle-glaucoma"),
        ("Benign prostatic hyperplasia", "urinary-retention"),
        ("Pacemaker since 2020", "implanted-device"),
    ],
)
def test_a_condition_in_the_words_of_a_chart_is_present(words: str, word: str) -> None:
    entry = {"name": words, "category": "other", "presence": "present"}
    record = Record.model_validate({"id": "p1", "conditions": [entry]})
    found = condition_found(record, conditions()[word], treatment("esketamine"), 740_000)
    assert found.presence == "present"
