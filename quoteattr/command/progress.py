"""A progress bar, on a terminal only, by rich."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from quoteattr.command.options import Options
from quoteattr.extras import need, present


@contextmanager
def progress(total: int | None, options: Options) -> Iterator[Callable[[], None]]:
    """Gives what is to be called after each document; it does nothing where no bar is shown.

    Args:
        total: The number of documents, where it is known.
        options: The command's. There is a bar for several documents, while nothing is printed and nobody else reads.
    """
    quiet = options.task.several and (options.output is not None or _is_file(sys.stdout))
    if not (quiet and sys.stderr.isatty() and present("rich")):
        yield lambda: None
        return
    bars = need("rich.progress", extra="terminal")
    console = need("rich.console", extra="terminal").Console(stderr=True)
    columns = (bars.BarColumn(), bars.MofNCompleteColumn(), bars.TimeElapsedColumn(), bars.TimeRemainingColumn())
    with bars.Progress("documents", *columns, console=console, transient=True) as bar:
        job = bar.add_task("documents", total=total)
        yield lambda: bar.advance(job)


def _is_file(stream: TextIO) -> bool:
    """Whether what is printed goes to a file, not to a pipe or a terminal."""
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (AttributeError, OSError, ValueError):
        return False
