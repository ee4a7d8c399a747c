"""The front door: what speaks against a planned treatment, as far as a record tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstsnow.history.cautions.caution import Caution, Ground, Presented
from firstsnow.history.cautions.conditions import condition_found
from firstsnow.history.cautions.partners import is_partner, partner_found, partner_name
from firstsnow.history.dose_time import exposure_start
from firstsnow.history.last_day import last_day
from firstsnow.i18n import LocalizedText, message
from firstsnow.record import Exposure, Record
from firstsnow.treatments import Treatment, catalogue, treatment
from firstsnow.treatments.caution import Contraindication, Interaction, Partner
from firstsnow.treatments.dose import Route
from firstsnow.treatments.vocabulary import conditions

_ORDER_OF_PRESENCE = ("present", "unknown", "absent")
_ORDER_OF_WEIGHT = ("contraindicated", "avoid", "caution")


def cautions(
    record: Record,
    planned: str | Sequence[str],
    at: float | None = None,
    *,
    route: Route | None = None,
) -> tuple[Caution, ...]:
    """Hold every sourced clause about planned treatments against a record.

    Each clause is present, absent or unknown: what is not on record is unknown, never absent.
    An empty answer says that no clause was read, not that nothing speaks against a treatment.

    Parameters
    ----------
    record
        The record.
    planned
        Identifier of a treatment of the catalogue, or several that would be given together.
    at
        The day on which it would begin, on the record's clock; by default the last day that the
        record knows.
    route
        How it would be given; clauses of other routes are left out. Without it, all are held.

    Returns
    -------
    tuple of Caution
        What is present first, then what is unknown, then what is absent; by weight within each.

    Raises
    ------
    UnknownTreatment
        If the catalogue has no such treatment.
    """
    day = last_day(record) if at is None else at
    wanted = [treatment(one) for one in ([planned] if isinstance(planned, str) else planned)]
    found = [
        caution for one in wanted for caution in _of_treatment(record, one, wanted, day, route)
    ]
    return tuple(sorted(found, key=_order))


def current_cautions(record: Record, at: float | None = None) -> tuple[Caution, ...]:
    """Give the clauses about what is being given that are present, the heaviest first.

    Each treatment that is known to be given on the day is held against the rest of the record.
    """
    day = last_day(record) if at is None else at
    found = []
    for exposure in record.exposures:
        is_given = exposure.ongoing or (exposure.end is not None and exposure.end.latest >= day)
        known = catalogue().get(exposure.treatment or "")
        if is_given and known is not None and not exposure_start(exposure).low > day:
            every = _of_treatment(record, known, [known], day, exposure.route)
            found += [caution for caution in every if caution.presence == "present"]
    once = {(one.treatment.id, one.about, one.clause, one.region): one for one in reversed(found)}
    return tuple(sorted(once.values(), key=_order))


def _order(caution: Caution) -> tuple[int, int, str, str]:
    return (
        _ORDER_OF_PRESENCE.index(caution.presence),
        _ORDER_OF_WEIGHT.index(caution.weight),
        caution.treatment.id,
        caution.about.en,
    )


def _of_treatment(
    record: Record,
    one: Treatment,
    together: Sequence[Treatment],
    day: float,
    route: Route | None,
) -> Iterator[Caution]:
    for clause in one.contraindications:
        if clause.is_sourced and (None in (route, clause.route) or route == clause.route):
            word = conditions()[clause.condition]
            about = LocalizedText(word.name.en, word.name.zh)
            yield _caution(one, about, clause, condition_found(record, word, one, day))
    for interaction in one.interactions:
        if interaction.is_sourced:
            waits = interaction.days_after_partner or 0.0
            found = partner_found(record, interaction.partner, day, days_after=waits, beside=one.id)
            found = _or_planned(found, interaction.partner, one, together)
            yield _caution(one, partner_name(interaction.partner), interaction, found)
    yield from _said_by_others(record, one, day)


def _caution(
    one: Treatment,
    about: LocalizedText,
    clause: Contraindication | Interaction,
    found: Presented,
) -> Caution:
    return Caution(
        kind="condition" if isinstance(clause, Contraindication) else "interaction",
        treatment=one,
        about=about,
        weight=clause.weight,
        clause=LocalizedText(clause.clause.en, clause.clause.zh),
        source=one.sources[clause.source],
        region=clause.region,
        found=found,
    )


def _or_planned(
    found: Presented, partner: Partner, one: Treatment, together: Sequence[Treatment]
) -> Presented:
    """Take a partner that is planned beside it as present."""
    for other in together:
        if other is not one and is_partner(partner, Exposure(id="planned", treatment=other.id)) == (
            "same"
        ):
            ground = Ground("planned", message("{name}", name=other.name), "present")
            return Presented("present", (ground, *found.grounds))
    return found


def _said_by_others(record: Record, one: Treatment, day: float) -> Iterator[Caution]:
    """Give what the files of treatments on record say about adding this one to them."""
    planned = Exposure(id="planned", treatment=one.id)
    for index, exposure in enumerate(record.exposures):
        other = catalogue().get(exposure.treatment or "")
        if other is None or other.id == one.id or exposure_start(exposure).low > day:
            continue
        for interaction in other.interactions:
            if not interaction.is_sourced or is_partner(interaction.partner, planned) != "same":
                continue
            if _covers(one, other):
                continue
            waits = interaction.days_before_partner or 0.0
            own = Partner(treatment=other.id)
            found = partner_found(record, own, day, days_after=waits)
            if any(ground.place == f"exposures[{index}]" for ground in found.grounds):
                yield _caution_of_other(one, other, interaction, found)


def _covers(one: Treatment, other: Treatment) -> bool:
    """Whether a treatment's own file already speaks of another, as surely as that one's does."""
    asked = Exposure(id="other", treatment=other.id)
    return any(
        interaction.is_sourced and is_partner(interaction.partner, asked) == "same"
        for interaction in one.interactions
    )


def _caution_of_other(
    one: Treatment, other: Treatment, interaction: Interaction, found: Presented
) -> Caution:
    return Caution(
        kind="interaction",
        treatment=one,
        about=other.name,
        weight=interaction.weight,
        clause=LocalizedText(interaction.clause.en, interaction.clause.zh),
        source=other.sources[interaction.source],
        region=interaction.region,
        found=found,
    )
