"""Whether an attempt was enough to judge."""

from __future__ import annotations

from typing import Any

import pytest

from firstsnow.history.adequacy import Adequacy, Part, judge_adequacy
from firstsnow.history.adequacy.part import dose_too_low, needed_days, plain, too_short
from firstsnow.history.answer import Answer
from firstsnow.i18n import message
from firstsnow.record import Record
from firstsnow.treatments import Treatment, catalogue
from tests.history.made_treatment import least, rule, sessions, treatment, weeks
from tests.history.records import record

DAILY = rule("daily-dose", doses=[least(50)], duration=weeks(4))
LEVEL = rule(
    "blood-level",
    duration=weeks(4),
    level={"minimum": 0.4, "unit": "mmol/L", "source": "made"},
)


def judged(
    attempts: str,
    given: Treatment | None = None,
    until: float = 1000,
    **parts: Any,  # noqa: ANN401  any part of a record, as its JSON has it
) -> Adequacy:
    """Judge the last attempt of a record by the catalogue, or by a treatment made for a test."""
    made = record(attempts, **parts)
    return judged_in(made, given, until)


def judged_in(made: Record, given: Treatment | None = None, until: float = 1000) -> Adequacy:
    exposure = made.exposures[-1]
    known = catalogue().get(exposure.treatment or "")
    return judge_adequacy(made, exposure, given or known, until)


def with_exposure(**parts: Any) -> Record:  # noqa: ANN401  any part of an exposure, as its JSON has it
    return record(exposures=[{"id": "e1", "treatment": "sertraline", **parts}])


def said(found: Adequacy) -> list[str]:
    return [str(reason) for reason in found.reasons]


def missing(found: Adequacy) -> list[str]:
    return [str(what) for what in found.missing]


class TestDailyDose:
    @pytest.mark.parametrize(
        ("attempt", "answer", "reason"),
        [
            ("sertraline 49 0-42 none", "no", "dose to 49 of 50 mg/day"),
            ("sertraline 50 0-42 none", "yes", "50 mg/day or more for 4 weeks or more"),
            ("sertraline 51 0-42 none", "yes", "50 mg/day or more for 4 weeks or more"),
            ("sertraline 50 0-27 none", "no", "3.8 of 4 weeks: too short to judge"),
            ("sertraline 50 0-28 none", "yes", "50 mg/day or more for 4 weeks or more"),
            ("sertraline 50 0-29 none", "yes", "50 mg/day or more for 4 weeks or more"),
            ("sertraline 50 0-7 none", "no", "1 of 4 weeks: too short to judge"),
        ],
    )
    def test_dose_and_duration_count_from_the_figure_itself(
        self, attempt: str, answer: Answer, reason: str
    ) -> None:
        found = judged(attempt)
        assert (found.answer, said(found)) == (answer, [reason])
        assert found.missing == ()
        assert found.rule == catalogue()["sertraline"].adequacy[0]

    def test_time_on_a_lower_dose_does_not_count(self) -> None:
        doses = [
            {"start": 0, "amount": 25, "unit": "mg/day"},
            {"start": 20, "amount": 50, "unit": "mg/day"},
        ]
        found = judged_in(with_exposure(start=0, end=47, doses=doses))
        assert (found.answer, said(found)) == ("no", ["3.8 of 4 weeks: too short to judge"])
        longer = judged_in(with_exposure(start=0, end=48, doses=doses))
        assert longer.answer == "yes"

    def test_goes_by_what_had_been_given_by_the_day(self) -> None:
        assert judged("sertraline 50 0-42 none", until=27).answer == "no"
        assert judged("sertraline 50 0-42 none", until=28).answer == "yes"
        assert judged("sertraline 50 0- none", until=27.9).answer == "no"
        assert judged("sertraline 50 0- none", until=28).answer == "yes"

    def test_of_an_unknown_dose_is_unknown_where_it_was_long_enough(self) -> None:
        found = judged("sertraline ? 0-42 none")
        assert (found.answer, said(found)) == ("unknown", ["the dose is not known as a number"])
        assert missing(found) == ["the dose in mg/day"]
        short = judged("sertraline ? 0-20 none")
        assert (short.answer, said(short)) == ("no", ["2.8 of 4 weeks: too short to judge"])

    def test_of_a_dose_that_is_in_part_unknown(self) -> None:
        doses = [
            {"start": 0, "as_written": "half a tablet"},
            {"start": 20, "amount": 25, "unit": "mg/day"},
        ]
        short = judged_in(with_exposure(start=0, end=60, doses=doses))
        assert (short.answer, said(short)) == ("no", ["2.8 of 4 weeks: too short to judge"])
        doses[1]["start"] = 30
        found = judged_in(with_exposure(start=0, end=60, doses=doses))
        assert (found.answer, missing(found)) == ("unknown", ["the dose in mg/day"])

    def test_of_unknown_days_is_unknown(self) -> None:
        for days in ("0-?", "?-42"):
            found = judged(f"sertraline 50 {days} none")
            assert found.answer == "unknown"
            assert said(found) == ["how long the dose was taken is not known exactly enough"]
            assert missing(found) == ["the first and last day at this dose"]

    def test_of_a_dose_in_another_unit_is_converted_or_unknown(self) -> None:
        in_grams = [{"amount": 0.05, "unit": "g/day"}]
        assert judged_in(with_exposure(start=0, end=42, doses=in_grams)).answer == "yes"
        each = [{"amount": 50, "unit": "mg"}]
        assert judged_in(with_exposure(start=0, end=42, doses=each)).answer == "unknown"

    def test_of_an_ended_exposure_without_an_end_is_unknown(self) -> None:
        doses = [{"amount": 50, "unit": "mg/day"}]
        assert judged_in(with_exposure(start=0, ongoing=False, doses=doses)).answer == "unknown"


