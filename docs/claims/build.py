"""Write the pages of the claims from the files in ``data``.

One TOML file holds one claim: what was said, what the literature says, a verdict, and where the
claim lives in the product. The pages beside this script are made from these files and are
committed, so that they can be read without running anything::

    python docs/claims/build.py            # write the pages
    python docs/claims/build.py --check    # exit 1 when a page is stale
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field

from firstsnow.knowledge import KnowledgeModel, read_knowledge

HERE = Path(__file__).resolve().parent
COMMAND = "python docs/claims/build.py"
NOTICE = f"<!-- Written by `{COMMAND}` from the files in data/. Change those, not this page. -->"

Verdict = Literal["holds", "holds in part", "disputed", "not as quoted", "unknown"]
VERDICTS: tuple[str, ...] = get_args(Verdict)
MEANINGS = {
    "holds": "what was read supports it",
    "holds in part": "some of it is supported; the text says which part is not",
    "disputed": "what was read disagrees",
    "not as quoted": "the source exists and says something else",
    "unknown": "what was read can't settle it",
}


def one_line(text: str) -> str:
    """Join wrapped text into one line; empty text is an error."""
    joined = " ".join(text.split())
    if not joined:
        raise ValueError("is empty; write a sentence")
    return joined


Sentence = Annotated[str, AfterValidator(one_line)]


class Literature(KnowledgeModel):
    """One piece of literature: what it says, its figure, where it was read and how much of it."""

    citation: Sentence
    says: Sentence
    figure: Sentence | None = None
    source: Annotated[str, Field(pattern=r"^https?://\S+$")]
    read: Literal["this repository's evidence tables", "abstract", "full text page", "table"]


class Place(KnowledgeModel):
    """Where a claim lives in the product: a room, what is there, and whether it exists yet."""

    room: Sentence
    what: Sentence
    state: Literal["now", "coming"]


class Claim(KnowledgeModel):
    """One claim of the interview, held against the literature."""

    number: int
    title: Sentence
    claim: Sentence
    verdict: Verdict
    summary: Sentence
    unread: tuple[Sentence, ...] = ()
    literature: Annotated[tuple[Literature, ...], Field(min_length=1)]
    place: Annotated[tuple[Place, ...], Field(min_length=1)]


class Group(KnowledgeModel):
    """Claims that share a page."""

    slug: str
    title: Sentence
    intro: Sentence
    claims: Annotated[tuple[int, ...], Field(min_length=1)]


class Groups(KnowledgeModel):
    """All pages, in the order in which they are listed."""

    group: tuple[Group, ...]


def read_claims(folder: Path = HERE / "data") -> dict[int, Claim]:
    """Read every claim, by number.

    Raises
    ------
        KnowledgeError: A file does not fit; the text names the file, the key and what is wrong.
        ValueError: A file's name is not its claim's number.
    """
    claims: dict[int, Claim] = {}
    for path in sorted(folder.glob("*.toml")):
        claim = read_knowledge(path, Claim)
        if path.stem != f"{claim.number:02d}":
            raise ValueError(f"{path.name}: holds claim {claim.number}; name it like its number")
        claims[claim.number] = claim
    return claims


def read_groups(path: Path = HERE / "groups.toml") -> tuple[Group, ...]:
    """Read which claims stand together on which page."""
    return read_knowledge(path, Groups).group


def pages() -> dict[str, str]:
    """Every page as it should be: file name to text."""
    claims, groups = read_claims(), read_groups()
    _every_claim_has_one_page(claims, groups)
    made = {"index.md": index_page(claims, groups)}
    for group in groups:
        made[f"{group.slug}.md"] = group_page(group, claims)
    return made


def _every_claim_has_one_page(claims: dict[int, Claim], groups: Sequence[Group]) -> None:
    listed = sorted(number for group in groups for number in group.claims)
    if listed != sorted(claims):
        raise ValueError(
            f"groups.toml: lists claims {listed}; data/ holds {sorted(claims)};"
            " list every claim exactly once"
        )


def index_page(claims: dict[int, Claim], groups: Sequence[Group]) -> str:
    """List all claims with their verdicts."""
    page_of = {number: group for group in groups for number in group.claims}
    rows = [
        f"| {number} | {claim.claim} | {claim.verdict} "
        f"| [{page_of[number].title}](#{_target(claim)}) |"
        for number, claim in sorted(claims.items())
    ]
    return _page(
        "# What the interview says, and what the literature says",
        _INDEX_INTRO.format(count=len(claims)),
        "\n".join(f"- **{verdict}**: {MEANINGS[verdict]}" for verdict in VERDICTS),
        _HOW_READ,
        "\n".join(["| # | claim | verdict | where |", "| --- | --- | --- | --- |", *rows]),
        "\n".join(["```{toctree}", ":hidden:", "", *(group.slug for group in groups), "```"]),
    )


_INDEX_INTRO = """\
firstsnow started from a public interview with a psychiatrist and pharmacologist about ketamine and
depression that is difficult to treat. Its {count} claims stand here in our words, each with what
the literature says, a verdict, and where it lives in the product. A claim that does not hold is
not silently built in. The verdicts are about the claims as worded, from what was read; they are no
advice for treating anyone."""

_HOW_READ = """\
Each source says how much of it was read: an *abstract*, a *table*, the opening of a *full text
page* (an article, a news item, a registry page), or a row of *this repository's evidence tables*,
which keep one published number a row with the address where it was seen and come into the package
with the room `evidence`. Some addresses are copies, because that is where the text was read.
Intervals in brackets are 95 % unless they say otherwise. What was looked for and not read is said,
and no number is shown for it."""


def group_page(group: Group, claims: dict[int, Claim]) -> str:
    """One page: its claims in full."""
    sections = [claim_section(claims[number]) for number in group.claims]
    return _page(f"# {group.title}", group.intro, *sections)


def claim_section(claim: Claim) -> str:
    """One claim: words, verdict, summary, literature, what was not read, place in the product."""
    parts = [
        f"({_target(claim)})=",
        f"## {claim.number}. {claim.title}",
        "",
        f"> {claim.claim}",
        "",
        f"**Verdict: {claim.verdict}.** {claim.summary}",
        "",
        "**What the literature says**",
        "",
        *(_literature_line(entry) for entry in claim.literature),
    ]
    if claim.unread:
        parts += ["", "**Not read**", "", *(f"- {text}" for text in claim.unread)]
    parts += ["", "**Where it lives in the product**", ""]
    parts += [f"- `{place.room}` ({place.state}): {place.what}" for place in claim.place]
    return "\n".join(parts)


def _literature_line(entry: Literature) -> str:
    figure = f" Figure: {_stop(entry.figure)}" if entry.figure else ""
    where = f"Read: {entry.read}, <{entry.source}>"
    return f"- *{_stop(entry.citation)}* {_stop(entry.says)}{figure} {where}"


def _stop(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _target(claim: Claim) -> str:
    return f"claim-{claim.number:02d}"


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([NOTICE, title, *parts]) + "\n"


def stale_pages(made: dict[str, str], folder: Path = HERE) -> list[str]:
    """Names of pages that are missing, differ from what the data give, or are left over."""
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in made.keys() | on_disk if made.get(name) != on_disk.get(name))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages, or with ``--check`` say which are stale (exit 1)."""
    parser = argparse.ArgumentParser(description="Write the pages of the claims.")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when stale")
    options = parser.parse_args(arguments)
    made = pages()
    stale = stale_pages(made)
    if options.check:
        for name in stale:
            print(f"docs/claims/{name} is stale; run: {COMMAND}", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        if name in made:
            (HERE / name).write_text(made[name], encoding="utf-8")
        else:
            (HERE / name).unlink()
    print(f"docs/claims: {len(made)} pages, {len(stale)} of them changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
