"""Messages and values in the reader's language."""

from __future__ import annotations

import datetime as dt
from functools import cache, cached_property

from firstsnow.i18n.catalogue import Catalogue, read_catalogue
from firstsnow.i18n.fill import fill, fill_chinese
from firstsnow.i18n.formatting import date_text, duration_text, list_text, number_text
from firstsnow.i18n.language import Language
from firstsnow.i18n.message import Message, Value
from firstsnow.i18n.pseudo import pseudo
from firstsnow.i18n.text import LocalizedText
from firstsnow.i18n.value import DateText, Duration, Listing, NumberText, Precision


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
                return value
            case Message():
                return self._message(value)
            case LocalizedText():
                return self.pick(value)
            case Listing():
                items = [self.text(item) for item in value.items]
                return list_text(items, self.language, value.conjunction)
            case DateText():
                return self._marked(date_text(value, self.language))
            case Duration():
                return self._marked(duration_text(value, self.language))
            case NumberText():
                return number_text(value.value, self.language, value.digits)
            case dt.datetime():
                return self.text(DateText(value, Precision.INSTANT))
            case dt.date():
                return self.text(DateText(value))
            case _:
                return number_text(value, self.language)

    def pick(self, text: LocalizedText) -> str:
        """Give a data file's text in the language, in English where it has none."""
        return self._marked(text.in_language(self.language.value))

    def number(self, value: float, digits: int | None = None) -> str:
        """Write a number, with a fixed count of decimal places where one is given."""
        return number_text(value, self.language, digits)

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
        return read_catalogue(self.language)

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


@cache
def translator(language: Language | str) -> Translator:
    """Give the translator of a language; its catalogue is read when first needed.

    Raises
    ------
    ValueError
        If there is no such language.
    """
    return Translator(Language(language))
