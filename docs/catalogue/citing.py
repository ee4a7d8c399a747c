"""Facts with their sources: a mark beside each fact, and the sources at the end of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from docs.catalogue.markdown import link, plain
from firstsnow.knowledge import Fact, Source, SourcedFile

AnyFact = TypeVar("AnyFact", bound=Fact)

INTRODUCTION = (
    "Each entry says how much of the source was read: its full text, its abstract, a table, a "
    "label, a register, or a secondary page that reports it. A source without a link is cited "
    "without the address at which it was read."
)


def mark(fact: Fact) -> str:
    """Give the mark that leads from a fact to its source.

    Raises
    ------
    ValueError
        If the fact has no source: then it must not be shown.
    """
    if not fact.is_sourced:
        raise ValueError(f"a fact without a source must not be shown: {type(fact).__name__}")
    return f"[^{fact.source}]"


def sourced(facts: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
    """Give the facts that were read somewhere, and so may be shown."""
    return tuple(fact for fact in facts if fact.is_sourced)


def unsourced(file: SourcedFile) -> tuple[tuple[str, Fact], ...]:
    """Give the facts of a file that nobody has read anywhere, each with its path."""
    return tuple((path, fact) for path, fact in file.facts() if not fact.is_sourced)


def sources_section(body: str, sources: Mapping[str, Source]) -> str:
    """Describe the sources that the marks of a page lead to.

    The notes themselves come last on a page, wherever they are written.
    """
    cited = [key for key in sources if f"[^{key}]" in body]
    if not cited:
        return ""
    return "\n\n".join(
        ["## Sources", INTRODUCTION, *(f"[^{key}]: {_source(sources[key])}" for key in cited)]
    )


def _source(source: Source) -> str:
    citation = link(source.citation, source.url) if source.url else plain(source.citation)
    return f"{citation} (read: {source.read})"
