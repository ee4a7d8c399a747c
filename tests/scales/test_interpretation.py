"""What totals mean: only facts that somebody read, of the definition that was chosen."""

import pytest

from firstsnow.scales import (
    band,
    band_set,
    changes,
    norms,
    reliabilities,
    scale,
    threshold,
    thresholds,
)
from firstsnow.scales.meaning import Threshold
from firstsnow.scales.vocabulary import Outcome
from tests.scales.made_scale import bands, made_scale


def cut(set_name: str, **more: object) -> dict[str, object]:
    made = {"set": set_name, "outcome": "remission", "population": "made", "source": "made"}
    return made | {"at_most": 2} | more


@pytest.mark.parametrize(
    ("scale_id", "outcome", "set_name", "at_most", "at_least", "fall"),
    [
        ("ham-d17", "remission", None, 7, None, None),
        ("ham-d17", "response", None, None, None, 50),
        ("madrs", "remission", None, 10, None, None),
        ("madrs", "remission", "esketamine-trials", 12, None, None),
        ("madrs", "remission", "hawley-2002", 9, None, None),
        ("madrs", "relapse", None, None, 22, None),
        ("madrs", "response", None, None, None, 50),
        ("qids-sr16", "remission", None, 5, None, None),
        ("qids-sr16", "relapse", None, None, 11, None),
        ("ids-sr30", "remission", None, 13, None, None),
        ("ham-d6", "remission", None, 4, None, None),
        ("ham-d17", "relapse", "desvenlafaxine-trials", None, 16, None),
        ("ham-d17", "relapse", "nct04007367", None, 18, None),
        ("ham-d21", "remission", None, 8, None, None),
        ("ham-d24", "remission", None, 9, None, None),
        ("madrs-24h", "remission", None, 12, None, None),
        ("cgi-i", "response", None, 2, None, None),
        ("cgi-s", "relapse", None, None, 4, None),
        ("ces-d", "caseness", None, None, 16, None),
        ("phq-2", "caseness", None, None, 3, None),
        ("phq-2", "caseness", "arroll-2010", None, 2, None),
        ("phq-9", "remission", None, 4, None, None),
        ("phq-9", "caseness", None, None, 10, None),
        ("bdi-ii", "remission", None, 9, None, None),
        ("gad-7", "caseness", "nhs", None, 8, None),
        ("who-5", "caseness", None, 50, None, None),
    ],
)
def test_thresholds_are_those_of_their_sources(
    scale_id: str,
    outcome: Outcome,
    set_name: str | None,
    at_most: float | None,
    at_least: float | None,
    fall: float | None,
) -> None:
    found = threshold(scale(scale_id), outcome, set_name)
    assert found is not None
    assert (found.at_most, found.at_least, found.fall_percent) == (at_most, at_least, fall)


def test_a_relapse_threshold_that_nobody_read_is_never_given() -> None:
    one = scale("phq-9")
    assert any(entry.outcome == "relapse" for entry in one.thresholds)
    assert threshold(one, "relapse") is None
    assert thresholds(one, "relapse") == ()
    assert threshold(scale("ham-d17"), "relapse") is None
    assert "frank-1991" not in {entry.set for entry in thresholds(scale("ham-d17"), "relapse")}


def test_an_unknown_definition_is_refused_with_the_known_ones() -> None:
    with pytest.raises(LookupError, match="it has: ketect-2022, esketamine-trials, hawley-2002"):
        threshold(scale("madrs"), "remission", "mine")
    with pytest.raises(LookupError, match="it has: none"):
        threshold(scale("phq-9"), "relapse", "ten-or-more")


def test_of_several_thresholds_without_a_default_none_is_chosen() -> None:
    one = made_scale(thresholds=[cut("a"), cut("b", at_most=3)])
    assert threshold(one, "remission") is None
    assert threshold(one, "remission", "b") == one.thresholds[1]
    assert len(thresholds(one)) == 2


def test_a_single_threshold_needs_no_default() -> None:
    one = made_scale(thresholds=[cut("a"), cut("b", at_most=3, source="unsourced")])
    assert threshold(one, "remission") == one.thresholds[0]
    assert threshold(one, "response") is None


@pytest.mark.parametrize(
    ("criterion", "total", "start", "met"),
    [
        ({"at_most": 7}, 7, None, True),
        ({"at_most": 7}, 8, None, False),
        ({"at_least": 22}, 22, None, True),
        ({"at_least": 22}, 21, None, False),
        ({"fall_percent": 50}, 10, 20, True),
        ({"fall_percent": 50}, 11, 20, False),
        ({"fall_percent": 50}, 10, None, None),
        ({"fall_percent": 50}, 0, 0, None),
        ({"fall_percent": 25}, 21, 28, True),
    ],
)
def test_a_threshold_says_whether_a_total_meets_it(
    criterion: dict[str, float], total: float, start: float | None, met: bool | None
) -> None:
    made = {"set": "a", "outcome": "response", "population": "made", "source": "made"}
    assert Threshold.model_validate(made | criterion).is_met(total, start) is met


def test_a_relapse_that_must_be_seen_twice_says_so() -> None:
    found = threshold(scale("madrs"), "relapse", "sustain-1")
    assert found is not None
    assert found.assessments == 2


def test_bands_are_the_default_ones_unless_others_are_named() -> None:
    phq = scale("phq-9")
    default, chinese = band(phq, 7), band(phq, 7, "chinese-psychiatric-hospital")
    assert default is not None
    assert chinese is not None
    assert (default.name.en, default.name.zh, chinese.name.en) == ("mild", "轻度", "mild")
    assert band(phq, 6) != band(phq, 6, "chinese-psychiatric-hospital")


def test_a_total_between_two_bands_belongs_to_the_lower_one() -> None:
    found = band(scale("phq-9"), 9.6)
    assert found is not None
    assert found.name.en == "mild"


def test_without_bands_that_were_read_there_is_no_band() -> None:
    one = made_scale(bands=[bands((0, 4, "low"), (5, 9, "high"), source="unsourced")])
    assert band(one, 3) is None
    assert band(scale("scl-90-r-dep"), 2) is None
    with pytest.raises(LookupError, match="no sourced set 'made'"):
        band(one, 3, "made")


def test_of_several_sets_without_a_default_none_is_chosen() -> None:
    low_high = (0, 4, "low"), (5, 9, "high")
    one = made_scale(bands=[bands(*low_high, name="a"), bands(*low_high, name="b")])
    assert band_set(one) is None
    assert band_set(one, "b") == one.bands[1]


def test_changes_and_reliabilities_are_given_only_from_sources() -> None:
    assert {entry.points for entry in changes(scale("phq-9"))} == {6, 3.7, None}
    assert [entry.points for entry in changes(scale("madrs"))] == [10]
    assert [entry.percent for entry in changes(scale("bdi-ii"))] == [17.5, 32]
    assert reliabilities(scale("qids-sr16"))[0].value == 0.86
    made = {"kind": "test-retest", "value": 0.5, "population": "made", "source": "unsourced"}
    assert reliabilities(made_scale(reliability=[made])) == ()


def test_norms_are_given_only_from_sources() -> None:
    read = {"mean": 3.2, "sd": 1.5, "people": 100, "population": "made", "source": "made"}
    one = made_scale(norms=[read, read | {"source": "unsourced"}])
    assert norms(one) == one.norms[:1]
    assert (norms(one)[0].mean, norms(one)[0].sd, norms(one)[0].people) == (3.2, 1.5, 100)
