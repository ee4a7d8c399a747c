"""The review of what makes a depression difficult to treat."""

from __future__ import annotations

import copy
import importlib
import time
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstsnow.history import Review, ReviewedField, history, review_file
from firstsnow.history.review import Informant
from firstsnow.history.review.field_file import Group
from firstsnow.record import Adversity, Record
from tests.history.cases import LAST_DAY, as_json, cases, date
from tests.history.oracle import Case
from tests.history.records import record

ONE = "sertraline 100 0-60 none"


def reviewed(made: Record, at: float | None = None) -> Review:
    return history(made, at).review


def field(made: Record, name: str, at: float | None = None) -> ReviewedField:
    [found] = [one for one in reviewed(made, at).fields if one.field.id == name]
    return found


class TestFile:
    def test_every_field_has_a_source_that_was_read(self) -> None:
        assert [one.id for one in review_file().fields if not one.is_sourced] == []

    def test_every_group_and_informant_has_a_name_in_both_languages(self) -> None:
        assert set(review_file().groups) == set(get_args(Group))
        assert set(review_file().informants) == set(get_args(Informant))
        named = [*review_file().groups.values(), *review_file().informants.values()]
        named += [one.name for one in review_file().fields]
        assert all(name.zh for name in named)

    def test_its_words_blame_nobody(self) -> None:
        words = " ".join(one.name.en.casefold() for one in review_file().fields)
        judging = ("fail", "refus", "non-complian", "resistan", "abuse")
        assert [sign for sign in judging if sign in words] == []


WORK = {"time": 9, "aspect": "work", "level": "full"}
ALL_KINDS = sorted(set(get_args(Adversity.model_fields["kind"].annotation)) - {"other"})


@pytest.mark.parametrize(
    ("name", "parts", "expected"),
    [
        ("childhood", {"adversity": [{"kind": "bullying", "presence": "present"}]}, "present"),
        ("childhood", {"adversity": [{"kind": "bullying", "presence": "absent"}]}, "unknown"),
        (
            "childhood",
            {"adversity": [{"kind": kind, "presence": "absent"} for kind in ALL_KINDS]},
            "absent",
        ),
        ("life-events", {"life_events": [{"time": 3, "what": "a", "weighs": "hard"}]}, "present"),
        ("life-events", {"life_events": [{"time": 3, "what": "a", "weighs": "good"}]}, "unknown"),
        ("life-events", {"life_events": [{"time": 3, "what": "a"}]}, "unknown"),
        ("money", {"circumstances": [{"aspect": "debt", "presence": "present"}]}, "present"),
        ("money", {"circumstances": [{"aspect": "debt", "presence": "absent"}]}, "unknown"),
        (
            "money",
            {
                "circumstances": [
                    {"aspect": "debt", "presence": "absent"},
                    {"aspect": "no-savings", "presence": "absent"},
                ]
            },
            "absent",
        ),
        (
            "alone",
            {"circumstances": [{"aspect": "loneliness", "presence": "present", "end": 30}]},
            "absent",
        ),
        (
            "alone",
            {"circumstances": [{"aspect": "loneliness", "presence": "present", "ongoing": False}]},
            "unknown",
        ),
        (
            "anxiety",
            {"conditions": [{"name": "panic", "category": "anxiety", "presence": "present"}]},
            "present",
        ),
        (
            "anxiety",
            {"conditions": [{"name": "panic", "category": "anxiety", "presence": "absent"}]},
            "unknown",
        ),
        (
            "anxiety",
            {
                "conditions": [
                    {"name": "Anxiety disorder", "category": "anxiety", "presence": "absent"}
                ]
            },
            "absent",
        ),
        (
            "anxiety",
            {
                "conditions": [
                    {"name": "anxiety disorder", "category": "anxiety", "presence": "absent"},
                    {"name": "panic", "category": "anxiety", "presence": "present"},
                ]
            },
            "present",
        ),
        (
            "adhd",
            {"conditions": [{"name": "ADHD", "category": "adhd", "presence": "absent"}]},
            "absent",
        ),
        ("bipolar", {}, "absent"),
        ("bipolar", {"diagnoses": ()}, "unknown"),
        ("bipolar", {"diagnoses": [{"name": "d", "polarity": "bipolar"}]}, "present"),
        ("psychosis", {}, "absent"),
        (
            "psychosis",
            {
                "diagnoses": (),
                "episodes": [{"start": 0, "ongoing": True, "psychosis": "absent"}],
            },
            "unknown",
        ),
        (
            "melancholic",
            {"diagnoses": [{"name": "d", "specifiers": ["melancholic"]}]},
            "present",
        ),
        ("melancholic", {}, "unknown"),
        ("long-episode", {"observed_until": 730}, "absent"),
        ("long-episode", {"observed_until": 731}, "present"),
        ("long-episode", {"episodes": ()}, "unknown"),
        ("episodes-before", {}, "unknown"),
        (
            "episodes-before",
            {"episodes": [{"start": -300, "end": -200}, {"start": 0, "ongoing": True}]},
            "present",
        ),
        ("early-onset", {"person": {"age_years": 16}}, "present"),
        ("early-onset", {"person": {"age_years": 18}}, "unknown"),
        ("episode-now", {}, "present"),
        ("episode-now", {"episodes": ()}, "unknown"),
        ("function-work", {"function": [WORK], "observed_until": 60}, "absent"),
        ("function-work", {"function": [WORK | {"level": "reduced"}]}, "present"),
        ("function-work", {"function": [WORK | {"level": "unknown"}]}, "unknown"),
        ("function-work", {"function": [WORK], "observed_until": 80}, "unknown"),
        ("function-work", {"function": [WORK, WORK | {"time": 20, "level": "reduced"}]}, "present"),
        ("function-home", {"function": [WORK]}, "unknown"),
        ("side-effects", {"adverse_events": [{"what": "nausea", "start": 5}]}, "present"),
        ("side-effects", {}, "unknown"),
        ("hope-and-self-worth", {}, "unknown"),
    ],
)
def test_a_field_is_present_absent_or_unknown(
    name: str, parts: dict[str, Any], expected: str
) -> None:
    found = field(record(ONE, **parts), name)
    assert found.presence == expected
    assert bool(found.ask) == (expected == "unknown")


