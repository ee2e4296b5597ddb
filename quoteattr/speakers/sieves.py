"""The sieves in their order, from the surest on: each decides the sources that it is sure of and leaves the others."""

from quoteattr.speakers import body_sieves, name_sieves, nominal_sieves, pronoun_sieves, relative_sieve
from quoteattr.speakers.scene import Sieve

SIEVES: tuple[tuple[str, Sieve], ...] = (
    ("pair", name_sieves.pair),
    ("transcript", name_sieves.transcript),
    ("capital", name_sieves.capital),
    ("exact name", name_sieves.exact_name),
    ("title and surname", name_sieves.title_and_surname),
    ("alias", name_sieves.alias),
    ("shared name", name_sieves.shared_name),
    ("new name", name_sieves.new_name),
    ("surname as word", name_sieves.surname_as_word),
    ("relative pronoun", relative_sieve.relative),
    ("role and nation", nominal_sieves.role_and_nation),
    ("organisation nominal", body_sieves.organisation_nominal),
    ("document nominal", body_sieves.document_nominal),
    ("same description", nominal_sieves.same_description),
    ("possessive", nominal_sieves.possessive),
    ("description", nominal_sieves.description),
    ("first person", pronoun_sieves.first_person),
    ("second person", pronoun_sieves.second_person),
    ("addressed", pronoun_sieves.addressed),
    ("own words", pronoun_sieves.own_words),
    ("third person", pronoun_sieves.third_person),
    ("plural they", pronoun_sieves.plural_they),
    ("neuter it", pronoun_sieves.neuter_it),
)
