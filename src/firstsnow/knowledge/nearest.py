"""Near misses: what someone may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Give the known words nearest to ``word``, best first, or none when nothing is near."""
    folded = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), list(folded), n=most, cutoff=0.6)
    return tuple(folded[name] for name in close)