@pytest.mark.parametrize(
    ("attempts", "name", "expected"),
    [
        (ONE, "not-enough-to-judge", "absent"),
        ("", "not-enough-to-judge", "unknown"),
        (f"{ONE}; mirtazapine 30 61-70 none", "not-enough-to-judge", "present"),
        (f"{ONE}; mirtazapine ? 61-170 none", "not-enough-to-judge", "unknown"),
        (f"{ONE} hardly", "not-enough-to-judge", "unknown"),
        ("sertraline 100 0-20 none hardly", "not-enough-to-judge", "present"),
        (ONE, "not-all-taken", "absent"),
        (f"{ONE} untold", "not-all-taken", "unknown"),
        (f"{ONE} partly", "not-all-taken", "present"),
        (f"{ONE} hardly", "not-all-taken", "present"),
        ("cbt ? 0-60 none n=8 untold", "not-all-taken", "unknown"),
    ],
)
def test_treatments_so_far(attempts: str, name: str, expected: str) -> None:
    assert field(record(attempts), name).presence == expected


def test_a_study_s_record_does_not_hold_every_attempt() -> None:
    made = record(ONE, study={"name": "s"})
    assert field(made, "not-enough-to-judge").presence == "unknown"
    assert [one.tried for one in reviewed(made).options] == ["yes", "unknown", "unknown"]


@pytest.mark.parametrize(
    ("answer", "day", "expected"),
    [(0, 60, "absent"), (1, 60, "present"), (3, 149, "present"), (3, 151, "unknown")],
)
def test_answers_about_self_harm_speak_while_they_are_recent(
    answer: int, day: float, expected: str
) -> None:
    items = {str(number): 0 for number in range(1, 10)} | {"9": answer}
    made = record(measurements=[{"scale": "phq-9", "time": 60, "items": items}], observed_until=day)
    assert field(made, "self-harm").presence == expected


def test_nothing_later_than_the_day_is_seen() -> None:
    later = [{"time": 50, "aspect": "work", "level": "reduced"}]
    made = record(ONE, function=later, goals=[{"words": "swim", "set_on": 50}], observed_until=60)
    assert field(made, "function-work", 49).presence == "unknown"
    assert reviewed(made, 49).goals == ()
    assert field(made, "function-work", 50).presence == "present"
    assert [goal.words for goal in reviewed(made, 50).goals] == ["swim"]


