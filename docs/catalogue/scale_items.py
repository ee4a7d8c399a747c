"""What a scale asks, and which answers it takes."""

from __future__ import annotations

from docs.catalogue.citing import mark, sourced
from docs.catalogue.markdown import bullets, listed, plain, section, table
from firstsnow.scales import Item, Option, Scale


def items_section(scale: Scale) -> str:
    """Give the items: our topics, and the wording where the licence lets it ship."""
    rows = [(plain(item.id), _topic(scale, item), _answers(item)) for item in sourced(scale.items)]
    return section("Items", _whose_words(scale), table(["#", "about", "answers"], rows))


def answers_section(scale: Scale) -> str:
    """Give the sets of answers that items share."""
    parts = []
    for name, group in scale.options.items():
        if group.is_sourced:
            options = [_option(scale, option) for option in group.values]
            parts.append(f"**{plain(name)}**{mark(group)}\n\n{bullets(options)}")
    return section("Answers", *parts)


def words_may_ship(scale: Scale) -> bool:
    """Say whether a licence that was read lets the form's own words stand on a page."""
    return scale.licence.is_sourced and scale.licence.item_text == "ships"


def _whose_words(scale: Scale) -> str:
    if not scale.items:
        return ""
    if words_may_ship(scale):
        return (
            "First firstsnow's own word for the topic, then the form's wording where it was read."
        )
    return "The topics are firstsnow's own words; the form's wording does not stand here."


def _topic(scale: Scale, item: Item) -> str:
    topic = plain(item.topic.en)
    if item.topic.zh:
        topic += f" {plain(item.topic.zh)}"
    if item.text is not None and words_may_ship(scale):
        topic = f"**{topic}** {plain(item.text.en)}"
    return topic + mark(item)


def _answers(item: Item) -> str:
    words = [_range(item)]
    if item.reverse:
        words.append("counts backwards")
    if item.points is not None:
        counts = [f"{answer} counts {points}" for answer, points in item.points.items()]
        words.append(", ".join(counts))
    if item.asked_when is not None:
        rule = item.asked_when
        words.append(f"asked only where item {plain(rule.item)} is at least {rule.at_least}")
    if not item.in_total:
        words.append("not in the total")
    if item.not_assessed:
        words.append(f"{listed([str(one) for one in item.not_assessed])}: not assessed")
    return "; ".join(words)


def _range(item: Item) -> str:
    return plain(item.options) if item.options else f"{item.minimum} to {item.maximum}"


def _option(scale: Scale, option: Option) -> str:
    if option.text is None or not words_may_ship(scale):
        return f"{option.value}"
    return f"{option.value}: {plain(option.text.en)}"
