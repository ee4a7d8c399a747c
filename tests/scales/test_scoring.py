"""How a form becomes a score: reversing, components, missing items, subscales, explanations."""

import pytest

from firstsnow.scales import NotScoreable, Reason, Scale, Score, scale, score
from tests.scales.made_scale import bands, description, made_scale


def scored(result: Score | NotScoreable) -> Score:
    assert isinstance(result, Score), result
    return result


def refused(result: Score | NotScoreable) -> NotScoreable:
    assert isinstance(result, NotScoreable), result
    return result


def reversed_second(low: int = 0, high: int = 3) -> list[dict[str, object]]:
    items: list[dict[str, object]] = description(3, low, high)["items"]
    items[1]["reverse"] = True
    return items


def test_a_score_says_how_it_came_about() -> None:
    result = scored(score(scale("phq-9"), {str(i): i % 4 for i in range(1, 10)}))
    assert [part.value for part in result.parts] == [1, 2, 3, 0, 1, 2, 3, 0, 1]
    assert [part.answers for part in result.parts][:2] == [(("1", 1),), (("2", 2),)]
    assert result.parts[0].topic.en == "interest and pleasure"
    assert (result.total, result.minimum, result.maximum) == (13, 0, 27)
    assert {(found.set, found.level.name.en, found.default) for found in result.bands} == {
        ("original", "moderate", True),
        ("chinese-psychiatric-hospital", "mild", False),
    }


@pytest.mark.parametrize("answer", [0, 1, 2, 3])
def test_a_reverse_item_counts_backwards(answer: int) -> None:
    one = made_scale(items=reversed_second())
    result = scored(score(one, {"1": 0, "2": answer, "3": 0}))
    assert result.total == 3 - answer
    assert result.parts[1].answers == (("2", answer),)


def test_a_reverse_item_coded_from_one_counts_backwards_over_its_own_range() -> None:
    one = made_scale(low=1, high=5, items=reversed_second(1, 5))
    assert scored(score(one, {"1": 1, "2": 5, "3": 1})).total == 3


@pytest.mark.parametrize(("rule", "total", "maximum"), [("max", 3 + 1, 6), ("sum", 2 + 3 + 1, 9)])
def test_a_component_is_the_greatest_of_its_items_or_their_sum(
    rule: str, total: int, maximum: int
) -> None:
    parts = [
        {"id": "a", "topic": {"en": "a"}, "items": ["1", "2"], "rule": rule, "source": "made"},
        {"id": "b", "topic": {"en": "b"}, "items": ["3"], "rule": "sum", "source": "made"},
    ]
    one = made_scale(
        components=parts,
        total={"rule": "sum", "minimum": 0, "maximum": maximum, "source": "made"},
    )
    assert scored(score(one, {"1": 2, "2": 3, "3": 1})).total == total


def prorating(most: int, *indispensable: str, rule: str = "sum") -> Scale:
    high = 12 if rule == "sum" else 3
    return made_scale(
        4,
        missing={
            "rule": "prorate",
            "most": most,
            "never_missing": list(indispensable),
            "source": "made",
        },
        total={"rule": rule, "minimum": 0, "maximum": high, "source": "made"},
    )


def test_missing_values_are_replaced_by_the_mean_of_the_others_where_the_scale_allows() -> None:
    one = prorating(1)
    result = scored(score(one, {"1": 1, "2": 2, "3": 2}))
    assert result.total == pytest.approx(5 * 4 / 3)
    assert result.prorated == ("4",)
    assert result.parts[3].value is None


def test_a_mean_over_the_values_that_are_there_is_their_mean() -> None:
    one = prorating(1, rule="mean")
    assert scored(score(one, {"1": 1, "2": 2, "3": 3})).total == 2


def test_more_missing_values_than_the_scale_allows_give_no_score() -> None:
    one = prorating(1)
    result = refused(score(one, {"1": 1, "2": 2}))
    assert (result.code, result.items) == (Reason.MISSING, ("3", "4"))
    assert str(result.reason) == "items 3, 4 of Made are not answered"


def test_nothing_is_scored_without_an_item_that_may_never_be_missing() -> None:
    one = prorating(2, "1")
    assert refused(score(one, {"2": 1, "3": 1, "4": 1})).code is Reason.MISSING
    assert scored(score(one, {"1": 1, "2": 1, "3": 1})).total == 4


