"""The catalogue as it ships: complete, sourced, and saying so where it is not."""

from pathlib import Path

import pytest

from firstsnow.knowledge import KnowledgeError
from firstsnow.treatments import (
    Treatment,
    UnknownTreatment,
    catalogue,
    mechanisms,
    read_treatment,
    treatment,
)

EVERY_TREATMENT = list(catalogue().values())

LOWER_BOUNDS_OF_USUAL_DAILY_DOSES_MG = {
    "agomelatine": 25,
    "amitriptyline": 150,
    "amoxapine": 200,
    "bupropion": 300,
    "citalopram": 20,
    "clomipramine": 100,
    "desipramine": 150,
    "desvenlafaxine": 50,
    "doxepin": 100,
    "duloxetine": 60,
    "escitalopram": 10,
    "fluoxetine": 20,
    "fluvoxamine": 50,
    "imipramine": 150,
    "levomilnacipran": 40,
    "maprotiline": 100,
    "mianserin": 30,
    "milnacipran": 100,
    "mirtazapine": 15,
    "moclobemide": 300,
    "nefazodone": 300,
    "nortriptyline": 50,
    "paroxetine": 20,
    "protriptyline": 15,
    "reboxetine": 8,
    "selegiline": 6,
    "sertraline": 50,
    "tianeptine": 37.5,
    "tranylcypromine": 30,
    "trazodone": 200,
    "trimipramine": 150,
    "venlafaxine": 75,
    "vilazodone": 40,
    "vortioxetine": 20,
}

DOSES_OF_INDUCTION_MG = {"isocarboxazid": 40, "phenelzine": 60}
"""Their usual ranges begin below what their labels ask for at first."""

WITHOUT_A_RULE = {"dextromethorphan-bupropion"}
"""A dose was read, the time that an attempt needs was not."""

JUDGED_UNKNOWN = {"aripiprazole", "quetiapine"}
"""The dose was read, the time that augmentation needs was not."""


def test_has_what_the_history_of_difficult_to_treat_depression_needs() -> None:
    assert {
        "lithium",
        "quetiapine",
        "aripiprazole",
        "ketamine",
        "esketamine",
        "cbt",
        "ect",
        "rtms",
        "dbs",
        "vns",
        "placebo-pill",
        "waiting-list",
        "usual-care",
    } <= set(catalogue())


@pytest.mark.parametrize(("name", "minimum"), LOWER_BOUNDS_OF_USUAL_DAILY_DOSES_MG.items())
def test_an_antidepressant_is_adequate_from_the_lower_bound_of_its_usual_dose_for_four_weeks(
    name: str, minimum: float
) -> None:
    (rule,) = treatment(name).adequacy
    (dose,) = rule.doses

    assert rule.basis == "daily-dose"
    assert (dose.minimum, dose.unit) == (minimum, "mg/day")
    assert rule.duration is not None
    assert rule.duration.weeks == 4
    assert rule.is_sourced


@pytest.mark.parametrize(("name", "minimum"), DOSES_OF_INDUCTION_MG.items())
def test_an_old_mao_inhibitor_is_adequate_from_the_dose_of_induction(
    name: str, minimum: float
) -> None:
    (rule,) = treatment(name).adequacy

    assert [(dose.minimum, dose.unit) for dose in rule.doses] == [(minimum, "mg/day")]
    assert rule.duration is not None
    assert rule.duration.weeks == 4
    assert rule.is_sourced
    assert min(dose.usual_minimum for dose in treatment(name).doses) < minimum


def test_every_antidepressant_of_the_catalogue_is_in_one_of_these_lists() -> None:
    antidepressants = {one.id for one in EVERY_TREATMENT if one.role == "antidepressant"}
    usual, induction = set(LOWER_BOUNDS_OF_USUAL_DAILY_DOSES_MG), set(DOSES_OF_INDUCTION_MG)

    assert antidepressants == usual | induction | WITHOUT_A_RULE
    assert {name for name in antidepressants if not treatment(name).adequacy} == WITHOUT_A_RULE


def test_a_selegiline_patch_does_not_speak_for_tablets() -> None:
    (rule,) = treatment("selegiline").adequacy

    assert [dose.route for dose in rule.doses] == ["transdermal"]


def test_esketamine_counts_from_a_lower_dose_at_65() -> None:
    (rule,) = treatment("esketamine").adequacy

    assert {(dose.age_from_years, dose.minimum) for dose in rule.doses} == {(None, 56), (65, 28)}
    assert [part.count for part in rule.sessions] == [8]


@pytest.mark.parametrize(("name", "sessions"), [("ect", 6), ("rtms", 20), ("cbt", 8)])
def test_courses_need_the_least_number_of_sessions_of_a_usual_course(
    name: str, sessions: int
) -> None:
    (rule,) = treatment(name).adequacy

    assert [part.count for part in rule.sessions] == [sessions]
    assert rule.is_sourced


def test_lithium_is_judged_by_its_level_over_two_weeks_as_a_meta_analysis_did() -> None:
    (rule,) = treatment("lithium").adequacy

    assert (rule.rule_set, rule.basis, rule.is_sourced) == ("bauer-1999", "blood-level", True)
    assert rule.level is not None
    assert rule.duration is not None
    assert (rule.level.minimum, rule.level.unit, rule.duration.weeks) == (0.5, "mmol/L", 2)


def test_a_rule_with_an_unsourced_part_says_so() -> None:
    unsourced = {one.id for one in EVERY_TREATMENT for rule in one.adequacy if not rule.is_sourced}

    assert unsourced == JUDGED_UNKNOWN
    assert treatment("quetiapine").adequacy[0].unsourced_parts == ("duration",)


