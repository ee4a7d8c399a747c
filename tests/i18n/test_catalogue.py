"""What ships: both catalogues can be read, by our reader as by Babel's."""

import io
import subprocess
import sys
from importlib import resources

import pytest
from babel.messages.pofile import read_po

from firstsnow.i18n import OFFERED, Language
from firstsnow.i18n.catalogue import FOLDERS, parse_catalogue, read_catalogue

TRICKY = r"""
msgid ""
msgstr ""
"Language: en\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

# a remark
#: firstsnow/report/page.py
#, python-brace-format
msgid ""
"two\n"
"lines \"quoted\" \\ and\ta tab"
msgstr ""
"zwei "
"Zeilen"

#, fuzzy, python-brace-format
msgid "guessed"
msgstr "geraten"

msgid "empty"
msgstr ""

msgctxt "door"
msgid "open"
msgid_plural "opens"
msgstr[0] "eine"
msgstr[1] "viele"
"""


def by_babel(po: str, folder: str) -> dict[tuple[str | None, str], tuple[str, ...]]:
    found = {}
    for entry in read_po(io.BytesIO(po.encode()), locale=folder):
        english = entry.id if isinstance(entry.id, str) else entry.id[0]
        strings = entry.string or ""
        forms = (strings,) if isinstance(strings, str) else tuple(strings)
        if english and all(forms) and not entry.fuzzy:
            found[entry.context, english] = forms
    return found


@pytest.mark.parametrize("language", OFFERED)
def test_what_ships_reads_as_babel_reads_it(language: Language) -> None:
    file = resources.files("firstsnow.i18n") / "locales" / FOLDERS[language] / "firstsnow.po"
    assert read_catalogue(language).texts == by_babel(file.read_text("utf-8"), FOLDERS[language])


def test_every_way_of_writing_an_entry_reads_as_babel_reads_it() -> None:
    catalogue = parse_catalogue(TRICKY)
    assert catalogue.texts == by_babel(TRICKY, "en")
    assert catalogue.text('two\nlines "quoted" \\ and\ta tab') == "zwei Zeilen"
    assert catalogue.text("guessed") == "guessed"
    assert catalogue.text("open") == "open"
    assert [catalogue.plural("open", "opens", n, "door") for n in (1, 2)] == ["eine", "viele"]
    assert [catalogue.plural("day", "days", n) for n in (1, 2)] == ["day", "days"]


def test_a_catalogue_without_a_plural_rule_is_an_error() -> None:
    with pytest.raises(ValueError, match="Plural-Forms"):
        parse_catalogue('msgid "a"\nmsgstr "b"\n')


SPEED = """
import sys, time
from firstsnow.i18n.catalogue import parse_catalogue

po = sys.stdin.read()
times = []
for _ in range(3):
    started = time.process_time()
    parse_catalogue(po)
    times.append(time.process_time() - started)
print(min(times))
"""


def test_eight_hundred_texts_are_read_in_no_time() -> None:
    entry = 'msgid "number {0} of many texts in the report"\nmsgstr "报告里的第 {0} 句话"\n'
    po = TRICKY + "".join(f"\n{entry.replace('0', str(number))}" for number in range(800))
    # A process of its own, which no coverage slows down.
    done = subprocess.run(
        [sys.executable, "-c", SPEED], input=po, capture_output=True, text=True, check=True
    )
    assert float(done.stdout) < 0.06