class TestLeastDose:
    OLDER = rule("daily-dose", doses=[least(50), least(25, age_from_years=65)], duration=weeks(4))
    ROUTES = rule(
        "daily-dose",
        doses=[least(40), least(6, route="transdermal"), least(80, formulation="XR")],
        duration=weeks(4),
    )
    BY_ROUTE_ALONE = rule("daily-dose", doses=[least(6, route="transdermal")], duration=weeks(4))

    @pytest.mark.parametrize(
        ("dose", "birth", "answer"),
        [
            (30, "1950", "yes"),
            (24, "1950", "no"),
            (30, "1990", "no"),
            (50, "1990", "yes"),
            (30, None, "unknown"),
            (50, None, "yes"),
            (24, None, "no"),
            (30, "1955-12-31", "yes"),
            (30, "1956-01-10", "no"),
            (30, "1956", "unknown"),
        ],
    )
    def test_is_less_from_an_age_on_and_unknown_where_the_age_is(
        self, dose: float, birth: str | None, answer: Answer
    ) -> None:
        made = record(
            clock="calendar",
            episodes=(),
            person={} if birth is None else {"birth": birth},
            exposures=[
                {
                    "id": "e1",
                    "treatment": "sertraline",
                    "start": "2021-01-05",
                    "end": "2021-03-01",
                    "doses": [{"amount": dose, "unit": "mg/day"}],
                }
            ],
        )
        found = judged_in(made, treatment(self.OLDER), until=10**6)
        assert found.answer == answer
        if answer == "unknown":
            assert said(found) == [
                "the least dose depends on age, route or formulation, not all known"
            ]
            assert missing(found) == ["age, route and formulation"]
        if answer == "no" and dose == 24:
            assert said(found) == [f"dose to 24 of {50 if birth == '1990' else 25} mg/day"]

    @pytest.mark.parametrize(
        ("age", "first", "answer"),
        [
            (65, 0, "yes"),
            (64, 0, "unknown"),
            (63, 0, "no"),
            (62, 365, "no"),
            (63, 731, "yes"),
        ],
    )
    def test_goes_by_an_age_at_the_start_of_a_study(
        self, age: float, first: int, answer: Answer
    ) -> None:
        attempt = f"sertraline 30 {first}-{first + 60} none"
        made = record(attempt, person={"age_years": age})
        assert judged_in(made, treatment(self.OLDER)).answer == answer

    def test_does_not_go_by_an_age_of_which_the_day_is_not_known(self) -> None:
        exposure = {
            "id": "e1",
            "treatment": "sertraline",
            "start": "2021-01-05",
            "end": "2021-03-01",
        }
        dose = {"doses": [{"amount": 30, "unit": "mg/day"}]}
        made = record(
            clock="calendar", episodes=(), person={"age_years": 80}, exposures=[exposure | dose]
        )
        assert judged_in(made, treatment(self.OLDER), until=10**6).answer == "unknown"
        without_start = record("sertraline 30 ?-60 none", person={"age_years": 80})
        assert judged_in(without_start, treatment(self.OLDER)).answer == "unknown"

    @pytest.mark.parametrize(
        ("said_of_it", "dose", "answer"),
        [
            ({"route": "oral", "formulation": "IR"}, 40, "yes"),
            ({"route": "oral", "formulation": "IR"}, 39, "no"),
            ({"route": "transdermal", "formulation": "patch"}, 6, "yes"),
            ({"route": "transdermal", "formulation": "patch"}, 5, "no"),
            ({"route": "oral", "formulation": "XR"}, 79, "no"),
            ({"route": "oral", "formulation": "XR"}, 80, "yes"),
            ({}, 5, "no"),
            ({}, 79, "unknown"),
            ({}, 80, "yes"),
            ({"route": "oral"}, 39, "no"),
            ({"route": "oral"}, 40, "unknown"),
            ({"formulation": "IR"}, 39, "unknown"),
            ({"formulation": "IR"}, 40, "yes"),
        ],
    )
    def test_is_that_of_the_closest_line_and_unknown_between_rivals(
        self, said_of_it: dict[str, str], dose: float, answer: Answer
    ) -> None:
        doses = [{"amount": dose, "unit": "mg/day"}]
        made = with_exposure(start=0, end=42, doses=doses, **said_of_it)
        assert judged_in(made, treatment(self.ROUTES)).answer == answer

    @pytest.mark.parametrize(("route", "answer"), [("transdermal", "yes"), (None, "unknown")])
    def test_of_another_route_alone_was_not_read(self, route: str | None, answer: Answer) -> None:
        made = with_exposure(
            start=0, end=42, route=route, doses=[{"amount": 500, "unit": "mg/day"}]
        )
        assert judged_in(made, treatment(self.BY_ROUTE_ALONE)).answer == answer
        oral = with_exposure(
            start=0, end=42, route="oral", doses=[{"amount": 500, "unit": "mg/day"}]
        )
        assert judged_in(oral, treatment(self.BY_ROUTE_ALONE)).answer == "unknown"

    def test_ignores_lines_in_another_unit_than_the_closest(self) -> None:
        lines = rule(
            "daily-dose",
            doses=[least(50), least(9000, "ug/day", route="transdermal")],
            duration=weeks(4),
        )
        made = with_exposure(start=0, end=42, doses=[{"amount": 50, "unit": "mg/day"}])
        assert judged_in(made, treatment(lines)).answer == "yes"


