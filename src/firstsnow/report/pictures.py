"""The chart's pictures made fit for a page that allows no style attributes."""

from __future__ import annotations

import re
from html import escape, unescape

from firstsnow.i18n import Language
from firstsnow.report.fonts_of_page import font_stack

_FONT = re.compile(r'\sfont-family="[^"]*"')
_STYLE = re.compile(r'\sstyle="([^"]*)"')
_ROLES = re.compile(r'\s(?:role|aria-[a-z]+)="[^"]*"')
_PROLOGUE = re.compile(r"^\s*(?:<\?xml[^>]*\?>)?\s*(?:<!DOCTYPE[^>]*>)?\s*", re.IGNORECASE)
_PRESENTATION = frozenset(
    {
        "fill",
        "fill-opacity",
        "stroke",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-width",
        "opacity",
        "font-family",
        "font-size",
        "font-style",
        "font-weight",
        "text-anchor",
        "display",
        "visibility",
        "paint-order",
        "pointer-events",
        "mix-blend-mode",
    }
)
"""Properties that SVG takes as attributes; what else a style says changes nothing that is seen."""


def embeddable(svg: str, language: Language) -> str:
    """Give an SVG picture as a part of a page: no prologue, styles as attributes, our fonts.

    A content-security policy without ``unsafe-inline`` drops style attributes, and a picture would
    lose what they say. Roles and names of its parts are left out: the figure that holds it has one.
    """
    plain = _STYLE.sub(lambda match: _attributes(unescape(match[1])), _PROLOGUE.sub("", svg))
    plain = _ROLES.sub("", plain)
    return _FONT.sub(f' font-family="{font_stack(language)}"', plain)


def _attributes(style: str) -> str:
    found = []
    for declaration in style.split(";"):
        name, colon, value = declaration.partition(":")
        if colon and name.strip() in _PRESENTATION:
            found.append(f' {name.strip()}="{escape(value.strip())}"')
    return "".join(found)
