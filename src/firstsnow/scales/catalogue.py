"""The catalogue: every scale variant that firstsnow knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from firstsnow.knowledge import KnowledgeModel, nearest, read_knowledge, read_named
from firstsnow.scales.definition import Scale
from firstsnow.scales.vocabulary import Text

_NOT_SCALES = frozenset({"loinc-notice.toml"})


class UnknownScale(LookupError):
    """No scale of the catalogue has this id.

    Attributes
    ----------
    wanted
        What was asked for.
    suggestions
        Ids that may have been meant, best first.
    """

    def __init__(self, wanted: str, suggestions: tuple[str, ...]) -> None:
        self.wanted = wanted
        self.suggestions = suggestions
        text = f"no scale {wanted!r} in the catalogue"
        if suggestions:
            text += f"; did you mean {' or '.join(suggestions)}?"
        super().__init__(text)


@cache
def catalogue() -> Mapping[str, Scale]:
    """Give every scale by its id, in alphabetical order.

    Raises
    ------
    KnowledgeError
        If a file of the catalogue can't be read; the text names the file and what is wrong.
    """
    folder = files("firstsnow.scales") / "data"
    paths = [
        path
        for path in sorted(folder.iterdir(), key=lambda path: path.name.removesuffix(".toml"))
        if path.name.endswith(".toml") and path.name not in _NOT_SCALES
    ]
    return MappingProxyType({one.id: one for one in map(read_scale, paths)})


def read_scale(path: Traversable | Path) -> Scale:
    """Read one scale file, and check it against its own name.

    Raises
    ------
    KnowledgeError
        If the file can't be read, contradicts itself, or is named otherwise than its ``id``.
    """
    return read_named(path, Scale)


def scale(scale_id: str) -> Scale:
    """Give one scale by its id.

    Raises
    ------
    UnknownScale
        If the catalogue has none by that id; near misses come with the error.

    >>> scale("phq-9").short_name
    'PHQ-9'
    """
    found = catalogue().get(scale_id)
    if found is None:
        raise UnknownScale(scale_id, suggestions(scale_id))
    return found


def suggestions(text: str) -> tuple[str, ...]:
    """Give the ids of scales that ``text`` may mean, best first, by id, name and other names.

    Where a name is the same but for hyphens, spaces and capitals, nothing else is given.

    >>> suggestions("PHQ9")
    ('phq-9',)
    """
    names: dict[str, str] = {}
    for one in catalogue().values():
        known = (one.name.en, one.name.zh, one.short_name, *one.aliases, one.id)
        names |= {name: one.id for name in known if name is not None}
    same = [name for name in names if _letters(name) == _letters(text)]
    return tuple(dict.fromkeys(names[name] for name in same or nearest(text, names)))


def _letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


class LoincNotice(KnowledgeModel):
    """The notice that must stand wherever LOINC codes are shown."""

    notice: Text
    source: str
    url: str


@cache
def loinc_notice() -> LoincNotice:
    """Give the notice that LOINC's licence asks for."""
    path = files("firstsnow.scales") / "data" / "loinc-notice.toml"
    return read_knowledge(path, LoincNotice)