class TestSessions:
    @pytest.mark.parametrize(
        ("attempt", "answer", "reason"),
        [
            ("ect ? 0-21 none n=5", "no", "5 of 6 sessions: too few to judge"),
            ("ect ? 0-21 none n=6", "yes", "6 sessions"),
            ("ect ? 0-21 none n=7", "yes", "7 sessions"),
            ("ect ? 0-21 none", "unknown", "the number of sessions is not known"),
            ("cbt ? 0-90 none n=7", "no", "7 of 8 sessions: too few to judge"),
            ("rtms ? 0-30 none n=20", "yes", "20 sessions"),
        ],
    )
    def test_a_number_counts_from_the_figure_itself(
        self, attempt: str, answer: Answer, reason: str
    ) -> None:
        found = judged(attempt)
        assert (found.answer, said(found)) == (answer, [reason])
        if answer == "unknown":
            assert missing(found) == ["the number of sessions"]

    def test_a_bare_number_is_reached_when_it_is_over(self) -> None:
        assert judged("ect ? 0-21 none n=6", until=20).answer == "unknown"
        assert judged("ect ? 0-21 none n=6", until=21).answer == "yes"
        assert judged("ect ? 0-21 none n=5", until=20).answer == "no"

    def test_a_bare_number_is_reached_when_it_is_over_whatever_comes_later(self) -> None:
        assert judged("ect ? 0-21 none n=6", until=50, observed_until=100).answer == "yes"

    def test_one_session_is_one(self) -> None:
        once = treatment(rule("sessions", sessions=[sessions(1)]))
        assert said(judged("ect ? 0-21 none n=1", once)) == ["1 session"]
        assert judged("ect ? 0-21 none", once).answer == "unknown"
        assert judged("ect ? 0-21 none n=1", once, until=20).answer == "unknown"

    @pytest.mark.parametrize("days", ["0-", "0-?"])
    def test_without_an_end_a_bare_number_is_reached_when_the_record_ends(self, days: str) -> None:
        attempt = f"ect ? {days} none n=6"
        assert judged(attempt, until=39, observed_until=40).answer == "unknown"
        assert judged(attempt, until=40, observed_until=40).answer == "yes"

    def test_sessions_are_counted_one_by_one_and_only_if_attended(self) -> None:
        times: list[dict[str, object]] = [{"time": 3 * n} for n in range(6)]
        made = with_exposure(start=0, end=60, sessions=times)
        assert judged_in(made, catalogue()["ect"], until=14).answer == "no"
        assert judged_in(made, catalogue()["ect"], until=15).answer == "yes"
        times[2]["attended"] = False
        missed = with_exposure(start=0, end=60, sessions=times)
        assert said(judged_in(missed, catalogue()["ect"])) == ["5 of 6 sessions: too few to judge"]

    def test_a_number_above_the_sessions_on_record_may_be_right(self) -> None:
        times = [{"time": 3 * n} for n in range(4)]
        made = with_exposure(start=0, end=60, sessions=times, session_count=6)
        assert judged_in(made, catalogue()["ect"]).answer == "unknown"
        fewer = with_exposure(start=0, end=60, sessions=times, session_count=5)
        assert judged_in(fewer, catalogue()["ect"]).answer == "no"

    def test_a_session_of_an_unknown_day_may_have_been(self) -> None:
        times = [{"time": f"2024-03-{n:02}"} for n in range(1, 6)] + [{"time": "2024-03"}]
        made = record(
            clock="calendar",
            episodes=(),
            exposures=[{"id": "e1", "treatment": "ect", "start": "2024-03", "sessions": times}],
        )
        by_the_middle = judged_in(made, until=day_of("2024-03-15"))
        assert by_the_middle.answer == "unknown"
        assert judged_in(made, until=day_of("2024-03-31")).answer == "yes"

    def test_supervised_doses_are_sessions_too_once_a_day(self) -> None:
        watched = [{"exposure": "e1", "time": 3 * n + 0.4} for n in range(6)]
        made = record("ect ? 0-60 none", dosing_sessions=watched)
        assert judged_in(made).answer == "yes"
        both = record(
            exposures=[
                {"id": "e1", "treatment": "ect", "start": 0, "sessions": [{"time": 0}, {"time": 3}]}
            ],
            dosing_sessions=watched[:5],
        )
        assert said(judged_in(both)) == ["5 of 6 sessions: too few to judge"]
        on_the_day = [{"exposure": "e1", "time": 3 * n} for n in range(5)]
        made = both.model_copy(
            update={
                "dosing_sessions": record(
                    "ect ? 0-60 none", dosing_sessions=on_the_day
                ).dosing_sessions
            }
        )
        assert said(judged_in(made)) == ["5 of 6 sessions: too few to judge"]

    def test_several_sessions_a_day_count_each(self) -> None:
        made = with_exposure(start=0, end=60, sessions=[{"time": 1}] * 6)
        assert judged_in(made, catalogue()["ect"]).answer == "yes"

    @pytest.mark.parametrize(
        ("variant", "number", "answer"),
        [
            ("bilateral", 6, "yes"),
            ("bilateral", 5, "no"),
            ("right-unilateral", 8, "no"),
            ("right-unilateral", 9, "yes"),
            (None, 5, "no"),
            (None, 6, "unknown"),
            (None, 9, "yes"),
        ],
    )
    def test_the_number_can_depend_on_how_it_was_given(
        self, variant: str | None, number: int, answer: Answer
    ) -> None:
        rules = [sessions(6), sessions(9, variant="right-unilateral")]
        made = treatment(rule("sessions", sessions=rules))
        given = record(
            exposures=[
                {"id": "e1", "treatment": "ect", "start": 0, "end": 30, "session_count": number}
                | ({} if variant is None else {"variant": variant})
            ]
        )
        found = judged_in(given, made)
        assert found.answer == answer
        if answer == "unknown":
            assert said(found) == ["the number of sessions needed depends on how it was given"]
            assert missing(found) == ["how it was given"]
        if variant is None and answer != "unknown":
            assert said(found) == [
                "5 of 6 sessions: too few to judge" if number == 5 else "9 sessions"
            ]

    @pytest.mark.parametrize(
        ("every", "answer"), [(2, "yes"), (7, "no"), (2.8, "yes"), (2.9, "no")]
    )
    def test_they_can_have_to_lie_within_some_weeks(self, every: float, answer: Answer) -> None:
        made = treatment(rule("sessions", sessions=[sessions(6, within_weeks=2)]))
        times = [{"time": every * n} for n in range(6)]
        assert judged_in(with_exposure(start=0, end=60, sessions=times), made).answer == answer

    def test_the_densest_weeks_count(self) -> None:
        made = treatment(rule("sessions", sessions=[sessions(3, within_weeks=1)]))
        late = [{"time": day} for day in (0, 20, 40, 43, 47)]
        given = with_exposure(start=0, end=60, sessions=late)
        assert judged_in(given, made).answer == "yes"
        assert said(judged_in(given, made, until=46)) == ["2 of 3 sessions: too few to judge"]
        first = with_exposure(start=-9, end=60, sessions=late)
        assert said(judged_in(first, made, until=-5)) == ["0 of 3 sessions: too few to judge"]

    def test_a_bare_number_may_not_have_been_within_some_weeks(self) -> None:
        made = treatment(rule("sessions", sessions=[sessions(6, within_weeks=2)]))
        given = with_exposure(start=0, end=10, session_count=8)
        assert judged_in(given, made).answer == "unknown"
        fewer = with_exposure(start=0, end=10, session_count=5)
        assert judged_in(fewer, made).answer == "no"

    def test_a_duration_can_be_asked_as_well(self) -> None:
        made = treatment(rule("sessions", sessions=[sessions(6)], duration=weeks(4)))
        for days, answer in (("0-27", "no"), ("0-28", "yes"), ("0-?", "unknown")):
            found = judged(f"ect ? {days} none n=6", made)
            assert found.answer == answer
        open_ = judged("ect ? 0-? none n=6", made)
        assert said(open_) == ["how long it was given is not known exactly enough"]
        assert missing(open_) == ["its first and last day"]


