"""The published schema of records, made from the models.

``python -m firstsnow.record.schema`` writes it anew; a test holds that it is current.
"""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path

from pydantic import BaseModel

import firstsnow.record as room
from firstsnow.record.record import SCHEMA_VERSION, Record

SCHEMA_FILE = Path(__file__).parent / "schema" / f"record-{SCHEMA_VERSION}.schema.json"
"""The schema as it is published."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SECTIONS = re.compile(r"\n+(Attributes|Raises|Parameters)\n-+\n")
_ATTRIBUTE = re.compile(r"^(\w[\w, ]*)\n((?:    .*\n?|\n(?=    ))+)", re.MULTILINE)

Schema = dict[str, object]


def record_schema() -> Schema:
    """Give the JSON schema (draft 2020-12) of a record.

    Whatever a record may be, the schema accepts. The schema does not tell what contradicts itself:
    a total against its items, an end before its start, a treatment that nobody knows.
    """
    made: Schema = Record.model_json_schema()
    parts = made.pop("$defs")
    if isinstance(parts, dict):
        for name, part in parts.items():
            _describe(part, getattr(room, name))
    _describe(made, Record)
    return {
        "$schema": _DIALECT,
        "$id": f"urn:firstsnow:record:{SCHEMA_VERSION}",
        **made,
        "$defs": parts,
    }


def schema_text() -> str:
    """Give the schema as it is published."""
    return f"{json.dumps(record_schema(), ensure_ascii=False, indent=2)}\n"


def _describe(part: Schema, model: type[BaseModel]) -> None:
    """Put a model's words where readers of the schema look for them."""
    part["description"] = _SECTIONS.split(inspect.getdoc(model) or "")[0]
    words = _words_of_attributes(model)
    properties = part.get("properties")
    if isinstance(properties, dict):
        for name, field in properties.items():
            field.pop("title", None)
            if name in words:
                field["description"] = words[name]


def _words_of_attributes(model: type[BaseModel]) -> dict[str, str]:
    words: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            words.update(_words_in(inspect.cleandoc(base.__doc__ or "")))
    return words


def _words_in(text: str) -> dict[str, str]:
    sections = _SECTIONS.split(text)
    named = dict(zip(sections[1::2], sections[2::2], strict=True))
    return {
        name.strip(): " ".join(body.split())
        for names, body in _ATTRIBUTE.findall(f"{named.get('Attributes', '')}\n")
        for name in names.split(",")
    }


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
