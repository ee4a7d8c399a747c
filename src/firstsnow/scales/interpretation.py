"""What a total means by facts that were read: bands, thresholds, change, norms, other metrics."""

from __future__ import annotations

from firstsnow.scales.definition import Scale
from firstsnow.scales.meaning import BandLevel, BandSet, Change, Norm, Reliability, Threshold
from firstsnow.scales.results import Converted
from firstsnow.scales.vocabulary import Number, Outcome, Sex


def band_set(
    scale: Scale, set_name: str | None = None, subscale: str | None = None
) -> BandSet | None:
    """Give a sourced set of bands: the named one, else the default, else the only one.

    Parameters
    ----------
    scale
        The variant that was used.
    set_name
        Name of the set.
    subscale
        Id of a subscale; without it, the bands are those of the total.

    Raises
    ------
    LookupError
        If the scale has no sourced set by that name.
    """
    groups = scale.sourced_bands.get(subscale, ())
    if set_name is not None:
        for group in groups:
            if group.set == set_name:
                return group
        raise LookupError(_no_set(scale, set_name, [group.set for group in groups]))
    chosen = [group for group in groups if group.default] or groups
    return chosen[0] if len(chosen) == 1 else None


def band(
    scale: Scale, total: Number, set_name: str | None = None, subscale: str | None = None
) -> BandLevel | None:
    """Give the band of a total, or ``None`` where no set of bands was read and chosen.

    Raises
    ------
    LookupError
        If the scale has no sourced set by that name.

    >>> from firstsnow.scales import scale
    >>> band(scale("phq-9"), 15).severity
    'severe'
    """
    group = band_set(scale, set_name, subscale)
    return None if group is None else group.level_of(total)


def thresholds(
    scale: Scale,
    outcome: Outcome | None = None,
    sex: Sex | None = None,
    subscale: str | None = None,
) -> tuple[Threshold, ...]:
    """Give the sourced thresholds of the total, of one outcome or of all.

    Unsourced ones are never given, nor those for one sex unless it is said, nor those of a
    subscale unless it is named.
    """
    return tuple(
        entry
        for entry in scale.thresholds
        if entry.is_sourced
        and outcome in (None, entry.outcome)
        and entry.sex in (None, sex)
        and entry.subscale == subscale
    )


def threshold(
    scale: Scale,
    outcome: Outcome,
    set_name: str | None = None,
    sex: Sex | None = None,
    subscale: str | None = None,
) -> Threshold | None:
    """Give one sourced threshold: of the named definition, else the default, else the only one.

    ``None`` where none was read, where several were read and none is the default, or where the
    definition gives one for each sex and the sex was not said. One that was found for this sex
    goes before one that was found for everyone.

    Raises
    ------
    LookupError
        If the scale has no sourced threshold by that name for the outcome.

    >>> from firstsnow.scales import scale
    >>> threshold(scale("ham-d17"), "remission").at_most
    7
    """
    found = thresholds(scale, outcome, sex, subscale)
    if set_name is not None:
        named = tuple(entry for entry in found if entry.set == set_name)
        known = _definitions(scale, outcome, subscale)
        if not named and set_name not in known:
            raise LookupError(_no_set(scale, set_name, known))
        return _only(named)
    return _only(tuple(entry for entry in found if entry.default) or found)


def _definitions(scale: Scale, outcome: Outcome, subscale: str | None) -> list[str]:
    sourced = [entry for entry in scale.thresholds if entry.is_sourced]
    return list(
        dict.fromkeys(e.set for e in sourced if (e.outcome, e.subscale) == (outcome, subscale))
    )


def _only(found: tuple[Threshold, ...]) -> Threshold | None:
    chosen = tuple(entry for entry in found if entry.sex is not None) or found
    return chosen[0] if len(chosen) == 1 else None


def changes(scale: Scale) -> tuple[Change, ...]:
    """Give the sourced sizes of change."""
    return tuple(entry for entry in scale.change if entry.is_sourced)


def reliabilities(scale: Scale) -> tuple[Reliability, ...]:
    """Give the sourced coefficients of reliability."""
    return tuple(entry for entry in scale.reliability if entry.is_sourced)


def norms(scale: Scale) -> tuple[Norm, ...]:
    """Give the sourced means and standard deviations of groups of people."""
    return tuple(entry for entry in scale.norms if entry.is_sourced)


def converted(scale: Scale, total: Number) -> Converted | None:
    """Give a total on the scale's other metric, with its standard error where the table has one.

    ``None`` where no table was read, or where it has no row for the total, as for one in which
    missing answers were replaced: nothing is read between two rows.
    """
    conversion = scale.conversion
    if conversion is None or not conversion.is_sourced:
        return None
    row = conversion.rows.get(total)
    if row is None:
        return None
    _, value, *error = row
    return Converted(conversion.metric, value, error[0] if error else None, conversion.population)


def _no_set(scale: Scale, wanted: str, known: list[str]) -> str:
    return f"{scale.id} has no sourced set {wanted!r}; it has: {', '.join(known) or 'none'}"