def day_of(date: str) -> float:
    return record(clock="calendar", episodes=(), observed_until=date).observed_until.latest  # type: ignore[union-attr]  # it was just given


class TestDoseOfSessions:
    RULE = rule("dose-sessions", doses=[least(56, "mg")], sessions=[sessions(3)])

    def given(self, *amounts: float | None, usual: float | None = None) -> Record:
        times = [
            {"time": n} if amount is None else {"time": n, "amount": amount, "unit": "mg"}
            for n, amount in enumerate(amounts)
        ]
        doses = [] if usual is None else [{"amount": usual, "unit": "mg"}]
        return with_exposure(start=0, end=60, sessions=times, doses=doses)

    @pytest.mark.parametrize(
        ("amounts", "answer"),
        [
            ((56, 56, 56), "yes"),
            ((28, 56, 56, 84), "yes"),
            ((28, 56, 56), "no"),
            ((28, 28, 28), "no"),
            ((28, 56, 56, None), "unknown"),
            ((28, 28, 56, None), "no"),
            ((None, None, None), "unknown"),
            ((56, 56), "no"),
        ],
    )
    def test_as_many_as_the_rule_asks_have_to_reach_it(
        self, amounts: tuple[float | None, ...], answer: Answer
    ) -> None:
        found = judged_in(self.given(*amounts), treatment(self.RULE))
        assert found.answer == answer
        if answer == "unknown":
            assert said(found) == ["the dose is not known as a number"]

    def test_says_why(self) -> None:
        made = treatment(self.RULE)
        assert said(judged_in(self.given(56, 84, 56), made)) == ["3 sessions", "56 mg each"]
        assert said(judged_in(self.given(28, 56, 56), made)) == ["dose to 28 of 56 mg"]
        open_ = judged_in(self.given(None, None, None), made)
        assert said(open_) == ["the dose is not known as a number"]
        assert missing(open_) == ["the dose in mg"]

    def test_a_dose_on_record_holds_for_every_session_without_its_own(self) -> None:
        made = treatment(self.RULE)
        assert judged_in(self.given(None, None, None, usual=56), made).answer == "yes"
        assert judged_in(self.given(None, None, None, usual=28), made).answer == "no"
        assert judged_in(self.given(28, 56, None, usual=56), made).answer == "no"

    def test_a_dose_in_another_unit_is_not_known(self) -> None:
        doses = [{"amount": 84, "unit": "mg/day"}]
        times = [{"time": n} for n in range(3)]
        made = with_exposure(start=0, end=60, sessions=times, doses=doses)
        assert judged_in(made, treatment(self.RULE)).answer == "unknown"

    def test_a_session_on_the_very_day_counts(self) -> None:
        assert judged_in(self.given(56, 56, 56), treatment(self.RULE), until=2).answer == "yes"

    def test_two_doses_on_record_hold_for_none(self) -> None:
        levels = [
            {"start": 0, "amount": 28, "unit": "mg"},
            {"start": 9, "amount": 56, "unit": "mg"},
        ]
        times = [{"time": n} for n in (0, 10, 20)]
        made = with_exposure(start=0, end=60, sessions=times, doses=levels)
        assert judged_in(made, treatment(self.RULE)).answer == "unknown"

    @pytest.mark.parametrize(
        ("levels", "answer"),
        [((56,), "yes"), ((28,), "no"), ((28, 56), "unknown"), ((56, 84), "yes"), ((), "unknown")],
    )
    def test_of_sessions_of_which_only_the_number_is_known(
        self, levels: tuple[float, ...], answer: Answer
    ) -> None:
        doses = [{"amount": amount, "unit": "mg"} for amount in levels]
        made = with_exposure(start=0, end=60, session_count=3, doses=doses)
        assert judged_in(made, treatment(self.RULE)).answer == answer

    def test_can_stand_with_the_supervised_dose(self) -> None:
        watched = [
            {"exposure": "e1", "time": n + 0.5, "amount": 56, "unit": "mg"} for n in range(3)
        ]
        others = [{"exposure": "e2", "time": n + 0.5, "amount": 1, "unit": "mg"} for n in range(3)]
        made = record(
            exposures=[
                {"id": "e2", "treatment": "ketamine", "start": 0},
                {"id": "e1", "treatment": "esketamine", "start": 0, "sessions": [{"time": 0}]},
            ],
            dosing_sessions=watched + others,
        )
        assert judged_in(made, treatment(self.RULE), until=2.5).answer == "yes"
        assert judged_in(made, treatment(self.RULE), until=2.4).answer == "no"

    def test_depends_on_age_where_the_rule_does(self) -> None:
        lines = [least(56, "mg"), least(28, "mg", age_from_years=65)]
        made = treatment(rule("dose-sessions", doses=lines, sessions=[sessions(3)]))
        found = judged_in(self.given(28, 28, 28), made)
        assert said(found) == ["the least dose depends on age, route or formulation, not all known"]
        assert missing(found) == ["age, route and formulation"]
        assert judged_in(self.given(27, 27, 27), made).answer == "no"
        assert judged_in(self.given(56, 56, 56), made).answer == "yes"


