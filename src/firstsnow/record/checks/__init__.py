"""What can't be true of a record: contradictions that only show when its parts meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from firstsnow.record.checks.exposure import exposure_findings
from firstsnow.record.checks.finding import Finding, Place
from firstsnow.record.checks.identity import identifier_findings, reference_findings
from firstsnow.record.checks.measurement import (
    declared_scale_findings,
    measurement_findings,
    vital_sign_findings,
)
from firstsnow.record.checks.overlap import episode_overlaps, exposure_overlaps
from firstsnow.record.checks.time import adversity_findings, person_findings, time_findings

if TYPE_CHECKING:
    from firstsnow.record.record import Record

__all__ = ["Finding", "Place", "findings"]


def findings(record: Record) -> Iterator[Finding]:
    """Walk over everything in a record that can't be true."""
    yield from identifier_findings(record)
    yield from reference_findings(record)
    yield from time_findings(record)
    yield from person_findings(record.person)
    yield from adversity_findings(record.adversity)
    for index, exposure in enumerate(record.exposures):
        yield from exposure_findings(exposure, ("exposures", index))
    yield from exposure_overlaps(record.exposures)
    yield from episode_overlaps(record.episodes)
    yield from declared_scale_findings(record.declared_scales)
    declared = {scale.id: scale for scale in record.declared_scales}
    for index, measurement in enumerate(record.measurements):
        yield from measurement_findings(measurement, declared, ("measurements", index))
    yield from vital_sign_findings(record.vital_signs)
