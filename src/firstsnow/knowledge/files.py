"""Reading knowledge files: TOML in, frozen values out, mistakes explained."""

from __future__ import annotations

import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from firstsnow.knowledge.nearest import nearest


class KnowledgeModel(BaseModel):
    """A frozen value read from a knowledge file; keys it does not know are errors."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=False, use_attribute_docstrings=False
    )


class KnowledgeError(ValueError):
    """A knowledge file that can't be read; the text names the file, the key and what is wrong."""


Model = TypeVar("Model", bound=KnowledgeModel)


def read_knowledge(path: Traversable | Path, model: type[Model]) -> Model:
    """Read one knowledge file into a value of ``model``.

    Raises
    ------
    KnowledgeError
        If the file is not TOML, or a key is unknown, missing or wrong; every mistake is listed.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path.name}: not readable as TOML: {error}") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        lines = [f"{path.name}: {_explain(mistake, model)}" for mistake in error.errors()]
        raise KnowledgeError("\n".join(lines)) from error


def read_named(path: Traversable | Path, model: type[Model]) -> Model:
    """Read one knowledge file that is named after the ``id`` in it.

    Raises
    ------
    KnowledgeError
        If it can't be read, or is named otherwise.
    """
    found = read_knowledge(path, model)
    identifier = getattr(found, "id", None)
    if path.name != f"{identifier}.toml":
        raise KnowledgeError(
            f"{path.name}: id is {identifier!r}; the file would be named {identifier}.toml"
        )
    return found


def _explain(mistake: ErrorDetails, model: type[BaseModel]) -> str:
    place = ".".join(map(str, mistake["loc"])) or "the file"
    text = f"{place}: {mistake['msg']}"
    if mistake["type"] == "extra_forbidden":
        near = nearest(str(mistake["loc"][-1]), _keys(model))
        if near:
            text += f"; did you mean {' or '.join(near)}?"
    return text


def _keys(model: type[BaseModel]) -> set[str]:
    names: set[str] = set()
    pending: list[type[BaseModel]] = [model]
    seen: set[type[BaseModel]] = set()
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        for name, field in current.model_fields.items():
            names.add(name)
            pending.extend(_models_in(field.annotation))
    return names


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for part in getattr(annotation, "__args__", ()) for found in _models_in(part)]
