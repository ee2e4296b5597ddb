"""What claims are made of, and whom the caller knows."""

from collections.abc import Iterable

import attrs

from quoteattr.text.span import Span
from quoteattr.values import CircumstanceRole, Factivity, Gender, SourceForm, SpeakerKind


@attrs.frozen
class Cue(Span):
    """The words that attribute: a verb group, "according to", a noun, a colon.

    Args:
        lemma: Dictionary form of the attributing word; a mark stands for itself.
        frame: Name of the lexicon's frame that the cue was read in.
        factivity: The cue's own colour.
    """

    lemma: str = attrs.field(kw_only=True)
    frame: str = attrs.field(kw_only=True)
    factivity: Factivity = attrs.field(default=Factivity.NEUTRAL, kw_only=True)


@attrs.frozen
class Source(Span):
    """The words that name who a claim is attributed to, as they stand in the text.

    Args:
        form: How the source is worded. An elided source ("adding that …") is the subject that the cue inherits.
        anonymous: Whether the text keeps the name back ("two stewards who asked not to be named").
    """

    form: SourceForm = attrs.field(kw_only=True)
    anonymous: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Circumstance(Span):
    """Where, when or through what something was said.

    Args:
        role: What the words tell of the saying.
    """

    role: CircumstanceRole = attrs.field(kw_only=True)


@attrs.frozen(cache_hash=True)  # of many mentions, and asked for by every claim
class Speaker:
    """The entity behind a source. Equal speakers are equal objects, so grouping by speaker is a dictionary.

    Args:
        name: The fullest name in the text, without titles; where the text never names it, its fullest description.
        kind: What sort of entity it is.
        aliases: Other names of it in the text, in text order.
        titles: Titles that the text gives it, in text order.
        mentions: Every span that was resolved to it, in text order.
        roles: What the text says that it is ("mayor", "head of the union"), in text order.
        gender: A person's gender, where title, role, pronoun or given name shows it.
        nation: The nation that it belongs to or speaks for.
        affiliation: The body that a person or group belongs to or speaks for, by its fullest name in the text.
        identifier: The caller's own, for one of the known people and bodies.
        named: Whether the text names it; else `name` is a description.
        author: Whose a document is, as the text describes them; a document of somebody named speaks for that one.
    """

    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = attrs.field(default=(), repr=False)  # there may be hundreds
    roles: tuple[str, ...] = ()
    gender: Gender | None = None
    nation: str | None = None
    affiliation: str | None = None
    identifier: str | None = None
    named: bool = True
    author: str | None = None

    def __str__(self) -> str:
        return self.name


def _names(given: Iterable[str]) -> tuple[str, ...]:
    if isinstance(given, str):
        raise TypeError(f"aliases and titles must be several strings, not one: ({given!r},)")
    return tuple(given)


def _kind(given: SpeakerKind | str) -> SpeakerKind:
    if given not in list(SpeakerKind):
        raise ValueError(f"no kind {given!r}: known are {', '.join(SpeakerKind)}")
    return SpeakerKind(given)


def _gender(given: Gender | str) -> Gender:
    if given not in list(Gender):
        raise ValueError(f"no gender {given!r}: known are {', '.join(Gender)}")
    return Gender(given)


@attrs.frozen
class Known:
    """A person or body that the caller knows of: what a source is linked to where its name agrees.

    Args:
        name: The full name, which the speaker will carry.
        aliases: Other names that mean this one and nobody else.
        titles: Titles before a surname that mean this one: with "Mayor", "Mayor Brandt" is linked as well.
        gender: The gender, where it is known.
        identifier: What the speaker carries as its identifier.
        kind: What sort of entity it is.

    Raises:
        ValueError: There is no such kind or gender.
        TypeError: The aliases or titles are one string.

    Example:
        >>> from quoteattr import extract
        >>> brandt = Known("Ana Brandt", aliases=("Iron Ana",), identifier="Q42")
        >>> (claim,) = extract("Iron Ana said that the bridge was closed.", known=[brandt])
        >>> claim.speaker.name, claim.speaker.identifier
        ('Ana Brandt', 'Q42')
    """

    name: str
    aliases: tuple[str, ...] = attrs.field(default=(), converter=_names)
    titles: tuple[str, ...] = attrs.field(default=(), converter=_names)
    gender: Gender | None = attrs.field(default=None, converter=attrs.converters.optional(_gender))
    identifier: str | None = None
    kind: SpeakerKind = attrs.field(default=SpeakerKind.PERSON, converter=_kind)


@attrs.frozen
class Resolution:
    """How a claim's speaker was found.

    Args:
        sieve: Name of the sieve that decided; empty where there was no source to resolve.
        candidates: Names of those that stood when it did, the best first; two or more without a speaker are a tie.
    """

    sieve: str = ""
    candidates: tuple[str, ...] = ()


@attrs.frozen
class Reasons:
    """Which rules of commitment decided; empty where the default stood.

    Args:
        attitude: Name of the rule that gave the attitude.
        polarity: Name of the rule that gave the polarity.
        realis: Name of the rule that gave the realis.
    """

    attitude: str = ""
    polarity: str = ""
    realis: str = ""
