"""Finding a treatment by what someone wrote: generic, brand, synonym, Chinese, misspelt."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from firstsnow.treatments.treatment import Treatment

_EXACT, _WHOLE_WORD, _WITHIN = 1.0, 0.95, 0.9
_NEAR_ENOUGH = 0.7
_SHORTEST_PART = 2
"""A part of a name shorter than this says too little to be found within another."""


@dataclass(frozen=True, slots=True)
class Match:
    """A treatment that may have been meant.

    Attributes
    ----------
    treatment
        The treatment.
    name
        Its identifier or the name of it that fits best.
    likeness
        From 0 to 1; 1 where the name is the same but for case, width and punctuation.
    """

    treatment: Treatment
    name: str
    likeness: float

    @property
    def is_exact(self) -> bool:
        """Whether the name is the same but for case, width and punctuation."""
        return self.likeness == _EXACT


def find_in(treatments: Iterable[Treatment], text: str) -> tuple[Match, ...]:
    """Give the treatments that ``text`` may mean, best first; none when nothing is near."""
    wanted = _folded(text)
    if not wanted:
        return ()
    matches = (_best_match(one, wanted) for one in treatments)
    near = [match for match in matches if match.likeness >= _NEAR_ENOUGH]
    return tuple(sorted(near, key=lambda match: (-match.likeness, match.treatment.id)))


def _best_match(treatment: Treatment, wanted: str) -> Match:
    names = (treatment.id, *treatment.names.searched())
    scored = [(_likeness(wanted, _folded(name)), name) for name in names]
    likeness, name = max(scored, key=lambda pair: pair[0])
    return Match(treatment, name, likeness)


def _likeness(wanted: str, name: str) -> float:
    if wanted == name:
        return _EXACT
    shorter, longer = sorted((wanted, name), key=len)
    if set(shorter.split()) <= set(longer.split()):
        return _WHOLE_WORD
    if len(shorter) >= _SHORTEST_PART and not shorter.isascii() and shorter in longer:
        return _WITHIN
    if len(wanted) > _SHORTEST_PART and name.startswith(wanted):
        return _WITHIN
    return min(difflib.SequenceMatcher(None, wanted, name).ratio(), _WITHIN)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
