"""How much the catalogue knows: what must be there, and how many files say each thing."""

import pytest

from firstsnow.treatments import Treatment, catalogue

EVERY_TREATMENT = list(catalogue().values())

NAMED = {
    "drugs for depression": "sertraline fluoxetine citalopram escitalopram paroxetine fluvoxamine "
    "venlafaxine desvenlafaxine duloxetine milnacipran bupropion mirtazapine trazodone nefazodone "
    "vilazodone vortioxetine agomelatine amitriptyline nortriptyline clomipramine imipramine "
    "desipramine doxepin phenelzine tranylcypromine isocarboxazid selegiline moclobemide "
    "reboxetine mianserin tianeptine dextromethorphan-bupropion zuranolone",
    "augmentation": "lithium quetiapine aripiprazole brexpiprazole cariprazine olanzapine "
    "olanzapine-fluoxetine risperidone liothyronine lamotrigine modafinil pramipexole",
    "rapid-acting": "ketamine esketamine",
    "under study": "psilocybin esmethadone seltorexant",
    "psychotherapy": "cbt cbasp ipt mbct behavioural-activation psychodynamic",
    "neuromodulation": "ect rtms theta-burst accelerated-tms tdcs vns dbs",
    "beside drugs and devices": "exercise light-therapy social-prescribing supportive-care",
    "controls": "placebo-pill placebo-sham placebo-saline placebo-midazolam placebo-spray "
    "waiting-list usual-care",
}

AT_LEAST = {
    "side_effects": 70,
    "contraindications": 56,
    "interactions": 52,
    "monitoring": 61,
    "approvals": 57,
    "evidence": 64,
    "doses": 53,
    "adequacy": 52,
}
"""How many files have each part; a file may gain a part, and none may lose one unnoticed."""

NOTHING_READ_OF_MONITORING = {"moclobemide", "psilocybin"}

ACTIVE = [one for one in EVERY_TREATMENT if one.role != "control"]


def test_knows_at_least_sixty_treatments_beside_controls() -> None:
    assert len(ACTIVE) >= 60


@pytest.mark.parametrize("group", NAMED)
def test_has_every_treatment_that_was_asked_for(group: str) -> None:
    assert set(NAMED[group].split()) <= set(catalogue())


@pytest.mark.parametrize(("part", "number"), AT_LEAST.items())
def test_as_many_files_say_it_as_before(part: str, number: int) -> None:
    assert sum(bool(getattr(one, part)) for one in EVERY_TREATMENT) >= number


@pytest.mark.parametrize("one", ACTIVE, ids=lambda one: one.id)
def test_every_treatment_says_what_to_expect_or_what_is_known_of_it(one: Treatment) -> None:
    assert one.side_effects or one.evidence or one.approvals


@pytest.mark.parametrize(
    "one",
    [
        one
        for one in ACTIVE
        if one.kind == "drug" and one.role in ("antidepressant", "rapid-acting")
    ],
    ids=lambda one: one.id,
)
def test_every_drug_for_depression_says_what_speaks_against_it(one: Treatment) -> None:
    assert one.doses
    assert one.side_effects
    assert one.contraindications
    assert one.interactions
    assert bool(one.monitoring) is (one.id not in NOTHING_READ_OF_MONITORING)
