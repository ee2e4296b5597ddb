"""The alphabet: a letter for each word class, so that a sentence can be matched as a string."""

from collections.abc import Mapping

from quoteattr.errors import LanguageError

CLASSES = (
    # verbs that may attribute: by form; CLAIM and CLAIMS are as often nouns; PRED attributes after a form of BE
    *("SAID", "SAYS", "SAY", "SAYING", "SAIDPP", "CLAIM", "CLAIMS", "PRED"),
    # other verbs: past, participle, third person, base, ing; NV and NVS are as often nouns
    *("VED", "VEN", "VS", "VB", "VING", "NV", "NVS"),
    # auxiliaries; N before one means that a negation is in the word
    *("BE", "BEEN", "BEING", "HAVE", "HAVING", "DO", "DOING", "MODAL", "NBE", "NDO", "NHAVE", "NOT"),
    # nominal words
    *("NAME", "NOUN", "PLURAL", "ADJ", "NUM", "GEN", "DET", "QUANT", "POSS", "HER", "LAST"),
    *("MEDIUM", "THOUGHT"),
    *("PRO", "IT", "THERE", "OBJ", "REFL", "INDEF"),
    # time
    *("DAY", "MONTH", "PART", "UNIT", "AGO"),
    # words that begin or join clauses and phrases
    *("THAT", "WHO", "WHICH", "WHOSE", "WHAT", "WHETHER", "HOW", "WHEN", "IF", "SUB", "AS", "BEFORE"),
    *("TO", "OF", "FOR", "BY", "ABOUT", "WITH", "IN", "FROM", "PREP", "PARTICLE"),
    *("AND", "OR", "BUT", "THAN", "ADV", "LINK", "ACCORDING", "LABEL"),
    # marks; END and PARA have no width; STOP is a period that ends nothing
    *("COMMA", "COLON", "SEMI", "DASH", "LPAR", "RPAR", "STOP", "MARK", "END", "PARA"),
    # complete quotations: full or fragment, with a comma inside, a period, a question or exclamation mark, or nothing
    *("QFULLC", "QFULLP", "QFULLX", "QFULLN", "QFRAGC", "QFRAGP", "QFRAGX", "QFRAGN"),
)
ALPHABETS = (range(0x41, 0x5B), range(0x61, 0x7B), range(0x3B1, 0x3CA), range(0x430, 0x450))
LETTERS = "".join(chr(code) for alphabet in ALPHABETS for code in alphabet)
LETTER: Mapping[str, str] = dict(zip(CLASSES, LETTERS, strict=False))
NAME_OF: Mapping[str, str] = {letter: name for name, letter in LETTER.items()}


def letter(name: str, place: str) -> str:
    """The letter of a class.

    Raises:
        LanguageError: There is no such class; the message names the place that asked.
    """
    if name not in LETTER:
        raise LanguageError(f"{place}: no word class {name!r}")
    return LETTER[name]


def spell(shape: str) -> str:
    """A shape as the names of its classes, for people.

    Example:
        >>> spell(LETTER["DET"] + LETTER["NOUN"])
        'DET NOUN'
    """
    return " ".join(NAME_OF[mark] for mark in shape)
