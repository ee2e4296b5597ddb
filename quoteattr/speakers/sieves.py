"""The sieves in their order, from the surest on: each decides the sources that it is sure of and leaves the others.

A sieve is asked only of the kinds of mention that it may decide.
"""

from enum import StrEnum

from quoteattr.speakers import (
    body_sieves,
    epithet_sieve,
    name_sieves,
    nominal_sieves,
    pronoun_sieves,
    relative_sieve,
    role_sieve,
)
from quoteattr.speakers.mention import DESCRIPTION, NAME, PRONOUN, RELATIVE, SEVERAL, WORD, MentionKind
from quoteattr.speakers.scene import Sieve


class SieveName(StrEnum):
    """What `Resolution.sieve` may say.

    The last three decide what has no source of its own: dialogue alternates between the last two that spoke, the others
    take over what was decided for the words that they share.
    """

    PAIR = "pair"
    TRANSCRIPT = "transcript"
    CAPITAL = "capital"
    EXACT_NAME = "exact name"
    TITLE_AND_SURNAME = "title and surname"
    ALIAS = "alias"
    SHARED_NAME = "shared name"
    NEW_NAME = "new name"
    SURNAME_AS_WORD = "surname as word"
    RELATIVE_PRONOUN = "relative pronoun"
    ROLE_AND_NATION = "role and nation"
    ORGANISATION_NOMINAL = "organisation nominal"
    DOCUMENT_NOMINAL = "document nominal"
    SAME_DESCRIPTION = "same description"
    EPITHET = "epithet"
    POSSESSIVE = "possessive"
    DESCRIPTION = "description"
    FIRST_PERSON = "first person"
    SECOND_PERSON = "second person"
    ADDRESSED = "addressed"
    OWN_WORDS = "own words"
    THIRD_PERSON = "third person"
    PLURAL_THEY = "plural they"
    NEUTER_IT = "neuter it"
    DIALOGUE = "dialogue"
    ELIDED_SUBJECT = "elided subject"
    FLOATING_QUOTATION = "floating quotation"


SINGLE = (NAME, PRONOUN, RELATIVE, DESCRIPTION, WORD)
SIEVES: tuple[tuple[SieveName, Sieve, tuple[MentionKind, ...]], ...] = (
    (SieveName.PAIR, name_sieves.pair, (SEVERAL,)),
    (SieveName.TRANSCRIPT, name_sieves.transcript, SINGLE),
    (SieveName.CAPITAL, name_sieves.capital, (NAME,)),
    (SieveName.EXACT_NAME, name_sieves.exact_name, (NAME,)),
    (SieveName.TITLE_AND_SURNAME, name_sieves.title_and_surname, (NAME,)),
    (SieveName.ALIAS, name_sieves.alias, (NAME,)),
    (SieveName.SHARED_NAME, name_sieves.shared_name, (NAME,)),
    (SieveName.NEW_NAME, name_sieves.new_name, (NAME,)),
    (SieveName.SURNAME_AS_WORD, name_sieves.surname_as_word, (DESCRIPTION,)),
    (SieveName.RELATIVE_PRONOUN, relative_sieve.relative, (RELATIVE,)),
    (SieveName.ROLE_AND_NATION, role_sieve.role_and_nation, (DESCRIPTION,)),
    (SieveName.ORGANISATION_NOMINAL, body_sieves.organisation_nominal, (DESCRIPTION,)),
    (SieveName.DOCUMENT_NOMINAL, body_sieves.document_nominal, (DESCRIPTION,)),
    (SieveName.SAME_DESCRIPTION, nominal_sieves.same_description, (DESCRIPTION,)),
    (SieveName.EPITHET, epithet_sieve.epithet, (DESCRIPTION,)),
    (SieveName.POSSESSIVE, nominal_sieves.possessive, (DESCRIPTION,)),
    (SieveName.DESCRIPTION, nominal_sieves.description, (DESCRIPTION,)),
    (SieveName.FIRST_PERSON, pronoun_sieves.first_person, (PRONOUN,)),
    (SieveName.SECOND_PERSON, pronoun_sieves.second_person, (PRONOUN,)),
    (SieveName.ADDRESSED, pronoun_sieves.addressed, (PRONOUN,)),
    (SieveName.OWN_WORDS, pronoun_sieves.own_words, (PRONOUN,)),
    (SieveName.THIRD_PERSON, pronoun_sieves.third_person, (PRONOUN,)),
    (SieveName.PLURAL_THEY, pronoun_sieves.plural_they, (PRONOUN,)),
    (SieveName.NEUTER_IT, pronoun_sieves.neuter_it, (PRONOUN,)),
)
SIEVES_FOR: dict[MentionKind, tuple[tuple[str, Sieve], ...]] = {
    kind: tuple((str(name), sieve) for name, sieve, kinds in SIEVES if kind in kinds) for kind in MentionKind
}
