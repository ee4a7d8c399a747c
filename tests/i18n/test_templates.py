"""Jinja2 templates speak the reader's language."""

import datetime as dt

from jinja2 import DictLoader, Environment

from firstsnow.i18n import LocalizedText, message, speak, translator

PAGE = """
<html lang="{{ language_tag }}">
<p>{% trans count=3 %}
   {{ count }} week
{% pluralize %}
   {{ count }} weeks
{% endtrans %}</p>
<p>{{ _("since %(date)s", date=day | text) }}</p>
<p>{{ drug | text }}, {{ finding | text }}, {{ 0.5 | number(2) }}</p>
"""


def rendered(language: str) -> str:
    environment = Environment(loader=DictLoader({"page": PAGE}), autoescape=True)
    speak(environment, translator(language))
    return environment.get_template("page").render(
        day=dt.date(2026, 3, 14),
        drug=LocalizedText("lithium", "锂"),
        finding=message("{level} < {low}", level=0.4, low=0.6),
    )


def test_a_template_says_its_texts_in_the_language() -> None:
    page = rendered("en")
    assert '<html lang="en-GB">' in page
    assert "<p>3 weeks</p>" in page
    assert "<p>since 14 March 2026</p>" in page
    assert "<p>lithium, 0.4 &lt; 0.6, 0.50</p>" in page


def test_data_files_texts_follow_the_language() -> None:
    assert "<p>锂, 0.4 &lt; 0.6, 0.50</p>" in rendered("zh")


def test_the_pseudo_language_reaches_templates() -> None:
    page = rendered("pseudo")
    assert "<p>⟦3 ŵééķš⟧</p>" in page
    assert "<p>⟦šîñçé ⟦14 Ṁåŕçĥ 2026⟧⟧</p>" in page