class TestBloodLevel:
    def found(self, *results: tuple[float, float, str | None], until: float = 1000) -> Adequacy:
        laboratory = [
            {"analyte": "sertraline", "time": day, "value": value, "unit": "mmol/L"}
            | ({} if comparator is None else {"comparator": comparator})
            for day, value, comparator in results
        ]
        made = record("sertraline ? 10-60 none", laboratory=laboratory)
        return judged_in(made, treatment(LEVEL), until)

    @pytest.mark.parametrize(
        ("value", "comparator", "answer"),
        [
            (0.4, None, "yes"),
            (0.39, None, "no"),
            (0.4, "<", "no"),
            (0.41, "<", "unknown"),
            (0.4, ">", "yes"),
            (0.3, ">", "unknown"),
        ],
    )
    def test_counts_from_the_figure_itself_and_reads_limits(
        self, value: float, comparator: str | None, answer: Answer
    ) -> None:
        found = self.found((30, value, comparator))
        assert found.answer == answer
        assert (found.parts[-1].missing is None) or answer == "unknown"
        if answer == "unknown":
            assert missing(found) == ["an exact blood level"]
        reason = f"highest blood level {value} mmol/L, where 0.4 is asked for"
        assert reason in [str(p.reason) for p in found.parts]

    def test_has_to_be_held_for_as_long_as_the_rule_asks(self) -> None:
        # from day 10 to day 60, and four weeks are asked for
        assert self.found((20, 0.6, None), (50, 0.6, None), (60, 0.3, None)).answer == "yes"
        assert self.found((20, 0.2, None), (30, 0.6, None), (40, 0.3, None)).answer == "no"
        assert self.found((20, 0.2, None), (55, 0.6, None)).answer == "unknown"
        assert self.found((20, 0.2, None), (59, 0.2, None), (60, 0.6, None)).answer == "no"

    def test_that_is_not_known_exactly_leaves_open_what_it_decides(self) -> None:
        assert self.found((20, 0.45, None), (30, 0.5, "<")).answer == "unknown"
        assert self.found((20, 0.45, None), (50, 0.45, None), (60, 0.5, "<")).answer == "yes"
        assert self.found((20, 0.2, None), (30, 0.5, "<")).answer == "unknown"

    @pytest.mark.parametrize(
        ("day", "answer"), [(9, "unknown"), (10, "yes"), (60, "yes"), (61, "unknown")]
    )
    def test_counts_only_while_it_was_given(self, day: float, answer: Answer) -> None:
        assert self.found((day, 0.6, None)).answer == answer

    def test_counts_only_up_to_the_day(self) -> None:
        assert self.found((50, 0.6, None), until=49).answer == "unknown"
        assert self.found((50, 0.6, None), until=50).answer == "yes"

    def test_is_unknown_where_none_is_on_record(self) -> None:
        found = self.found()
        assert said(found) == ["no blood level is on record"]
        assert missing(found) == ["a blood level in mmol/L"]

    def test_of_another_substance_or_unit_does_not_count(self) -> None:
        laboratory = [
            {"analyte": "tsh", "time": 30, "value": 3, "unit": "mmol/L"},
            {"analyte": "sertraline", "time": 30, "value": 3, "unit": "ng/mL"},
        ]
        made = record("sertraline ? 10-60 none", laboratory=laboratory)
        assert judged_in(made, treatment(LEVEL)).answer == "unknown"

    def test_takes_its_time_too(self) -> None:
        made = record(
            "sertraline ? 10-37 none",
            laboratory=[{"analyte": "sertraline", "time": 30, "value": 1, "unit": "mmol/L"}],
        )
        found = judged_in(made, treatment(LEVEL))
        assert (found.answer, said(found)) == ("no", ["3.8 of 4 weeks: too short to judge"])
        enough = self.found((30, 0.6, None))
        assert said(enough) == [
            "given for 4 weeks or more",
            "highest blood level 0.6 mmol/L, where 0.4 is asked for",
        ]


