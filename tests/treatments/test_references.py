"""What treatment files point to must exist: a file that points to nothing is refused."""

import time
from pathlib import Path

import pytest

from firstsnow.knowledge import KnowledgeError
from firstsnow.treatments import catalogue
from firstsnow.treatments.catalogue import read_catalogue
from firstsnow.treatments.references import unknown_references

FILE = """
schema = 1
id = "snowdrop"
kind = "drug"
role = "antidepressant"
mechanism = { id = "ssri", source = "made" }
[names]
generic = { en = "snowdrop", source = "made" }
"""
SOURCES = '\n[sources.made]\ncitation = "Made for a test"\nread = "full text"\n'


def read(folder: Path, more: str) -> None:
    (folder / "snowdrop.toml").write_text(FILE + more + SOURCES, encoding="utf-8")
    crocus = (FILE + SOURCES).replace("snowdrop", "crocus")
    (folder / "crocus.toml").write_text(crocus, encoding="utf-8")
    read_catalogue(folder)


def side_effect(line: str) -> str:
    return f'[[side_effects]]\nsource = "made"\n{line}\n'


def interaction(partner: str, more: str = "") -> str:
    return (
        f'[[interactions]]\npartner = {{ {partner} }}\nweight = "avoid"\n'
        f'clause = {{ en = "Not together." }}\nsource = "made"\n{more}\n'
    )


def test_the_catalogue_points_to_nothing_that_is_missing() -> None:
    every = catalogue()

    assert [line for one in every.values() for line in unknown_references(one, every)] == []


def test_files_that_point_to_words_and_to_one_another_are_read(tmp_path: Path) -> None:
    read(
        tmp_path,
        side_effect('effect = "nausea"')
        + interaction('treatment = "crocus"')
        + interaction('mechanism = "maoi"')
        + interaction('substance = "alcohol"', 'effect = "sedation"'),
    )


@pytest.mark.parametrize(
    ("more", "place", "meant"),
    [
        (side_effect('effect = "nausae"'), "side_effects[0].effect", "nausea"),
        (
            side_effect('effect = "nausea"\ncontrol = "crocsu"'),
            "side_effects[0].control",
            "crocus",
        ),
        (
            (
                '[[contraindications]]\ncondition = "pregnacy"\nweight = "avoid"\n'
                'clause = { en = "Not then." }\nsource = "made"\n'
            ),
            "contraindications[0].condition",
            "pregnancy",
        ),
        (interaction('treatment = "crocu"'), "interactions[0].partner.treatment", "crocus"),
        (interaction('mechanism = "moai"'), "interactions[0].partner.mechanism", "maoi"),
        (interaction('substance = "alcohl"'), "interactions[0].partner.substance", "alcohol"),
        (
            interaction('substance = "alcohol"', 'effect = "sedaton"'),
            "interactions[0].effect",
            "sedation",
        ),
        (
            '[[monitoring]]\nwhat = "wieght"\nclause = { en = "Each week." }\nsource = "made"\n',
            "monitoring[0].what",
            "weight",
        ),
        (
            (
                '[[equivalents]]\namount = 1\nunit = "mg/day"\nreference = "crocis"\n'
                'reference_amount = 2\nsource = "made"\n'
            ),
            "equivalents[0].reference",
            "crocus",
        ),
        (
            (
                '[[evidence]]\ndesign = "guideline"\ncomparator = "crocos"\npopulation = "adults"\n'
                'certainty = "low"\nsource = "made"\n'
            ),
            "evidence[0].comparator",
            "crocus",
        ),
    ],
)
def test_a_name_that_nothing_has_is_refused_with_its_place_and_what_may_be_meant(
    tmp_path: Path, more: str, place: str, meant: str
) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read(tmp_path, more)

    told = str(caught.value)
    assert f"snowdrop.toml: {place}:" in told
    assert f"did you mean {meant}" in told


def test_every_such_name_is_listed(tmp_path: Path) -> None:
    wrong = side_effect('effect = "nausae"') + side_effect('effect = "qqq"')

    with pytest.raises(KnowledgeError) as caught:
        read(tmp_path, wrong)

    lines = str(caught.value).splitlines()
    assert [line.startswith("snowdrop.toml: side_effects") for line in lines] == [True, True]
    assert "did you mean" not in lines[1]


def test_reading_and_checking_every_file_takes_little_time() -> None:
    catalogue()
    start = time.perf_counter()
    catalogue.__wrapped__()

    assert time.perf_counter() - start < 2
