"""Specifications drawn as SVG, without a browser and without the network."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

_VEGA_LITE = "6.4"
_CLIP = re.compile(r"\b(clip|gradient)(\d+)\b")


def drawn_svg(spec: dict[str, Any], fonts_dir: Path | None = None) -> str:
    """Draw a Vega-Lite specification as an SVG document.

    Names inside the document are its own, so that several can stand in one page.
    """
    # The renderer takes half a second to start, and most commands draw nothing.
    import vl_convert

    if fonts_dir is not None:
        _register(fonts_dir)
    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=_VEGA_LITE)
    own = hashlib.sha256(json.dumps(spec, sort_keys=True).encode()).hexdigest()[:8]
    return _CLIP.sub(rf"\g<1>\g<2>-{own}", drawn)


@cache
def _register(fonts_dir: Path) -> None:
    import vl_convert

    vl_convert.register_font_directory(str(fonts_dir))
