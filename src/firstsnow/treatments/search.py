"""Finding a treatment by what someone wrote: generic, brand, synonym, Chinese, misspelt."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract_iter

from firstsnow.treatments.treatment import Treatment

_EXACT, _WHOLE_WORD, _WITHIN, _MISSPELT = 1.0, 0.95, 0.9, 0.85
_NEAR_ENOUGH = 0.81
"""Of the letters of two names, in order: below this lie names of other drugs, such as levothyroxine
beside liothyronine."""
_SHORTEST_PART = 2
"""A part of a name shorter than this says too little to be found within another."""
_SHORTEST_WORD = 6
"""A word shorter than this is near too many others to be looked for within a longer text."""


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


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name of one treatment, made ready to be compared."""

    treatment: Treatment
    name: str
    folded: str
    words: frozenset[str]


class NameIndex:
    """Every name of some treatments, made ready once for many questions."""

    def __init__(self, treatments: Iterable[Treatment]) -> None:
        self._entries = tuple(
            _Entry(one, name, folded, frozenset(folded.split()))
            for one in treatments
            for name in (one.id, *one.names.searched())
            if (folded := _folded(name))
        )
        self._folded = [entry.folded for entry in self._entries]

    def find(self, text: str) -> tuple[Match, ...]:
        """Give the treatments that ``text`` may mean, best first; none when nothing is near."""
        wanted = _folded(text)
        if not wanted:
            return ()
        best: dict[str, Match] = {}
        for likeness, entry in self._near(wanted):
            known = best.get(entry.treatment.id)
            if known is None or likeness > known.likeness:
                best[entry.treatment.id] = Match(entry.treatment, entry.name, likeness)
        return tuple(sorted(best.values(), key=lambda match: (-match.likeness, match.treatment.id)))

    def _near(self, wanted: str) -> Iterator[tuple[float, _Entry]]:
        words = frozenset(wanted.split())
        for entry in self._entries:
            likeness = _held(wanted, words, entry)
            if likeness:
                yield likeness, entry
        for likeness, position in self._alike(wanted, 1):
            yield likeness, self._entries[position]
        if len(words) > 1:
            for word in words:
                if len(word) >= _SHORTEST_WORD:
                    for likeness, position in self._alike(word, _MISSPELT):
                        yield likeness, self._entries[position]

    def _alike(self, wanted: str, most: float) -> Iterator[tuple[float, int]]:
        """Walk over the names that are spelt nearly like this."""
        found = extract_iter(
            wanted,
            self._folded,
            scorer=Indel.normalized_similarity,
            processor=None,
            score_cutoff=_NEAR_ENOUGH,
        )
        for _, likeness, position in found:
            yield min(likeness * most, _WITHIN), position


def _held(wanted: str, words: frozenset[str], entry: _Entry) -> float:
    """Say how surely one of the two names holds the other; 0 where neither does."""
    if wanted == entry.folded:
        return _EXACT
    if words <= entry.words or entry.words <= words:
        return _WHOLE_WORD
    shorter, longer = sorted((wanted, entry.folded), key=len)
    if len(shorter) >= _SHORTEST_PART and not shorter.isascii() and shorter in longer:
        # The longer the part, the surer: 草酸艾司西酞普兰片 holds 西酞普兰 too.
        return _MISSPELT + (_WITHIN - _MISSPELT) * len(shorter) / len(longer)
    if len(wanted) > _SHORTEST_PART and entry.folded.startswith(wanted):
        return _WITHIN
    return 0.0


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
