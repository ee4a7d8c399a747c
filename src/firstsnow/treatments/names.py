"""What a treatment is called: generic name, brands, synonyms and codes."""

from __future__ import annotations

from collections.abc import Iterator

from firstsnow.i18n import LocalizedText
from firstsnow.knowledge import Fact, KnowledgeModel


class GenericName(Fact):
    """The treatment's generic name.

    Attributes
    ----------
    en
        International non-proprietary name, or the usual English name of a procedure.
    zh
        The same in Simplified Chinese, where a source gives it.
    """

    en: str
    zh: str | None = None


class OtherName(Fact):
    """A brand or another name under which a record may hold the treatment."""

    text: str


class Code(Fact):
    """The treatment's code in a code system."""

    code: str


class Codes(KnowledgeModel):
    """Codes in public code systems; a system in which no code was read is left out.

    Attributes
    ----------
    atc
        Anatomical Therapeutic Chemical classification, level 5, of the World Health Organization.
    rxnorm
        RxNorm concept of the ingredient (RxCUI), of the United States National Library of Medicine.
    """

    atc: Code | None = None
    rxnorm: Code | None = None


class Names(KnowledgeModel):
    """Every name of a treatment, each with its source."""

    generic: GenericName
    brands: tuple[OtherName, ...] = ()
    synonyms: tuple[OtherName, ...] = ()
    codes: Codes = Codes()

    @property
    def shown(self) -> LocalizedText:
        """The name to show; a Chinese name without a source is not shown."""
        return LocalizedText(self.generic.en, self.generic.zh if self.generic.is_sourced else None)

    def searched(self) -> Iterator[str]:
        """Walk over the names by which the treatment is found: generic, brands, synonyms."""
        yield self.generic.en
        if self.generic.zh is not None and self.generic.is_sourced:
            yield self.generic.zh
        for name in (*self.brands, *self.synonyms):
            if name.is_sourced:
                yield name.text
