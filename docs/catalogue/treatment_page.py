"""The page of one treatment: it describes what was read and advises nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

from docs.catalogue.citing import mark, sourced, sources_section, unsourced
from docs.catalogue.lacking import what_is_lacking
from docs.catalogue.markdown import both, bullets, listed, page, plain, section, table, words
from docs.catalogue.side_effects import side_effects_section
from docs.catalogue.treatment_care import (
    contraindications_section,
    interactions_section,
    monitoring_section,
)
from docs.catalogue.treatment_evidence import approvals_section, evidence_section
from docs.catalogue.treatment_use import adequacy_section, doses_section, equivalents_section
from firstsnow.knowledge import Source, read_knowledge
from firstsnow.treatments import OtherName, Treatment
from firstsnow.treatments.mechanism import MechanismFile

ABSENT = "An absent entry does not mean that there is none."
TONE = (
    "This page describes what labels, guidelines and studies say, as far as it was read, in short "
    f"words of firstsnow's own. It advises nothing. {ABSENT}"
)
ROLES = {
    "antidepressant": "an antidepressant given on its own",
    "augmentation": "added to an antidepressant",
    "either": "an antidepressant on its own, or added to one",
    "rapid-acting": "an antidepressant that acts within hours",
    "stand-alone": "a course that is no drug",
    "control": "control: never counted as an attempt",
}
COURSE_MODEL = (
    "How doses become concentrations (`kinetics`) and how concentrations act (`action`): these "
    "sections of the file hold nothing yet, and nothing is computed from them."
)
_CLASS_NAMES = "class-names-"


def treatment_page(treatment: Treatment) -> str:
    """Write the page of one treatment."""
    sections = [
        _glance(treatment),
        doses_section(treatment),
        adequacy_section(treatment),
        equivalents_section(treatment),
        side_effects_section(treatment),
        contraindications_section(treatment),
        interactions_section(treatment),
        monitoring_section(treatment),
        approvals_section(treatment),
        evidence_section(treatment),
        section("Course model", COURSE_MODEL),
        _not_read(treatment),
    ]
    body = "\n\n".join(part for part in sections if part)
    sources = {**treatment.sources, **_sources_of_classes()}
    return page(plain(treatment.name.en), TONE, body, sources_section(body, sources))


@cache
def mechanism_file() -> MechanismFile:
    """Read the file of classes, whose names have sources of their own."""
    path = files("firstsnow.treatments") / "data" / "mechanisms.toml"
    return read_knowledge(path, MechanismFile)


def _sources_of_classes() -> dict[str, Source]:
    return {f"{_CLASS_NAMES}{key}": source for key, source in mechanism_file().sources.items()}


def _glance(treatment: Treatment) -> str:
    names = treatment.names
    codes = (("ATC code", names.codes.atc), ("RxNorm concept", names.codes.rxnorm))
    rows = [
        ("name", _generic(treatment)),
        ("brands", _names(names.brands)),
        ("also called", _names(names.synonyms)),
        ("kind", words(treatment.kind)),
        ("counted as", ROLES[treatment.role]),
        ("class", _class(treatment)),
        ("ways of giving it", ", ".join(_variants(treatment))),
        *(
            (system, plain(code.code) + mark(code))
            for system, code in codes
            if code is not None and code.is_sourced
        ),
        ("file", f"`src/firstsnow/treatments/data/{treatment.id}.toml`"),
    ]
    head = ["", plain(treatment.name.en)]
    return table(head, ((label, cell) for label, cell in rows if cell))


def _generic(treatment: Treatment) -> str:
    name = both(treatment.name.en, treatment.name.zh)
    generic = treatment.names.generic
    return name + (mark(generic) if generic.is_sourced else "")


def _names(names: Sequence[OtherName]) -> str:
    groups = groupby(sourced(names), key=lambda name: name.source)
    return "; ".join(_read_together(tuple(group)) for _, group in groups)


def _read_together(group: tuple[OtherName, ...]) -> str:
    return ", ".join(plain(name.text) for name in group) + mark(group[0])


def _class(treatment: Treatment) -> str:
    if not treatment.mechanism.is_sourced:
        return ""
    found = next(one for one in mechanism_file().mechanisms if one.id == treatment.mechanism.id)
    named = f"[^{_CLASS_NAMES}{found.source}]" if found.name.zh else ""
    return both(found.name.en, found.name.zh) + mark(treatment.mechanism) + named


def _variants(treatment: Treatment) -> Iterable[str]:
    for variant in sourced(treatment.variants):
        yield both(variant.name.en, variant.name.zh) + mark(variant)


def _not_read(treatment: Treatment) -> str:
    lacking = bullets(
        f"{plain(what_is_lacking(path, fact))} (`{path}`)" for path, fact in unsourced(treatment)
    )
    return section(
        "Not read yet",
        f"Nobody has read these anywhere, so no value stands here:\n\n{lacking}" if lacking else "",
        _no_entry(treatment),
    )


def _no_entry(treatment: Treatment) -> str:
    there = {
        "usual doses": treatment.doses,
        "rules for an adequate attempt": treatment.adequacy,
        "dose equivalents": treatment.equivalents,
        "side effects": treatment.side_effects,
        "contraindications": treatment.contraindications,
        "interactions": treatment.interactions,
        "monitoring": treatment.monitoring,
        "approvals": treatment.approvals,
        "evidence": treatment.evidence,
    }
    absent = [name for name, entries in there.items() if not entries]
    return f"There is no entry for {listed(absent, 'or')}. {ABSENT}" if absent else ""
