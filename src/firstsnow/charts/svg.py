"""Specifications drawn as SVG, without a browser and without the network."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

_VEGA_LITE = "6.4"
_CLIP = re.compile(r"\b(clip|gradient)(\d+)\b")
_ROLES = re.compile(r' (?:role|aria-roledescription|aria-hidden)="[^"]*"')


def drawn_svg(spec: dict[str, Any], name: str, fonts_dir: Path | None = None) -> str:
    """Draw a Vega-Lite specification as an SVG document that several can stand beside in a page.

    Parameters
    ----------
    spec
        The specification.
    name
        What a reader who hears the page is told that the picture is.
    fonts_dir
        A folder of fonts to draw with, beside those of the machine.
    """
    # The renderer takes half a second to start, and most commands draw nothing.
    import vl_convert

    if fonts_dir is not None:
        _register(fonts_dir)
    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=_VEGA_LITE)
    # Vega names the kind of every mark, in English; the picture is heard as one.
    bare = _ROLES.sub("", drawn)
    own = hashlib.sha256(bare.encode()).hexdigest()[:8]
    named = f'<svg role="img" aria-label="{escape(name)}" '
    return _CLIP.sub(rf"\g<1>\g<2>-{own}", bare).replace("<svg ", named, 1)


@cache
def _register(fonts_dir: Path) -> None:
    import vl_convert

    vl_convert.register_font_directory(str(fonts_dir))
