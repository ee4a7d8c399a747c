"""``firstsnow pack``: text packs of a site."""

from __future__ import annotations

from pathlib import Path

import typer

from firstsnow.cli.scale_names import scale_named
from firstsnow.i18n import Language, plural_message, translator
from firstsnow.scales.packs import pack_template, read_pack, read_packs


def check(path: Path, *, language: Language) -> None:
    """Check a pack, or every pack of a folder.

    Raises
    ------
    InputError
        With every problem.
    """
    packs = list(read_packs(path).values()) if path.is_dir() else [read_pack(path)]
    line = plural_message(
        "{file}: {number} text pack, no problem",
        "{file}: {number} text packs, no problem",
        len(packs),
        file=str(path),
    )
    typer.echo(translator(language).text(line))


def template(variant: str, language: str) -> None:
    """Print an empty pack.

    Raises
    ------
    UsageError
        If there is no such scale.
    """
    typer.echo(pack_template(scale_named(variant), language), nl=False)