class TestAdherence:
    @pytest.mark.parametrize(
        ("word", "answer"),
        [("", "yes"), ("untold", "yes"), ("partly", "unknown"), ("hardly", "no")],
    )
    def test_what_was_hardly_taken_is_not_enough(self, word: str, answer: Answer) -> None:
        assert judged(f"sertraline 50 0-42 none {word}").answer == answer

    def test_says_so(self) -> None:
        assert said(judged("sertraline 50 0-42 none hardly")) == ["most of it was not taken"]
        partly = judged("sertraline 50 0-42 none partly")
        assert said(partly) == ["part of it was not taken"]
        assert missing(partly) == ["how much of it was taken"]
        never = judged_in(with_exposure(start=0, end=42, adherence="none"))
        assert said(never) == ["most of it was not taken"]


class TestRule:
    def test_of_words_alone_there_is_none(self) -> None:
        found = judged("in words 0-42 none")
        assert said(found) == ["it is only known as “two other tablets”"]
        assert missing(found) == ["which treatment of the catalogue it was"]
        assert (found.answer, found.rule) == ("unknown", None)

    def test_that_was_not_read_leaves_it_open(self) -> None:
        found = judged("dbs ? 0-42 none")
        assert said(found) == ["no rule that was read says when this treatment is enough to judge"]
        assert missing(found) == ["a sourced rule for this treatment"]
        assert (found.answer, found.rule) == ("unknown", None)

    @pytest.mark.parametrize("days", ["0-42", "0-2"])
    def test_without_a_source_never_counts(self, days: str) -> None:
        unsourced = rule("daily-dose", doses=[least(50)], duration=weeks(4, "unsourced"))
        found = judged(f"sertraline 100 {days} none", treatment(unsourced))
        assert found.answer == "unknown"
        assert said(found) == ["the rule for this treatment has no source that was read"]
        assert missing(found) == ["a source for the rule of this treatment"]
        assert found.rule is not None

    def test_is_that_of_how_it_was_given(self) -> None:
        alone = rule("daily-dose", doses=[least(300)], duration=weeks(4), given_as="alone")
        added = rule("daily-dose", doses=[least(150)], duration=weeks(4), given_as="augmentation")
        made = treatment(alone, added)
        assert judged("sertraline 200 0-42 none", made).answer == "no"
        two = "mirtazapine 30 0-42 none; sertraline 200 0-42 none added"
        assert judged(two, made).answer == "yes"
        by_role = treatment(alone, added, role="augmentation")
        assert judged("sertraline 200 0-42 none", by_role).answer == "yes"
        assert judged("sertraline 200 0-42 none", treatment(added)).rule is None

    def test_is_the_first_that_fits(self) -> None:
        strict = rule("daily-dose", doses=[least(300)], duration=weeks(4))
        made = treatment(DAILY, strict)
        assert judged("sertraline 200 0-42 none", made).answer == "yes"


