"""Messages and values in the reader's language."""

from __future__ import annotations

import datetime as dt
from functools import cache, cached_property
from typing import TYPE_CHECKING

from firstsnow.i18n.fill import fill, fill_chinese
from firstsnow.i18n.language import Language
from firstsnow.i18n.message import Message, Value
from firstsnow.i18n.pseudo import pseudo
from firstsnow.i18n.text import LocalizedText
from firstsnow.i18n.value import DateText, Duration, Listing, NumberText

if TYPE_CHECKING:
    from firstsnow.i18n.catalogue import Catalogue
    from firstsnow.i18n.conventions import Conventions


class Translator:
    """Says messages, dates, numbers and lists in one language.

    Attributes
    ----------
    language
        The language.
    """

    def __init__(self, language: Language) -> None:
        self.language = language

    def text(self, value: Value) -> str:
        """Say a value: a message with its fields filled, a date, a number, a list, a text.

        A plain string comes back as it is: a person's own words have no translation.

        Raises
        ------
        KeyError
            If a message lacks a value for one of its fields.
        """
        match value:
            case str():
                said = value
            case Message():
                said = self._message(value)
            case LocalizedText():
                said = self.pick(value)
            case Listing():
                items = [self.text(item) for item in value.items]
                said = self._conventions.listing(items, value.conjunction)
            case Duration():
                said = self._marked(self._conventions.duration(value))
            case NumberText():
                said = self.number(value.value, value.digits)
            case DateText() | dt.date():
                said = self._marked(self._conventions.date(_date_text(value)))
            case _:
                said = self.number(value)
        return said

    def pick(self, text: LocalizedText) -> str:
        """Give a data file's text in the language, in English where it has none."""
        return self._marked(text.in_language(self.language))

    def number(self, value: float, digits: int | None = None) -> str:
        """Write a number, with a fixed count of decimal places where one is given."""
        return self._conventions.number(value, digits)

    def gettext(self, english: str) -> str:
        """Translate a text; the name and form that Jinja2's i18n extension asks for."""
        return self._marked(self._catalogue.text(english))

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Translate a text that depends on a number."""
        return self._marked(self._catalogue.plural(one, many, number))

    def pgettext(self, context: str, english: str) -> str:
        """Translate a text whose meaning a context tells apart from the same text elsewhere."""
        return self._marked(self._catalogue.text(english, context))

    def npgettext(self, context: str, one: str, many: str, number: int) -> str:
        """Translate a text that depends on a number and on a context."""
        return self._marked(self._catalogue.plural(one, many, number, context))

    @cached_property
    def _catalogue(self) -> Catalogue:
        # Babel takes longer to import than `firstsnow --help` may take to answer.
        from firstsnow.i18n.catalogue import read_catalogue

        return read_catalogue(self.language)

    @cached_property
    def _conventions(self) -> Conventions:
        # Babel takes longer to import than `firstsnow --help` may take to answer.
        from firstsnow.i18n.conventions import Conventions

        return Conventions.of(self.language)

    def _message(self, message: Message) -> str:
        if message.plural is None or message.number is None:
            template = self.gettext(message.template)
        else:
            template = self.ngettext(message.template, message.plural, message.number)
        values = {name: self.text(value) for name, value in message.values}
        return (fill_chinese if self.language is Language.CHINESE else fill)(template, values)

    def _marked(self, text: str) -> str:
        """Mark what comes from a catalogue, a data file or the calendar in the pseudo-language."""
        return pseudo(text) if self.language is Language.PSEUDO else text


def _date_text(value: DateText | dt.date) -> DateText:
    if isinstance(value, DateText):
        return value
    return DateText(value, "instant" if isinstance(value, dt.datetime) else "day")


@cache
def translator(language: Language | str) -> Translator:
    """Give the translator of a language; its catalogue is read when first needed.

    Raises
    ------
    ValueError
        If there is no such language.
    """
    return Translator(Language(language))
