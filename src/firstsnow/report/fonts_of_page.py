"""The style sheet with the fonts of one page: its characters in its weights, and no others."""

from __future__ import annotations

from firstsnow.i18n import Language
from firstsnow.report.font_subset import font_faces, font_families
from firstsnow.report.letters import shown_text

_ALWAYS_HELD = "0123456789 .,:;/+%()[]-•\N{MINUS SIGN}\N{EN DASH}→“”"
"""Characters that no template holds: those of list markers, of style sheets and of ticks."""


def fonts_of_page(page: str, language: Language, drawn: str = "") -> str:
    """Give the style sheet with the fonts of a page.

    Parameters
    ----------
    page
        The page without its styles.
    language
        Its language.
    drawn
        Further text that a script may draw in either weight.
    """
    regular, bold = shown_text(page)
    always = drawn + _ALWAYS_HELD
    return f"{font_faces(regular + always, bold + always, language)}\n{_named(language)}"


def font_stack(language: Language) -> str:
    """Give the fonts of a language's text as a list for CSS or SVG."""
    families = ", ".join(f"'{family}'" for family in font_families(language))
    return f"{families}, system-ui, sans-serif"


def _named(language: Language) -> str:
    return f":root {{ --font: {font_stack(language)}; }}"
