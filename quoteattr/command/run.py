"""The run: documents in, results out, faults told, an exit code at the end."""

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from quoteattr.command import inputs
from quoteattr.command.documents import Document, shown
from quoteattr.command.formats import FORMATS
from quoteattr.command.interruption import InterruptedRunError, Interruption
from quoteattr.command.options import Options
from quoteattr.command.outputs import Folder, Output, Stream, file_output, is_folder, standard_output
from quoteattr.command.progress import progress
from quoteattr.command.stats import Stats
from quoteattr.command.work import Done, work
from quoteattr.processes import spread

DONE, SOME_FAILED, NOTHING_DONE = 0, 1, 2


def run(options: Options) -> int:
    """Does what the options ask for.

    Returns:
        The exit code.
    """
    if absent := inputs.missing(options.reading):
        for name in absent:
            _tell(f"{shown(name)}: No such file or folder")
        return NOTHING_DONE
    interruption = Interruption()
    try:
        with interruption, _output(options, interruption) as output:
            return _work(options, output)
    except BrokenPipeError:
        # The reader has enough, as `head` has. What is still buffered must not fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        _tell(f"{shown(str(error.filename or options.output))}: {error.strerror or error}")
        return NOTHING_DONE
    except BrokenProcessPool:
        _tell("a worker process ended; what is written so far is whole")
        return SOME_FAILED
    except InterruptedRunError as error:
        _tell("interrupted; what is written so far is whole")
        return error.code


def _work(options: Options, output: Output) -> int:
    stats, code, begun = Stats(), DONE, False
    bar_wanted = options.output is not None or options.stats or not sys.stdout.isatty()
    found = spread(partial(work, task=options.task), inputs.documents(options.reading), jobs=options.jobs, size=_size)
    with progress(inputs.count(options.reading), wanted=bar_wanted) as advance:
        for number, done in enumerate(found, 1):
            if done.fault is not None:
                code = _fault(done, options, nothing_else=not begun)
            else:
                if not begun:
                    output.header(FORMATS[options.task.format].header)
                    begun = True
                output.write(done, number)
                stats.add(done)
            advance()
    if options.stats:
        standard_output()(str(stats).encode())
    return code


def _size(document: Document) -> int:
    return len(document.text)


def _fault(done: Done, options: Options, *, nothing_else: bool) -> int:
    """Tells a document's fault. Where it is the only input, and the whole of it, nothing could be done."""
    _tell(f"{done.document.title}: {done.fault}")
    only = not options.task.several or (done.document.whole and options.reading.names == (done.document.file,))
    return NOTHING_DONE if only and nothing_else else SOME_FAILED


@contextmanager
def _output(options: Options, interruption: Interruption) -> Iterator[Output]:
    name, several = options.task.format, options.task.several
    if options.output is None:
        put: Callable[[bytes], object] = (lambda _: None) if options.stats else standard_output()
        yield Stream(put, FORMATS[name].shown, interruption)
    elif is_folder(name, options.output, several=several):
        yield Folder(Path(options.output), several=several, name=name)
    else:
        with Path(options.output).open("wb") as stream:
            yield Stream(file_output(stream), FORMATS[name].shown, interruption)


def _tell(line: str) -> None:
    sys.stderr.write(f"quoteattr: {line}\n")
