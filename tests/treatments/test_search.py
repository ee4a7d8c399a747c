"""Finding a treatment by what someone wrote."""

import random
import string
import time

import pytest

from firstsnow.treatments import catalogue, find
from firstsnow.treatments.vocabulary import substances


def best(text: str) -> str | None:
    matches = find(text)
    return matches[0].treatment.id if matches else None


def found(text: str) -> list[str]:
    return [match.treatment.id for match in find(text)]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("sertraline", "sertraline"),
        ("Sertraline HCl", "sertraline"),
        ("sertraline 50 mg tablets", "sertraline"),
        ("ZOLOFT", "sertraline"),
        ("Lustral", "sertraline"),
        ("舍曲林", "sertraline"),
        ("左洛复", "sertraline"),
        ("盐酸舍曲林片", "sertraline"),
        ("百优解", "fluoxetine"),
        ("Ｐｒｏｚａｃ", "fluoxetine"),
        ("effexor", "venlafaxine"),
        ("文拉法辛", "venlafaxine"),
        ("盐酸文拉法辛缓释胶囊", "venlafaxine"),
        ("Pristiq", "desvenlafaxine"),
        ("度洛西汀", "duloxetine"),
        ("cymbalta", "duloxetine"),
        ("米氮平", "mirtazapine"),
        ("Remeron", "mirtazapine"),
        ("celexa", "citalopram"),
        ("Lexapro", "escitalopram"),
        ("草酸艾司西酞普兰片", "escitalopram"),
        ("西酞普兰", "citalopram"),
        ("安非他酮", "bupropion"),
        ("wellbutrin", "bupropion"),
        ("spravato", "esketamine"),
        ("esketamine", "esketamine"),
        ("S-ketamine", "esketamine"),
        ("艾司氯胺酮鼻喷雾剂", "esketamine"),
        ("ketamine", "ketamine"),
        ("氯胺酮", "ketamine"),
        ("seroquel", "quetiapine"),
        ("Zyprexa", "olanzapine"),
        ("lamictal", "lamotrigine"),
        ("symbyax", "olanzapine-fluoxetine"),
        ("olanzapine fluoxetine", "olanzapine-fluoxetine"),
        ("auvelity", "dextromethorphan-bupropion"),
        ("AXS-05", "dextromethorphan-bupropion"),
        ("碳酸锂", "lithium"),
        ("lithium carbonate", "lithium"),
        ("T3", "liothyronine"),
        ("TMS", "rtms"),
        ("iTBS", "theta-burst"),
        ("theta burst", "theta-burst"),
        ("DBS", "dbs"),
        ("电休克", "ect"),
        ("Electro-convulsive therapy", "ect"),
        ("CBT", "cbt"),
        ("认知行为疗法", "cbt"),
        ("placebo", "placebo-pill"),
        ("treatment as usual", "usual-care"),
    ],
)
def test_finds_generic_brand_synonym_and_chinese_names(text: str, identifier: str) -> None:
    assert best(text) == identifier


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("sertralin", "sertraline"),
        ("setraline", "sertraline"),
        ("Sertralin 50mg tabs", "sertraline"),
        ("prozak", "fluoxetine"),
        ("fluoxetin", "fluoxetine"),
        ("venlafaxin", "venlafaxine"),
        ("venlafaxin XR", "venlafaxine"),
        ("amitryptiline", "amitriptyline"),
        ("esketamin", "esketamine"),
        ("ketamin", "ketamine"),
        ("lithum", "lithium"),
        ("quetiapin", "quetiapine"),
        ("risperidon", "risperidone"),
        ("mirtazepine", "mirtazapine"),
        ("duloxetin", "duloxetine"),
        ("imipramin", "imipramine"),
    ],
)
def test_forgives_misspelling(text: str, identifier: str) -> None:
    assert best(text) == identifier
    assert not find(text)[0].is_exact


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("ketamin", {"ketamine", "esketamine"}),
        ("venlafaxin", {"venlafaxine", "desvenlafaxine"}),
        ("imipramin", {"imipramine", "trimipramine"}),
        ("草酸艾司西酞普兰片", {"escitalopram", "citalopram"}),
        ("olanzapine and fluoxetine", {"olanzapine-fluoxetine", "olanzapine", "fluoxetine"}),
        ("placebo", {"placebo-pill", "placebo-saline", "placebo-sham"}),
    ],
)
def test_gives_every_treatment_that_may_be_meant(text: str, both: set[str]) -> None:
    assert both <= set(found(text))


def test_the_same_name_is_exact_and_comes_before_one_that_contains_it() -> None:
    matches = find("citalopram")

    assert [match.treatment.id for match in matches][:2] == ["citalopram", "escitalopram"]
    assert [match.is_exact for match in matches][:2] == [True, False]


def test_says_which_name_fitted() -> None:
    assert find("zoloft")[0].name == "Zoloft"


def test_every_name_of_the_catalogue_finds_its_own_treatment_first() -> None:
    for one in catalogue().values():
        for name in (one.id, *one.names.searched()):
            match = find(name)[0]
            assert (match.treatment.id, match.is_exact) == (one.id, True)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "?!", "aspirin", "the blue one", "x", "depression", "DBT", "ACT", "act", "B"],
)
def test_finds_nothing_where_nothing_is_near(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    "text", ["clozapine", "buspirone", "levothyroxine", "celebrex", "methylphenidate", "氯氮平"]
)
def test_does_not_offer_another_drug_whose_name_sounds_alike(text: str) -> None:
    assert find(text) == ()


def test_no_drug_beside_the_catalogue_is_taken_for_one_in_it() -> None:
    """Members of classes may be treatments themselves; any other must not be found exactly."""
    of_catalogue = {
        name.casefold() for one in catalogue().values() for name in one.names.searched()
    }
    others = {
        member.name
        for word in substances().values()
        for member in word.members
        if member.name.casefold() not in of_catalogue
    }

    assert len(others) > 400
    assert [name for name in others if any(match.is_exact for match in find(name))] == []


def test_thousands_of_misspelt_names_are_found_within_seconds() -> None:
    chance = random.Random(20)  # noqa: S311  repeatable misspellings, no secrets
    names = sorted(
        name
        for one in catalogue().values()
        for name in (one.id, *one.names.searched())
        if len(name) > 8
    )

    def misspelt(name: str) -> str:
        at = chance.randrange(len(name))
        return name[:at] + chance.choice(string.ascii_lowercase) + name[at + 1 :]

    asked = [misspelt(chance.choice(names)) for _ in range(5000)]
    find(asked[0])
    start = time.perf_counter()
    answers = [find(one) for one in asked]

    # Comparing every name with difflib took four times as long as this allows.
    assert time.perf_counter() - start < 5
    assert all(answers)
