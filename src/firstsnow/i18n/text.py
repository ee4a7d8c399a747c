"""A short text that a data file gives in several languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """One text in English and, where a translation was sourced, in Simplified Chinese.

    Attributes
    ----------
    en
        English text.
    zh
        Simplified Chinese text, or ``None`` where no translation may be shown.
    """

    en: str
    zh: str | None = None

    def in_language(self, language: str) -> str:
        """Give the text in a language, in English where that language has none."""
        if language.startswith("zh") and self.zh is not None:
            return self.zh
        return self.en

    def __str__(self) -> str:
        return self.en
