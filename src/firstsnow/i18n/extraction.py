"""The texts of firstsnow that need a translation, collected from its code and its templates.

For those who keep the catalogues (``tools/update_catalogues.py``, ``tools/check_catalogues.py``);
nothing else imports it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract

_CODE_KEYWORDS = {"message": None, "plural_message": (1, 2)}
_TEMPLATE_KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_TEMPLATE_OPTIONS = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}
_TEMPLATE_ENDINGS = (".html", ".jinja", ".j2")
_COMMENT_TAGS = ("Translators:",)


def template_catalog(package: Path) -> Catalog:
    """Collect every text of the package at a folder, with the files that say it.

    Raises
    ------
    jinja2.TemplateSyntaxError
        If a template can't be read.
    """
    catalog = Catalog(charset="utf-8", fuzzy=False)
    for path in _sources(package):
        place = path.relative_to(package.parent).as_posix()
        for text, comments, context in _texts_of(path):
            catalog.add(text, locations=[(place, 0)], auto_comments=comments, context=context)
    return catalog


def unreadable_messages(package: Path) -> list[str]:
    """Give each ``file:line`` where a message is made from anything but a written text.

    Such a text can be in no catalogue: its words are known only when the code runs.
    """
    return [
        f"{path.relative_to(package.parent).as_posix()}:{node.lineno}"
        for path in _sources(package)
        if path.suffix == ".py" and not path.is_relative_to(package / "i18n")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and not _is_readable(node)
    ]


def _sources(package: Path) -> list[Path]:
    paths = package.rglob("*")
    return sorted(path for path in paths if path.suffix in {".py", *_TEMPLATE_ENDINGS})


def _texts_of(path: Path) -> Iterator[tuple[str | tuple[str, ...], list[str], str | None]]:
    is_code = path.suffix == ".py"
    with path.open("rb") as file:
        for _, text, comments, context in extract(
            "python" if is_code else "jinja2.ext:babel_extract",
            file,
            keywords=_CODE_KEYWORDS if is_code else _TEMPLATE_KEYWORDS,
            comment_tags=_COMMENT_TAGS,
            options=None if is_code else _TEMPLATE_OPTIONS,
            strip_comment_tags=True,
        ):
            yield text, comments, context


def _is_readable(call: ast.Call) -> bool:
    """Whether a call makes no message, or makes one from texts written where it is called."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    texts = call.args[: {"message": 1, "plural_message": 2}.get(name, 0)]
    return all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts)
