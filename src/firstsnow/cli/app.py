"""The commands and their options; what they do is in a file each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from firstsnow.i18n import Language

app = typer.Typer(
    name="firstsnow",
    help=(
        "Depression that is difficult to treat: what was tried, which definitions are met, how the "
        "person has been.\n\nEvery command ends with 0 when all is well, 1 when the input has "
        "problems (all are listed, and nothing is written), 2 when it was called wrongly."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_OFFERED = "en, zh"


def _language(text: str) -> Language:
    if text not in ("en", "zh"):
        raise typer.BadParameter(f"{text!r} is not offered; choose one of: {_OFFERED}")
    return Language(text)


RecordPath = Annotated[
    Path,
    typer.Argument(
        metavar="RECORD",
        help="A record (.json), a folder of records, or a study's table (.csv) with --mapping.",
        show_default=False,
    ),
]
Mapping = Annotated[
    Path | None,
    typer.Option(metavar="MAP.toml", help="How to read a study's table.", show_default=False),
]
Person = Annotated[
    str | None,
    typer.Option(metavar="ID", help="One person of a table or folder.", show_default=False),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="DATE",
        help="See the record as on this date (2026-03-05), or on this day of a study's clock; by "
        "default on the last day that it knows.",
        show_default=False,
    ),
]
Lang = Annotated[
    Language,
    typer.Option("--lang", metavar="en|zh", parser=_language, help="Language of what is written."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]


def _show_version(wanted: bool) -> None:
    if wanted:
        from firstsnow import __version__

        typer.echo(f"firstsnow {__version__}")
        raise typer.Exit


@app.callback()
def firstsnow(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and leave."
        ),
    ] = False,
) -> None:
    """Depression that is difficult to treat: what was tried, and how the person has been."""


@app.command()
def report(
    record: RecordPath,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="File that ends in .html, .pdf or .json; or a folder, for one report a person.",
            show_default=False,
        ),
    ],
    mapping: Mapping = None,
    person: Person = None,
    at: At = None,
    lang: Lang = Language.ENGLISH,
    form: Annotated[
        str, typer.Option("--format", metavar="html|pdf|json", help="Format in a folder.")
    ] = "html",
) -> None:
    """Write the report of a record: one page, as HTML, PDF or JSON."""
    from firstsnow.cli import reports
    from firstsnow.cli.ending import ending_well
    from firstsnow.cli.inputs import Wanted

    with ending_well(lang):
        reports.write(
            Wanted(record, mapping, person, lang), output, at=at, language=lang, form=form
        )


@app.command()
def history(
    record: RecordPath,
    mapping: Mapping = None,
    person: Person = None,
    at: At = None,
    lang: Lang = Language.ENGLISH,
    json: AsJson = False,
) -> None:
    """Tell what a record says about the past: attempts, definitions, course, answers."""
    from firstsnow.cli import past
    from firstsnow.cli.ending import ending_well
    from firstsnow.cli.inputs import Wanted

    with ending_well(lang):
        past.show(Wanted(record, mapping, person, lang), at=at, language=lang, as_json=json)


@app.command()
def cautions(
    record: RecordPath,
    treatments: Annotated[
        list[str],
        typer.Argument(
            metavar="TREATMENT...",
            help="What is planned: an identifier or a name; several that would be given together.",
            show_default=False,
        ),
    ],
    mapping: Mapping = None,
    person: Person = None,
    at: At = None,
    lang: Lang = Language.ENGLISH,
    json: AsJson = False,
) -> None:
    """Tell what speaks against a planned treatment: present, absent or not known."""
    from firstsnow.cli import cautioning
    from firstsnow.cli.ending import ending_well
    from firstsnow.cli.inputs import Wanted

    with ending_well(lang):
        cautioning.show(
            Wanted(record, mapping, person, lang), treatments, at=at, language=lang, as_json=json
        )


@app.command()
def score(
    variant: Annotated[str, typer.Argument(help="Scale, such as phq-9.", show_default=False)],
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Answers: CSV with a column for each item, or JSON.",
            show_default=False,
        ),
    ],
    lang: Lang = Language.ENGLISH,
    json: AsJson = False,
) -> None:
    """Score forms, one a row; a form that can't be scored says why and has no total."""
    from firstsnow.cli import scoring
    from firstsnow.cli.ending import ending_well

    with ending_well(lang):
        scoring.show(variant, file, language=lang, as_json=json)


@app.command()
def check(
    file: RecordPath,
    mapping: Mapping = None,
    lang: Lang = Language.ENGLISH,
) -> None:
    """List every problem of records or of a study's table."""
    from firstsnow.cli import checking
    from firstsnow.cli.ending import ending_well

    with ending_well(lang):
        checking.show(file, mapping, language=lang)


packs = typer.Typer(
    name="pack",
    help="Text packs: wordings of scales that a site holds a licence for.",
    no_args_is_help=True,
)
app.add_typer(packs)


@packs.command("check")
def check_pack(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="PACK", help="A text pack, or a folder of packs.", show_default=False
        ),
    ],
    lang: Lang = Language.ENGLISH,
) -> None:
    """Hold a text pack against the skeleton of its scale."""
    from firstsnow.cli import wording
    from firstsnow.cli.ending import ending_well

    with ending_well(lang):
        wording.check(file, language=lang)


@packs.command("template")
def write_pack_template(
    variant: Annotated[str, typer.Argument(help="Scale, such as madrs.", show_default=False)],
    wording_language: Annotated[
        str, typer.Argument(metavar="LANGUAGE", help="Language of the wording, such as en.")
    ] = "en",
    lang: Lang = Language.ENGLISH,
) -> None:
    """Print an empty text pack, to be filled in from the form."""
    from firstsnow.cli import wording
    from firstsnow.cli.ending import ending_well

    with ending_well(lang):
        wording.template(variant, wording_language)
