"""How a treatment is usually given, and which past attempts a rule calls adequate."""

from __future__ import annotations

from docs.catalogue.citing import mark, sourced
from docs.catalogue.markdown import bullets, link, listed, number, plain, section, table, words
from firstsnow.treatments import AdequacyRule, MinimumDose, MinimumSessions, Treatment, UsualDose
from firstsnow.treatments import catalogue as treatments
from firstsnow.treatments.equivalent import Equivalent

GIVEN_AS = {"alone": "given alone", "augmentation": "added to another treatment", "either": ""}
SUBJECTS = {
    "daily-dose": "a dose a day for a time",
    "sessions": "a number of sessions",
    "dose-sessions": "a number of sessions at a dose",
    "blood-level": "a level in the blood for a time",
}
UNITS = {"ug/day": "µg/day"}


def doses_section(treatment: Treatment) -> str:
    """Give the usual doses by route."""
    rows = [(_route(dose), _range(dose) + mark(dose)) for dose in sourced(treatment.doses)]
    return section("Usual doses", table(["how", "usual range"], rows))


def adequacy_section(treatment: Treatment) -> str:
    """Say in words which attempts of a record the rules call adequate."""
    if not treatment.adequacy:
        return ""
    about = (
        "These rules judge attempts that a record already holds. They are no target for treating "
        "anyone. The first that fits is the catalogue's own; of several doses or numbers of "
        "sessions, the one whose conditions fit most closely holds."
    )
    return section("Adequate attempts", about, *map(_rule, treatment.adequacy))


def equivalents_section(treatment: Treatment) -> str:
    """Give the doses that a source takes to equal a dose of another drug."""
    found = sourced(treatment.equivalents)
    return section("Dose equivalents", bullets(_equivalent(one) for one in found))


def _route(dose: UsualDose) -> str:
    parts = [plain(dose.route)]
    if dose.formulation:
        parts.append(plain(dose.formulation))
    if dose.age_from_years:
        parts.append(f"from {number(dose.age_from_years)} years")
    if GIVEN_AS[dose.given_as]:
        parts.append(GIVEN_AS[dose.given_as])
    if dose.over_minutes:
        parts.append(f"over {number(dose.over_minutes)} minutes")
    return ", ".join(parts)


def _range(dose: UsualDose) -> str:
    upper = f" to {number(dose.usual_maximum)}" if dose.usual_maximum else ""
    return f"{number(dose.usual_minimum)}{upper} {_unit(dose.unit)}"


def _rule(rule: AdequacyRule) -> str:
    given = f", {GIVEN_AS[rule.given_as]}" if GIVEN_AS[rule.given_as] else ""
    head = f"**{plain(rule.rule_set)}**{given} (looks at {SUBJECTS[rule.basis]}):"
    lines = [f"at least {_dose(dose)}{mark(dose)}" for dose in sourced(rule.doses)]
    lines += [f"at least {_sessions(part)}{mark(part)}" for part in sourced(rule.sessions)]
    if rule.level is not None and rule.level.is_sourced:
        level = f"{number(rule.level.minimum)} {rule.level.unit}"
        lines.append(f"at least {level} in the blood{mark(rule.level)}")
    if rule.duration is not None and rule.duration.is_sourced:
        lines.append(f"for at least {_weeks(rule.duration.weeks)}{mark(rule.duration)}")
    if not rule.is_sourced:
        lines.append(
            f"{listed(rule.unsourced_parts)}: not read, so that by this rule it stays unknown "
            "whether an attempt was adequate"
        )
    return f"{head}\n\n{bullets(lines)}"


def _dose(dose: MinimumDose) -> str:
    parts = [f"{number(dose.minimum)} {_unit(dose.unit)}"]
    parts += [plain(part) for part in (dose.route, dose.formulation) if part]
    if dose.age_from_years:
        parts.append(f"from {number(dose.age_from_years)} years")
    return ", ".join(parts)


def _sessions(part: MinimumSessions) -> str:
    text = f"{part.count} sessions"
    if part.variant:
        text += f" ({words(part.variant)})"
    if part.within_weeks:
        text += f" within {_weeks(part.within_weeks)}"
    return text


def _weeks(weeks: float) -> str:
    return "1 week" if weeks == 1 else f"{number(weeks)} weeks"


def _equivalent(one: Equivalent) -> str:
    reference = treatments()[one.reference]
    unit = _unit(one.unit)
    return (
        f"{number(one.amount)} {unit} is taken to equal {number(one.reference_amount)} {unit} of "
        f"{link(reference.name.en, f'{reference.id}.md')}{mark(one)}"
    )


def _unit(unit: str) -> str:
    return UNITS.get(unit, unit)
