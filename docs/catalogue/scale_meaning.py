"""What a scale's totals and answers mean, each with the people in whom it was found."""

from __future__ import annotations

from docs.catalogue.citing import mark, sourced
from docs.catalogue.markdown import both, bullets, listed, number, plain, section, table, words
from firstsnow.scales import BandSet, Criterion, CriterionPart, Norm, SafetyItem, Scale, Threshold


def bands_section(scale: Scale) -> str:
    """Give each set of bands with its population."""
    return section("Bands", *(_band_set(group) for group in sourced(scale.bands)))


def thresholds_section(scale: Scale) -> str:
    """Give the totals, and the falls from the start, that decide an outcome."""
    rows = [(words(one.outcome), _threshold(one), _whom(one)) for one in sourced(scale.thresholds)]
    return section("Thresholds", table(["outcome", "is met by", "in whom, or by whom"], rows))


def change_section(scale: Scale) -> str:
    """Give how large a change must be to matter, or to be more than error."""
    rows = [
        (
            words(one.kind),
            f"{number(one.points)} points" if one.points else f"{number(one.percent or 0)} %",
            plain(one.population) + mark(one),
        )
        for one in sourced(scale.change)
    ]
    return section("Change", table(["kind", "size", "in whom"], rows))


def reliability_section(scale: Scale) -> str:
    """Give how well the scale repeats itself."""
    rows = [
        (words(one.kind), number(one.value), plain(one.population) + mark(one))
        for one in sourced(scale.reliability)
    ]
    return section("Reliability", table(["kind", "coefficient", "in whom"], rows))


def norms_section(scale: Scale) -> str:
    """Give the totals of groups of people."""
    rows = [(_norm(one), plain(one.population) + mark(one)) for one in sourced(scale.norms)]
    return section("Norms", table(["mean (standard deviation), people", "who they were"], rows))


def criteria_section(scale: Scale) -> str:
    """Give the rules over answers that are met or not."""
    return section("Rules over answers", *(_criterion(one) for one in sourced(scale.criteria)))


def safety_section(scale: Scale) -> str:
    """Give the answers that someone must look at, with the days that they are about."""
    rows = [_safety(one) for one in sourced(scale.safety)]
    why = "An answer of this height calls for someone to look, whether or not the form is complete."
    return section(
        "Answers that someone must look at",
        why if rows else "",
        table(["item", "says", "asks about"], rows),
    )


def _band_set(group: BandSet) -> str:
    about = f", of the subscale {plain(group.subscale)}" if group.subscale else ""
    shown = "; shown where nobody chose another set" if group.default else ""
    head = f"**{plain(group.set)}**{about}: {plain(group.population)}{shown}.{mark(group)}"
    rows = [
        (
            f"{number(level.minimum)} to {number(level.maximum)}",
            both(level.name.en, level.name.zh),
            words(level.severity) if level.severity else "not a severity",
        )
        for level in group.levels
    ]
    return f"{head}\n\n{table(['total', 'band', 'severity'], rows)}"


def _threshold(one: Threshold) -> str:
    if one.at_most is not None:
        rule = f"{number(one.at_most)} or less"
    elif one.at_least is not None:
        rule = f"{number(one.at_least)} or more"
    else:
        rule = f"a fall by {number(one.fall_percent or 0)} % or more of the start"
    if one.assessments > 1:
        rule += f", at {one.assessments} assessments in a row"
    if one.subscale:
        rule += f", subscale {plain(one.subscale)}"
    if one.sex:
        rule += ", women only" if one.sex == "female" else ", men only"
    return rule


def _whom(one: Threshold) -> str:
    chosen = "; used where nobody chose another" if one.default else ""
    return f"{plain(one.population)} (**{plain(one.set)}**{chosen}){mark(one)}"


def _norm(one: Norm) -> str:
    return f"{number(one.mean)} ({number(one.sd)}), {one.people} people"


def _criterion(one: Criterion) -> str:
    needed = "all" if one.needed == len(one.parts) else f"at least {one.needed}"
    head = f"**{both(one.name.en, one.name.zh)}** ({plain(one.population)}){mark(one)}"
    met = "Met where" if len(one.parts) == 1 else f"Met where {needed} of these hold:"
    return f"{head}\n\n{met}\n\n{bullets(_part(part) for part in one.parts)}"


def _part(part: CriterionPart) -> str:
    by_answer: dict[int, list[str]] = {}
    for item, answer in part.least.items():
        by_answer.setdefault(answer, []).append(plain(item))
    groups = [
        f"{'item' if len(names) == 1 else 'items'} {listed(names)} answered with {answer} or more"
        for answer, names in by_answer.items()
    ]
    return f"at least {part.count} of: {'; '.join(groups)}"


def _safety(one: SafetyItem) -> tuple[str, str, str]:
    window = (
        f"the last {one.window_days} days" if one.window_days else "a whole life, or no named time"
    )
    level = f"; level: {one.level}" if one.level else ""
    return (
        f"{plain(one.item)}, from {one.at_least} on",
        both(one.about.en, one.about.zh) + level,
        window + mark(one),
    )
