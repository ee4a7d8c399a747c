"""Which attempts a definition counts, which it does not, and why."""

from __future__ import annotations

from typing import Any

import pytest

from firstsnow.history import Evaluation, JudgedAttempt, history
from firstsnow.history.attempt import Attempt, attempts
from firstsnow.history.counting import kind_of
from firstsnow.history.ratings import depression_ratings
from tests.history import unread_class
from tests.history.records import record

GOOD = "sertraline 100 0-42 none"


def evaluation(
    attempts_: str,
    name: str = "fda-2018",
    day: float = 200,
    ratings: str = "",
    **parts: Any,  # noqa: ANN401  any part of a record, as its JSON has it
) -> Evaluation:
    told = history(record(attempts_, ratings, **parts), day)
    return next(one.now for one in told.definitions if one.now.definition.id == name)


def last(attempts_: str, name: str = "fda-2018", **parts: Any) -> JudgedAttempt:  # noqa: ANN401  any part of a record, as its JSON has it
    """Judge the attempt that began last."""
    return evaluation(attempts_, name, **parts).attempts[-1]


def said(one: JudgedAttempt) -> list[str]:
    return [str(reason) for reason in one.reasons]


def missing(one: JudgedAttempt) -> list[str]:
    return [str(what) for what in one.missing]


def kinds(attempts_: str) -> list[str | None]:
    made = record(attempts_)
    return [kind_of(one) for one in attempts(made, depression_ratings(made), 1000)]


class TestKind:
    @pytest.mark.parametrize(
        ("attempt", "kind"),
        [
            ("sertraline 100 0-42 none", "antidepressant"),
            ("quetiapine 300 0-42 none", "antidepressant"),
            ("esketamine 84 0-42 none", "rapid-acting"),
            ("cbt ? 0-42 none", "psychotherapy"),
            ("ect ? 0-42 none", "neuromodulation"),
            ("dbs ? 0-42 none", "neuromodulation"),
            ("lithium 900 0-42 none", "augmentation"),
            ("in words 0-42 none", None),
        ],
    )
    def test_of_one_on_its_own(self, attempt: str, kind: str | None) -> None:
        assert kinds(attempt) == [kind]

    @pytest.mark.parametrize(
        ("attempt", "kind"),
        [
            ("mirtazapine 30 1-42 none added", "combination"),
            ("quetiapine 300 1-42 none added", "augmentation"),
            ("lithium 900 1-42 none added", "augmentation"),
            ("cbt ? 1-42 none added", "psychotherapy"),
        ],
    )
    def test_of_one_that_was_added(self, attempt: str, kind: str) -> None:
        assert kinds(f"sertraline 100 0-42 none; {attempt}") == ["antidepressant", kind]


