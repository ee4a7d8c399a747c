"""Finding a treatment by what someone wrote."""

import pytest

from firstsnow.treatments import find


def best(text: str) -> str | None:
    matches = find(text)
    return matches[0].treatment.id if matches else None


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("sertraline", "sertraline"),
        ("Sertraline HCl", "sertraline"),
        ("ZOLOFT", "sertraline"),
        ("舍曲林", "sertraline"),
        ("盐酸舍曲林片", "sertraline"),
        ("百优解", "fluoxetine"),
        ("Ｐｒｏｚａｃ", "fluoxetine"),
        ("lithium carbonate", "lithium"),
        ("T3", "liothyronine"),
        ("TMS", "rtms"),
        ("Electro-convulsive therapy", "ect"),
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
        ("prozak", "fluoxetine"),
        ("venlafaxin XR", "venlafaxine"),
        ("amitryptiline", "amitriptyline"),
        ("esketamin", "esketamine"),
    ],
)
def test_forgives_misspelling(text: str, identifier: str) -> None:
    assert best(text) == identifier


def test_the_same_name_is_exact_and_comes_before_one_that_contains_it() -> None:
    matches = find("citalopram")

    assert [match.treatment.id for match in matches][:2] == ["citalopram", "escitalopram"]
    assert [match.is_exact for match in matches][:2] == [True, False]


def test_says_which_name_fitted() -> None:
    assert find("zoloft")[0].name == "Zoloft"


def test_a_misspelt_name_is_never_exact() -> None:
    assert not find("sertralin")[0].is_exact


@pytest.mark.parametrize("text", ["", "  ", "?!", "aspirin", "the blue one", "x"])
def test_finds_nothing_where_nothing_is_near(text: str) -> None:
    assert find(text) == ()
