"""``firstsnow cautions``: what speaks against a planned treatment, as far as a record tells."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import typer

from firstsnow.cli.ending import UsageError
from firstsnow.cli.inputs import Wanted, day_of, one_record
from firstsnow.history import Caution, cautions, day_on_record
from firstsnow.i18n import Language, Message, Translator, message, translator
from firstsnow.record import Record
from firstsnow.record.fact import Presence
from firstsnow.report.cautions import REGIONS, WEIGHTS
from firstsnow.report.words import listed
from firstsnow.treatments import Treatment, UnknownTreatment, find, treatment

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_TITLES: dict[Presence, Message] = {
    "present": message("Present"),
    "unknown": message("Not known: to be asked"),
    "absent": message("Absent"),
}


def show(
    wanted: Wanted,
    planned: Sequence[str],
    *,
    at: str | None,
    language: Language,
    as_json: bool,
) -> None:
    """Print every clause about planned treatments, and whether what it speaks of is there.

    Raises
    ------
    InputError
        With everything that is wrong in the input.
    UsageError
        If there are several persons, no such treatment, or the day is not on the record's clock.
    """
    record = one_record(wanted)
    known = [_treatment(name) for name in planned]
    day = day_on_record(record, day_of(record, at))
    found = cautions(record, [one.id for one in known], day)
    spoken = translator(language)
    if as_json:
        document = _document(record, known, day, found, spoken)
        typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    typer.echo("\n".join(_lines(known, found, spoken)))


def _treatment(name: str) -> Treatment:
    """Find a treatment by its identifier or by exactly one of its names."""
    try:
        return treatment(name)
    except UnknownTreatment as error:
        exact = [match.treatment for match in find(name) if match.is_exact]
        if len(exact) == 1:
            return exact[0]
        right = (
            message("did you mean {names}?", names=", ".join(error.suggestions))
            if error.suggestions
            else message("name a treatment of the catalogue")
        )
        raise UsageError(message("there is no treatment {name}", name=name), right) from error


def _lines(
    known: Sequence[Treatment], found: Sequence[Caution], spoken: Translator
) -> Iterator[str]:
    names = listed([one.name for one in known])
    yield spoken.text(
        message("What speaks against {treatments}, or asks for care", treatments=names)
    )
    for one in known:
        if not any(caution.treatment is one for caution in found):
            yield ""
            yield spoken.text(
                message(
                    "No clause was read for {treatment}. That does not mean that there is none.",
                    treatment=one.name,
                )
            )
    for presence, title in _TITLES.items():
        chosen = [caution for caution in found if caution.presence == presence]
        if chosen:
            yield ""
            yield spoken.text(title)
        for caution in chosen:
            yield from _of_caution(caution, spoken)


def _of_caution(caution: Caution, spoken: Translator) -> Iterator[str]:
    yield "  " + spoken.text(
        message(
            "{treatment} and {about}, {weight}: {clause}",
            treatment=caution.treatment.name,
            about=caution.about,
            weight=WEIGHTS[caution.weight],
            clause=caution.clause,
        )
    )
    for ground in caution.found.grounds:
        words = ground.words if isinstance(ground.words, str) else spoken.text(ground.words)
        yield "    " + spoken.text(message("on record: {words}", words=words))
    if caution.presence == "present" and caution.found.ask is not None:
        yield "    " + spoken.text(message("the record contradicts itself here"))
    yield "    " + spoken.text(_source(caution))


def _source(caution: Caution) -> Message:
    if caution.region is None:
        return message("source: {citation}", citation=caution.source.citation)
    return message(
        "source ({region}): {citation}",
        region=REGIONS[caution.region],
        citation=caution.source.citation,
    )


def _document(
    record: Record,
    known: Sequence[Treatment],
    day: float,
    found: Sequence[Caution],
    spoken: Translator,
) -> dict[str, Json]:
    return {
        "format": "firstsnow-cautions",
        "version": 1,
        "record": record.id,
        "day": day,
        "planned": [one.id for one in known],
        "cautions": [_entry(caution, spoken) for caution in found],
    }


def _entry(caution: Caution, spoken: Translator) -> dict[str, Json]:
    return {
        "treatment": caution.treatment.id,
        "kind": caution.kind,
        "about": spoken.text(message("{name}", name=caution.about)),
        "weight": caution.weight,
        "presence": caution.presence,
        "clause": spoken.text(message("{name}", name=caution.clause)),
        "region": caution.region,
        "source": {"citation": caution.source.citation, "url": caution.source.url},
        "grounds": [
            {
                "place": ground.place,
                "words": ground.words
                if isinstance(ground.words, str)
                else spoken.text(ground.words),
                "presence": ground.presence,
            }
            for ground in caution.found.grounds
        ],
        "ask": None if caution.found.ask is None else spoken.text(caution.found.ask),
    }
