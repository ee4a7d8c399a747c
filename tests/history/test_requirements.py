"""What definitions ask beside attempts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from firstsnow.history import Requirement, definitions
from firstsnow.history.ratings import depression_ratings
from firstsnow.history.requirements import requirements
from firstsnow.history.status import status
from tests.history.records import record


def asked(
    name: str = "fda-2018",
    ratings: str = "",
    day: float = 200,
    change: Mapping[str, object] | None = None,
    **parts: Any,  # noqa: ANN401  any part of a record, as its JSON has it
) -> list[tuple[str, str, str | None]]:
    made = record("", ratings, **parts)
    definition = definitions()[name].model_copy(update=change or {})
    found = depression_ratings(made)
    told = status(made, found, day)
    return [shown(one) for one in requirements(definition, made, found, told, day)]


def shown(one: Requirement) -> tuple[str, str, str | None]:
    return one.answer, str(one.reason), None if one.missing is None else str(one.missing)


EPISODE = ("yes", "in a depressive episode", None)
SEVERE = ("yes", "the episode is severe enough for this definition", None)
TOO_MILD = ("no", "the episode is less severe than this definition asks", None)
SEVERITY_OPEN = (
    "unknown",
    "how severe the episode is, is not known",
    "a rating of depression, or its severity",
)
UNIPOLAR = ("yes", "unipolar depression", None)
BIPOLAR = ("no", "the definition does not apply to bipolar disorder", None)


class TestEpisode:
    @pytest.mark.parametrize("name", definitions())
    def test_every_definition_is_about_a_current_one(self, name: str) -> None:
        assert asked(name)[0] == EPISODE

    def test_may_be_over_or_not_known(self) -> None:
        over = asked(episodes=({"start": 0, "end": 150},))
        assert over == [("no", "not in a depressive episode", None), UNIPOLAR]
        open_ = asked(episodes=())
        assert open_ == [
            (
                "unknown",
                "whether an episode was going on is not known",
                "a rating of depression around this day, or the dates of the episode",
            ),
            UNIPOLAR,
        ]

    def test_is_not_asked_by_a_definition_of_a_whole_life(self) -> None:
        lifetime = {"value": "lifetime", "source": "fda-2019"}
        scope = type(definitions()["fda-2018"].scope).model_validate(lifetime)  # type: ignore[union-attr]  # FDA has one
        assert asked(change={"scope": scope}) == [UNIPOLAR]


class TestSeverity:
    @pytest.mark.parametrize(
        ("severity", "found"), [("mild", TOO_MILD), ("moderate", SEVERE), ("severe", SEVERE)]
    )
    def test_goes_by_what_a_clinician_noted(
        self, severity: str, found: tuple[str, str, str | None]
    ) -> None:
        episodes = ({"start": 0, "ongoing": True, "severity": severity},)
        assert asked("ema-2013", episodes=episodes) == [EPISODE, found]

    def test_goes_by_the_episode_of_the_day(self) -> None:
        first = {"start": -400, "end": -300, "severity": "severe"}
        mild = {"start": 0, "ongoing": True, "severity": "mild"}
        assert asked("ema-2013", episodes=(first, mild))[1] == TOO_MILD
        assert asked("ema-2013", episodes=(mild, first))[1] == TOO_MILD
        until_50 = {"start": 0, "end": 50, "severity": "mild"}
        from_50 = {"start": 50, "ongoing": True, "severity": "severe"}
        assert asked("ema-2013", day=50, episodes=(until_50, from_50))[1] == SEVERE
        assert asked("ema-2013", day=50, episodes=(from_50, until_50))[1] == SEVERE

    def test_does_not_go_by_one_that_may_be_over(self) -> None:
        open_ended = {"start": 0, "severity": "severe"}
        found = asked("ema-2013", "phq-9@190=9 phq-9@195=9", episodes=(open_ended,))
        assert found[1] == SEVERITY_OPEN

    @pytest.mark.parametrize(
        ("ratings", "found"),
        [
            ("phq-9@190=9", TOO_MILD),
            ("phq-9@190=10", SEVERE),
            ("phq-9@150=15 phq-9@190=9", SEVERE),
            ("phq-9@190=3", TOO_MILD),
            ("madrs@190=19", TOO_MILD),
            ("madrs@190=20", SEVERE),
            ("scl-90-r-dep@190=3", SEVERITY_OPEN),
            ("", SEVERITY_OPEN),
        ],
    )
    def test_goes_by_the_worst_rating_of_the_episode(
        self, ratings: str, found: tuple[str, str, str | None]
    ) -> None:
        assert asked("ema-2013", ratings, episodes=({"start": 0, "ongoing": True},))[1] == found

    def test_does_not_go_by_ratings_of_an_earlier_episode(self) -> None:
        well = "phq-9@-300=3 phq-9@-260=3 phq-9@-220=3 phq-9@-180=3 phq-9@-140=3"
        ratings = f"phq-9@-350=25 {well} phq-9@150=10 phq-9@190=10"
        assert asked("ema-2013", ratings, episodes=())[1] == SEVERE
        mild = ratings.replace("=10", "=9")
        assert asked("ema-2013", mild, episodes=({"start": 100, "ongoing": True},))[1] == TOO_MILD

    def test_is_open_where_only_a_rating_of_perhaps_an_earlier_episode_was_worse(self) -> None:
        moderate = definitions()["ema-2013"].severity
        assert moderate is not None
        severe = {"severity": moderate.model_copy(update={"at_least": "severe"})}
        ratings = "phq-9@-100=25 phq-9@150=12 phq-9@190=12"
        assert asked("ema-2013", ratings, episodes=(), change=severe)[1] == SEVERITY_OPEN
        first = "phq-9@-100=25 phq-9@150=20 phq-9@190=14"
        assert asked("ema-2013", first, episodes=(), change=severe)[1] == SEVERE
        ratings = "phq-9@-100=25 phq-9@-50=20 phq-9@150=12 phq-9@190=16"
        assert asked("ema-2013", ratings, episodes=(), change=severe)[1] == SEVERE

    def test_goes_by_what_had_been_rated_by_the_day(self) -> None:
        going_on = ({"start": 0, "ongoing": True},)
        ratings = "phq-9@190=9 phq-9@210=20"
        assert asked("ema-2013", ratings, episodes=going_on)[1] == TOO_MILD


class TestPolarity:
    @pytest.mark.parametrize(
        ("parts", "found"),
        [
            ({}, UNIPOLAR),
            ({"diagnoses": [{"name": "d", "polarity": "bipolar"}]}, BIPOLAR),
            (
                {
                    "diagnoses": [
                        {"name": "d", "polarity": "bipolar", "status": "ruled-out"},
                        {"name": "d", "polarity": "unipolar"},
                    ]
                },
                UNIPOLAR,
            ),
            (
                {
                    "diagnoses": [
                        {"name": "d", "polarity": "unipolar", "status": "past"},
                        {"name": "d", "polarity": "bipolar"},
                    ]
                },
                BIPOLAR,
            ),
            (
                {
                    "diagnoses": [
                        {"name": "d", "polarity": "unipolar"},
                        {"name": "d", "polarity": "bipolar"},
                    ]
                },
                (
                    "unknown",
                    "sources disagree on whether the depression is unipolar",
                    "whether there was ever a mania or hypomania",
                ),
            ),
            ({"diagnoses": [{"name": "d", "polarity": "unipolar", "status": "past"}]}, UNIPOLAR),
            ({"diagnoses": (), "study": {"name": "s", "diagnosis": "bipolar"}}, BIPOLAR),
            ({"diagnoses": (), "study": {"name": "s", "diagnosis": "mdd"}}, UNIPOLAR),
            ({"diagnoses": (), "study": {"name": "s", "diagnosis": "trd"}}, UNIPOLAR),
            ({"diagnoses": (), "study": {"name": "s", "diagnosis": "chronic-mdd"}}, UNIPOLAR),
        ],
    )
    def test_excludes_bipolar_disorder(
        self, parts: dict[str, Any], found: tuple[str, str, str | None]
    ) -> None:
        assert asked("eu-pearl-2022", **parts) == [EPISODE, found]

    @pytest.mark.parametrize(
        "parts",
        [
            {"diagnoses": ()},
            {"diagnoses": [{"name": "d", "polarity": "unknown"}]},
            {"diagnoses": [{"name": "d", "polarity": "unipolar", "status": "ruled-out"}]},
            {"diagnoses": (), "study": {"name": "s", "diagnosis": "community"}},
            {"diagnoses": (), "study": {"name": "s", "diagnosis": "mixed"}},
            {"diagnoses": (), "study": {"name": "s"}},
        ],
    )
    def test_is_open_where_nothing_says_so(self, parts: dict[str, Any]) -> None:
        assert asked("eu-pearl-2022", **parts)[1] == (
            "unknown",
            "whether the depression is unipolar is not on record",
            "whether there was ever a mania or hypomania",
        )

    @pytest.mark.parametrize("polarity", ["manic", "hypomanic", "mixed"])
    def test_is_shown_by_an_episode(self, polarity: str) -> None:
        episodes = ({"start": -9, "end": -2, "polarity": polarity}, {"start": 0, "ongoing": True})
        assert asked("eu-pearl-2022", episodes=episodes)[1] == BIPOLAR


class TestPsychosis:
    def found(self, **parts: Any) -> tuple[str, str, str | None]:  # noqa: ANN401  any part of a record, as its JSON has it
        bipolar = definitions()["eu-pearl-2022"].excludes[0]
        excludes = (bipolar.model_copy(update={"condition": "psychosis"}),)
        return asked("eu-pearl-2022", change={"excludes": excludes}, **parts)[1]

    def test_can_exclude_someone(self) -> None:
        assert self.found() == ("yes", "no psychosis", None)
        present = [{"name": "d", "psychosis": "present"}]
        no = ("no", "the definition does not apply with psychosis", None)
        assert self.found(diagnoses=present) == no
        episodes = ({"start": 0, "ongoing": True, "psychosis": "present"},)
        assert self.found(episodes=episodes) == no

    def test_is_open_where_nothing_says_so(self) -> None:
        open_ = (
            "unknown",
            "whether there was psychosis is not on record",
            "whether there was psychosis",
        )
        assert self.found(diagnoses=()) == open_
        ruled_out = [{"name": "d", "psychosis": "present", "status": "ruled-out"}]
        assert self.found(diagnoses=ruled_out) == open_


class TestSources:
    @pytest.mark.parametrize(
        "part",
        [
            "minimum_attempts",
            "distinct",
            "scope",
            "improvement_below_percent",
            "improvement_from_percent",
            "adequate_dose",
            "adequate_duration",
            "adherence",
            "severity",
        ],
    )
    def test_a_part_that_was_not_read_leaves_the_answer_open(self, part: str) -> None:
        known = getattr(definitions()["ema-2013"], part)
        unread = {part: known.model_copy(update={"source": "unsourced"})}
        assert asked("ema-2013", change=unread)[0] == (
            "unknown",
            "a part of this definition has no source that was read",
            "a source for this part",
        )

    def test_so_does_a_length_or_an_exclusion(self) -> None:
        weeks = definitions()["consensus-2021"].minimum_weeks
        assert weeks is not None
        unread = {"minimum_weeks": weeks.model_copy(update={"source": "unsourced"})}
        assert asked("consensus-2021", change=unread)[0][0] == "unknown"
        bipolar = definitions()["eu-pearl-2022"].excludes[0]
        excludes = {"excludes": (bipolar.model_copy(update={"source": "unsourced"}),)}
        assert asked("eu-pearl-2022", change=excludes)[0][0] == "unknown"
