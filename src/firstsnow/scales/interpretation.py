"""What a total means by facts that were read: bands, thresholds, change, reliability."""

from __future__ import annotations

from firstsnow.scales.definition import Scale
from firstsnow.scales.meaning import BandLevel, BandSet, Change, Reliability, Threshold
from firstsnow.scales.vocabulary import Number, Outcome


def band_set(scale: Scale, set_name: str | None = None) -> BandSet | None:
    """Give a sourced set of bands: the named one, else the default, else the only one.

    Raises
    ------
    LookupError
        If the scale has no sourced set by that name.
    """
    groups = [group for group in scale.bands if group.is_sourced]
    if set_name is not None:
        for group in groups:
            if group.set == set_name:
                return group
        raise LookupError(_no_set(scale, set_name, [group.set for group in groups]))
    chosen = [group for group in groups if group.default] or groups
    return chosen[0] if len(chosen) == 1 else None


def band(scale: Scale, total: Number, set_name: str | None = None) -> BandLevel | None:
    """Give the band of a total, or ``None`` where no set of bands was read and chosen.

    Raises
    ------
    LookupError
        If the scale has no sourced set by that name.

    >>> from firstsnow.scales import scale
    >>> band(scale("phq-9"), 15).severity
    'severe'
    """
    group = band_set(scale, set_name)
    return None if group is None else group.level_of(total)


def thresholds(scale: Scale, outcome: Outcome | None = None) -> tuple[Threshold, ...]:
    """Give the sourced thresholds, of one outcome or of all; unsourced ones are never given."""
    return tuple(
        entry for entry in scale.thresholds if entry.is_sourced and outcome in (None, entry.outcome)
    )


def threshold(scale: Scale, outcome: Outcome, set_name: str | None = None) -> Threshold | None:
    """Give one sourced threshold: of the named definition, else the default, else the only one.

    ``None`` where none was read, or where several were read and none is the default.

    Raises
    ------
    LookupError
        If the scale has no sourced threshold by that name for the outcome.

    >>> from firstsnow.scales import scale
    >>> threshold(scale("ham-d17"), "remission").at_most
    7
    """
    found = thresholds(scale, outcome)
    if set_name is not None:
        for entry in found:
            if entry.set == set_name:
                return entry
        raise LookupError(_no_set(scale, set_name, [entry.set for entry in found]))
    chosen = [entry for entry in found if entry.default] or list(found)
    return chosen[0] if len(chosen) == 1 else None


def changes(scale: Scale) -> tuple[Change, ...]:
    """Give the sourced sizes of change."""
    return tuple(entry for entry in scale.change if entry.is_sourced)


def reliabilities(scale: Scale) -> tuple[Reliability, ...]:
    """Give the sourced coefficients of reliability."""
    return tuple(entry for entry in scale.reliability if entry.is_sourced)


def _no_set(scale: Scale, wanted: str, known: list[str]) -> str:
    return f"{scale.id} has no sourced set {wanted!r}; it has: {', '.join(known) or 'none'}"
