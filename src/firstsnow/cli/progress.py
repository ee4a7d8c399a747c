"""Progress of long work, on stderr and only where someone watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def with_progress(items: Sequence[Item], title: str) -> Iterator[Item]:
    """Walk over items and show how far it is, where stderr is a terminal."""
    if len(items) <= 1 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=title, console=Console(stderr=True), transient=True)