def test_an_empty_form_is_never_prorated() -> None:
    one = made_scale(2, missing={"rule": "prorate", "most": 2, "source": "made"})
    assert refused(score(one, {})).code is Reason.MISSING


def test_a_rule_for_missing_items_that_nobody_read_is_not_used() -> None:
    one = made_scale(2, missing={"rule": "prorate", "most": 1, "source": "unsourced"})
    assert refused(score(one, {"1": 1})).code is Reason.MISSING


@pytest.mark.parametrize(
    ("answers", "code", "items"),
    [
        ({"1": 1, "2": 1, "9": 1}, Reason.UNKNOWN_ITEM, ("9",)),
        ({"1": 1, "2": 4}, Reason.OUT_OF_RANGE, ("2",)),
        ({"1": -1, "2": None, "3": 9}, Reason.OUT_OF_RANGE, ("1", "3")),
        ({"1": 1, "2": None, "3": 1}, Reason.MISSING, ("2",)),
        ({}, Reason.MISSING, ("1", "2", "3")),
    ],
)
def test_a_form_without_a_score_says_why_and_where(
    answers: dict[str, int | None], code: Reason, items: tuple[str, ...]
) -> None:
    result = refused(score(made_scale(), answers))
    assert (result.code, result.items) == (code, items)
    assert all(item in str(result.reason) for item in items)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (score(scale("c-ssrs-screener"), {}), "C-SSRS screener has no total"),
        (score(made_scale(), {"9": 1}), "Made has no item 9"),
        (score(made_scale(), {"8": 1, "9": 1}), "Made has no items 8, 9"),
        (score(made_scale(), {"1": 7}), "the answer to item 1 is not one that Made has"),
        (score(made_scale(items=[]), {}), "only its total can be recorded"),
    ],
)
def test_reasons_read_as_sentences(reason: Score | NotScoreable, words: str) -> None:
    assert words in str(refused(reason).reason)


@pytest.mark.parametrize(
    "change",
    [
        {"total": {"rule": "sum", "minimum": 0, "maximum": 9, "source": "unsourced"}},
        {"items": [item | {"source": "unsourced"} for item in description()["items"]]},
    ],
)
def test_a_rule_that_nobody_read_is_not_used(change: dict[str, object]) -> None:
    unread = Scale.model_validate(description() | change)
    result = refused(score(unread, {"1": 1, "2": 1, "3": 1}))
    assert result.code is Reason.UNSOURCED_RULE
    assert "nobody has read a source" in str(result.reason)


def test_a_scale_that_is_known_by_its_total_only_is_not_scored_from_answers() -> None:
    assert refused(score(made_scale(items=[]), {})).code is Reason.NO_ITEMS


def test_subscales_are_scored_when_their_items_are_there_and_only_from_sources() -> None:
    def part(name: str, rule: str, high: float, source: str = "made") -> dict[str, object]:
        return {
            "id": name,
            "name": {"en": name},
            "items": ["1", "2"],
            "rule": rule,
            "minimum": 0,
            "maximum": high,
            "source": source,
        }

    one = made_scale(
        subscales=[
            part("added", "sum", 6),
            part("mean", "mean", 3),
            part("no", "sum", 6, "unsourced"),
        ],
        missing={"rule": "prorate", "most": 1, "source": "made"},
    )
    full = scored(score(one, {"1": 3, "2": 2, "3": 0}))
    assert [(found.id, found.total, found.maximum) for found in full.subscales] == [
        ("added", 5, 6),
        ("mean", 2.5, 3),
    ]
    assert scored(score(one, {"1": 3, "3": 0})).subscales == ()


def test_bands_that_nobody_read_are_not_shown() -> None:
    one = made_scale(bands=[bands((0, 4, "low"), (5, 9, "high"), source="unsourced")])
    assert scored(score(one, {"1": 1, "2": 1, "3": 1})).bands == ()


def test_the_items_of_the_qids_that_stand_for_each_other_may_be_left_out_in_pairs() -> None:
    form: dict[str, int | None] = {str(i): 1 for i in range(1, 17)}
    assert scored(score(scale("qids-sr16"), form | {"6": None, "9": None})).total == 9
    missing = refused(score(scale("qids-sr16"), form | {"6": None, "7": None}))
    assert missing.items == ("6", "7")


def test_a_reason_has_a_word_for_files() -> None:
    assert [reason.slug for reason in Reason] == [
        "scored",
        "no-total",
        "no-items",
        "unsourced-rule",
        "unknown-item",
        "out-of-range",
        "missing",
    ]
