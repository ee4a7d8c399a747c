"""Keeping the catalogues in step with the code.

For those who keep the catalogues (``tools/update_catalogues.py``, ``tools/check_catalogues.py``);
nothing else imports it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from firstsnow.i18n.catalogue import FOLDERS
from firstsnow.i18n.extraction import template_catalog, unreadable_messages
from firstsnow.i18n.fill import fields, spaced
from firstsnow.i18n.language import OFFERED, Language

_NAME = "firstsnow.po"
_TEMPLATE = "firstsnow.pot"
_LINE_WIDTH = 100
_PLURAL_RULES = {
    Language.ENGLISH: "nplurals=2; plural=(n != 1);",
    Language.CHINESE: "nplurals=1; plural=0;",
}
_ABOUT = {
    None: "Every text of firstsnow that needs a translation. Made by tools/update_catalogues.py.",
    Language.ENGLISH: "English where it differs from the text in the code; the rest stands there.",
    Language.CHINESE: "Simplified Chinese. Words: docs/glossary.md.",
}


def updated_catalogues(package: Path) -> dict[Path, str]:
    """Give what each catalogue of the package at a folder should hold, by its path.

    Translations are kept. A text that changed a little keeps its old translation, marked fuzzy for
    a person to look at; one that is gone is dropped. The same code gives the same files.
    """
    template = template_catalog(package)
    locales = package / "i18n" / "locales"
    files = {locales / _TEMPLATE: _po_text(template, None)}
    for language in OFFERED:
        path = _path(package, language)
        catalog = _read(path, language)
        catalog.update(template, no_fuzzy_matching=language is Language.ENGLISH)
        if language is Language.ENGLISH:
            _keep_overrides(catalog)
        files[path] = _po_text(catalog, language)
    return files


def catalogue_faults(package: Path) -> list[str]:
    """Give what is wrong with the catalogues of the package at a folder, one line a fault.

    A fault is a text made where no catalogue can know it, a text that a catalogue lacks or holds
    although the code no longer says it, one untranslated or fuzzy, one whose fields differ from the
    original's, and Chinese that lacks the space beside a figure.
    """
    template = template_catalog(package)
    faults = [
        f"{place}: the text of a message is not written here, so that no catalogue can hold it"
        for place in unreadable_messages(package)
    ]
    for entry in _entries(template):
        faults += [f"{_where(entry)}: {fault}" for fault in _template_faults(entry)]
    for language in OFFERED:
        catalog = _read(_path(package, language), language)
        name = f"locales/{FOLDERS[language]}/{_NAME}"
        faults += [f"{name}: {fault}" for fault in _language_faults(template, catalog, language)]
    if not faults and any(
        _text(path) != text for path, text in updated_catalogues(package).items()
    ):
        faults.append("locales: out of date; run tools/update_catalogues.py")
    return faults


def _language_faults(template: Catalog, catalog: Catalog, language: Language) -> Iterator[str]:
    wanted = {_key(entry) for entry in _entries(template)}
    held = {_key(entry) for entry in _entries(catalog)}
    if language is not Language.ENGLISH:
        for _, english in sorted(wanted - held, key=str):
            yield f"lacks {english!r}; run tools/update_catalogues.py and translate it"
    for entry in _entries(catalog):
        if _key(entry) not in wanted:
            yield f"{_english(entry)!r} is stale; run tools/update_catalogues.py"
        elif not all(_forms(entry)):
            yield f"{_english(entry)!r} has no translation"
        elif entry.fuzzy:
            yield f"{_english(entry)!r} is fuzzy: read it, mend it and take the mark away"
        else:
            yield from _translation_faults(entry, language)


def _translation_faults(entry: Message, language: Language) -> Iterator[str]:
    # The number itself may be left out where a form holds for one number only.
    optional = {"number"} if entry.pluralizable else set()
    original = entry.id if isinstance(entry.id, str) else entry.id[-1]
    for form in _forms(entry):
        if fields(form) | optional != fields(original) | optional:
            yield (
                f"{_english(entry)!r} has the fields {sorted(fields(original))}, "
                f"its translation {form!r} has {sorted(fields(form))}"
            )
        if language is Language.CHINESE and spaced(form) != form:
            yield f"{form!r} lacks a space between Chinese and figures; write {spaced(form)!r}"


def _template_faults(entry: Message) -> Iterator[str]:
    """Find what would break when a text of the code is filled; templates have other fields."""
    if not any(str(place).endswith(".py") for place, _ in entry.locations):
        return
    for text in (entry.id,) if isinstance(entry.id, str) else entry.id:
        try:
            parsed = list(Formatter().parse(text))
        except ValueError as error:
            yield f"{text!r} can't be filled: {error}"
            continue
        for _, name, form, conversion in parsed:
            if name is not None and (form or conversion or not name.isidentifier()):
                yield f"the field {{{name}}} of {text!r} should be a name and nothing else"


def _keep_overrides(catalog: Catalog) -> None:
    for entry in list(_entries(catalog)):
        if not all(_forms(entry)):
            catalog.delete(entry.id, entry.context)


def _po_text(catalog: Catalog, language: Language | None) -> str:
    """Write a catalogue with nothing in it that depends on the day, the machine or a line."""
    file = io.BytesIO()
    write_po(
        file,
        catalog,
        width=_LINE_WIDTH,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    header = [
        f"# {_ABOUT[language]}",
        "# Part of firstsnow, under its licence (Apache-2.0).",
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: firstsnow\\n"',
        f'"Language: {"" if language is None else FOLDERS[language]}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
    ]
    if language is not None:
        header.append(f'"Plural-Forms: {_PLURAL_RULES[language]}\\n"')
    entries = file.getvalue().decode("utf-8").strip()
    return "\n".join(header) + "\n" + (f"\n{entries}\n" if entries else "")


def _read(path: Path, language: Language) -> Catalog:
    if not path.exists():
        return Catalog(locale=FOLDERS[language], charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=FOLDERS[language])


def _path(package: Path, language: Language) -> Path:
    return package / "i18n" / "locales" / FOLDERS[language] / _NAME


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _entries(catalog: Catalog) -> Iterator[Message]:
    return (entry for entry in catalog if entry.id)


def _english(entry: Message) -> str:
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def _key(entry: Message) -> tuple[str | None, str]:
    return entry.context, _english(entry)


def _forms(entry: Message) -> tuple[str, ...]:
    strings = entry.string or ""
    return (strings,) if isinstance(strings, str) else tuple(strings)


def _where(entry: Message) -> str:
    return str(entry.locations[0][0])
