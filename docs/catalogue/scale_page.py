"""The page of one scale: all that its file holds, and what nobody has read yet."""

from __future__ import annotations

from collections.abc import Iterable

from docs.catalogue.citing import mark, sources_section, unsourced
from docs.catalogue.lacking import what_is_lacking
from docs.catalogue.markdown import both, bullets, link, listed, page, plain, section, table, words
from docs.catalogue.scale_items import answers_section, items_section
from docs.catalogue.scale_meaning import (
    bands_section,
    change_section,
    criteria_section,
    norms_section,
    reliability_section,
    safety_section,
    thresholds_section,
)
from docs.catalogue.scale_scoring import (
    conversion_section,
    scoring_section,
    subscales_section,
)
from firstsnow.scales import Scale, catalogue, loinc_notice

RATERS = {
    "self": "the person",
    "clinician": "a clinician",
    "observer": "someone who observes the person",
}
DIRECTIONS = {
    "higher-is-worse": "a higher total is worse",
    "higher-is-better": "a higher total is better",
    "none": "there is no total",
}


def scale_page(scale: Scale) -> str:
    """Write the page of one scale."""
    sections = [
        _glance(scale),
        items_section(scale),
        answers_section(scale),
        scoring_section(scale),
        subscales_section(scale),
        conversion_section(scale),
        bands_section(scale),
        thresholds_section(scale),
        change_section(scale),
        reliability_section(scale),
        norms_section(scale),
        criteria_section(scale),
        safety_section(scale),
        _licence(scale),
        _codes(scale),
        _not_read(scale),
    ]
    body = "\n\n".join(part for part in sections if part)
    return page(plain(scale.short_name), body, sources_section(body, scale.sources))


def _glance(scale: Scale) -> str:
    rows = [
        ("name", both(scale.name.en, scale.name.zh)),
        ("also called", ", ".join(plain(name) for name in scale.aliases)),
        ("measures", words(scale.measures)),
        ("rated by", RATERS[scale.rater]),
        ("looks back", _recall(scale)),
        ("direction", DIRECTIONS[scale.direction] if scale.total.is_sourced else ""),
        ("other variants", ", ".join(_variants(scale))),
        ("file", f"`src/firstsnow/scales/data/{scale.id}.toml`"),
    ]
    return table(["", plain(scale.short_name)], ((head, cell) for head, cell in rows if cell))


def _recall(scale: Scale) -> str:
    recall = scale.recall
    if not recall.is_sourced:
        return ""
    span = "no named number of days" if recall.days is None else _days(recall.days)
    return span + mark(recall)


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _variants(scale: Scale) -> Iterable[str]:
    for one in catalogue().values():
        if one.family == scale.family and one.id != scale.id:
            yield link(f"{one.short_name} ({one.id})", f"{one.id}.md")


def _licence(scale: Scale) -> str:
    licence = scale.licence
    text = plain(licence.statement) + mark(licence) if licence.is_sourced else ""
    return section("Licence", text)


def _codes(scale: Scale) -> str:
    codes = scale.codes
    if codes is None or not codes.is_sourced:
        return ""
    rows = [("panel", codes.loinc_panel), ("total", codes.loinc_total)]
    rows += [(f"item {plain(item)}", code) for item, code in codes.loinc_items.items()]
    shown = table(
        ["LOINC", "code"], ((what, f"{code}{mark(codes)}") for what, code in rows if code)
    )
    return section("Codes", shown, plain(loinc_notice().notice.en))


def _not_read(scale: Scale) -> str:
    lacking = bullets(
        f"{plain(what_is_lacking(path, fact))} (`{path}`)" for path, fact in unsourced(scale)
    )
    return section(
        "Not read yet",
        f"Nobody has read these anywhere, so no value stands here:\n\n{lacking}" if lacking else "",
        _no_entry(scale),
    )


def _no_entry(scale: Scale) -> str:
    there = {
        "items": scale.items,
        "subscales": scale.subscales,
        "bands": scale.bands,
        "thresholds": scale.thresholds,
        "change": scale.change,
        "reliability": scale.reliability,
        "norms": scale.norms,
        "answers that someone must look at": scale.safety,
        "codes": scale.codes,
    }
    absent = [name for name, entries in there.items() if not entries]
    if not absent:
        return ""
    return f"There is no entry for {listed(absent, 'or')}. That does not mean that there is none."
