"""The catalogue: every treatment that firstsnow knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from firstsnow.knowledge import KnowledgeError, read_named
from firstsnow.treatments.mechanism import mechanisms
from firstsnow.treatments.references import unknown_references
from firstsnow.treatments.search import Match, NameIndex
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
        If a file of the catalogue can't be read or points to something that does not exist; the
        text names the file and what is wrong.
    """
    return read_catalogue(files("firstsnow.treatments") / "data")


def read_catalogue(folder: Traversable | Path) -> Mapping[str, Treatment]:
    """Read every treatment file of a folder, and check what they point to in one another.

    Raises
    ------
    KnowledgeError
        If a file can't be read, or names a treatment, class or word that nothing has; every such
        name is listed with its place and near misses.
    """
    paths = [
        path
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
        if path.name.endswith(".toml") and path.name not in _NOT_TREATMENTS
    ]
    found = {one.id: one for one in map(read_treatment, paths)}
    unknown = [
        f"{one.id}.toml: {reference}"
        for one in found.values()
        for reference in unknown_references(one, found)
    ]
    if unknown:
        raise KnowledgeError("\n".join(unknown))
    return MappingProxyType(found)


def read_treatment(path: Traversable | Path) -> Treatment:
    """Read one treatment file, and check it against its name and the classes of mechanism.

    Raises
    ------
    KnowledgeError
        If the file can't be read, is named otherwise than its ``id``, or names an unknown class.
    """
    treatment = read_named(path, Treatment)
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
        near = tuple(match.treatment.id for match in find(identifier))
        raise UnknownTreatment(identifier, near[:3])
    return found


def find(text: str) -> tuple[Match, ...]:
    """Give the treatments that ``text`` may mean, best first; none when nothing is near.

    Looks at generic names, brands, synonyms and Chinese names, and forgives misspelling.

    >>> find("sertralin")[0].treatment.id
    'sertraline'
    """
    return _names().find(text)


@cache
def _names() -> NameIndex:
    return NameIndex(catalogue().values())
