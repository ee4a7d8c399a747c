"""Definitions of treatment resistance as data: complete, sourced, and saying so where not."""

from pathlib import Path

import pytest

from firstsnow.history.definition_file import (
    Definition,
    UnknownDefinition,
    definition,
    definitions,
    read_definition,
)
from firstsnow.knowledge import KnowledgeError
from firstsnow.treatments import catalogue, mechanisms

EVERY_DEFINITION = list(definitions().values())


def test_the_five_definitions_stand_in_the_order_in_which_they_are_shown() -> None:
    assert list(definitions()) == [
        "fda-2018",
        "ema-2013",
        "eu-pearl-2022",
        "consensus-2021",
        "thase-rush-1997",
    ]


@pytest.mark.parametrize("one", EVERY_DEFINITION, ids=lambda one: one.id)
def test_only_whether_a_kind_of_attempt_counts_is_ever_left_open(one: Definition) -> None:
    unsourced = [path for path, fact in one.facts() if not fact.is_sourced]

    assert all(path.startswith("counts[") for path in unsourced)


@pytest.mark.parametrize("one", EVERY_DEFINITION, ids=lambda one: one.id)
def test_every_source_is_used(one: Definition) -> None:
    assert {fact.source for _, fact in one.facts() if fact.is_sourced} == set(one.sources)


@pytest.mark.parametrize("one", EVERY_DEFINITION, ids=lambda one: one.id)
def test_each_asks_for_two_attempts_that_were_adequate_in_dose(one: Definition) -> None:
    assert one.minimum_attempts.value == 2
    assert one.adequate_dose.value
    assert one.counts_kind("antidepressant") is True


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("fda-2018", "current-episode"),
        ("ema-2013", "current-episode"),
        ("eu-pearl-2022", None),
        ("consensus-2021", None),
        ("thase-rush-1997", None),
    ],
)
def test_the_scope_is_said_only_where_it_was_read(name: str, scope: str | None) -> None:
    read = definition(name).scope

    assert (None if read is None else read.value) == scope


@pytest.mark.parametrize(
    ("name", "below", "from_"),
    [
        ("fda-2018", 25, 50),
        ("ema-2013", 25, 50),
        ("eu-pearl-2022", 25, None),
        ("consensus-2021", 50, None),
        ("thase-rush-1997", 25, 50),
    ],
)
def test_what_did_not_help_enough(name: str, below: float, from_: float | None) -> None:
    one = definition(name)
    upper = one.improvement_from_percent

    assert one.improvement_below_percent.value == below
    assert (None if upper is None else upper.value) == from_


def test_eu_pearl_forgives_an_early_stop_and_excludes_bipolar_depression() -> None:
    one = definition("eu-pearl-2022")

    assert one.early_stop is not None
    assert one.early_stop.before_weeks == 4
    assert [excluded.condition for excluded in one.excludes] == ["bipolar"]


def test_the_consensus_of_2021_sets_a_duration() -> None:
    needed = definition("consensus-2021").minimum_weeks

    assert needed is not None
    assert needed.value == 4


def test_the_european_label_asks_for_a_moderate_to_severe_episode() -> None:
    severity = definition("ema-2013").severity

    assert severity is not None
    assert severity.at_least == "moderate"


def test_nothing_read_is_neither_yes_nor_no() -> None:
    assert definition("fda-2018").counts_kind("augmentation") is None
    assert definition("fda-2018").counts_kind("psychotherapy") is False
    assert definition("thase-rush-1997").counts_kind("augmentation") is False


def test_the_stages_of_thase_and_rush() -> None:
    stages = definition("thase-rush-1997").stages

    assert [(s.attempts, s.mechanisms) for s in stages[:2]] == [(1, 1), (2, 2)]
    assert [s.includes_mechanism for s in stages[2:4]] == ["tca", "maoi"]
    assert stages[4].includes_treatment == "ect"
    assert "right-unilateral" not in stages[4].in_variants


@pytest.mark.parametrize("one", EVERY_DEFINITION, ids=lambda one: one.id)
def test_stages_name_what_the_catalogue_has(one: Definition) -> None:
    for stage in one.stages:
        assert stage.includes_mechanism is None or stage.includes_mechanism in mechanisms()
        if stage.includes_treatment is not None:
            known = {variant.id for variant in catalogue()[stage.includes_treatment].variants}
            assert set(stage.in_variants) <= known


def test_an_unknown_definition_lists_those_there_are() -> None:
    with pytest.raises(UnknownDefinition, match="there are: fda-2018, ema-2013"):
        definition("fda")


FILE = """
schema = 1
id = "snow"
minimum_attempts = { value = 2, source = "unsourced" }
distinct = { value = "treatment", source = "unsourced" }
improvement_below_percent = { value = 25, source = "unsourced" }
adequate_dose = { value = true, source = "unsourced" }
counts = [{ attempt = "antidepressant", value = true, source = "unsourced" }]
[name]
en = "Snow"
source = "unsourced"
[clause]
en = "Two attempts."
source = "unsourced"
[sources]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "snow.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_and_what_is_unsourced_counts_for_nothing(tmp_path: Path) -> None:
    one = read_definition(write(tmp_path, FILE))

    assert one.id == "snow"
    assert one.counts_kind("antidepressant") is None


@pytest.mark.parametrize(
    ("text", "instead", "explained"),
    [
        ('id = "snow"', 'id = "ice"', "the file would be named ice.toml"),
        ("value = 2,", "value = 0,", "minimum_attempts"),
        ("minimum_attempts", "minimum_attemps", "did you mean minimum_attempts"),
        (
            "counts = [",
            ('improvement_from_percent = { value = 25, source = "unsourced" }\ncounts = ['),
            "improvement_from_percent is not above",
        ),
        (
            "counts = [",
            ('counts = [{ attempt = "antidepressant", value = false, source = "unsourced" }, '),
            "names a kind of attempt twice",
        ),
        (
            "[sources]",
            ('[[stages]]\nstage = 2\nclause = "x"\nattempts = 1\nsource = "unsourced"\n[sources]'),
            "numbered from 1 without gaps",
        ),
        (
            "[sources]",
            '[[stages]]\nstage = 1\nclause = "x"\nsource = "unsourced"\n[sources]',
            "asks for nothing",
        ),
    ],
)
def test_a_mistake_in_a_file_is_explained(
    tmp_path: Path, text: str, instead: str, explained: str
) -> None:
    path = write(tmp_path, FILE.replace(text, instead))

    with pytest.raises(KnowledgeError) as caught:
        read_definition(path)

    assert explained in str(caught.value)
