"""A progress bar, on a terminal only, by rich."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from quoteattr.extras import need, present


@contextmanager
def progress(total: int | None, *, wanted: bool) -> Iterator[Callable[[], None]]:
    """Gives what is to be called after each document; it does nothing where no bar is wanted or rich is missing."""
    if not (wanted and sys.stderr.isatty() and present("rich")):
        yield lambda: None
        return
    bars = need("rich.progress", extra="terminal")
    console = need("rich.console", extra="terminal").Console(stderr=True)
    columns = (bars.BarColumn(), bars.MofNCompleteColumn(), bars.TimeElapsedColumn(), bars.TimeRemainingColumn())
    with bars.Progress("documents", *columns, console=console, transient=True) as bar:
        job = bar.add_task("documents", total=total)
        yield lambda: bar.advance(job)
