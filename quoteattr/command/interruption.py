"""Ctrl-C and the end of a session: what is being written is written to its end first."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class InterruptedRunError(BaseException):
    """The run was interrupted. Like KeyboardInterrupt, it is no Exception, so that no document's fault hides it.

    Args:
        number: The signal's number.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


class Interruption:
    """Turns signals into `InterruptedRunError`, and holds the first one back while something is written."""

    def __init__(self) -> None:
        self._holding = False
        self._pending: int | None = None
        self._before: dict[int, object] = {}

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            try:
                self._before[number] = signal.signal(number, self._handle)
            except ValueError:  # not the main thread, which alone has signals
                break
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # what it gave us, it takes back

    @contextmanager
    def held(self) -> Iterator[None]:
        """Lets what stands in the block end before an interruption; a second signal does not wait."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        if self._pending is not None:
            raise InterruptedRunError(self._pending)

    def _handle(self, number: int, _frame: FrameType | None) -> None:
        if self._holding and self._pending is None:
            self._pending = number
        else:
            raise InterruptedRunError(number)
