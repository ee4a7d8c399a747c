"""Answers about suicide are read one by one, whether or not a form is complete."""

import pytest

from firstsnow.scales import catalogue, safety_findings, scale
from tests.scales.made_scale import made_scale


@pytest.mark.parametrize(
    ("scale_id", "item", "lowest"),
    [
        ("phq-9", "9", 1),
        ("madrs", "10", 2),
        ("ham-d17", "3", 1),
        ("qids-sr16", "12", 1),
        ("bdi-ii", "9", 1),
        ("scl-90-r-dep", "15", 1),
        ("scl-90-r-dep-1-5", "15", 2),
        ("symptom-count-9", "9", 1),
    ],
)
def test_an_answer_at_the_threshold_is_found_on_an_otherwise_empty_form(
    scale_id: str, item: str, lowest: int
) -> None:
    one = scale(scale_id)
    for answer in one.allowed_answers[item]:
        found = safety_findings(one, {item: answer})
        assert [(f.scale, f.item, f.answer) for f in found] == (
            [(scale_id, item, answer)] if answer >= lowest else []
        )
    assert safety_findings(one, {item: None}) == ()
    assert safety_findings(one, {}) == ()


@pytest.mark.parametrize(
    ("item", "level", "window_days"),
    [
        ("1", "low", 30),
        ("2", "low", 30),
        ("3", "moderate", 30),
        ("4", "high", 30),
        ("5", "high", 30),
        ("6", "moderate", None),
        ("6-recent", "high", 90),
    ],
)
def test_the_screener_gives_the_level_and_window_of_each_question(
    item: str, level: str, window_days: int | None
) -> None:
    [found] = safety_findings(scale("c-ssrs-screener"), {item: 1})
    assert (found.level, found.window_days, found.at_least) == (level, window_days, 1)
    assert safety_findings(scale("c-ssrs-screener"), {item: 0}) == ()


def test_every_question_of_the_screener_is_read() -> None:
    screener = scale("c-ssrs-screener")
    found = safety_findings(screener, dict.fromkeys(screener.items_by_id, 1))
    assert [finding.item for finding in found] == list(screener.items_by_id)


def test_an_answer_that_the_item_does_not_have_is_left_to_the_check_of_answers() -> None:
    assert safety_findings(scale("phq-9"), {"9": 7}) == ()


@pytest.mark.parametrize(
    ("scale_id", "item", "at_least", "window"),
    [
        ("phq-9", "9", 1, 14),
        ("madrs", "10", 2, 7),
        ("madrs-24h", "10", 2, 1),
        ("ham-d17", "3", 1, 7),
        ("ham-d21", "3", 1, 7),
        ("ham-d24", "3", 1, 7),
        ("qids-sr16", "12", 1, 7),
        ("qids-c16", "12", 1, 7),
        ("ids-sr30", "18", 1, 7),
        ("ids-c30", "18", 1, 7),
        ("bdi-i", "9", 1, None),
        ("bdi-ii", "9", 1, 14),
    ],
)
def test_the_item_on_suicide_calls_for_attention_from_its_lowest_such_answer(
    scale_id: str, item: str, at_least: int, window: int | None
) -> None:
    one = scale(scale_id)
    assert safety_findings(one, {item: at_least - 1}) == ()
    [found] = safety_findings(one, {item: at_least})
    assert (found.item, found.window_days) == (item, window)


def test_a_rule_without_a_source_is_read_all_the_same() -> None:
    rule = {"item": "2", "at_least": 2, "about": {"en": "made"}, "source": "unsourced"}
    [found] = safety_findings(made_scale(safety=[rule]), {"2": 2})
    assert found.about.en == "made"


# They do not ask about death or suicide; of the HAM-D6 the catalogue knows only totals.
ASK_NOTHING_OF_IT = {"ces-d", "ham-d6", "hads-d", "phq-2", "promis-depression-8a"}


@pytest.mark.parametrize(
    "scale_id",
    [
        s.id
        for s in catalogue().values()
        if s.measures in ("depression-severity", "suicide-risk") and s.id not in ASK_NOTHING_OF_IT
    ],
)
def test_every_scale_that_asks_about_suicide_has_a_rule_with_words_in_both_languages(
    scale_id: str,
) -> None:
    assert scale(scale_id).safety
    assert all(rule.about.zh for rule in scale(scale_id).safety)
