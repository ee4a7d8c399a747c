"""The languages that firstsnow speaks."""

from __future__ import annotations

import enum


class Language(enum.StrEnum):
    """A language of the reports.

    ``PSEUDO`` is no language but a test: every text from a catalogue comes back accented, so that
    any other text on a page stands out.
    """

    ENGLISH = "en"
    CHINESE = "zh"
    PSEUDO = "pseudo"

    @property
    def tag(self) -> str:
        """The language as a BCP 47 tag, for the ``lang`` attribute of a page."""
        return _TAGS[self]

    @property
    def locale(self) -> str:
        """The locale whose dates, numbers and lists are used: its name in the Unicode CLDR."""
        return _LOCALES[self]


_TAGS = {
    Language.ENGLISH: "en-GB",
    Language.CHINESE: "zh-Hans",
    Language.PSEUDO: "en-x-pseudo",
}
_LOCALES = {
    Language.ENGLISH: "en_GB",
    Language.CHINESE: "zh_Hans_CN",
    Language.PSEUDO: "en_GB",
}

OFFERED = (Language.ENGLISH, Language.CHINESE)
"""The languages that a reader can choose."""
