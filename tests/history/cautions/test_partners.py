"""Whether something that a treatment interacts with is given, or was until lately."""

from typing import Any

import pytest

from firstsnow.history.cautions.partners import partner_found
from firstsnow.record import Record
from firstsnow.treatments.caution import Partner

TODAY = 100.0
MAOI = Partner(mechanism="maoi")


def record(*exposures: dict[str, Any], complete: bool = False, **parts: object) -> Record:
    named = [{"id": f"e{at}", **exposure} for at, exposure in enumerate(exposures)]
    until = {"observed_until": TODAY} if complete else {}
    return Record.model_validate(
        {"id": "p1", "clock": "study", "exposures": named, **until, **parts}
    )


def phenelzine(**more: object) -> dict[str, Any]:
    return {"treatment": "phenelzine", "start": 10, **more}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (phenelzine(ongoing=True), "present"),
        (phenelzine(end=100), "present"),
        (phenelzine(end=99), "present"),
        (phenelzine(end=87), "present"),
        (phenelzine(end=86), "unknown"),
        (phenelzine(), "unknown"),
        (phenelzine(end=95, adherence="none"), "unknown"),
        (phenelzine(start=120, ongoing=True), "unknown"),
        ({"treatment": "sertraline", "start": 10, "ongoing": True}, "unknown"),
    ],
)
def test_a_partner_counts_while_it_is_given_and_until_fourteen_days_have_passed(
    given: dict[str, Any], said: str
) -> None:
    assert partner_found(record(given), MAOI, TODAY, days_after=14).presence == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (phenelzine(end=86), "absent"),
        (phenelzine(end=87), "present"),
        (phenelzine(), "unknown"),
        ({"as_written": "some capsules", "start": 10, "ongoing": True}, "unknown"),
        ({"as_written": "some capsules", "start": 10, "end": 40}, "absent"),
    ],
)
def test_it_is_absent_only_where_the_record_is_complete_and_everything_in_it_is_known(
    given: dict[str, Any], said: str
) -> None:
    complete = record(given, complete=True)
    assert partner_found(complete, MAOI, TODAY, days_after=14).presence == said


def test_a_study_that_does_not_list_what_else_was_taken_rules_nothing_out() -> None:
    of_study = record(complete=True, study={"name": "a trial"})
    assert partner_found(of_study, MAOI, TODAY).presence == "unknown"


def test_of_substances_beside_the_catalogue_silence_never_tells() -> None:
    alcohol = Partner(substance="alcohol")
    assert partner_found(record(complete=True), alcohol, TODAY).presence == "unknown"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("St John's wort 300 mg", "present"),
        ("贯叶连翘", "present"),
        ("no St John's wort", "unknown"),
        ("vitamins", "unknown"),
    ],
)
def test_a_substance_is_recognised_in_the_words_of_the_record(words: str, said: str) -> None:
    given = record({"as_written": words, "start": 10, "ongoing": True})
    assert partner_found(given, Partner(substance="st-johns-wort"), TODAY).presence == said


def test_a_treatment_is_no_partner_of_its_own() -> None:
    given = record({"treatment": "sertraline", "start": 10, "ongoing": True})
    ssri = Partner(mechanism="ssri")
    assert partner_found(given, ssri, TODAY).presence == "present"
    assert partner_found(given, ssri, TODAY, beside="sertraline").presence == "unknown"


def test_an_end_known_to_the_month_is_open_where_the_days_decide() -> None:
    dated = Record.model_validate(
        {
            "id": "p1",
            "exposures": [
                {"id": "e", "treatment": "phenelzine", "start": "2024-01", "end": "2024-05"}
            ],
        }
    )

    def on(day: str) -> str:
        import datetime as dt

        ordinal = float(dt.date.fromisoformat(day).toordinal())
        return partner_found(dated, MAOI, ordinal, days_after=14).presence

    assert (on("2024-05-14"), on("2024-06-10")) == ("present", "unknown")
