"""The catalogue: every treatment that firstsnow knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from firstsnow.knowledge import KnowledgeError, read_knowledge
from firstsnow.treatments.mechanism import mechanisms
from firstsnow.treatments.search import Match, find_in
from firstsnow.treatments.treatment import Treatment

_NOT_TREATMENTS = frozenset({"mechanisms.toml"})


class UnknownTreatment(LookupError):
    """No treatment of the catalogue has this identifier.

    Attributes
    ----------
    wanted
        What was asked for.
    suggestions
        Identifiers that may have been meant, best first.
    """

    def __init__(self, wanted: str, suggestions: tuple[str, ...]) -> None:
        self.wanted = wanted
        self.suggestions = suggestions
        text = f"no treatment {wanted!r} in the catalogue"
        if suggestions:
            text += f"; did you mean {' or '.join(suggestions)}?"
        super().__init__(text)


@cache
def catalogue() -> Mapping[str, Treatment]:
    """Give every treatment by its identifier, in alphabetical order.

    Raises
    ------
    KnowledgeError
        If a file of the catalogue can't be read; the text names the file and what is wrong.
    """
    folder = files("firstsnow.treatments") / "data"
    paths = [
        path
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
        if path.name.endswith(".toml") and path.name not in _NOT_TREATMENTS
    ]
    return MappingProxyType({one.id: one for one in map(read_treatment, paths)})


def read_treatment(path: Traversable | Path) -> Treatment:
    """Read one treatment file, and check it against its name and the classes of mechanism.

    Raises
    ------
    KnowledgeError
        If the file can't be read, is named otherwise than its ``id``, or names an unknown class.
    """
    treatment = read_knowledge(path, Treatment)
    if path.name != f"{treatment.id}.toml":
        raise KnowledgeError(
            f"{path.name}: id is {treatment.id!r}; the file would be named {treatment.id}.toml"
        )
    if treatment.mechanism.id not in mechanisms():
        raise KnowledgeError(
            f"{path.name}: mechanism.id {treatment.mechanism.id!r} is not in mechanisms.toml; "
            f"listed are: {', '.join(mechanisms())}"
        )
    return treatment


def treatment(identifier: str) -> Treatment:
    """Give one treatment by its identifier.

    Raises
    ------
    UnknownTreatment
        If the catalogue has none by that identifier; near misses come with the error.
    """
    found = catalogue().get(identifier)
    if found is None:
        near = tuple(match.treatment.id for match in find_in(catalogue().values(), identifier))
        raise UnknownTreatment(identifier, near[:3])
    return found


def find(text: str) -> tuple[Match, ...]:
    """Give the treatments that ``text`` may mean, best first; none when nothing is near.

    Looks at generic names, brands, synonyms and Chinese names, and forgives misspelling.

    >>> find("sertralin")[0].treatment.id
    'sertraline'
    """
    return find_in(catalogue().values(), text)
