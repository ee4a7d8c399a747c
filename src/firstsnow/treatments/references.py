"""Whether what a treatment file points to exists: words, classes, other treatments."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from firstsnow.knowledge import nearest
from firstsnow.treatments.caution import Interaction
from firstsnow.treatments.mechanism import mechanisms
from firstsnow.treatments.treatment import Treatment
from firstsnow.treatments.vocabulary import checked_things, conditions, effects, substances


def unknown_references(treatment: Treatment, treatments: Collection[str]) -> list[str]:
    """List what a treatment file names and nothing has, with near misses.

    Parameters
    ----------
    treatment
        The treatment.
    treatments
        Identifiers of every treatment of the catalogue.
    """
    known: dict[str, Collection[str]] = {
        "treatment": treatments,
        "mechanism": mechanisms(),
        "effect": effects(),
        "condition": conditions(),
        "substance": substances(),
        "check": checked_things(),
    }
    return [
        f"{place}: {kind} {name!r} is not listed" + _meant(name, known[kind])
        for place, kind, name in _references(treatment)
        if name not in known[kind]
    ]


def _references(treatment: Treatment) -> Iterator[tuple[str, str, str]]:
    yield "mechanism.id", "mechanism", treatment.mechanism.id
    for at, effect in enumerate(treatment.side_effects):
        yield f"side_effects[{at}].effect", "effect", effect.effect
        if effect.control is not None:
            yield f"side_effects[{at}].control", "treatment", effect.control
    for at, one in enumerate(treatment.contraindications):
        yield f"contraindications[{at}].condition", "condition", one.condition
    for at, interaction in enumerate(treatment.interactions):
        yield from _of_interaction(f"interactions[{at}]", interaction)
    for at, check in enumerate(treatment.monitoring):
        yield f"monitoring[{at}].what", "check", check.what
    for at, equivalent in enumerate(treatment.equivalents):
        yield f"equivalents[{at}].reference", "treatment", equivalent.reference
    for at, finding in enumerate(treatment.evidence):
        if finding.comparator is not None:
            yield f"evidence[{at}].comparator", "treatment", finding.comparator


def _of_interaction(place: str, interaction: Interaction) -> Iterator[tuple[str, str, str]]:
    if interaction.effect is not None:
        yield f"{place}.effect", "effect", interaction.effect
    partner = interaction.partner
    named = {
        "treatment": partner.treatment,
        "mechanism": partner.mechanism,
        "substance": partner.substance,
    }
    for kind, name in named.items():
        if name is not None:
            yield f"{place}.partner.{kind}", kind, name


def _meant(name: str, known: Collection[str]) -> str:
    near = nearest(name, known)
    return f"; did you mean {' or '.join(near)}?" if near else ""
