"""The same work on many pieces, in several processes, with results in the order of the pieces."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Protocol, TypeVar

_MOST_BYTES_OF_A_BATCH = 512 * 1024
_MOST_PIECES_OF_A_BATCH = 64
_BATCHES_AHEAD = 2


class Sized(Protocol):
    """A piece of work that knows how many bytes it holds."""

    @property
    def size(self) -> int:
        """Bytes that it holds."""
        ...


Piece = TypeVar("Piece", bound=Sized)
Result = TypeVar("Result")


def in_order(
    work: Callable[[Piece], Result], pieces: Iterable[Piece], workers: int
) -> Iterator[Result]:
    """Walk over the results of the work, in the order of the pieces.

    No more than a few batches of pieces are held at once, however fast they come.

    Parameters
    ----------
    work
        A function of a module, so that other processes find it.
    pieces
        What to work on.
    workers
        Processes; with one, everything happens in this process.
    """
    if workers <= 1:
        yield from map(work, pieces)
        return
    # "spawn" starts clean processes: a fork of a process with threads can hang.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context)
    try:
        yield from _through(pool, work, pieces, workers * _BATCHES_AHEAD)
    finally:
        pool.shutdown(cancel_futures=True)


def _through(
    pool: ProcessPoolExecutor,
    work: Callable[[Piece], Result],
    pieces: Iterable[Piece],
    ahead: int,
) -> Iterator[Result]:
    waiting: deque[Future[list[Result]]] = deque()
    for batch in _batches(pieces):
        waiting.append(pool.submit(_work_on, work, batch))
        if len(waiting) > ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _batches(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += piece.size
        if size >= _MOST_BYTES_OF_A_BATCH or len(batch) >= _MOST_PIECES_OF_A_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _work_on(work: Callable[[Piece], Result], batch: list[Piece]) -> list[Result]:
    return [work(piece) for piece in batch]
