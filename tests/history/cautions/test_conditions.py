"""Whether a condition is there: present, absent, or unknown because nobody has said."""

from typing import Any

import pytest

from firstsnow.history.cautions.conditions import condition_found
from firstsnow.record import Record
from firstsnow.treatments import treatment
from firstsnow.treatments.vocabulary import ConditionWord, Limit, conditions

TODAY = 100.0


def record(**parts: object) -> Record:
    return Record.model_validate({"id": "p1", "clock": "study", **parts})


def presence(word: str | ConditionWord, **parts: object) -> str:
    looked_for = conditions()[word] if isinstance(word, str) else word
    return condition_found(record(**parts), looked_for, treatment("ketamine"), TODAY).presence


def condition(name: str, said: str = "present", **more: object) -> dict[str, Any]:
    return {"name": name, "category": "other", "presence": said, **more}


@pytest.mark.parametrize("word", list(conditions()))
def test_what_is_not_on_record_is_unknown_and_asked_for(word: str) -> None:
    found = condition_found(record(), conditions()[word], treatment("ketamine"), TODAY)
    assert (found.presence, found.ask is not None) == ("unknown", True)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (condition("Epilepsy"), "present"),
        (condition("temporal lobe epilepsy, well controlled"), "present"),
        (condition("癫痫"), "present"),
        (condition("epilepsy", "absent"), "absent"),
        (condition("epilepsy", "unknown"), "unknown"),
        (condition("family history of epilepsy"), "unknown"),
        (condition("否认癫痫"), "unknown"),
        (condition("asthma"), "unknown"),
        (condition("epilepsy", start=101), "unknown"),
        (condition("epilepsy", start=0, end=50), "unknown"),
        (condition("epilepsy", start=0, end=100), "present"),
        (condition("epilepsy", ongoing=False), "unknown"),
    ],
)
def test_a_condition_counts_as_its_entry_says_and_no_further(
    entry: dict[str, Any], said: str
) -> None:
    assert presence("seizure-disorder", conditions=[entry]) == said


def test_one_source_that_says_present_is_never_outvoted() -> None:
    entries = [
        condition("epilepsy", "absent"),
        condition("epilepsy"),
        condition("epilepsy", "absent"),
    ]
    found = condition_found(
        record(conditions=entries), conditions()["seizure-disorder"], treatment("ketamine"), TODAY
    )
    assert found.presence == "present"
    assert len(found.grounds) == 3
    assert found.ask is not None


def test_a_code_stands_for_itself_and_all_below_it() -> None:
    word = ConditionWord.model_validate(
        {
            "id": "a",
            "name": {"en": "a thing"},
            "codes": {"icd10": ["I10"], "source": "read"},
        }
    )
    coded = {
        "name": "essential",
        "category": "other",
        "presence": "present",
        "code_system": "icd-10",
    }
    assert presence(word, conditions=[coded | {"code": "I10.9"}]) == "present"
    assert presence(word, conditions=[coded | {"code": "I15"}]) == "unknown"
    assert (
        presence(word, conditions=[coded | {"code": "I10", "code_system": "icd-11"}]) == "unknown"
    )


def test_a_code_that_nobody_read_recognises_nothing() -> None:
    word = ConditionWord.model_validate(
        {
            "id": "a",
            "name": {"en": "a thing"},
            "codes": {"icd10": ["I10"], "source": "unsourced"},
        }
    )
    entry = condition("essential", code="I10", code_system="icd-10")
    assert presence(word, conditions=[entry]) == "unknown"


def test_a_narrower_condition_shows_the_broader_one_and_not_the_other_way_round() -> None:
    severe, mild = [condition("cirrhosis")], [condition("hepatic impairment")]
    assert presence("liver-impairment", conditions=severe) == "present"
    assert presence("severe-liver-impairment", conditions=mild) == "unknown"


def test_without_the_broader_condition_there_is_no_narrower_one() -> None:
    none = [condition("hepatic impairment", "absent")]
    assert presence("severe-liver-impairment", conditions=none) == "absent"


@pytest.mark.parametrize(
    ("value", "day", "said"),
    [(141, 99, "present"), (140, 99, "unknown"), (180, 60, "unknown"), (180, 70, "present")],
)
def test_a_recent_reading_beyond_the_limit_shows_it_and_one_within_rules_nothing_out(
    value: float, day: float, said: str
) -> None:
    word = ConditionWord.model_validate(
        {
            "id": "a",
            "name": {"en": "a thing"},
            "limits": [{"reading": "systolic-mmhg", "above": 140, "source": "read"}],
        }
    )
    signs = [{"name": "systolic-mmhg", "time": day, "value": value}]
    assert presence(word, vital_signs=signs) == said


