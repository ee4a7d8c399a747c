"""Sources: where a fact was read, and facts that carry one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import BaseModel, model_validator

from firstsnow.knowledge.files import KnowledgeModel

UNSOURCED = "unsourced"
"""In place of a source's key: the fact was not read anywhere, and is never used."""


class Source(KnowledgeModel):
    """Where a fact was read.

    Attributes
    ----------
    citation
        Authors, title or journal, year.
    url
        Address of the page that was read, where it has one.
    read
        What was read: the full text, its abstract, one of its tables, a label, or a secondary page
        that reports it.
    """

    citation: str
    url: str | None = None
    read: Literal["full text", "abstract", "table", "label", "register", "secondary page"]


class Fact(KnowledgeModel):
    """A fact with the key of its source in the same file, or ``"unsourced"``."""

    source: str

    @property
    def is_sourced(self) -> bool:
        """Whether the fact was read somewhere, and so may be scored, counted and shown."""
        return self.source != UNSOURCED


class SourcedFile(KnowledgeModel):
    """A file of facts; every source that a fact names must stand in ``[sources]``."""

    sources: dict[str, Source]

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Walk over every fact of the file with its path, such as ``("total.range", ...)``."""
        return _facts(self, "")

    @model_validator(mode="after")
    def _sources_are_listed(self) -> Self:
        for path, fact in self.facts():
            if fact.is_sourced and fact.source not in self.sources:
                listed = ", ".join(self.sources)
                raise ValueError(
                    f"{path}: source {fact.source!r} is not in [sources]; listed are: {listed}"
                )
        return self


def _facts(value: object, path: str) -> Iterator[tuple[str, Fact]]:
    if isinstance(value, Fact):
        yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _facts(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _facts(child, f"{path}.{key}")
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from _facts(child, f"{path}[{index}]")
