"""What a treatment may bring besides its benefit: how often, in whom, and when."""

from __future__ import annotations

from collections.abc import Sequence

from docs.catalogue.citing import mark, sourced
from docs.catalogue.markdown import both, bullets, listed, number, plain, section, table
from docs.catalogue.places import named
from firstsnow.treatments import Treatment
from firstsnow.treatments.side_effect import SideEffect, TimeCourse
from firstsnow.treatments.vocabulary import effects

FREQUENCIES = {
    "very-common": "very common (at least 1 in 10)",
    "common": "common (at least 1 in 100, fewer than 1 in 10)",
    "uncommon": "uncommon (at least 1 in 1000, fewer than 1 in 100)",
    "rare": "rare (at least 1 in 10 000, fewer than 1 in 1000)",
    "very-rare": "very rare (fewer than 1 in 10 000)",
}
COUNTED_FROM = {
    "dose": "after a dose or session",
    "start": "after the start of treatment",
    "stop": "after the last day of treatment",
}


def side_effects_section(treatment: Treatment) -> str:
    """Give the side effects: those seen in the same people together, those without a share last."""
    found = sourced(treatment.side_effects)
    groups: dict[str, list[SideEffect]] = {}
    for one in found:
        if _has_figures(one):
            groups.setdefault(_people(one), []).append(one)
    tables = [f"{head}\n\n{_table(group)}" for head, group in groups.items()]
    only_named = [one for one in found if not _has_figures(one)]
    return section("Side effects", *tables, _only_named(only_named))


def _has_figures(one: SideEffect) -> bool:
    return any(part is not None for part in (one.percent, one.frequency, one.course))


def _people(one: SideEffect) -> str:
    parts = [f"**{plain(one.population) if one.population else 'no population named'}**"]
    if one.route:
        parts.append(f"{one.route} only")
    if one.people:
        parts.append(f"{one.people} people treated")
    if one.control:
        parts.append(f"comparator: {named(one.control)}")
    return f"In whom: {'; '.join(parts)}"


def _table(group: Sequence[SideEffect]) -> str:
    columns = {"effect": [_effect(one) + mark(one) for one in group]}
    columns["how often"] = [_share(one) for one in group]
    if any(one.control_percent is not None for one in group):
        columns["comparator"] = [_control_share(one) for one in group]
    if any(one.course is not None and one.course.is_sourced for one in group):
        columns["when"] = [_course(one.course) for one in group]
    return table(tuple(columns), zip(*columns.values(), strict=True))


def _only_named(group: Sequence[SideEffect]) -> str:
    if not group:
        return ""
    names = bullets(_effect(one) + _said(one) + mark(one) for one in group)
    return f"Named by a source, without a share:\n\n{names}"


def _said(one: SideEffect) -> str:
    parts = [plain(one.population)] if one.population else []
    if one.route:
        parts.append(f"{one.route} only")
    return f": {'; '.join(parts)}" if parts else ""


def _effect(one: SideEffect) -> str:
    name = effects()[one.effect].name
    return both(name.en, name.zh) + (" (**serious**)" if one.is_serious else "")


def _share(one: SideEffect) -> str:
    parts = [f"{number(one.percent)} %"] if one.percent is not None else []
    if one.frequency is not None:
        parts.append(FREQUENCIES[one.frequency])
    return "; ".join(parts) or "no share"


def _control_share(one: SideEffect) -> str:
    return "" if one.control_percent is None else f"{number(one.control_percent)} %"


def _course(course: TimeCourse | None) -> str:
    if course is None or not course.is_sourced:
        return ""
    times = {"begins": course.begins, "strongest": course.peaks, "over": course.resolves}
    told = [
        f"{name} at {number(time)} {course.unit}"
        for name, time in times.items()
        if time is not None
    ]
    return f"{listed(told)} {COUNTED_FROM[course.counted_from]}{mark(course)}"
