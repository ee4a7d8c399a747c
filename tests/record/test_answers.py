"""Answers are a mapping that never changes, with an item left out apart from one not asked."""

from __future__ import annotations

import pickle

from firstsnow.record import Answers


def test_answers_are_a_mapping() -> None:
    answers = Answers({"1": 2, "2": None})
    assert dict(answers) == {"1": 2, "2": None}
    assert list(answers) == list(answers.keys()) == ["1", "2"]
    assert list(answers.values()) == [2, None]
    assert list(answers.items()) == [("1", 2), ("2", None)]
    assert len(answers) == 2
    assert answers.get("1") == 2
    assert answers.get("2", 9) is None
    assert answers.get("3") is None
    assert answers.get("3", 9) == 9
    assert "3" not in answers


def test_answers_are_equal_when_their_items_are() -> None:
    assert Answers({"1": 2, "2": 1}) == Answers({"2": 1, "1": 2})
    assert hash(Answers({"1": 2, "2": 1})) == hash(Answers({"2": 1, "1": 2}))
    assert Answers({"1": None}) != Answers({})


def test_answers_do_not_change_with_what_they_were_made_of() -> None:
    given: dict[str, int | None] = {"1": 2}
    answers = Answers(given)
    given["1"] = 3
    assert answers["1"] == 2


def test_answers_survive_the_way_to_another_process() -> None:
    answers = Answers({"1": 2, "2": None})
    assert pickle.loads(pickle.dumps(answers)) == answers  # noqa: S301  our own bytes


def test_answers_say_what_they_hold() -> None:
    assert repr(Answers({"1": 2})) == "Answers({'1': 2})"
