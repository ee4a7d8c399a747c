"""What the review looks at, as its file gives it: the fields, their sources, whom to ask."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, Self, TypeAlias

from pydantic import Field, PositiveFloat, model_validator

from firstsnow.history.definition_file import Words
from firstsnow.knowledge import Fact, SourcedFile, Text, read_knowledge
from firstsnow.treatments.treatment import Kind

Group: TypeAlias = Literal["person", "illness", "treatment", "burden"]

Informant: TypeAlias = Literal["person", "relative", "gp-or-pharmacy", "chart", "laboratory"]
"""Who can be asked."""

SeenIn: TypeAlias = Literal[
    "adversity",
    "life-events",
    "circumstances",
    "conditions",
    "specifiers",
    "function",
    "bipolar",
    "psychosis",
    "self-harm-answers",
    "episode-months",
    "episodes",
    "onset",
    "in-episode",
    "adequacy",
    "adherence",
    "side-effects",
    "nowhere",
]
"""Where a record can answer a field; ``nowhere``: it has no place for it, so it is always asked."""


class ReviewField(Fact):
    """One thing that the review looks at, with the source that names it.

    Attributes
    ----------
    id
        Identifier.
    group
        Under what it stands.
    name
        What it is, in words without judgement.
    seen_in
        Where a record can answer it.
    among
        Which entries there are about it; all of them where left out.
    whole
        Names under which one entry speaks of all of them, so that it can say that none is there.
    is_one_condition
        Whether any entry does, because there is only one such condition.
    above, below
        A limit in months or years, where the field has one.
    ask
        Who can be asked, first who is asked first.
    """

    id: str
    group: Group
    name: Text
    seen_in: SeenIn
    among: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    is_one_condition: bool = False
    above: PositiveFloat | None = None
    below: PositiveFloat | None = None
    ask: tuple[Informant, ...] = Field(min_length=1)


class ReviewGoal(Fact):
    """What someone may want beyond remission."""

    id: str
    name: Text


class ReviewOption(Fact):
    """A sort of treatment that is to be considered."""

    kinds: tuple[Kind, ...]
    name: Text


class ReviewFile(SourcedFile):
    """Everything that the review looks at."""

    schema_version: Literal[1] = Field(alias="schema")
    id: str
    name: Text
    clause: Words
    groups: dict[Group, Text]
    informants: dict[Informant, Text]
    goals: tuple[ReviewGoal, ...]
    options: tuple[ReviewOption, ...]
    fields: tuple[ReviewField, ...]

    @model_validator(mode="after")
    def _fields_are_named_once(self) -> Self:
        names = [field.id for field in self.fields]
        if len(set(names)) != len(names):
            raise ValueError("two fields have the same id")
        return self


@cache
def review_file() -> ReviewFile:
    """Give what the review looks at.

    Raises
    ------
    KnowledgeError
        If the file can't be read; the text says what is wrong.
    """
    path = files("firstsnow.history") / "data" / "review" / "difficult-to-treat.toml"
    return read_knowledge(path, ReviewFile)
