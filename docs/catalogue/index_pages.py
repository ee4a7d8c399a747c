"""The two pages that list all scales and all treatments."""

from __future__ import annotations

from collections.abc import Iterable

from docs.catalogue.citing import unsourced
from docs.catalogue.markdown import both, link, page, table, words
from docs.catalogue.treatment_page import TONE
from firstsnow.knowledge import SourcedFile
from firstsnow.scales import catalogue as scales
from firstsnow.treatments import catalogue as treatments
from firstsnow.treatments import mechanisms

_ABOUT_COUNTS = "Facts that nobody has read yet stand on [a page of their own](../unsourced.md)."


def scales_index() -> str:
    """List every scale with what it measures and how many of its facts were read."""
    rows = [
        (
            link(one.short_name, f"{one.id}.md") + f" {both(one.name.en, one.name.zh)}",
            words(one.measures),
            _counts(one),
        )
        for one in scales().values()
    ]
    heads = ["scale", "measures", "facts (un&shy;sourced)"]
    about = (
        f"firstsnow knows {len(rows)} variants of rating scales. Each page is made from the "
        f"scale's file: every fact with its source. {_ABOUT_COUNTS}"
    )
    return page("Scales", about, table(heads, rows), _contents(scales()))


def treatments_index() -> str:
    """List every treatment with its class and how many of its facts were read."""
    rows = [
        (
            link(one.name.en, f"{one.id}.md") + (f" {one.name.zh}" if one.name.zh else ""),
            mechanisms()[one.mechanism.id].en if one.mechanism.is_sourced else "",
            _counts(one),
        )
        for one in treatments().values()
    ]
    heads = ["treatment", "class", "facts (un&shy;sourced)"]
    about = f"firstsnow knows {len(rows)} treatments. {TONE} {_ABOUT_COUNTS}"
    about = about.replace("This page describes", "Their pages describe").replace(
        "It advises", "They advise"
    )
    return page("Treatments", about, table(heads, rows), _contents(treatments()))


def _counts(file: SourcedFile) -> str:
    return f"{sum(1 for _ in file.facts())} ({len(unsourced(file))})"


def _contents(identifiers: Iterable[str]) -> str:
    return "\n".join(["```{toctree}", ":hidden:", "", *identifiers, "```"])
