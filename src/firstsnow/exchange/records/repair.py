"""Leaving out what is faulty, so that the rest can be checked and all problems listed at once.

What comes out is only ever checked, never given to anyone as a record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from firstsnow.record.checks import Place

_DEEPEST = 10
"""Faults that lie deeper than a record can be take the whole branch with them."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a tree.

    Attributes
    ----------
    value
        The tree without its faulty parts.
    kept
        For each list that lost entries, by its place in ``value``: which entries stayed.
    """

    value: object
    kept: Mapping[Place, tuple[int, ...]]

    def original(self, place: Place) -> Place:
        """Give the place that ``place`` had in the whole tree."""
        found: list[str | int] = []
        for depth, part in enumerate(place):
            kept = self.kept.get(place[:depth])
            is_kept = kept is not None and isinstance(part, int) and part < len(kept)
            found.append(kept[part] if is_kept else part)  # type: ignore[index]  # is_kept says so
        return tuple(found)


def without(tree: object, faults: Iterable[Place], stand_ins: Mapping[Place, object]) -> Rest:
    """Leave faulty parts out of a tree, and put stand-ins where something is needed.

    Parameters
    ----------
    tree
        What was read.
    faults
        Places of the parts to leave out.
    stand_ins
        Values by place, for parts without which the rest can't be checked.
    """
    branches: dict[str | int, object] = {}
    for place in faults:
        _plant(branches, place[:_DEEPEST], _Leave())
    for place, value in stand_ins.items():
        _plant(branches, place, _Put(value))
    kept: dict[Place, tuple[int, ...]] = {}
    return Rest(_pruned(tree, branches, (), kept), kept)


@dataclass(frozen=True, slots=True)
class _Leave:
    """The part is left out."""


@dataclass(frozen=True, slots=True)
class _Put:
    """The part is replaced."""

    value: object


def _plant(branches: dict[str | int, object], place: Place, action: object) -> None:
    for part in place[:-1]:
        below = branches.setdefault(part, {})
        if not isinstance(below, dict):
            return
        branches = below
    branches[place[-1]] = action


def _pruned(
    tree: object,
    branches: Mapping[str | int, object],
    place: Place,
    kept: dict[Place, tuple[int, ...]],
) -> object:
    if isinstance(tree, dict):
        return _pruned_object(tree, branches, place, kept)
    if isinstance(tree, list):
        return _pruned_list(tree, branches, place, kept)
    return tree


def _pruned_object(
    tree: dict[str, object],
    branches: Mapping[str | int, object],
    place: Place,
    kept: dict[Place, tuple[int, ...]],
) -> dict[str, object]:
    rest = dict(tree)
    for part, branch in branches.items():
        name = str(part)
        if isinstance(branch, _Put):
            rest[name] = branch.value
        elif isinstance(branch, _Leave):
            rest.pop(name, None)
        elif name in rest and isinstance(branch, dict):
            rest[name] = _pruned(rest[name], branch, (*place, name), kept)
    return rest


def _pruned_list(
    tree: list[object],
    branches: Mapping[str | int, object],
    place: Place,
    kept: dict[Place, tuple[int, ...]],
) -> list[object]:
    stay = [index for index in range(len(tree)) if not isinstance(branches.get(index), _Leave)]
    rest: list[object] = []
    for index in stay:
        branch = branches.get(index)
        here = (*place, len(rest))
        value = tree[index]
        rest.append(_pruned(value, branch, here, kept) if isinstance(branch, dict) else value)
    kept[place] = tuple(stay)
    return rest


def names_within(tree: object, faults: Iterable[Place]) -> set[str]:
    """Give the identifiers of the entries that are left out, to which others may point."""
    return {name for place in faults for name in _names(_at(tree, place))}


def _at(tree: object, place: Place) -> object:
    for part in place:
        if isinstance(tree, dict) and isinstance(part, str):
            tree = tree.get(part)
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        else:
            return None
    return tree


def _names(tree: object) -> Iterator[str]:
    pending = [tree]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            name = value.get("id")
            if isinstance(name, str):
                yield name
            pending.extend(value.values())
        elif isinstance(value, list):
            pending.extend(value)
