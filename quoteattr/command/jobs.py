"""Work spread over processes: results in the order of the documents, and never more than a few batches under way."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from quoteattr.command.documents import Document
from quoteattr.command.options import Task
from quoteattr.command.work import Done, work, work_all

_BATCH = 32
_BATCH_CHARACTERS = 400_000
_AHEAD = 3
"""Batches under way for each process: enough that none waits, few enough that memory stays flat."""


def outcomes(documents: Iterable[Document], task: Task, jobs: int) -> Iterator[Done]:
    """The outcome of each document, in their order."""
    if jobs == 1:
        yield from (work(document, task) for document in documents)
        return
    # Started afresh, so that no thread or lock of this process is copied.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare)
    waiting: deque[Future[list[Done]]] = deque()
    try:
        for batch in _batches(documents):
            waiting.append(pool.submit(work_all, batch, task))
            if len(waiting) >= _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if len(batch) >= _BATCH or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _prepare() -> None:
    """The terminal sends Ctrl-C to all processes, but only the first one decides; and none of them outlives it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
