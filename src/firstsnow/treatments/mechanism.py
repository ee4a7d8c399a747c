"""Classes of mechanism: how a treatment is thought to act, in words of two languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from firstsnow.i18n import LocalizedText
from firstsnow.knowledge import Fact, SourcedFile, read_knowledge


class MechanismClass(Fact):
    """One class of mechanism.

    Attributes
    ----------
    id
        Identifier that treatment files use.
    en, zh
        Name in English and, where a source gives it, in Simplified Chinese.
    """

    id: str
    en: str
    zh: str | None = None

    @property
    def name(self) -> LocalizedText:
        """The name to show; a Chinese name without a source is not shown."""
        return LocalizedText(self.en, self.zh if self.is_sourced else None)


class MechanismFile(SourcedFile):
    """The file of all classes."""

    schema_version: Literal[1] = Field(alias="schema")
    mechanisms: tuple[MechanismClass, ...]


@cache
def mechanisms() -> Mapping[str, MechanismClass]:
    """Give every class of mechanism by its identifier, in the order of the file."""
    path = files("firstsnow.treatments") / "data" / "mechanisms.toml"
    listed = read_knowledge(path, MechanismFile).mechanisms
    return MappingProxyType({one.id: one for one in listed})
