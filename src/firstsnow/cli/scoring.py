"""``firstsnow score``: totals and how they are read, or why there is none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import typer

from firstsnow.cli.answer_files import Form, read_forms
from firstsnow.cli.scale_names import scale_named
from firstsnow.i18n import Language, Translator, message, translator
from firstsnow.scales import NotScoreable, Score, score

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def show(variant: str, path: Path, *, language: Language, as_json: bool) -> None:
    """Score every form of a file and print the results in its order.

    Raises
    ------
    InputError
        With everything that is wrong in the file.
    UsageError
        If there is no such scale.
    """
    scale = scale_named(variant)
    forms = read_forms(scale, path)
    results = [score(scale, form.answers) for form in forms]
    spoken = translator(language)
    if as_json:
        document = [_document(result, spoken) for result in results]
        typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    typer.echo("\n".join(_lines(forms, results, spoken)))


def _lines(
    forms: Sequence[Form], results: Sequence[Score | NotScoreable], spoken: Translator
) -> list[str]:
    lines = []
    for place, (form, result) in enumerate(zip(forms, results, strict=True), start=1):
        name = message("form {number}", number=place)
        if form.name:
            name = message("form {number} ({name})", number=place, name=form.name)
        lines.append(
            spoken.text(message("{form}: {result}", form=name, result=_said(result, spoken)))
        )
    return lines


def _said(result: Score | NotScoreable, spoken: Translator) -> str:
    if isinstance(result, NotScoreable):
        return spoken.text(message("cannot be scored: {reason}", reason=result.reason))
    total = message("{total} of {maximum}", total=result.total, maximum=result.maximum)
    default = [band for band in result.bands if band.default] or list(result.bands)
    if len(default) != 1:
        return spoken.text(total)
    return spoken.text(message("{total}, {band}", total=total, band=default[0].level.name))


def _document(result: Score | NotScoreable, spoken: Translator) -> dict[str, Json]:
    if isinstance(result, NotScoreable):
        return {
            "scale": result.scale,
            "total": None,
            "reason": result.code.slug,
            "explanation": spoken.text(result.reason),
            "items": list(result.items),
        }
    return {
        "scale": result.scale,
        "total": result.total,
        "minimum": result.minimum,
        "maximum": result.maximum,
        "prorated": list(result.prorated),
        "subscales": [
            {"id": one.id, "total": one.total, "minimum": one.minimum, "maximum": one.maximum}
            for one in result.subscales
        ],
        "bands": [
            {"set": one.set, "population": one.population, "name": spoken.text(one.level.name)}
            for one in result.bands
        ],
    }