def test_a_part_without_a_rule_is_open_like_the_whole() -> None:
    (part,) = judged("dbs ? 0-42 none").parts
    assert (part.answer, part.is_length) == ("unknown", False)


class TestReasons:
    NO = Part("no", message("a"))
    TOO_SHORT = Part("no", message("b"), is_length=True)
    OPEN = Part("unknown", message("c"), message("what c is"))
    ENOUGH = Part("yes", message("d"))

    def test_are_those_of_the_parts_that_decide(self) -> None:
        assert said(Adequacy("no", (self.NO, self.TOO_SHORT, self.OPEN))) == ["a", "b"]
        assert said(Adequacy("unknown", (self.OPEN, self.ENOUGH))) == ["c"]
        assert said(Adequacy("no", (self.OPEN,))) == ["c"]

    def test_stand_in_the_order_of_their_weight(self) -> None:
        found = judged("ect ? 0-21 none n=5 partly")
        assert [part.answer for part in found.parts] == ["no", "unknown"]
        found = judged("ect ? 0-21 none n=6 partly")
        assert [part.answer for part in found.parts] == ["unknown", "yes"]

    def test_what_is_missing_matters_only_while_it_is_open(self) -> None:
        assert Adequacy("no", (self.NO, self.OPEN)).missing == ()
        assert missing(Adequacy("unknown", (self.OPEN, self.ENOUGH))) == ["what c is"]

    def test_only_too_short_means_nothing_else_was_lacking(self) -> None:
        assert Adequacy("no", (self.TOO_SHORT, self.ENOUGH)).is_only_too_short
        assert not Adequacy("no", (self.NO, self.TOO_SHORT)).is_only_too_short
        assert not Adequacy("unknown", (self.OPEN,)).is_only_too_short
        assert not Adequacy("yes", (self.ENOUGH,)).is_only_too_short
        assert judged("sertraline 50 0-20 none").is_only_too_short
        assert not judged("sertraline 25 0-20 none").is_only_too_short
        assert judged("ect ? 0-20 none n=3").is_only_too_short
        with_level = record(
            "sertraline ? 0-20 none",
            laboratory=[{"analyte": "sertraline", "time": 9, "value": 1, "unit": "mmol/L"}],
        )
        assert judged_in(with_level, treatment(LEVEL)).is_only_too_short


