"""Anonymity: whether the text keeps a source's name back: "two officials who asked not to be named"."""

import re
from collections.abc import Iterator, Sequence

from quoteattr.attribution.draft import Draft
from quoteattr.language.language import Language
from quoteattr.once import once
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.readers import readers_of
from quoteattr.speakers.phrases.words import SpeakerWords

WORD = re.compile(r"[\w’'-]+")


class Anonymity:
    """Tells which sources have no name because the text keeps it back.

    Args:
        words: The language's words.
    """

    def __init__(self, words: SpeakerWords) -> None:
        heads, followers, descriptions, clauses = (
            words.sets["anonymity", key] for key in ("heads", "followers", "descriptions", "clauses")
        )
        followed = {f"{head} {follower}" for head in heads for follower in followers}
        self._own = [f" {phrase} " for phrase in sorted(descriptions | clauses | followed)]
        self._heads = tuple(f" {head} " for head in sorted(heads))
        self._clauses = [f" {phrase} " for phrase in sorted(clauses)]

    def kept_back(self, drafts: Sequence[Draft], entities: Sequence[Entity | None]) -> list[bool]:
        """For each draft, whether its sentence, or that of another with the same speaker, keeps a name back.

        Args:
            drafts: The drafts.
            entities: Whom the source of each means.
        """
        several = zip(drafts, entities, strict=True)
        found = [(entity is None or not entity.named) and self.is_kept(draft) for draft, entity in several]
        if not any(found):
            return found
        unnamed = {entity for entity, kept in zip(entities, found, strict=True) if kept and entity}
        return [kept or entity in unnamed for entity, kept in zip(entities, found, strict=True)]

    def is_kept(self, draft: Draft) -> bool:
        """Whether a name is kept back by the words of a draft's source, or by its sentence outside its content."""
        shape, source, cue = draft.shape, draft.source, draft.cue
        if source is None or cue is None or draft.inherited:
            return False
        first, last = shape.sentence_start(cue.first), shape.sentence_end(cue.verb)
        own = _plain(shape.written(*source))
        if own.endswith(self._heads) or any(phrase in own for phrase in self._own):
            return True
        beside = [_plain(text) for text in _beside(draft, first, last)]
        return any(phrase in text for text in beside for phrase in self._clauses)


def _plain(text: str) -> str:
    """The words of a text in lower case, a space before and after each."""
    return f" {' '.join(WORD.findall(text.lower()))} "


def _beside(draft: Draft, at: int, end: int) -> Iterator[str]:
    """What stands in a sentence outside a draft's content, stretch by stretch."""
    shape = draft.shape
    for first, last in sorted(draft.content):
        if at < first <= end:
            yield shape.text[shape.starts[at] : shape.starts[first]]
        at = max(at, last)
    if at < end:
        yield shape.written(at, end)


@once
def anonymity_of(language: Language) -> Anonymity:
    """What tells anonymous sources of a language, made at its first use."""
    return Anonymity(readers_of(language).words)
