"""A sentence that is not yet in any language: a template and the values that go into it.

Rooms below the report say what they found as messages, so that the same finding reads in English
and in Chinese. The English template is the identifier in the catalogues, as in gettext.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from firstsnow.i18n.text import LocalizedText
from firstsnow.i18n.value import DateText, Duration, Listing, NumberText

Value: TypeAlias = (
    "str | int | float | dt.date | LocalizedText | Message"
    " | DateText | NumberText | Duration | Listing"
)
"""What may fill a field of a message."""


@dataclass(frozen=True, slots=True)
class Message:
    """A template with named fields, and their values.

    Attributes
    ----------
    template
        English text with fields in braces, for example ``"item {item} is missing"``.
    values
        The fields' values in the order in which they were given.
    plural
        English template for every number but one, or ``None`` where number does not matter.
    number
        The number that chooses between the templates.
    """

    template: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    number: int | None = None

    def __str__(self) -> str:
        template = self.template
        if self.plural is not None and self.number != 1:
            template = self.plural
        return template.format_map({name: str(value) for name, value in self.values})


def message(template: str, /, **values: Value) -> Message:
    """Make a message; ``template`` is extracted into the catalogues by this function's name."""
    return Message(template, tuple(values.items()))


def plural_message(one: str, many: str, number: int, /, **values: Value) -> Message:
    """Make a message whose wording depends on ``number``, which fills the field ``{number}``."""
    return Message(one, (("number", number), *values.items()), plural=many, number=number)