def test_the_last_reading_speaks() -> None:
    word = ConditionWord(
        id="a",
        name={"en": "low sodium"},  # type: ignore[arg-type]
        limits=(Limit(reading="sodium", below=135, unit="mmol/L", source="read"),),
    )

    def sodium(day: float, value: float, unit: str = "mmol/L") -> dict[str, Any]:
        return {"analyte": "Sodium", "time": day, "value": value, "unit": unit}

    assert presence(word, laboratory=[sodium(95, 130), sodium(90, 140)]) == "present"
    assert presence(word, laboratory=[sodium(90, 130), sodium(95, 140)]) == "unknown"
    assert presence(word, laboratory=[sodium(95, 130, "mg/dL")]) == "unknown"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"diagnoses": [{"name": "d", "polarity": "bipolar"}]}, "present"),
        ({"diagnoses": [{"name": "d", "polarity": "unipolar"}]}, "absent"),
        ({"diagnoses": [{"name": "d"}]}, "unknown"),
        ({"diagnoses": [{"name": "d", "polarity": "bipolar", "status": "ruled-out"}]}, "unknown"),
        (
            {
                "diagnoses": [{"name": "d", "polarity": "unipolar"}],
                "episodes": [{"start": 1, "end": 9, "polarity": "hypomanic"}],
            },
            "present",
        ),
    ],
)
def test_polarity_comes_from_diagnoses_and_from_any_mania(parts: dict[str, Any], said: str) -> None:
    assert presence("bipolar", **parts) == said


@pytest.mark.parametrize(
    ("episode", "said"),
    [
        ({"start": 90, "ongoing": True, "polarity": "manic"}, "present"),
        ({"start": 90, "ongoing": True, "polarity": "mixed"}, "present"),
        ({"start": 90, "ongoing": True}, "absent"),
        ({"start": 10, "end": 50, "polarity": "manic"}, "unknown"),
    ],
)
def test_mania_now_is_told_by_the_episode_that_goes_on(episode: dict[str, Any], said: str) -> None:
    assert presence("current-mania", episodes=[episode]) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"diagnoses": [{"name": "d", "psychosis": "absent"}]}, "absent"),
        (
            {
                "diagnoses": [{"name": "d", "psychosis": "absent"}],
                "episodes": [{"start": 1, "end": 9, "psychosis": "present"}],
            },
            "present",
        ),
        ({"diagnoses": [{"name": "d"}]}, "unknown"),
        (
            {"conditions": [{"name": "psychosis", "category": "psychosis", "presence": "present"}]},
            "present",
        ),
    ],
)
def test_psychosis_at_any_time_counts(parts: dict[str, Any], said: str) -> None:
    assert presence("psychosis", **parts) == said


@pytest.mark.parametrize(
    ("parts", "pregnant", "breastfeeding"),
    [
        ({"pregnancies": [{"status": "pregnant", "start": 50}]}, "present", "unknown"),
        ({"pregnancies": [{"status": "pregnant", "start": 0, "end": 50}]}, "unknown", "unknown"),
        ({"pregnancies": [{"status": "breastfeeding", "start": 50}]}, "unknown", "present"),
        ({"pregnancies": [{"status": "not-pregnant", "start": 99}]}, "absent", "unknown"),
        ({"pregnancies": [{"status": "planning", "start": 50}]}, "unknown", "unknown"),
        ({"person": {"sex": "male"}}, "absent", "absent"),
        ({"person": {"sex": "female"}}, "unknown", "unknown"),
    ],
)
def test_pregnancy_and_breastfeeding_on_the_day(
    parts: dict[str, Any], pregnant: str, breastfeeding: str
) -> None:
    assert presence("pregnancy", **parts) == pregnant
    assert presence("breastfeeding", **parts) == breastfeeding


@pytest.mark.parametrize(
    ("allergy", "said"),
    [
        ({"substance": "Ketamine"}, "present"),
        ({"substance": "氯胺酮"}, "present"),
        ({"substance": "penicillin"}, "unknown"),
        ({"substance": "ketamine", "presence": "absent"}, "absent"),
        ({"substance": "no known allergies"}, "absent"),
        ({"substance": "none known except ketamine"}, "present"),
        ({"substance": "none known except latex"}, "unknown"),
    ],
)
def test_an_allergy_to_the_treatment_itself(allergy: dict[str, Any], said: str) -> None:
    assert presence("hypersensitivity", allergies=[allergy]) == said


@pytest.mark.parametrize(
    ("age", "minor", "older"),
    [
        (16, "present", "absent"),
        (17, "unknown", "absent"),
        (18, "absent", "absent"),
        (70, "absent", "present"),
    ],
)
def test_an_age_in_whole_years_on_day_zero_leaves_a_year_open(
    age: int, minor: str, older: str
) -> None:
    assert presence("age-under-18", person={"age_years": age}) == minor
    assert presence("age-from-65", person={"age_years": age}) == older


def test_self_harm_on_record_stays_and_silence_says_nothing() -> None:
    events = [{"time": 5, "kind": "attempt"}]
    assert presence("self-harm-history", self_harm=events) == "present"
    assert presence("self-harm-history", self_harm=[{"time": 150, "kind": "attempt"}]) == "unknown"
