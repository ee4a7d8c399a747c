"""Whether something that a treatment interacts with is given, or was until lately."""

from __future__ import annotations

import math
from collections.abc import Iterator

from firstsnow.history.cautions.caution import Ground, Presented
from firstsnow.history.cautions.findings import weighed
from firstsnow.history.cautions.recognise import Likeness, likeness
from firstsnow.history.dose_time import exposure_end, exposure_start
from firstsnow.i18n import LocalizedText, Message, message
from firstsnow.record import Exposure, Record
from firstsnow.record.fact import Presence
from firstsnow.treatments import catalogue, mechanisms
from firstsnow.treatments.caution import Partner
from firstsnow.treatments.vocabulary import substances


def partner_name(partner: Partner) -> LocalizedText:
    """Give the name of what a treatment interacts with."""
    if partner.treatment is not None:
        return catalogue()[partner.treatment].name
    if partner.mechanism is not None:
        return mechanisms()[partner.mechanism].name
    word = substances()[partner.substance or ""]
    return LocalizedText(word.name.en, word.name.zh)


def partner_found(
    record: Record,
    partner: Partner,
    day: float,
    *,
    days_after: float = 0.0,
    beside: str | None = None,
) -> Presented:
    """Say whether a partner is given on a day, or was within so many days before.

    Parameters
    ----------
    record
        The record.
    partner
        With what the treatment interacts.
    day
        The day on which the treatment would begin, on the record's clock.
    days_after
        Days that must have passed since the partner's last dose.
    beside
        Identifier of the treatment itself: it is no partner of its own.
    """
    name = partner_name(partner)
    ask = message("ask whether this is taken, or was lately: {partner}", partner=name)
    grounds = [
        ground
        for index, exposure in enumerate(record.exposures)
        if not exposure_start(exposure).low > day
        and (beside is None or exposure.treatment != beside)
        for ground in _ground(index, exposure, partner, day, days_after)
    ]
    if not grounds and _says_what_is_given(record, partner, day, days_after):
        grounds = [Ground("exposures", message("not among what is given"), "absent")]
    return weighed(grounds, ask)


def is_partner(partner: Partner, exposure: Exposure) -> Likeness:
    """Say whether an exposure is what a treatment interacts with."""
    treatment = catalogue().get(exposure.treatment) if exposure.treatment is not None else None
    if partner.treatment is not None and treatment is not None:
        return "same" if treatment.id == partner.treatment else "other"
    if partner.mechanism is not None and treatment is not None:
        return "same" if treatment.mechanism.id == partner.mechanism else "other"
    if partner.substance is None:
        return "other"
    word = substances()[partner.substance]
    members = tuple(member.name for member in word.members if member.is_sourced)
    names = (word.name.en, word.name.zh or "", *word.also, *members)
    if treatment is not None:
        own = {name.casefold() for name in treatment.names.searched()}
        return "same" if own & {name.casefold() for name in names} else "other"
    return likeness(exposure.as_written or "", names)


def _ground(
    index: int, exposure: Exposure, partner: Partner, day: float, days_after: float
) -> Iterator[Ground]:
    how = is_partner(partner, exposure)
    if how == "other":
        return
    given = _given(exposure, day, days_after)
    if given == "absent":
        return
    said: Presence = given if how == "same" else "unknown"
    yield Ground(f"exposures[{index}]", _words(exposure, day), said)


def _given(exposure: Exposure, day: float, days_after: float) -> Presence:
    """Say whether it is given, or ended so lately that too few days have passed."""
    if exposure.adherence == "none":
        return "absent"
    end = exposure_end(exposure, day)
    is_open = exposure.end is None and exposure.ongoing is None
    if is_open or not math.isfinite(end.low):
        return "unknown"
    if exposure.ongoing or end.low > day - days_after:
        return "present"
    return "absent" if end.high <= day - days_after and end.high < day else "unknown"


def _words(exposure: Exposure, day: float) -> Message:
    treatment = catalogue().get(exposure.treatment) if exposure.treatment is not None else None
    name = exposure.as_written or exposure.treatment or "?"
    shown = treatment.name if treatment is not None else LocalizedText(name)
    end = exposure_end(exposure, day)
    if exposure.end is not None and math.isfinite(end.high) and end.high < day:
        return message("{name}, ended {days} days before", name=shown, days=int(day - end.high))
    return message("{name}", name=shown)


def _says_what_is_given(record: Record, partner: Partner, day: float, days_after: float) -> bool:
    """Whether the record is known to hold everything of the catalogue that is given on a day.

    Of substances that the catalogue does not have, silence never tells.
    """
    if partner.substance is not None or record.study is not None or record.observed_until is None:
        return False
    if record.observed_until.latest < math.floor(day):
        return False
    return all(
        exposure.treatment is not None or _given(exposure, day, days_after) == "absent"
        for exposure in record.exposures
    )
