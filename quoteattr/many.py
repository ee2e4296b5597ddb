"""Many texts: their claims one after the other, in one process or in several."""

from collections.abc import Iterable, Iterator
from functools import partial

from quoteattr.claim import Known, Scope
from quoteattr.claims import Claims
from quoteattr.language.language import Language
from quoteattr.pipeline import extract
from quoteattr.processes import spread


def extract_many(
    texts: Iterable[str],
    *,
    jobs: int = 1,
    language: Language | str = "en",
    scope: Scope | str = Scope.SPEECH,
    nested: bool = True,
    known: Iterable[Known] = (),
) -> Iterator[Claims]:
    """The claims of each text, in the order of the texts.

    Results come as they are made, so the texts may be a stream, and memory does not grow with their number. With
    several processes they are read some hundred texts ahead. A script that uses them needs the usual
    ``if __name__ == "__main__":``.

    Args:
        texts: Any strings.
        jobs: Number of processes.
        language: A language, or the code of one that ships with the library.
        scope: As for `extract`.
        nested: As for `extract`.
        known: As for `extract`.

    Returns:
        An iterator over one `Claims` for each text.

    Raises:
        TypeError: A text is not a string; or as `extract`.
        ValueError: The number of processes is less than one, or there is no such scope.
        LanguageError: There is no such language.

    Example:
        >>> for claims in extract_many(["Sato said that it was over.", "It rained."]):
        ...     print(len(claims))
        1
        0
    """
    if isinstance(texts, str):
        raise TypeError("texts must be several strings, not one: use extract")
    if jobs < 1:
        raise ValueError(f"jobs must be 1 or more, not {jobs}")
    if isinstance(language, str):
        Language.load(language)  # what is wrong with it is said at once
    find = partial(extract, language=language, scope=Scope(scope), nested=nested, known=tuple(known))
    return spread(find, map(_checked, texts), jobs=jobs, size=len)


def _checked(text: str) -> str:
    if not isinstance(text, str):
        raise TypeError(f"text must be a string, not {type(text).__name__}")
    return text
