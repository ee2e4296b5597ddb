"""The run: documents in, results out, faults told, an exit code at the end."""

import os
import sys
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, ExitStack
from functools import partial

from quoteattr.command import inputs
from quoteattr.command.documents import Document
from quoteattr.command.files import shown
from quoteattr.command.interruption import InterruptedRunError, Interruption
from quoteattr.command.options import Options
from quoteattr.command.outputs import Output
from quoteattr.command.progress import progress
from quoteattr.command.work import Done, Make, work
from quoteattr.extras import MissingExtraError
from quoteattr.processes import spread

DONE, SOME_FAILED, NOTHING_DONE = 0, 1, 2


Opened = Callable[[Options, Interruption], AbstractContextManager[Output]]


def run(options: Options, make: Make, output: Opened) -> int:
    """Does what the options ask for.

    Args:
        options: The options.
        make: What is made of each document's claims, in whichever process.
        output: Opens the place where it goes, once there is something to write.

    Returns:
        The exit code.
    """
    if absent := inputs.missing(options.reading):
        for name, reason in absent:
            _tell(f"{shown(name)}: {reason}")
        return NOTHING_DONE
    interruption = Interruption()
    try:
        with interruption:
            return _work(options, make, partial(output, options, interruption))
    except BrokenPipeError:
        # The reader has enough, as `head` has. What is still buffered must not fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (MissingExtraError, OSError) as error:
        _tell(_reason(error, options) if isinstance(error, OSError) else str(error))
        return NOTHING_DONE
    except BrokenProcessPool:
        _tell("a worker process ended; what is written so far is whole")
        return SOME_FAILED
    except InterruptedRunError as error:
        _tell("interrupted; what is written so far is whole")
        return error.code


def _work(options: Options, make: Make, output: Callable[[], AbstractContextManager[Output]]) -> int:
    code, place = DONE, None
    each = partial(work, task=options.task, make=make)
    found = spread(each, inputs.documents(options.reading), jobs=options.jobs, size=_size)
    with ExitStack() as opened, progress(inputs.count(options.reading), options) as advance:
        for number, done in enumerate(found, 1):
            if done.fault is not None:
                code = _fault(done, options, nothing_else=place is None)
            else:
                if place is None:
                    place = opened.enter_context(output())
                    place.header()
                place.write(done, number)
            advance()
        if place is None and code == DONE:
            opened.enter_context(output())
    return code


def _size(document: Document) -> int:
    return len(document.text)


def _fault(done: Done, options: Options, *, nothing_else: bool) -> int:
    """Tells a document's fault. Where it is the only input, and the whole of it, nothing could be done."""
    _tell(f"{done.document.title}: {done.fault}")
    only = not options.task.several or (done.document.whole and options.reading.names == (done.document.file,))
    return NOTHING_DONE if only and nothing_else else SOME_FAILED


def _reason(error: OSError, options: Options) -> str:
    place = error.filename or options.output
    return f"{shown(str(place)) if place else 'standard output'}: {error.strerror or error}"


def _tell(line: str) -> None:
    sys.stderr.write(f"quoteattr: {line}\n")
