"""Texts of a knowledge file, in the languages of the interface."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import BeforeValidator

from firstsnow.i18n import LocalizedText


def _only_languages(value: object) -> object:
    if isinstance(value, dict):
        unknown = sorted(set(value) - {"en", "zh"})
        if unknown or "en" not in value:
            raise ValueError(
                'a text is given as { en = "...", zh = "..." }, zh only where a translation was '
                f"sourced; found: {', '.join(map(str, value)) or 'nothing'}"
            )
    return value


Text: TypeAlias = Annotated[LocalizedText, BeforeValidator(_only_languages)]
"""A text in English and, where a translation may be shown, in Simplified Chinese."""
