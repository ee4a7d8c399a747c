"""What of a record speaks for a day: what was known by then, and what tells of depression."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firstsnow.history.dated_episodes import covers
from firstsnow.history.ratings import Rating
from firstsnow.record import Episode, Record


def as_known(record: Record, day: float) -> Record:
    """Give a record without the diagnoses and episodes that began after a day.

    A diagnosis that was made later is not held against an earlier day.
    """
    return record.model_copy(
        update={
            "diagnoses": tuple(one for one in record.diagnoses if one.may_have_begun(day)),
            "episodes": tuple(one for one in record.episodes if one.may_have_begun(day)),
        }
    )


def manias(record: Record) -> tuple[Episode, ...]:
    """Give the episodes of mania or hypomania, during which nobody is in one of depression."""
    return tuple(one for one in record.episodes if one.polarity in ("manic", "hypomanic"))


def ratings_of_depression(
    record: Record, ratings: Mapping[str, Sequence[Rating]]
) -> dict[str, tuple[Rating, ...]]:
    """Leave out ratings within an episode of mania, hypomania or mixed features.

    A low total then is no response and no remission: it is another state.
    """
    others = [one for one in record.episodes if one.polarity != "depressive"]
    if not others:
        return {scale: tuple(found) for scale, found in ratings.items()}
    kept = {
        scale: tuple(r for r in found if all(covers(one, r.day) != "yes" for one in others))
        for scale, found in ratings.items()
    }
    return {scale: found for scale, found in kept.items() if found}
