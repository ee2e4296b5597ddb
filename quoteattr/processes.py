"""Work spread over processes: results in the order of the items, and never more than a few batches under way."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

_BATCH = 32
_BATCH_SIZE = 400_000
_AHEAD = 3
"""Batches under way for each process: enough that none waits, few enough that memory stays flat."""


def spread(
    function: Callable[[Item], Made], items: Iterable[Item], *, jobs: int, size: Callable[[Item], int]
) -> Iterator[Made]:
    """What a function makes of each item, in their order.

    Args:
        function: The function. For more than one process it is pickled, once for each.
        items: The items, read a few batches ahead of the results.
        jobs: Number of processes; with 1 the work is done here, an item at a time.
        size: The length of an item; long ones make smaller batches.
    """
    if jobs == 1:
        yield from map(function, items)
        return
    # Started afresh, so that no thread or lock of this process is copied.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare, initargs=(function,))
    waiting: deque[Future[list[Made]]] = deque()
    try:
        for batch in _batches(items, size):
            waiting.append(pool.submit(_work, batch))
            if len(waiting) >= _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _batches(items: Iterable[Item], size: Callable[[Item], int]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    whole = 0
    for item in items:
        batch.append(item)
        whole += size(item)
        if len(batch) >= _BATCH or whole >= _BATCH_SIZE:
            yield batch
            batch, whole = [], 0
    if batch:
        yield batch


_given: list[Callable[[Any], Any]] = []
"""What a worker process does; elsewhere it is empty."""


def _prepare(function: Callable[[Any], Any]) -> None:
    """The terminal sends Ctrl-C to all processes, but only the first one decides; and none of them outlives it."""
    _given.append(function)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _work(batch: list[Any]) -> list[Any]:
    return [_given[0](item) for item in batch]


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
