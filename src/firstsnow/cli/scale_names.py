"""The scale that a user named."""

from __future__ import annotations

from firstsnow.cli.ending import UsageError
from firstsnow.i18n import message
from firstsnow.scales import Scale, UnknownScale, scale


def scale_named(variant: str) -> Scale:
    """Give the scale by an identifier.

    Raises
    ------
    UsageError
        If there is none; near misses come with the error.
    """
    try:
        return scale(variant)
    except UnknownScale as error:
        near = ", ".join(error.suggestions)
        right = (
            message("did you mean {names}?", names=near)
            if near
            else message("docs/formats/scale-file.md tells where the scales stand")
        )
        raise UsageError(message("there is no scale {scale}", scale=variant), right) from error
