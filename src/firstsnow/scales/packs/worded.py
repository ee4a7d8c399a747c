"""Wordings of a form: from a site's pack, else from the scale's own file, else our topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from firstsnow.i18n import LocalizedText
from firstsnow.scales.definition import Scale
from firstsnow.scales.items import Item
from firstsnow.scales.packs.pack import TextPack


@dataclass(frozen=True, slots=True)
class WordedItem:
    """What stands beside one item.

    Attributes
    ----------
    item
        The item.
    text
        Its wording, or our own short topic.
    is_wording
        Whether ``text`` is the instrument's own wording. With a topic alone a form can be shown
        and a rating entered, but the question can't be asked.
    anchors
        Wordings of answers, by the answer.
    origin
        Where the wording comes from.
    """

    item: Item
    text: str
    is_wording: bool
    anchors: dict[int, str]
    origin: Literal["pack", "scale", "topic"]


def worded_items(
    scale: Scale, language: str, pack: TextPack | None = None
) -> tuple[WordedItem, ...]:
    """Give what stands beside each item in a language, in the order of the form.

    Parameters
    ----------
    scale
        The variant.
    language
        Language of the reader (``en`` or ``zh``); the scale's own wording is used only where the
        file has it in that very language.
    pack
        The site's pack for the scale, if it has one.

    Raises
    ------
    ValueError
        If the pack belongs to another scale or language.
    """
    if pack is not None and (pack.scale != scale.id or not pack.language.startswith(language)):
        raise ValueError(f"the pack is for {pack.scale} in {pack.language}")
    return tuple(_worded(scale, item, language, pack) for item in scale.items)


def _worded(scale: Scale, item: Item, language: str, pack: TextPack | None) -> WordedItem:
    if pack is not None:
        wording = pack.items[item.id]
        shared = pack.options.get(item.options or "", {})
        anchors = {int(answer): text for answer, text in (shared | wording.anchors).items()}
        return WordedItem(item, wording.text, True, anchors, "pack")
    own = _exactly(item.text, language)
    if own is not None:
        return WordedItem(item, own, True, _own_anchors(scale, item, language), "scale")
    return WordedItem(item, item.topic.in_language(language), False, {}, "topic")


def _own_anchors(scale: Scale, item: Item, language: str) -> dict[int, str]:
    if item.options is None:
        return {}
    texts = {
        option.value: _exactly(option.text, language)
        for option in scale.options[item.options].values
    }
    return {value: text for value, text in texts.items() if text is not None}


def _exactly(text: LocalizedText | None, language: str) -> str | None:
    """Give a text only in the language asked for: a translation is never replaced by another."""
    if text is None:
        return None
    return text.en if language == "en" else text.zh