@pytest.mark.parametrize("one", EVERY_TREATMENT, ids=lambda one: one.id)
def test_every_source_is_used(one: Treatment) -> None:
    assert {fact.source for _, fact in one.facts() if fact.is_sourced} == set(one.sources)


@pytest.mark.parametrize("one", EVERY_TREATMENT, ids=lambda one: one.id)
def test_a_rule_never_asks_for_more_than_the_usual_range(one: Treatment) -> None:
    highest = [dose.usual_maximum or dose.usual_minimum for dose in one.doses]

    for rule in one.adequacy:
        assert all(dose.minimum <= max(highest) for dose in rule.doses)


def test_no_two_treatments_share_a_name() -> None:
    owners: dict[str, str] = {}
    for one in EVERY_TREATMENT:
        for name in {one.id, *one.names.searched()}:
            assert owners.setdefault(name.casefold(), one.id) == one.id


def test_no_two_treatments_share_an_atc_code() -> None:
    codes = [one.names.codes.atc.code for one in EVERY_TREATMENT if one.names.codes.atc]

    assert len(codes) == len(set(codes))


def test_every_class_of_mechanism_is_used() -> None:
    assert {one.mechanism.id for one in EVERY_TREATMENT} == set(mechanisms())


def test_names_are_shown_in_both_languages_where_both_were_read() -> None:
    assert treatment("sertraline").name.in_language("zh") == "舍曲林"
    assert treatment("seltorexant").name.in_language("zh") == "seltorexant"
    assert mechanisms()["tca"].name.in_language("zh") == "三环类抗抑郁药"


def test_controls_are_never_attempts() -> None:
    assert {one.id for one in EVERY_TREATMENT if one.role == "control"} == {
        "placebo-midazolam",
        "placebo-pill",
        "placebo-saline",
        "placebo-sham",
        "placebo-spray",
        "usual-care",
        "waiting-list",
    }


def test_ect_tells_placements_apart() -> None:
    assert {variant.id for variant in treatment("ect").variants} == {
        "bilateral",
        "bitemporal",
        "bifrontal",
        "right-unilateral",
    }


def test_an_unknown_treatment_comes_with_near_misses() -> None:
    with pytest.raises(UnknownTreatment, match="did you mean sertraline") as caught:
        treatment("setraline")

    assert caught.value.wanted == "setraline"
    assert caught.value.suggestions[0] == "sertraline"


def test_the_catalogue_can_not_be_changed() -> None:
    with pytest.raises(TypeError):
        catalogue()["sertraline"] = treatment("ect")  # type: ignore[index]  # that is the point


FILE = """
schema = 1
id = "snowdrop"
kind = "drug"
role = "antidepressant"
mechanism = { id = "ssri", source = "unsourced" }
[names]
generic = { en = "snowdrop", source = "unsourced" }
[sources]
"""


def write(folder: Path, text: str, name: str = "snowdrop.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read(tmp_path: Path) -> None:
    assert read_treatment(write(tmp_path, FILE)).id == "snowdrop"


@pytest.mark.parametrize(
    ("line", "instead", "explained"),
    [
        ('id = "snowdrop"', 'id = "crocus"', "the file would be named crocus.toml"),
        ('id = "ssri"', 'id = "ssir"', "is not in mechanisms.toml"),
        ("schema = 1", "schema = 2", "schema"),
        ('role = "antidepressant"', 'rolle = "antidepressant"', "did you mean role"),
        ('source = "unsourced" }', 'source = "nowhere" }', "is not in [sources]"),
    ],
)
def test_a_mistake_in_a_file_is_explained(
    tmp_path: Path, line: str, instead: str, explained: str
) -> None:
    path = write(tmp_path, FILE.replace(line, instead))

    with pytest.raises(KnowledgeError) as caught:
        read_treatment(path)

    assert explained in str(caught.value)
    assert "snowdrop.toml" in str(caught.value)


def test_a_rule_on_an_unlisted_variant_is_an_error(tmp_path: Path) -> None:
    rule = (
        '[[adequacy]]\nrule_set = "x"\nbasis = "sessions"\n'
        'sessions = [{ count = 6, variant = "upside-down", source = "unsourced" }]\n[sources]'
    )

    with pytest.raises(KnowledgeError, match="upside-down"):
        read_treatment(write(tmp_path, FILE.replace("[sources]", rule)))


def test_an_unknown_treatment_without_near_misses_suggests_nothing() -> None:
    with pytest.raises(UnknownTreatment) as caught:
        treatment("??")

    assert caught.value.suggestions == ()
    assert "did you mean" not in str(caught.value)


def test_rules_are_found_by_the_name_of_their_set() -> None:
    assert treatment("sertraline").rules("usual-dose") == treatment("sertraline").adequacy
    assert treatment("sertraline").rules("athf-sf") == ()


def test_an_unsourced_name_is_neither_shown_nor_searched(tmp_path: Path) -> None:
    names = (
        'generic = { en = "snowdrop", zh = "雪花莲", source = "unsourced" }\n'
        'brands = [{ text = "Galanthus", source = "unsourced" }]'
    )
    line = 'generic = { en = "snowdrop", source = "unsourced" }'
    one = read_treatment(write(tmp_path, FILE.replace(line, names)))

    assert one.name.in_language("zh") == "snowdrop"
    assert list(one.names.searched()) == ["snowdrop"]


def test_variants_have_names_to_show() -> None:
    assert next(str(variant.name) for variant in treatment("rtms").variants) == "10 Hz"
