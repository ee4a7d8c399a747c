"""Words in English and Simplified Chinese: messages, catalogues, dates and numbers."""

from firstsnow.i18n.language import OFFERED, Language
from firstsnow.i18n.message import Message, Value, message, plural_message
from firstsnow.i18n.pseudo import untranslated
from firstsnow.i18n.templates import speak
from firstsnow.i18n.text import LocalizedText
from firstsnow.i18n.translator import Translator, translator
from firstsnow.i18n.value import (
    Conjunction,
    DateText,
    Duration,
    Listing,
    NumberText,
    Precision,
    Unit,
)

__all__ = [
    "OFFERED",
    "Conjunction",
    "DateText",
    "Duration",
    "Language",
    "Listing",
    "LocalizedText",
    "Message",
    "NumberText",
    "Precision",
    "Translator",
    "Unit",
    "Value",
    "message",
    "plural_message",
    "speak",
    "translator",
    "untranslated",
]
