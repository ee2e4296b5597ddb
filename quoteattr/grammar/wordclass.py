"""The alphabet: a letter for each word class, so that a sentence can be matched as a string."""

from collections.abc import Mapping
from typing import Final

from quoteattr.errors import LanguageError

# Classes that patterns name together stand side by side: a set of them is then a range or two, or all but a few, which
# takes less time to compile and to match.
CLASSES = (
    # words that begin or join clauses
    *("BUT", "IF", "ADV", "LINK", "NOT"),
    # auxiliaries; N before one means that a negation is in the word
    *("BEEN", "BEING", "NBE", "NDO", "NHAVE", "MODAL", "HAS", "HAD", "BE", "DO"),
    # verb forms: those of verbs that may attribute begin with SA; VS third person, VED past, VEN participle, VING ing
    *("SAYS", "VS", "SAID", "VED", "VEN", "SAYING", "HAVING"),
    # prepositions and conjunctions
    *("SUB", "WHEN", "AS", "BEFORE", "PREP", "BY", "IN", "FROM", "FOR", "WITH", "OF", "ABOUT", "TO", "OR", "AND"),
    # marks inside sentences
    *("COMMA", "DASH"),
    # nominal words; NV and NVS, CLAIM and CLAIMS (which may attribute) are verb forms and as often nouns
    *("GEN", "POSS", "HER", "DET", "QUANT", "NAME", "OBJ", "INDEF", "LAST", "NUM", "ADJ", "VING", "QFRAGN"),
    *("NVS", "NV", "CLAIM", "NOUN", "MEDIUM", "THOUGHT", "PLURAL", "CLAIMS"),
    # time
    *("PART", "UNIT", "MONTH", "DAY", "AGO"),
    # pronouns that are subjects
    *("THERE", "PRO", "IT"),
    # other marks; END and PARA have no width
    *("RPAR", "LPAR", "END", "SEMI", "PARA", "COLON"),
    # complete quotations: full or fragment, with a comma inside, a period, a question or exclamation mark, or nothing
    *("QFULLX", "QFULLP", "QFULLN", "QFULLC", "QFRAGC", "QFRAGX", "QFRAGP"),
    # what is rarely named with others; STOP is a period that ends nothing, PRED attributes after a form of BE
    *("ACCORDING", "THAN", "DOING", "MARK", "WHETHER", "HOW", "WHAT", "WHO", "WHICH", "THAT", "WHOSE", "LABEL", "STOP"),
    *("REFL", "PRED", "SAIDPP", "SAY", "VB", "PARTICLE"),
    # words that attribute in some places only: retagging gives them another class in all
    *("PER", "WORDS", "ONCE"),
)
# Letters of Latin-1: a shape then takes a byte a letter, and a set of letters is a bitmap to `re`.
ALPHABETS = (range(0x41, 0x5B), range(0x61, 0x7B), range(0xC0, 0xD7), range(0xD8, 0xF7), range(0xF8, 0x100))
ENCODING = "iso-8859-1"
LETTERS = "".join(chr(code) for alphabet in ALPHABETS for code in alphabet)
LETTER: Mapping[str, str] = dict(zip(CLASSES, LETTERS, strict=False))
NAME_OF: Mapping[str, str] = {letter: name for name, letter in LETTER.items()}
AUXILIARIES = frozenset([LETTER[name] for name in ("BE", "HAS", "HAD", "DO", "MODAL", "NBE", "NDO", "NHAVE")])
QUOTATIONS = frozenset(letter for name, letter in LETTER.items() if name.startswith(("QFULL", "QFRAG")))
# Letters that modules ask for by themselves.
ADV: Final = LETTER["ADV"]
HAS: Final = LETTER["HAS"]
HAD: Final = LETTER["HAD"]
BE: Final = LETTER["BE"]
BY: Final = LETTER["BY"]
IN: Final = LETTER["IN"]
FROM: Final = LETTER["FROM"]
FOR: Final = LETTER["FOR"]
OF: Final = LETTER["OF"]
AND: Final = LETTER["AND"]
COMMA: Final = LETTER["COMMA"]
DASH: Final = LETTER["DASH"]
GEN: Final = LETTER["GEN"]
POSS: Final = LETTER["POSS"]
HER: Final = LETTER["HER"]
DET: Final = LETTER["DET"]
NAME: Final = LETTER["NAME"]
INDEF: Final = LETTER["INDEF"]
NUM: Final = LETTER["NUM"]
PLURAL: Final = LETTER["PLURAL"]
RPAR: Final = LETTER["RPAR"]
LPAR: Final = LETTER["LPAR"]
END: Final = LETTER["END"]
PARA: Final = LETTER["PARA"]
COLON: Final = LETTER["COLON"]
MARK: Final = LETTER["MARK"]
WHO: Final = LETTER["WHO"]
LABEL: Final = LETTER["LABEL"]
EDGES: Final = frozenset([END, PARA])


def letter(name: str, place: str) -> str:
    """The letter of a class.

    Raises:
        LanguageError: There is no such class; the message names the place that asked.
    """
    if name not in LETTER:
        raise LanguageError(f"{place}: no word class {name!r}")
    return LETTER[name]
