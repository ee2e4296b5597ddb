"""The staircase: from a string to claims, floor by floor."""

from collections.abc import Iterable

from quoteattr.attribution.claims import claim_of
from quoteattr.attribution.drafts import drafts_of
from quoteattr.attribution.engine import engine_of
from quoteattr.attribution.insides import with_insides
from quoteattr.claim import Claim, Known, Scope
from quoteattr.claims import Claims
from quoteattr.grammar.grammar import grammar_of
from quoteattr.language.language import Language
from quoteattr.speakers.resolve import resolve
from quoteattr.text.restored import Restored


def extract(
    text: str,
    *,
    language: Language | str = "en",
    scope: Scope | str = Scope.SPEECH,
    nested: bool = True,
    known: Iterable[Known] = (),
) -> Claims:
    """The claims of `text`, in text order.

    Args:
        text: Any string.
        language: A language, or the code of one that ships with the library.
        scope: "speech" for what is said, asked, promised and judged in words, and beliefs with a clause; "all" also for
            attitudes, perception and plans, as corpora of attitudes mark them.
        nested: Whether claims that stand in another's content are given too; each carries that one as `parent`.
        known: People and bodies that the caller knows of; their speakers carry the caller's identifier.

    Raises:
        TypeError: The text is not a string, or the language neither a language nor a string.
        LanguageError: There is no such language.
        ValueError: There is no such scope.

    Example:
        >>> for claim in extract("Sato said that the pact would last, adding that talks go on."):
        ...     print(claim.source, "|", claim.cue, "|", claim.text)
        Sato | said | the pact would last
        Sato | adding | talks go on
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a string, not {type(text).__name__}")
    if isinstance(language, str):
        language = Language.load(language)
    if not isinstance(language, Language):
        raise TypeError(f"language must be a Language or a code, not {type(language).__name__}")
    if scope not in list(Scope):
        raise ValueError(f"no scope {scope!r}: known are {', '.join(Scope)}")
    known = tuple(known)
    grammar = grammar_of(language)
    tidied = grammar.reader.tidied(text)
    shape = grammar.reader.read(tidied.text)
    engine = engine_of(grammar)
    admits = engine.line.admits(Scope(scope))
    found = with_insides(drafts_of(shape, grammar, admits), grammar, admits)
    whole: list[Claim] = []
    for draft in resolve(shape, found, grammar, known):
        whole.append(claim_of(draft, None if draft.parent is None else whole[draft.parent], engine.confidence))
    if tidied.changed:
        whole = list(map(Restored(text, tidied.place).of, whole))
    return Claims(whole if nested else [claim for claim in whole if claim.parent is None], text)
