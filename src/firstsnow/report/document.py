"""A report as JSON: everything that the page says, with its notes.

``docs/reference/report-json.md`` describes the format, ``schema/report-1.schema.json`` defines it.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from firstsnow.i18n import Translator, translator
from firstsnow.i18n.message import Message
from firstsnow.i18n.text import LocalizedText
from firstsnow.i18n.value import DateText, Duration, Listing, NumberText
from firstsnow.report.page import Report

VERSION = 1
"""Version of the format; a reader that knows it can read every report that carries it."""

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_SPOKEN = (Message, LocalizedText, DateText, Duration, Listing, NumberText)
_NOT_SAID = frozenset({"plot", "language"})


def to_json(report: Report) -> str:
    """Write a report as JSON in its language, with the numbers of notes beside each text."""
    spoken = translator(report.language)
    document: dict[str, Json] = {
        "format": "firstsnow-report",
        "version": VERSION,
        "language": report.language.tag,
    }
    for field in dataclasses.fields(report):
        if field.name not in _NOT_SAID:
            document[field.name] = _plain(getattr(report, field.name), spoken)
    plot = report.plot
    document["plot"] = _plain(
        {"title": plot.title, "summary": plot.summary, "facts": plot.facts}, spoken
    )
    return json.dumps(document, ensure_ascii=False, indent=1)


def _plain(value: object, spoken: Translator) -> Json:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, _SPOKEN):
        return spoken.text(value)
    if dataclasses.is_dataclass(value):
        return {
            field.name: _plain(getattr(value, field.name), spoken)
            for field in dataclasses.fields(value)
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(entry, spoken) for key, entry in value.items()}
    if isinstance(value, Sequence):
        return [_plain(entry, spoken) for entry in value]
    raise TypeError(f"a report holds no {type(value).__name__}")
