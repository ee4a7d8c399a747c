"""Markdown from plain text: signs that mean something are escaped, tables keep their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

NOTICE = "<!-- Written by docs/catalogue/write.py from the catalogue. Change its files instead. -->"

HYPHENATED = {
    "inter-rater": "inter-rater",
    "meta-analysis": "meta-analysis",
    "network-meta-analysis": "network meta-analysis",
    "test-retest": "test-retest",
}

_SIGNS = re.compile(r"([\\`*_\[\]<>|#&{}$~])")


def plain(text: str) -> str:
    r"""Give a text in one line, with every sign escaped that Markdown would take for itself.

    >>> print(plain("a|b  and c"))
    a\|b and c
    """
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def unescaped(page: str) -> str:
    """Give a page as a reader sees its signs: what ``plain`` escaped stands bare."""
    return re.sub(r"\\(.)", r"\1", page)


def both(en: str, zh: str | None) -> str:
    """Give a name in English and, where there is one, in Chinese."""
    return f"{plain(en)} {plain(zh)}" if zh else plain(en)


def words(identifier: str) -> str:
    """Give the words that an identifier is made of.

    >>> words("depression-severity")
    'depression severity'
    """
    return HYPHENATED.get(identifier, plain(identifier.replace("-", " ")))


def number(value: float) -> str:
    """Give a number without the ``.0`` that a whole number of a file gains when it is read.

    >>> number(20.0), number(-3.8)
    ('20', '−3.8')
    """
    return str(int(value) if value == int(value) else value).replace("-", "−")


def link(text: str, address: str) -> str:
    """Link a text to an address, whatever signs the address holds."""
    return f"[{plain(text)}](<{address}>)"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table, or nothing where it has no row."""
    lines = [_row(cells) for cells in rows]
    return "\n".join([_row(heads), _row(["---"] * len(heads)), *lines]) if lines else ""


def bullets(lines: Iterable[str]) -> str:
    """Give a list, one line an entry."""
    return "\n".join(f"- {line}" for line in lines)


def section(title: str, *parts: str) -> str:
    """Give a section with its title, or nothing where all of its parts are empty."""
    written = [part for part in parts if part]
    return "\n\n".join([f"## {title}", *written]) if written else ""


def page(title: str, *parts: str) -> str:
    """Give a whole page; parts that are empty leave no trace."""
    return "\n\n".join([NOTICE, f"# {title}", *(part for part in parts if part)]) + "\n"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Join words as a sentence does.

    >>> listed(["1", "2", "3"])
    '1, 2 and 3'
    """
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
