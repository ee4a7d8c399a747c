"""Messages in Jinja2 templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from jinja2 import Environment

    from firstsnow.i18n.translator import Translator


class _Translatable(Protocol):
    install_gettext_translations: Callable[..., None]


def speak(environment: Environment, translator: Translator) -> None:
    """Let an environment's templates speak a translator's language.

    Templates then have ``_("text %(name)s", name=...)``, ``ngettext(one, many, number)``,
    ``{% trans %}`` with its white space trimmed, the filter ``text`` for messages, dates, lists and
    texts of data files, the filter ``number(digits)``, and the global ``language_tag``. Call it
    before the first template is loaded: the extension acts when templates are compiled.
    """
    environment.policies["ext.i18n.trimmed"] = True
    environment.add_extension("jinja2.ext.i18n")
    cast("_Translatable", environment).install_gettext_translations(translator, newstyle=True)
    environment.filters["text"] = translator.text
    environment.filters["number"] = translator.number
    environment.globals["language_tag"] = translator.language.tag