class TestWords:
    @pytest.mark.parametrize(("number", "written"), [(4, 4), (4.0, 4), (0.25, 0.25), (1 / 3, 0.33)])
    def test_numbers_are_written_plainly(self, number: float, written: float) -> None:
        assert plain(number) == written
        assert isinstance(plain(number), type(written))

    def test_a_shortfall_is_never_rounded_up_to_what_was_needed(self) -> None:
        assert str(too_short(27.99, 28)) == "3.9 of 4 weeks: too short to judge"
        assert str(too_short(0, 28)) == "0 of 4 weeks: too short to judge"
        assert str(dose_too_low(49.5, 50, "mg")) == "dose to 49.5 of 50 mg"

    def test_a_rule_without_duration_needs_no_days(self) -> None:
        assert needed_days(catalogue()["ect"].adequacy[0]) == 0
        assert needed_days(catalogue()["sertraline"].adequacy[0]) == 28


def test_a_rule_on_blood_levels_without_a_level_is_a_mistake() -> None:
    made = treatment(LEVEL)
    broken = made.adequacy[0].model_copy(update={"level": None})
    with pytest.raises(ValueError, match=r"^a rule on blood levels has a level$"):
        judged("sertraline ? 0-42 none", made.model_copy(update={"adequacy": (broken,)}))
