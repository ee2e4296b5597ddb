"""What is done with one document, in whichever process."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

import attrs

from quoteattr import Claim, Claims, Known, Language, extract, read_known
from quoteattr.command.arguments import language_of
from quoteattr.command.documents import Document, load
from quoteattr.command.files import UnreadableError
from quoteattr.command.options import Choice, Task
from quoteattr.counting.articles import Note
from quoteattr.extras import MissingExtraError
from quoteattr.formats.records import Record


@attrs.frozen
class Done:
    """A document's outcome.

    Args:
        document: The document, without its text.
        written: What is to be written, by the ending of the file; the empty ending is the common stream.
        rows: The rows of a table.
        notes: What is counted.
        fault: Why there is nothing.
    """

    document: Document
    written: Mapping[str, str] = attrs.field(factory=dict)
    rows: Sequence[Record] = ()
    notes: Sequence[Note] = ()
    fault: str | None = None


Make = Callable[[Document, Claims, Task], Done]
"""What a command makes of a document's claims."""


def work(document: Document, task: Task, make: Make) -> Done:
    """What is made of a document, without its text, which need not travel between processes."""
    bare = attrs.evolve(document, text="")
    if document.fault is not None:
        return Done(bare, fault=document.fault)
    try:
        document = load(document)
        how = task.extraction
        language, known = _language(how.language), _known(how.known)
        claims = extract(document.text, language=language, scope=how.scope, nested=how.nested, known=known)
        done = make(document, Claims(chosen(claims, task.choice), document.text), task)
        return attrs.evolve(done, document=attrs.evolve(document, text=""))
    except (UnreadableError, MissingExtraError) as error:
        return Done(attrs.evolve(bare, whole=document.record is None), fault=str(error))
    except Exception as error:  # noqa: BLE001  # one document must not end the run of all others
        return Done(bare, fault=f"{type(error).__name__}: {error}")


@cache
def _language(name: str) -> Language:
    """A language, read once in each process."""
    return language_of(name)


@cache
def _known(path: str | None) -> tuple[Known, ...]:
    """Whom the user knows of, read once in each process."""
    return () if path is None else read_known(path)


def chosen(claims: Iterable[Claim], choice: Choice) -> Iterator[Claim]:
    """The claims that are wanted."""
    return (claim for claim in claims if _wanted(claim, choice))


def _wanted(claim: Claim, choice: Choice) -> bool:
    if choice.kinds and claim.kind.value not in choice.kinds:
        return False
    if choice.min_confidence is not None and (claim.confidence or 0.0) < choice.min_confidence:
        return False
    return not choice.speakers or any(_is(claim, name) for name in choice.speakers)


def _is(claim: Claim, wanted: Sequence[str]) -> bool:
    """Whether the words of a name stand together in one of the speaker's names."""
    if claim.speaker is None:
        return False
    for name in (claim.speaker.name, *claim.speaker.aliases):
        words = name.casefold().split()
        if any(words[at : at + len(wanted)] == list(wanted) for at in range(len(words) - len(wanted) + 1)):
            return True
    return False
