"""The command line: thin, and quick to answer.

Nothing heavy is imported before a command needs it: ``firstsnow --help`` answers at once.
"""

from __future__ import annotations

import gc

_ALLOCATIONS_BETWEEN_COLLECTIONS = 100_000


def main() -> None:
    """Run the command line."""
    # A command makes many values that live until it ends; looking through them again and again for
    # cycles takes a tenth of its time.
    gc.set_threshold(_ALLOCATIONS_BETWEEN_COLLECTIONS)
    from firstsnow.cli.app import app

    app(prog_name="firstsnow")
