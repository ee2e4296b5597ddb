"""What is done with one document, in whichever process."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import attrs

from quoteattr import Claim, Known, extract, read_known
from quoteattr.command.documents import Document, UnreadableError, load
from quoteattr.command.formats import FORMATS
from quoteattr.command.options import Choice, Task
from quoteattr.extras import MissingExtraError


@attrs.frozen
class Done:
    """A document's outcome.

    Args:
        document: The document, without its text.
        written: What is to be written, by the ending of the file; the empty ending is the common stream.
        tally: How many claims there are by (sort of count, value).
        fault: Why there is nothing.
    """

    document: Document
    written: Mapping[str, str] = attrs.field(factory=dict)
    tally: Mapping[tuple[str, str], int] = attrs.field(factory=dict)
    fault: str | None = None


def work(document: Document, task: Task) -> Done:
    """The claims of a document, written down."""
    bare = attrs.evolve(document, text="")
    if document.fault is not None:
        return Done(bare, fault=document.fault)
    try:
        document = load(document)
        claims = chosen(extract(document.text, scope=task.scope, known=_known(task.known)), task.choice)
        return Done(bare, FORMATS[task.format].write(document, claims, task), _tally(claims))
    except (UnreadableError, MissingExtraError) as error:
        return Done(attrs.evolve(bare, whole=document.record is None), fault=str(error))
    except Exception as error:  # noqa: BLE001  # one document must not end the run of all others
        return Done(bare, fault=f"{type(error).__name__}: {error}")


@cache
def _known(path: str | None) -> tuple[Known, ...]:
    """Whom the user knows of, read once in each process."""
    return () if path is None else read_known(path)


def work_all(documents: Sequence[Document], task: Task) -> list[Done]:
    """The outcomes of several documents."""
    return [work(document, task) for document in documents]


def chosen(claims: Sequence[Claim], choice: Choice) -> tuple[Claim, ...]:
    """The claims that are wanted."""
    return tuple(claim for claim in claims if _wanted(claim, choice))


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


def _tally(claims: Sequence[Claim]) -> Mapping[tuple[str, str], int]:
    counts: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        counts["speaker", claim.speaker.name if claim.speaker else "–"] += 1
        counts["kind", claim.kind.value] += 1
        counts["realis", claim.realis.value] += 1
    return dict(counts)
