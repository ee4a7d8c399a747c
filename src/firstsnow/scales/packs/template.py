"""An empty text pack, for a site to fill in from the form it holds a licence for."""

from __future__ import annotations

from collections.abc import Iterator

from firstsnow.scales.definition import Scale


def pack_template(scale: Scale, language: str) -> str:
    """Give the text of a pack with an empty place for every wording; it is not valid until filled.

    >>> from firstsnow.scales import scale
    >>> print(pack_template(scale("who-5-raw"), "en").splitlines()[1])
    scale = "who-5-raw"
    """
    return "\n".join(_lines(scale, language)) + "\n"


def _lines(scale: Scale, language: str) -> Iterator[str]:
    yield "schema = 1"
    yield f'scale = "{scale.id}"'
    yield f'language = "{language}"'
    yield 'origin = ""  # edition or official translation that the wording is taken from'
    yield ""
    yield "[licence]"
    yield 'holder = ""  # the site that may use it'
    yield 'statement = ""  # what was agreed with whom, such as the number of the licence'
    yield "# valid_until = 2030-12-31"
    for name, group in scale.options.items():
        yield ""
        yield f"[options.{_key(name)}]"
        for option in group.values:
            yield f'{option.value} = ""'
    for item in scale.items:
        yield ""
        yield f"[items.{_key(item.id)}]"
        yield f'text = ""  # {item.topic.en}'


def _key(name: str) -> str:
    return f'"{name}"'
