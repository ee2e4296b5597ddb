"""The sieves in their order, from the surest on: each decides the sources that it is sure of and leaves the others.

A sieve is asked only of the kinds of mention that it may decide.
"""

from enum import StrEnum

from quoteattr.speakers.cast.mention import DESCRIPTION, NAME, PRONOUN, RELATIVE, SEVERAL, WORD, MentionKind
from quoteattr.speakers.sieves import (
    bodies,
    descriptions,
    documents,
    epithet,
    named_later,
    names,
    pronouns,
    relative,
    roles,
    things,
)
from quoteattr.speakers.sieves.scene import Sieve


class SieveName(StrEnum):
    """What `Resolution.sieve` may say.

    The last three decide what has no source of its own: a quotation without a tag is more of what was said before, the
    others take over what was decided for the words that they share.
    """

    PAIR = "pair"
    TRANSCRIPT = "transcript"
    FAMILY = "family"
    EXACT_NAME = "exact name"
    ALIAS = "alias"
    SHARED_NAME = "shared name"
    NEW_NAME = "new name"
    RELATIVE_PRONOUN = "relative pronoun"
    ROLE_AND_NATION = "role and nation"
    ORGANISATION_NOMINAL = "organisation nominal"
    DOCUMENT_NOMINAL = "document nominal"
    SAME_DESCRIPTION = "same description"
    EPITHET = "epithet"
    NAMED_LATER = "named later"
    DESCRIPTION = "description"
    FIRST_PERSON = "first person"
    SECOND_PERSON = "second person"
    THIRD_PERSON = "third person"
    PLURAL_THEY = "plural they"
    NEUTER_IT = "neuter it"
    UNTAGGED = "untagged"
    ELIDED_SUBJECT = "elided subject"
    FLOATING_QUOTATION = "floating quotation"


SINGLE = (NAME, PRONOUN, RELATIVE, DESCRIPTION, WORD)
SIEVES: tuple[tuple[SieveName, Sieve, tuple[MentionKind, ...]], ...] = (
    (SieveName.PAIR, names.pair, (SEVERAL,)),
    (SieveName.TRANSCRIPT, names.transcript, SINGLE),
    (SieveName.FAMILY, names.family, (NAME,)),
    (SieveName.EXACT_NAME, names.exact_name, (NAME,)),
    (SieveName.ALIAS, names.alias, (NAME,)),
    (SieveName.SHARED_NAME, names.shared_name, (NAME,)),
    (SieveName.NEW_NAME, names.new_name, (NAME,)),
    (SieveName.RELATIVE_PRONOUN, relative.relative, (RELATIVE,)),
    (SieveName.ROLE_AND_NATION, roles.role_and_nation, (DESCRIPTION,)),
    (SieveName.ORGANISATION_NOMINAL, bodies.organisation_nominal, (DESCRIPTION,)),
    (SieveName.DOCUMENT_NOMINAL, documents.document_nominal, (DESCRIPTION,)),
    (SieveName.SAME_DESCRIPTION, descriptions.same_description, (DESCRIPTION,)),
    (SieveName.EPITHET, epithet.epithet, (DESCRIPTION,)),
    (SieveName.NAMED_LATER, named_later.named_later, (DESCRIPTION,)),
    (SieveName.DESCRIPTION, descriptions.description, (DESCRIPTION,)),
    (SieveName.FIRST_PERSON, pronouns.first_person, (PRONOUN,)),
    (SieveName.SECOND_PERSON, pronouns.second_person, (PRONOUN,)),
    (SieveName.THIRD_PERSON, pronouns.third_person, (PRONOUN,)),
    (SieveName.PLURAL_THEY, things.plural_they, (PRONOUN,)),
    (SieveName.NEUTER_IT, things.neuter_it, (PRONOUN,)),
)
SIEVES_FOR: dict[MentionKind, tuple[tuple[str, Sieve], ...]] = {
    kind: tuple((str(name), sieve) for name, sieve, kinds in SIEVES if kind in kinds) for kind in MentionKind
}
