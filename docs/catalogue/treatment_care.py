"""What speaks against a treatment or asks for care, and what is watched under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docs.catalogue.citing import mark, sourced
from docs.catalogue.markdown import both, listed, number, plain, section, table
from docs.catalogue.places import named, place
from firstsnow.treatments import Treatment, mechanisms
from firstsnow.treatments.caution import Contraindication, Interaction, Partner
from firstsnow.treatments.monitoring import Check
from firstsnow.treatments.vocabulary import checked_things, conditions, effects, substances

WEIGHTS = {
    "contraindicated": "Contraindicated",
    "avoid": "Not recommended",
    "caution": "With caution",
}


def contraindications_section(treatment: Treatment) -> str:
    """Give the conditions of a person that speak against it or ask for care, by weight."""
    found = sourced(treatment.contraindications)
    rows = [(one.weight, _condition(one), _clause(one)) for one in found]
    return section("Contraindications and cautions", *_by_weight("condition", rows))


def interactions_section(treatment: Treatment) -> str:
    """Give the other treatments and substances that speak against it, by weight."""
    found = sourced(treatment.interactions)
    rows = [(one.weight, _partner(one.partner), _interaction(one)) for one in found]
    return section("Interactions", *_by_weight("with", rows))


def monitoring_section(treatment: Treatment) -> str:
    """Give what a source says is watched, and when."""
    rows = [(_checked(one), _when(one) + _clause(one)) for one in sourced(treatment.monitoring)]
    return section("Monitoring", table(["what", "when, and what the source says"], rows))


def _by_weight(head: str, rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    for weight, words in WEIGHTS.items():
        these = [cells for weighs, *cells in rows if weighs == weight]
        if these:
            yield f"**{words}**\n\n{table([head, 'what the source says'], these)}"


def _clause(one: Contraindication | Check) -> str:
    return plain(one.clause.en) + place(one) + mark(one)


def _checked(one: Check) -> str:
    name = checked_things()[one.what].name
    return both(name.en, name.zh)


def _condition(one: Contraindication) -> str:
    name = conditions()[one.condition].name
    return both(name.en, name.zh)


def _partner(partner: Partner) -> str:
    if partner.treatment is not None:
        return named(partner.treatment)
    if partner.mechanism is not None:
        found = mechanisms()[partner.mechanism].name
        return both(found.en, found.zh)
    name = substances()[str(partner.substance)].name
    return both(name.en, name.zh)


def _interaction(one: Interaction) -> str:
    text = plain(one.clause.en)
    if one.effect:
        text += f" What may happen: {plain(effects()[one.effect].name.en)}."
    if one.days_after_partner:
        days = number(one.days_after_partner)
        text += f" Washout before this treatment begins: {days} days after the other's last dose."
    if one.days_before_partner:
        days = number(one.days_before_partner)
        text += f" Washout before the other begins: {days} days after this treatment's last dose."
    return text + place(one) + mark(one)


def _when(check: Check) -> str:
    parts = ["before"] if check.before else []
    if check.minutes_after_dose:
        minutes = listed([number(time) for time in check.minutes_after_dose])
        parts.append(f"{minutes} minutes after each dose")
    if check.at_weeks:
        parts.append(f"at week {listed([number(week) for week in check.at_weeks])}")
    if check.every_weeks:
        weeks = number(check.every_weeks)
        parts.append("every week" if weeks == "1" else f"every {weeks} weeks")
    return f"**{'; '.join(parts)}**: " if parts else ""