class TestReasons:
    def test_one_that_counts_needs_none(self) -> None:
        one = last(GOOD)
        assert (one.counts, one.reasons, one.missing) == ("yes", (), ())
        assert (one.did_not_help_enough, one.is_in_scope) == ("yes", "yes")

    @pytest.mark.parametrize(
        ("attempt", "name", "reasons"),
        [
            ("sertraline 49 0-42 none", "fda-2018", ["dose to 49 of 50 mg/day"]),
            ("sertraline 100 0-27 none", "fda-2018", ["3.8 of 4 weeks: too short to judge"]),
            ("sertraline 100 0-42 response", "fda-2018", ["it helped by 50 % or more"]),
            ("sertraline 100 0-42 part", "eu-pearl-2022", ["it helped by 25 % or more"]),
            ("sertraline 100 0-42 response", "consensus-2021", ["it helped by 50 % or more"]),
            (
                "cbt ? 0-90 none n=12",
                "fda-2018",
                ["this definition does not count this kind of treatment"],
            ),
            ("sertraline 100 -50--8 none", "fda-2018", ["it was given before the current episode"]),
            (
                "sertraline 49 0-42 response",
                "fda-2018",
                ["dose to 49 of 50 mg/day", "it helped by 50 % or more"],
            ),
            ("sertraline 100 0-42 none hardly", "ema-2013", ["most of it was not taken"] * 2),
            (
                "sertraline 100 0-20 response",
                "consensus-2021",
                [
                    "2.8 of 4 weeks: too short to judge",
                    "shorter than 4 weeks",
                    "it helped by 50 % or more",
                ],
            ),
        ],
    )
    def test_say_why_one_does_not_count(self, attempt: str, name: str, reasons: list[str]) -> None:
        one = last(attempt, name)
        assert (one.counts, said(one), one.missing) == ("no", reasons, ())

    def test_say_that_it_was_added(self) -> None:
        one = last("sertraline 100 0-80 none; lithium 900 1-80 none added", "thase-rush-1997")
        assert (one.counts, said(one)) == ("no", ["it was added to another treatment"])

    @pytest.mark.parametrize(
        ("attempt", "name", "reason", "what"),
        [
            (
                "sertraline ? 0-42 none",
                "fda-2018",
                "the dose is not known as a number",
                "the dose in mg/day",
            ),
            (
                "sertraline 100 0-42 ?",
                "fda-2018",
                "how much it helped is not known",
                "ratings before and after it, or how it was judged",
            ),
            (
                "sertraline 100 0-42 part",
                "fda-2018",
                "it helped in part, and the definition sets no figure",
                "whether this help was enough for the definition",
            ),
            (
                "sertraline 100 0-27 none",
                "eu-pearl-2022",
                "it ended early: the definition counts it only if it had clearly not helped",
                "whether it had clearly not helped when it ended",
            ),
            (
                "sertraline 100 0-42 none untold",
                "ema-2013",
                "whether it was taken as prescribed is not on record",
                "whether it was taken as prescribed",
            ),
            (
                "esketamine 84 0-42 none n=8 via=intranasal",
                "fda-2018",
                "what was read of the definition does not say whether this kind counts",
                "whether the definition counts this kind",
            ),
            (
                "sertraline 100 -50--8 none",
                "consensus-2021",
                "it was given before the current episode; whether that counts is not said",
                "whether the definition counts earlier episodes",
            ),
        ],
    )
    def test_say_what_is_missing(self, attempt: str, name: str, reason: str, what: str) -> None:
        one = last(attempt, name)
        assert (one.counts, said(one), missing(one)) == ("unknown", [reason], [what])

    def test_say_that_nobody_read_the_class_that_must_differ(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        unread_class.forget_the_class_of_nefazodone(monkeypatch)
        one = last("nefazodone 300 0-42 none", "thase-rush-1997")
        assert one.counts == "unknown"
        assert said(one) == ["its class of mechanism has no source that was read"]
        assert missing(one) == ["a source for its class of mechanism"]

    def test_say_that_it_is_known_in_words_alone(self) -> None:
        one = last("in words 0-42 none")
        assert said(one) == [
            "it is not known what it was",
            "it is only known as “two other tablets”",
        ]
        assert missing(one) == ["what it was", "which treatment of the catalogue it was"]

    def test_say_that_its_length_is_not_known(self) -> None:
        one = last("sertraline 100 0-? none", "consensus-2021")
        assert said(one) == [
            "how long the dose was taken is not known exactly enough",
            "how long it was given is not known exactly enough",
        ]
        assert missing(one) == ["the first and last day at this dose", "its first and last day"]

    def test_say_that_the_episode_is_not_known(self) -> None:
        one = last("sertraline 100 0-42 none", episodes=())
        assert said(one) == ["whether it was given in the current episode is not known"]
        assert missing(one) == ["when the current episode began"]
        assert one.is_in_scope == "unknown"

    def test_say_that_it_may_have_been_on_the_first_possible_day_of_the_episode(self) -> None:
        open_ended = ({"start": 0},)
        ratings = "phq-9@10=20 phq-9@60=20 phq-9@120=20 phq-9@180=20"
        attempt = "sertraline 100 -40-0 none"
        one = last(attempt, ratings=ratings, episodes=open_ended)
        assert (one.counts, one.is_in_scope) == ("unknown", "unknown")
        before = last("sertraline 100 -40--1 none", ratings=ratings, episodes=open_ended)
        assert (before.counts, before.is_in_scope) == ("no", "no")

    def test_name_what_is_missing_once(self) -> None:
        one = last("sertraline 100 0-42 none partly", "ema-2013")
        assert said(one) == [
            "part of it was not taken",
            "part of it was not taken",
        ]
        assert missing(one) == ["how much of it was taken", "whether it was taken as prescribed"]


class TestAdherence:
    @pytest.mark.parametrize(
        ("attempt", "counts"),
        [
            ("sertraline 100 0-42 none", "yes"),
            ("sertraline 100 0-42 none untold", "unknown"),
            ("sertraline 100 0-42 none hardly", "no"),
        ],
    )
    def test_is_asked_for_by_ema(self, attempt: str, counts: str) -> None:
        assert last(attempt, "ema-2013").counts == counts

    def test_is_not_asked_of_sessions(self) -> None:
        one = last("ect ? 0-42 none n=8 untold", "ema-2013")
        assert "whether it was taken as prescribed is not on record" not in said(one)

    def test_is_not_asked_of_what_is_only_known_in_words(self) -> None:
        one = last("in words 0-42 none untold", "ema-2013")
        assert "whether it was taken as prescribed" not in missing(one)


class TestEarlyStop:
    @pytest.mark.parametrize(
        ("attempt", "day", "counts"),
        [
            ("sertraline 100 0-27 none", 200, "unknown"),
            ("sertraline 100 0-28 none", 200, "yes"),
            ("sertraline 100 0-27 none", 26, "no"),
            ("sertraline 100 0-27 none", 27, "unknown"),
            ("sertraline 100 0-60 none", 20, "no"),
            ("sertraline 100 0- none", 20, "no"),
            ("sertraline 100 0-27 part", 200, "no"),
            ("sertraline 100 0-27 ?", 200, "unknown"),
            ("sertraline 100 180-? none", 200, "unknown"),
            ("sertraline 100 180- none", 200, "no"),
            ("sertraline 25 0-27 none", 200, "no"),
        ],
    )
    def test_may_count_if_it_had_not_helped(self, attempt: str, day: float, counts: str) -> None:
        assert last(attempt, "eu-pearl-2022", day=day).counts == counts

    @pytest.mark.parametrize(("end", "counts"), [(27, "unknown"), (28, "no"), (40, "no")])
    def test_is_not_about_time_at_the_dose(self, end: int, counts: str) -> None:
        made = record(
            exposures=[
                {
                    "id": "e1",
                    "treatment": "sertraline",
                    "start": 0,
                    "end": end,
                    "doses": [
                        {"start": 0, "amount": 25, "unit": "mg/day"},
                        {"start": 20, "amount": 50, "unit": "mg/day"},
                    ],
                    "outcome": {"judgement": "no-response"},
                }
            ]
        )
        told = {one.now.definition.id: one.now for one in history(made, 200).definitions}
        assert told["eu-pearl-2022"].attempts[0].counts == counts


class TestNumber:
    def test_lists_what_is_counted_and_what_is_not(self) -> None:
        one = evaluation(f"{GOOD}; venlafaxine 150 43-90 response; mirtazapine 30 91-140 ?")
        assert [judged.attempt.exposure.id for judged in one.counted] == ["e1"]
        assert [judged.attempt.exposure.id for judged in one.not_counted] == ["e2", "e3"]

    def test_two_known_in_words_alone_may_be_two(self) -> None:
        one = evaluation("in words 0-42 none; in words 43-90 none")
        assert (one.count.low, one.count.high) == (0, 2)


def test_attempts_stand_in_order_of_their_start_in_every_list() -> None:
    told = history(record("mirtazapine 30 91-140 none; sertraline 100 0-42 none"), 200)
    assert [attempt.exposure.id for attempt in told.attempts] == ["e2", "e1"]
    for one in told.definitions:
        assert [judged.attempt.exposure.id for judged in one.now.attempts] == ["e2", "e1"]


def test_an_attempt_knows_whether_it_was_added() -> None:
    def augmentation(attempts_: str) -> list[bool]:
        made = record(attempts_)
        found: tuple[Attempt, ...] = attempts(made, depression_ratings(made), 1000)
        return [one.is_augmentation for one in found]

    assert augmentation("sertraline 100 0-42 none; mirtazapine 30 1-42 none added") == [False, True]
    assert augmentation("lithium 900 0-42 none") == [True]
    assert augmentation("in words 0-42 none") == [False]


@pytest.mark.parametrize(("day", "number"), [(-1, 0), (0, 1), (42, 1), (43, 2)])
def test_an_attempt_is_listed_from_its_first_day(day: float, number: int) -> None:
    assert len(history(record(f"{GOOD}; venlafaxine 150 43-90 none"), day).attempts) == number
