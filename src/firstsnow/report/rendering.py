"""Filling the templates: the one page that screens and paper share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from firstsnow.charts.course.words import sentence_case
from firstsnow.i18n import Language, Listing, LocalizedText, Translator, Value, speak, translator
from firstsnow.report.brevity import brevity
from firstsnow.report.drawing import dumbbell, strips
from firstsnow.report.page import Report, Said

_HAN_FROM, _HAN_TO = "\u3400", "\u9fff"


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing of the course plot.

    Attributes
    ----------
    name
        Name of its size: ``wide``, ``narrow`` or ``paper``.
    svg
        The drawing.
    data
        Identifier of the data block from which a script draws it anew, where there is one.
    """

    name: str
    svg: Markup
    data: str | None = None


@dataclass(frozen=True, slots=True)
class DataBlock:
    """JSON that a page holds for its script."""

    id: str
    json: Markup


@dataclass(frozen=True, slots=True)
class Dress:
    """What a page wears beside its words: pictures, styles, a script and their policy."""

    pictures: Sequence[Picture]
    styles: Sequence[str]
    data: Sequence[DataBlock] = ()
    script: str = ""
    policy: str = ""


def render(report: Report, dress: Dress, *, paper: bool, plot_first: bool = True) -> str:
    """Write a report as an HTML page.

    Parameters
    ----------
    report
        The report.
    dress
        Its pictures, styles and script.
    paper
        Whether it is for paper, where links are notes and nothing can be opened.
    plot_first
        Whether the course plot comes before the definitions; a very tall one comes after them.
    """
    spoken = translator(report.language)
    template = _environment(report.language).get_template("report.html")
    return template.render(
        report=report,
        paper=paper,
        plot_first=plot_first,
        pictures=dress.pictures,
        styles=[Markup(style) for style in dress.styles],  # noqa: S704  our own style sheets
        data=dress.data,
        script=Markup(dress.script),  # noqa: S704  our own script
        policy=dress.policy,
        strips=strips(report.definitions.entries),
        dumbbell=dumbbell,
        **brevity(report),
        **_punctuation(spoken),
    )


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=PackageLoader("firstsnow.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    spoken = translator(language)
    speak(environment, spoken)
    environment.filters["words"] = lambda value: _words(spoken, value)
    environment.filters["together"] = lambda said: Said(_listing(said))
    environment.filters["together_text"] = lambda said: spoken.text(_listing(said))
    environment.filters["sentence_text"] = lambda value: _ended(_words(spoken, value), spoken)
    environment.filters["language_of"] = language_of
    return environment


def _words(spoken: Translator, value: Value) -> str | Markup:
    """Say a value; English that stands in for another language is marked as English."""
    text = spoken.text(value)
    if isinstance(value, LocalizedText) and spoken.language is Language.CHINESE and not value.zh:
        return Markup('<span lang="en">{}</span>').format(text)
    return text


def _ended(text: str | Markup, spoken: Translator) -> str | Markup:
    """Begin and end a text as a sentence."""
    begun = sentence_case(text)
    if text.endswith((".", "。", ".</span>")):
        return begun
    return begun + _punctuation(spoken)["stop"]


def _listing(said: Sequence[Said]) -> Value:
    return said[0].text if len(said) == 1 else Listing(tuple(one.text for one in said))


def language_of(text: str) -> str:
    """Give the language of a citation: Chinese where it holds Chinese characters."""
    return "zh-Hans" if any(_HAN_FROM <= each <= _HAN_TO for each in text) else "en"


def _punctuation(spoken: Translator) -> Mapping[str, str]:
    """Give what stands between sentences and behind one."""
    is_chinese = spoken.language is Language.CHINESE
    if is_chinese:
        return {"sentence_space": "", "stop": "。", "separator": "；", "colon": "：", "comma": "，"}
    return {"sentence_space": " ", "stop": ".", "separator": ";", "colon": ": ", "comma": ", "}
