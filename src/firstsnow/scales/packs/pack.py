"""A text pack: the wording of a scale in one language, installed by a site that may use it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from firstsnow.knowledge import KnowledgeModel

_NO_CONTROL_CHARACTERS = r"^[^\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]*$"

Wording = Annotated[
    str,
    StringConstraints(
        pattern=_NO_CONTROL_CHARACTERS, min_length=1, max_length=2_000, strip_whitespace=True
    ),
]
"""Words that a person reads: no control characters, and no marks that turn text around."""


LanguageTag = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")
]
"""Language of a wording (BCP 47, such as ``en`` or ``zh-Hans``)."""


class PackLicence(KnowledgeModel):
    """By what right a site uses the wording.

    Attributes
    ----------
    holder
        Who may use it: the site.
    statement
        What was agreed with whom, such as the number of the licence.
    valid_until
        The last day on which it may be used, where it ends.
    """

    holder: Wording
    statement: Wording
    valid_until: dt.date | None = None


class ItemWording(KnowledgeModel):
    """The wording of one item.

    Attributes
    ----------
    text
        The question or heading.
    anchors
        What single answers mean, by the answer; not every answer needs one.
    """

    text: Wording
    anchors: dict[str, Wording] = {}


class TextPack(KnowledgeModel):
    """The wording of one scale variant in one language.

    Attributes
    ----------
    scale
        Identifier of the variant.
    language
        Language of the wording (BCP 47, such as ``en`` or ``zh-Hans``).
    origin
        Where the wording was taken from: the edition or translation.
    licence
        By what right it is used.
    instructions
        What stands above the form.
    items
        The wording of each item, by its identifier.
    options
        The wording of answers that items share: by the name of the option set, then by the answer.
    """

    schema_version: Literal[1] = Field(alias="schema")
    scale: str
    language: Annotated[
        str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")
    ]
    origin: Wording
    licence: PackLicence
    instructions: Wording | None = None
    items: dict[str, ItemWording]
    options: dict[str, dict[str, Wording]] = {}
