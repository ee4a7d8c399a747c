"""What is missing, and how a definition's answer would change if it were known."""

from __future__ import annotations

from typing import Any

from firstsnow.history import OpenQuestion, history
from tests.history.records import record

GOOD = "sertraline 100 0-42 none"


def questions(
    attempts: str,
    name: str = "fda-2018",
    day: float = 200,
    **parts: Any,  # noqa: ANN401  any part of a record, as its JSON has it
) -> list[tuple[str, str | None, str, str]]:
    told = history(record(attempts, **parts), day)
    found = next(one.now for one in told.definitions if one.now.definition.id == name)
    return [shown(one) for one in found.open]


def shown(one: OpenQuestion) -> tuple[str, str | None, str, str]:
    about = None if one.about is None else one.about.exposure.id
    return str(one.what), about, one.if_so, one.if_not


def test_one_missing_dose_decides() -> None:
    found = questions(f"{GOOD}; venlafaxine ? 43-90 none")
    assert found == [("the dose in mg/day", "e2", "yes", "no")]


def test_one_of_two_missing_doses_decides_only_one_way() -> None:
    found = questions("sertraline ? 0-42 none; venlafaxine ? 43-90 none")
    assert found == [
        ("the dose in mg/day", "e1", "unknown", "no"),
        ("the dose in mg/day", "e2", "unknown", "no"),
    ]


def test_any_of_two_can_be_enough() -> None:
    found = questions(f"{GOOD}; venlafaxine ? 43-90 none; mirtazapine ? 91-140 none")
    assert found == [
        ("the dose in mg/day", "e2", "yes", "unknown"),
        ("the dose in mg/day", "e3", "yes", "unknown"),
    ]


def test_of_two_things_missing_one_alone_does_not_decide() -> None:
    found = questions(f"{GOOD}; venlafaxine ? 43-90 ?")
    assert found == [
        ("the dose in mg/day", "e2", "unknown", "no"),
        ("ratings before and after it, or how it was judged", "e2", "unknown", "no"),
    ]


def test_the_same_treatment_again_decides_nothing() -> None:
    found = questions(f"{GOOD}; sertraline ? 43-90 none; venlafaxine ? 91-140 none")
    assert found == [
        ("the dose in mg/day", "e2", "unknown", "unknown"),
        ("the dose in mg/day", "e3", "yes", "no"),
    ]


def test_another_of_the_same_class_decides_nothing_where_classes_count() -> None:
    attempts = f"{GOOD}; escitalopram ? 43-90 none; venlafaxine ? 91-140 none"
    assert questions(attempts, "thase-rush-1997") == [
        ("the dose in mg/day", "e2", "unknown", "unknown"),
        ("the dose in mg/day", "e3", "yes", "no"),
    ]


def test_a_missing_fact_about_the_person_can_decide() -> None:
    found = questions(f"{GOOD}; venlafaxine 150 43-90 none", "eu-pearl-2022", diagnoses=())
    assert found == [("whether there was ever a mania or hypomania", None, "yes", "no")]


def test_a_missing_fact_about_the_person_and_one_about_an_attempt() -> None:
    found = questions(f"{GOOD}; venlafaxine ? 43-90 none", "eu-pearl-2022", diagnoses=())
    assert found == [
        ("the dose in mg/day", "e2", "unknown", "no"),
        ("whether there was ever a mania or hypomania", None, "unknown", "no"),
    ]


def test_whether_an_episode_goes_on_can_decide() -> None:
    found = questions(
        f"{GOOD}; venlafaxine 150 43-90 none",
        ratings="phq-9@90=18 phq-9@150=18 phq-9@190=3",
    )
    what = "a rating of depression around this day, or the dates of the episode"
    assert found == [(what, None, "yes", "no")]


def test_nothing_is_asked_where_the_answer_is_known() -> None:
    assert questions(f"{GOOD}; venlafaxine 150 43-90 none; mirtazapine ? 91-140 none") == []
    assert questions("venlafaxine ? 43-90 none") == []
