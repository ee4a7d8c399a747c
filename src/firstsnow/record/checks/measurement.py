"""Scales that are not known, answers and totals that can't be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from firstsnow.i18n import message
from firstsnow.knowledge import nearest
from firstsnow.record.checks.finding import Finding, Place
from firstsnow.record.measurement import VITAL_SIGN_LIMITS, DeclaredScale, Measurement, VitalSign
from firstsnow.scales import catalogue, check_answers, check_total


def declared_scale_findings(scales: Sequence[DeclaredScale]) -> Iterator[Finding]:
    """Walk over declared scales that hide a scale of the catalogue or have no range."""
    for index, scale in enumerate(scales):
        if scale.id in catalogue():
            yield Finding(
                ("declared_scales", index, "id"),
                message("{scale} is a scale of the catalogue", scale=scale.id),
                message("use the catalogue's scale, or declare it by another name"),
                scale.id,
            )
        if scale.maximum <= scale.minimum:
            yield Finding(
                ("declared_scales", index, "maximum"),
                message("the greatest total is not above the least"),
                message("give the range as least, greatest"),
                scale.maximum,
            )


def measurement_findings(
    measurement: Measurement, declared: Mapping[str, DeclaredScale], place: Place
) -> Iterator[Finding]:
    """Walk over what can't be true of one measurement."""
    if measurement.items is None and measurement.total is None:
        yield Finding(
            place,
            message("a measurement has neither items nor a total"),
            message("give the items' answers, the total, or both"),
        )
    if measurement.scale in declared:
        yield from _declared_measurement(measurement, declared[measurement.scale], place)
        return
    scale = catalogue().get(measurement.scale)
    if scale is None:
        yield _unknown_scale(measurement.scale, declared, (*place, "scale"))
        return
    if measurement.items is not None:
        for item, what, right in check_answers(scale, measurement.items):
            yield Finding((*place, "items", item), what, right, measurement.items.get(item))
    if measurement.total is not None:
        for what, right in check_total(scale, measurement.total, measurement.items):
            yield Finding((*place, "total"), what, right, measurement.total)


def _declared_measurement(
    measurement: Measurement, scale: DeclaredScale, place: Place
) -> Iterator[Finding]:
    if measurement.items is not None:
        yield Finding(
            (*place, "items"),
            message("{scale} was declared with a total only", scale=scale.id),
            message("leave the items out"),
        )
    total = measurement.total
    if total is not None and not scale.minimum <= total <= scale.maximum:
        yield Finding(
            (*place, "total"),
            message("the total {total} is outside the scale", total=total),
            message("a total lies between {low} and {high}", low=scale.minimum, high=scale.maximum),
            total,
        )


def _unknown_scale(name: str, declared: Iterable[str], place: Place) -> Finding:
    near = nearest(name, [*catalogue(), *declared])
    right = (
        message("did you mean {names}?", names=", ".join(near))
        if near
        else message("name a scale of the catalogue, or declare it in declared_scales")
    )
    return Finding(place, message("the scale {name} is not known", name=name), right, name)


def vital_sign_findings(signs: Sequence[VitalSign]) -> Iterator[Finding]:
    """Walk over readings that are slips of the pen or of the unit."""
    for index, sign in enumerate(signs):
        low, high = VITAL_SIGN_LIMITS[sign.name]
        if not low <= sign.value <= high:
            yield Finding(
                ("vital_signs", index, "value"),
                message("{value} can't be a reading of {name}", value=sign.value, name=sign.name),
                message("a reading lies between {low} and {high}", low=low, high=high),
                sign.value,
            )
