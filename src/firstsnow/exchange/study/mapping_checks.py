"""What a mapping can't mean, whatever the data says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from firstsnow.exchange.study.mapping import Mapping, Word
from firstsnow.exchange.study.roles import RATERS, SEXES, is_item
from firstsnow.i18n import Message, message
from firstsnow.knowledge import nearest
from firstsnow.record.checks import Place
from firstsnow.record.checks.exposure import exposure_findings
from firstsnow.record.checks.measurement import declared_scale_findings
from firstsnow.record.checks.time import reversed_interval
from firstsnow.scales import catalogue


class Mistake(NamedTuple):
    """A mistake in a mapping: where, what is wrong, what would be right."""

    place: Place
    what: Message
    right: Message


def mistakes(mapping: Mapping) -> Iterator[Mistake]:
    """Walk over what is wrong with a mapping, as far as it shows without the data."""
    yield from _scale_definitions(mapping)
    yield from _scales(mapping)
    yield from _constants(mapping)
    yield from _arms(mapping)


def unknown_scale(name: str, known: Iterable[str], place: Place) -> Mistake:
    """Say that a scale is not known, with near misses."""
    near = nearest(name, known)
    right = (
        message("did you mean {names}?", names=", ".join(near))
        if near
        else message("name a scale of the catalogue, or declare it under [scale_definitions]")
    )
    return Mistake(place, message("the scale {name} is not known", name=name), right)


def known_scales(mapping: Mapping) -> tuple[str, ...]:
    """Give the scales that a mapping may name: the catalogue's and its own."""
    return (*catalogue(), *mapping.scale_definitions)


def _scale_definitions(mapping: Mapping) -> Iterator[Mistake]:
    for name, scale in mapping.declared_scales().items():
        for finding in declared_scale_findings([scale]):
            field = "range" if finding.place[-1] == "maximum" else None
            place = ("scale_definitions", name, *((field,) if field else ()))
            yield Mistake(place, finding.what, finding.right)


def _scales(mapping: Mapping) -> Iterator[Mistake]:
    known = known_scales(mapping)
    for name, scale in mapping.scales.items():
        if scale not in known:
            yield unknown_scale(scale, known, ("scales", name))
    for index, wide in enumerate(mapping.wide):
        if mapping.scale_named(wide.scale) not in known:
            place = ("wide", index, "scale")
            yield unknown_scale(wide.scale, (*known, *mapping.scales), place)
    constant = mapping.constants.get("scale")
    if isinstance(constant, str) and mapping.scale_named(constant) not in known:
        yield unknown_scale(constant, (*known, *mapping.scales), ("constants", "scale"))


def _constants(mapping: Mapping) -> Iterator[Mistake]:
    for name, value in mapping.constants.items():
        place: Place = ("constants", name)
        if name in mapping.columns:
            yield Mistake(
                place,
                message("{name} is given under [columns] and under [constants]", name=name),
                message("keep one of the two"),
            )
        if is_item(name) or name == "total":
            yield Mistake(
                place,
                message("an answer or a total can't be the same in every row"),
                message("name its column under [columns]"),
            )
        yield from _constant_word(name, value, place)


def _constant_word(name: str, value: Word, place: Place) -> Iterator[Mistake]:
    if name == "day" and (isinstance(value, bool) or not isinstance(value, int | float)):
        yield Mistake(
            place,
            message("{value} is not a number of days", value=str(value)),
            message("write a number, for example day = 0"),
        )
    words = {"rater": tuple(RATERS), "sex": tuple(SEXES)}.get(name)
    if words is not None and str(value).casefold() not in words:
        yield Mistake(
            place,
            message("{value} is not known", value=str(value)),
            message("write one of {values}", values=", ".join(words)),
        )


def _arms(mapping: Mapping) -> Iterator[Mistake]:
    for name, arm in mapping.arms.items():
        for index, given in enumerate(arm.exposures):
            place: Place = ("arms", name, "exposures", index)
            if (given.dose is None) != (given.unit is None):
                lacking = "unit" if given.unit is None else "dose"
                yield Mistake(
                    (*place, lacking),
                    message("a dose needs both its amount and its unit"),
                    message('write both, for example dose = 60, unit = "mg/day"'),
                )
                continue
            exposure = given.as_exposure("e1")
            for finding in exposure_findings(exposure, place):
                yield Mistake(_shallow(finding.place), finding.what, finding.right)
            for finding in reversed_interval(exposure.start, exposure.end, place):
                yield Mistake(finding.place, finding.what, finding.right)


def _shallow(place: Place) -> Place:
    """Give the key of the mapping for a place in the exposure that was made of it."""
    return tuple(part for part in place[:4]) + place[-1:] if "doses" in place else place
