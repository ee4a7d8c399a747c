"""A scale file that contradicts itself is refused in words that say how to mend it."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from firstsnow.scales import Scale
from tests.scales.made_scale import bands, description

TEXT = {"en": "made"}


def item(name: str, **more: object) -> dict[str, Any]:
    made = {"id": name, "topic": TEXT, "minimum": 0, "maximum": 3, "source": "made"}
    return made | more


def without(made: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in made.items() if name not in names}


def component(name: str, *items: str, **more: object) -> dict[str, Any]:
    made = {"id": name, "topic": TEXT, "items": list(items), "rule": "max", "source": "made"}
    return made | more


def subscale(**more: object) -> dict[str, Any]:
    made = {"id": "s", "name": TEXT, "items": ["1", "2"], "rule": "sum", "source": "made"}
    return made | {"minimum": 0, "maximum": 6} | more


def cut(**more: object) -> dict[str, Any]:
    made = {"set": "a", "outcome": "remission", "population": "made", "source": "made"}
    return made | (more or {"at_most": 2})


def safety(name: str, at_least: int) -> dict[str, Any]:
    return {"item": name, "at_least": at_least, "about": TEXT, "source": "made"}


def norm(**more: object) -> dict[str, Any]:
    made = {"mean": 3.2, "sd": 1.5, "people": 100, "population": "made", "source": "made"}
    return made | more


def rule(**part: object) -> dict[str, Any]:
    made = {"id": "r", "name": TEXT, "population": "made", "source": "made"}
    return made | {"parts": [part]}


def table(*rows: list[int]) -> dict[str, Any]:
    return {"metric": "T", "population": "made", "table": list(rows), "source": "made"}


NO_TOTAL = {"rule": "none", "source": "made"}
LOW_HIGH = ((0, 4, "low"), (5, 9, "high"))
PAIR = {"source": "made", "values": [{"value": 0}, {"value": 1}]}

CASES: list[tuple[dict[str, Any], str]] = [
    ({"items": [item("1"), item("1")]}, "id '1' is given twice"),
    ({"items": [item("1", maximum=0)]}, "item 1: needs at least two answers"),
    ({"items": [item("1", options="o")]}, "either options or minimum and maximum, not both"),
    ({"items": [without(item("1"), "minimum")]}, "give options, or both minimum and maximum"),
    (
        {"items": [without(item("1"), "minimum", "maximum") | {"options": "often"}]},
        "options 'often' is not defined; defined are: none",
    ),
    ({"options": {"o": {"source": "made", "values": []}}}, "every option needs its own value"),
    (
        {"options": {"o": {"source": "made", "values": [{"value": 1}, {"value": 1}]}}},
        r"every option needs its own value; found \[1, 1\]",
    ),
    ({"components": [component("a", "1", "9")]}, "components: a: no item has the id 9"),
    ({"components": [component("a", "1"), component("a", "2", "3")]}, "'a' is given twice"),
    ({"components": [component("a", "1", "2"), component("b", "2", "3")]}, "counted twice"),
    ({"components": [component("a", "1", "2")]}, "items 3 are in none"),
    (
        {"components": [component("a", "1", "2", "3", either=[["1", "9"]])]},
        r"either names items outside it: \['9'\]",
    ),
    (
        {"components": [component("a", "1", "2", "3", rule="sum", either=[["1", "2"]])]},
        'either needs rule "max"',
    ),
    (
        {
            "items": [item("1"), item("2"), item("3", in_total=False)],
            "components": [component("a", "1", "2", "3")],
        },
        "items 3 have in_total = false",
    ),
    ({"subscales": [subscale(items=["9"])]}, "subscales: s: no item has the id 9"),
    (
        {"subscales": [subscale(maximum=9)]},
        "0 to 9 does not follow from its items, which give 0 to 6",
    ),
    ({"subscales": [subscale(rule="mean")]}, "which give 0 to 3"),
    (
        {"missing": {"rule": "prorate", "most": 1, "never_missing": ["9"], "source": "made"}},
        "never_missing: no item has the id 9",
    ),
    ({"missing": {"rule": "complete", "most": 1, "source": "made"}}, "leave out most"),
    ({"missing": {"rule": "prorate", "source": "made"}}, "needs most, at least 1"),
    (
        {"total": {"rule": "sum", "minimum": 0, "maximum": 8, "source": "made"}},
        "0 to 8 does not follow from the items, which give 0 to 9",
    ),
    (
        {"total": {"rule": "mean", "minimum": 0, "maximum": 9, "source": "made"}},
        "which give 0 to 3",
    ),
    (
        {"total": {"rule": "sum", "multiply": 2, "minimum": 0, "maximum": 9, "source": "made"}},
        "which give 0 to 18",
    ),
    ({"total": {"rule": "sum", "source": "made"}}, "needs minimum and maximum"),
    ({"total": NO_TOTAL | {"maximum": 9}}, "has no minimum and no maximum"),
    ({"total": NO_TOTAL}, 'a scale without a total has direction "none"'),
    ({"direction": "none"}, "needs higher-is-worse or higher-is-better"),
    (
        {"total": NO_TOTAL, "direction": "none", "bands": [bands(*LOW_HIGH)]},
        "a scale without a total has no bands",
    ),
    (
        {"total": NO_TOTAL, "direction": "none", "thresholds": [cut()]},
        "a scale without a total has no thresholds",
    ),
    (
        {"bands": [bands((0, 4, "low"), (6, 9, "high"))]},
        "'high' must begin at 5, right after 'low'",
    ),
    ({"bands": [bands((0, 5, "low"), (5, 9, "high"))]}, "must begin at 6, right after 'low'"),
    ({"bands": [bands((0, 4, "low"), (5, 8, "high"))]}, "must run from 0 to 9"),
    ({"bands": [bands((1, 4, "low"), (5, 9, "high"))]}, "must run from 0 to 9"),
    (
        {"bands": [bands((0, 6, "low"), (7, 5, "none"), (6, 9, "high"))]},
        "'none' ends before it begins",
    ),
    ({"bands": [bands(*LOW_HIGH), bands(*LOW_HIGH)]}, "set 'made' is given twice"),
    (
        {"bands": [bands(*LOW_HIGH, default=True), bands(*LOW_HIGH, name="b", default=True)]},
        "at most one set may say default",
    ),
    ({"thresholds": [cut(), cut()]}, "given twice: a, remission"),
    ({"thresholds": [cut(at_most=10)]}, "10 is outside the total's range"),
    ({"thresholds": [cut(at_least=-1)]}, "-1 is outside the total's range"),
    ({"thresholds": [cut(at_most=1, at_least=2)]}, "exactly one of at_most, at_least"),
    (
        {"thresholds": [cut(at_most=1, default=True), cut(at_most=2, default=True, set="b")]},
        "at most one for remission may say default",
    ),
    (
        {"change": [{"kind": "reliable-change", "population": "made", "source": "made"}]},
        "give either points or percent",
    ),
    ({"safety": [safety("9", 1)]}, "safety: item 9: no item has the id 9"),
    (
        {"safety": [safety("1", 4)]},
        "at_least 4 must be one of its answers above the lowest: 1, 2, 3",
    ),
    ({"safety": [safety("1", 0)]}, "at_least 0 must be one of its answers above the lowest"),
    (
        {"codes": {"loinc_items": {"9": "1-2"}, "source": "made"}},
        "loinc_items: no item has the id 9",
    ),
    (
        {"items": [item("1", points={"0": 0, "1": 1, "2": 1}), item("2"), item("3")]},
        "item 1: points are needed for exactly its answers: 0, 1, 2, 3",
    ),
    (
        {"items": [item("1", points={"0": 0, "1": 1, "2": 1, "3": 1, "4": 1})]},
        "item 1: points are needed for exactly its answers: 0, 1, 2, 3",
    ),
    (
        {"items": [item("1", reverse=True, points={"0": 0})]},
        "either points or reverse, not both",
    ),
    (
        {"items": [item("1", points={"0": 0, "1": 0, "2": 1, "3": 1}), item("2"), item("3")]},
        "0 to 9 does not follow from the items, which give 0 to 7",
    ),
    (
        {"items": [item("1", asked_when={"item": "2", "at_least": 1}), item("2"), item("3")]},
        "item 1: asked_when must name an item before it, not '2'",
    ),
    (
        {"items": [item("1"), item("2", asked_when={"item": "1", "at_least": 4}), item("3")]},
        "at_least 4 must be one of the answers to item 1 above the lowest: 1, 2, 3",
    ),
    (
        {"items": [item("1"), item("2", asked_when={"item": "1", "at_least": 1}), item("3")]},
        "item 2: an item that is not always asked can't enter a total or a subscale",
    ),
    ({"subscales": [subscale(), subscale()]}, "subscales: id 's' is given twice"),
    (
        {"bands": [bands(*LOW_HIGH, subscale="s")]},
        "bands: made: no subscale has the id s",
    ),
    ({"thresholds": [cut(at_most=1, subscale="s")]}, "thresholds: a: no subscale has the id s"),
    (
        {"subscales": [subscale()], "thresholds": [cut(at_most=7, subscale="s")]},
        "a, remission: 7 is outside the total's range",
    ),
    (
        {"subscales": [subscale()], "bands": [bands(*LOW_HIGH, subscale="s")]},
        "bands: made: must run from 0 to 6",
    ),
    (
        {"thresholds": [cut(at_most=1, sex="male"), cut(at_most=2, sex="male")]},
        "given twice: a, remission, male",
    ),
    ({"thresholds": [cut(at_most=1, sex="men")]}, "Input should be 'female' or 'male'"),
    ({"norms": [norm(mean=10)]}, "norms: made: mean 10 is outside the total's range"),
    ({"norms": [norm(sd=0)]}, "Input should be greater than 0"),
    ({"norms": [norm(people=1)]}, "greater than or equal to 2"),
    (
        {"norms": [norm()], "total": NO_TOTAL, "direction": "none"},
        "a scale without a total has no norms",
    ),
    ({"criteria": [rule(items=["9"], at_least=1)]}, "criteria: r: no item has the id 9"),
    ({"criteria": [rule(items=["1"], at_least=0)]}, "item 1: at_least 0 must be above its lowest"),
    ({"criteria": [rule(items=["1"], at_least=4)]}, "and no more than its highest, 3"),
    ({"criteria": [rule(at_least=1)]}, "either items and one at_least, or at_least = "),
    (
        {"criteria": [rule(items=["1"], at_least={"1": 1})]},
        "either items and one at_least, or at_least = ",
    ),
    ({"criteria": [rule(items=["1"], at_least=1, count=2)]}, "count 2 is more than its 1 items"),
    (
        {"criteria": [rule(items=["1"], at_least=1) | {"needs": 2}]},
        "criterion r: needs 2 must lie between 1 and its number of parts, 1",
    ),
    (
        {"criteria": [rule(items=["1"], at_least=1), rule(items=["2"], at_least=1)]},
        "criteria: id 'r' is given twice",
    ),
    ({"conversion": table([0, 1], [1, 2])}, "one row for each total from 0 to 9, which are 10"),
    (
        {"conversion": table(*([total, 1] for total in range(1, 11)))},
        "one row for each total from 0 to 9, which are 10; it has 10",
    ),
    ({"conversion": table([1, 1], [0, 2])}, "the totals must rise from row to row"),
    ({"conversion": table([0, 1, 2], [1, 2])}, "standard error in every row, or in none"),
    (
        {
            "conversion": table([0, 1], [1, 2]),
            "total": {"rule": "mean", "minimum": 0, "maximum": 3, "source": "made"},
        },
        'needs a total of the rule "sum"',
    ),
    ({"name": {"en": "made", "zn": "x"}}, "found: en, zn"),
    ({"name": {"zh": "x"}}, "a text is given as"),
    ({"name": "made"}, "Input should be a dictionary"),
    ({"sources": {}}, "source 'made' is not in"),
    ({"id": "Made Up"}, "String should match pattern"),
    ({"schema": 2}, "Input should be 1"),
    ({"colour": "red"}, "Extra inputs are not permitted"),
]


@pytest.mark.parametrize(("change", "words"), CASES)
def test_a_contradiction_is_told(change: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Scale.model_validate(description(**change))


@pytest.mark.parametrize("licence", ["pack", "never"])
@pytest.mark.parametrize(
    ("worded", "words"),
    [
        (lambda made: made["items"][1].update(text=TEXT), "take the text out of item 2"),
        (
            lambda made: made.update(
                options={"o": {**PAIR, "values": [{"value": 0, "text": TEXT}]}}
            ),
            "take the text out of options o",
        ),
    ],
)
def test_wordings_are_refused_where_the_licence_does_not_let_them_ship(
    licence: str, worded: Callable[[dict[str, Any]], None], words: str
) -> None:
    made = description()
    made["licence"]["item_text"] = licence
    Scale.model_validate(made)
    worded(made)
    with pytest.raises(ValidationError, match=words):
        Scale.model_validate(made)


def test_bands_of_a_mean_touch_each_other() -> None:
    mean = {"rule": "mean", "minimum": 0, "maximum": 3, "source": "made"}
    made = description(total=mean, bands=[bands((0, 1.5, "low"), (1.5, 3, "high"))])
    Scale.model_validate(made)
    with pytest.raises(ValidationError, match=r"must begin at 1\.5"):
        Scale.model_validate(made | {"bands": [bands((0, 1.5, "low"), (1.6, 3, "high"))]})


def test_bands_of_a_multiplied_sum_step_by_the_multiple() -> None:
    four = {"rule": "sum", "multiply": 4, "minimum": 0, "maximum": 36, "source": "made"}
    Scale.model_validate(description(total=four, bands=[bands((0, 16, "low"), (20, 36, "high"))]))


def test_every_contradiction_is_told_at_once() -> None:
    made = description(thresholds=[cut(at_most=10)], safety=[safety("1", 9)])
    with pytest.raises(ValidationError, match=r"outside the total's range; safety: item 1"):
        Scale.model_validate(made)


def test_a_scale_may_be_known_by_its_total_only() -> None:
    assert Scale.model_validate(description(items=[])).items == ()
