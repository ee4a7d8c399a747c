"""Makes docs/glossary.md from src/firstsnow/i18n/glossary.toml.

`python tools/make_glossary.py` writes the page; a test fails when the two differ.
"""

import sys
import tomllib
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[1]
DATA = REPOSITORY / "src" / "firstsnow" / "i18n" / "glossary.toml"
PAGE = REPOSITORY / "docs" / "glossary.md"

HEAD = """\
<!-- Made by tools/make_glossary.py from src/firstsnow/i18n/glossary.toml; edit that file. -->
# Glossary

The words of firstsnow in English and in Simplified Chinese, each in plain language. The last column
says where the Chinese word was read in this sense: a number leads to the list below, *ours* is a
word of firstsnow's own, and *unsourced* one that is believed to be usual but was not read anywhere.

| English | 简体中文 | Meaning | 含义 | Read in |
|---|---|---|---|---|
"""


def glossary_page(data: dict[str, Any]) -> str:
    """Return the page in Markdown."""
    keys = list(data["sources"])
    rows = [_row(word, keys) for word in data["words"]]
    notes = [_note(number, data["sources"][key]) for number, key in enumerate(keys, start=1)]
    return HEAD + "".join(rows) + "\n## Where the words were read\n\n" + "".join(notes)


def _row(word: dict[str, str], keys: list[str]) -> str:
    source = word["source"]
    place = f"*{source}*" if source in {"ours", "unsourced"} else f"[{keys.index(source) + 1}]"
    cells = (word["en"], word["zh"], word["means_en"], word["means_zh"], place)
    return f"| {' | '.join(cells)} |\n"


def _note(number: int, source: dict[str, str]) -> str:
    return f"{number}. {source['citation']}. Read: {source['read']}. <{source['url']}>\n"


def main() -> int:
    """Write the page."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    PAGE.write_text(glossary_page(data), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