class TestQuestions:
    def test_every_unknown_field_says_who_is_asked_next(self) -> None:
        found = reviewed(record(ONE))
        asked = {question.field.id for question in found.questions if question.field is not None}
        assert asked == {one.field.id for one in found.fields if one.presence == "unknown"}
        assert {str(one.what) for one in found.to_ask("laboratory")} == {
            "a thyroid or other hormonal condition",
            "a medicine that the body breaks down unusually fast or slowly",
        }

    def test_whoever_did_not_know_is_asked_last(self) -> None:
        entry = {"name": "ADHD", "category": "adhd", "presence": "unknown", "source": "person"}
        assert field(record(conditions=[entry]), "adhd").ask == ("relative", "chart", "person")

    def test_goals_and_relatives_are_asked_for_while_nothing_is_on_record(self) -> None:
        asked = {str(question.what) for question in reviewed(record()).questions}
        assert {"what the person wants to reach", "whether a treatment helped a relative"} <= asked
        told = record(goals=[{"words": "swim"}], family=[_MOTHER])
        asked = {str(question.what) for question in reviewed(told).questions}
        assert (
            not {"what the person wants to reach", "whether a treatment helped a relative"} & asked
        )

    def test_how_much_an_attempt_helped_is_asked(self) -> None:
        asked = {str(one.what) for one in reviewed(record("sertraline 100 0-60 ?")).questions}
        assert "how much sertraline helped" in asked


_MOTHER = {
    "relative": "mother",
    "condition": "depression",
    "presence": "present",
    "treatments": [
        {"treatment": "lithium", "outcome": {"judgement": "response"}},
        {"treatment": "sertraline", "outcome": {"judgement": "no-response"}},
        {"as_written": "white tablets", "outcome": {"judgement": "remission"}},
        {"outcome": {"judgement": "remission"}},
    ],
}


class TestHelp:
    def test_is_what_helped_also_long_ago_in_order_of_time(self) -> None:
        tried = (
            "sertraline 100 0-60 none; mirtazapine 30 -900--800 remission; "
            "escitalopram 20 -700--600 part; venlafaxine 150 -500--400 ?; cbt ? -300--200 50%"
        )
        found = [(one.attempt.exposure.id, one.how_much) for one in reviewed(record(tried)).helped]
        assert found == [
            ("e2", "enough"),
            ("e3", "in-part"),
            ("e4", "not-known"),
            ("e5", "enough"),
        ]

    def test_of_relatives_is_what_helped_them(self) -> None:
        found = reviewed(record(family=[_MOTHER])).relatives
        assert [(str(one.words), one.judgement) for one in found] == [
            ("lithium", "response"),
            ("white tablets", "remission"),
        ]
        assert reviewed(record(family=[_MOTHER | {"presence": "absent"}])).relatives == ()

    def test_sorts_of_treatment_are_tried_or_open(self) -> None:
        def tried(attempts: str) -> list[str]:
            return [one.tried for one in reviewed(record(attempts)).options]

        assert tried(ONE) == ["yes", "no", "no"]
        assert tried("cbt ? 0-60 none n=8; ect ? 61-90 none n=6") == ["no", "yes", "yes"]
        assert tried("in words 0-60 none") == ["unknown", "unknown", "unknown"]


@given(case=cases(), left_out=st.sampled_from(["diagnoses", "episodes", "exposures"]))
def test_what_is_left_out_never_turns_present_to_absent_nor_back(case: Case, left_out: str) -> None:
    made = as_json(case)
    less = copy.deepcopy(made)
    if left_out == "exposures":
        for one in less["exposures"]:
            one.pop("outcome")
            one.pop("adherence")
            one.pop("doses", None)
    else:
        less[left_out] = []
    whole, part = (
        {
            one.field.id: one.presence
            for one in history(Record.model_validate(which), date(LAST_DAY)).review.fields
        }
        for which in (made, less)
    )
    turned = {
        name for name, presence in part.items() if {presence, whole[name]} == {"present", "absent"}
    }
    assert turned == set()


def test_staging_and_review_cost_little_beside_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    made = record(
        "; ".join(f"sertraline 100 {100 * i}-{100 * i + 60} none" for i in range(6)),
        " ".join(f"phq-9@{7 * i}={10 + i % 9}" for i in range(100)),
    )
    with_them = _seconds(made)
    module = importlib.import_module("firstsnow.history.history")
    monkeypatch.setattr(module, "stagings", lambda *_: ())
    monkeypatch.setattr(module, "review", lambda *_: None)
    assert with_them < 1.5 * _seconds(made)


def _seconds(made: Record) -> float:
    history(made)
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        history(made)
        taken.append(time.perf_counter() - began)
    return min(taken)
