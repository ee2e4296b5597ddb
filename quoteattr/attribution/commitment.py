"""Commitment: what sort of act a cue reports, whether the source stands by the content, whether it was said at all.

The attribution layer of the PDTB tells type, polarity and determinacy apart: here attitude, polarity and realis.
"""

import attrs

from quoteattr.attribution.reading import Reading
from quoteattr.attribution.rule import Rule, letters_beside, rules
from quoteattr.claim import Attitude, Claim, Factivity, Polarity, Realis, Reasons
from quoteattr.errors import LanguageError
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.shape import Shape
from quoteattr.language.language import Language
from quoteattr.language.tables import words
from quoteattr.once import once

FILE = "commitment.toml"
TABLES = {"attitude": Attitude, "polarity": Polarity, "realis": Realis}
LARGEST_MEMO = 50_000


@attrs.frozen
class Commitment:
    """What a reading commits its source to.

    Args:
        frame: The frame that the cue was read in; empty without a cue.
        factivity: The cue's own colour.
        attitude: The sort of act or attitude.
        polarity: Whether the source puts the content forward.
        realis: Whether the act took place.
        reasons: The rules that decided.
    """

    frame: str = ""
    factivity: Factivity = Factivity.NEUTRAL
    attitude: Attitude = Attitude.ASSERTION
    polarity: Polarity = Polarity.POSITIVE
    realis: Realis = Realis.ACTUAL
    reasons: Reasons = attrs.field(factory=Reasons)


@attrs.frozen
class _Plan:
    """What is left to ask of a reading whose cue has been seen before: of each table, the rules that need its place.

    The last of a table's rules may be one that needs nothing more.
    """

    frame: str
    factivity: Factivity
    open: tuple[tuple[Rule, ...], ...]
    settled: Commitment
    fixed: tuple[Rule | None, ...]


class Judge:
    """Judges readings in one language.

    Args:
        grammar: The grammar that the readings were found with.

    Raises:
        LanguageError: The tables are broken.
    """

    def __init__(self, grammar: Grammar) -> None:
        language = grammar.language
        self._place = place = f"{language.code}/{FILE}"
        table = language.tables["commitment"]
        notation = Notation(table.get("phrases", {}), place, grammar.notation)
        self._tables = tuple(rules(table[key], notation, language, f"{place}: {key}") for key in TABLES)
        self._check_values()
        self._precedence = words(table["precedence"], f"{place}: precedence")
        self._verbatim = frozenset(words(table["verbatim"], f"{place}: verbatim"))
        self._first_person = frozenset(word.lower() for word in words(table["first_person"], f"{place}: first_person"))
        self._frames = {pattern.name: pattern.frames for pattern in grammar.contents}
        self._factivity = _factivity(language)
        self._memo: dict[tuple[str, ...], _Plan] = {}
        self._licensed: dict[tuple[str, str, str], tuple[tuple[Rule, ...], ...]] = {}

    @property
    def tables(self) -> tuple[tuple[Rule, ...], ...]:
        """The rules of attitude, polarity and realis."""
        return self._tables

    def is_verbatim(self, reading: Reading) -> bool:
        """Whether the content is verbatim although no marks stand around it."""
        return reading.rule.rpartition(" + ")[2] in self._verbatim

    def is_own(self, claim: Claim) -> bool:
        """Whether a claim inside another tells only what its own speaker thinks or would say: "I think it is over"."""
        hypothetical = claim.realis is Realis.HYPOTHETICAL
        if claim.source is None:
            return hypothetical  # "nobody should be asked to go"
        return (hypothetical or claim.attitude is Attitude.BELIEF) and claim.source.text.lower() in self._first_person

    def judge(self, shape: Shape, reading: Reading) -> Commitment:
        """What a reading commits its source to."""
        cue = reading.cue
        if cue is None:
            return Commitment()
        start, end = shape.starts[cue.first], shape.ends[cue.last - 1]
        letters = shape.letters[cue.first : cue.last]
        content = reading.rule.rpartition(" + ")[2]
        key = (shape.text[start:end], letters, cue.entry.lemma, cue.form, content, str(reading.source is None))
        plan = self._memo.get(key)
        if plan is None:
            plan = self._plan(shape, reading)
            if len(self._memo) < LARGEST_MEMO:
                self._memo[key] = plan
        found, beside = None, letters_beside(shape, reading)
        for index, several in enumerate(plan.open):
            for rule in several:
                if rule.may_match(beside) and rule.match(shape, reading) is not None:
                    found = found or list(plan.fixed)
                    found[index] = rule
                    break
        return plan.settled if found is None else _commitment(plan.frame, plan.factivity, found)

    def _plan(self, shape: Shape, reading: Reading) -> _Plan:
        assert reading.cue is not None  # noqa: S101  # judge has seen to it
        content = reading.rule.rpartition(" + ")[2]
        frame = self._frame(reading.cue.entry.frames, content)
        open_, fixed = [], []
        for several in self._rules_of(frame, reading.cue.form, reading.cue.entry.lemma):
            asked: list[Rule] = []
            last = None
            for rule in several:
                if not rule.suits(content, bare=reading.source is None):
                    continue
                if not rule.fixed:
                    asked.append(rule)
                elif rule.regex is None or rule.match(shape, reading) is not None:
                    last = rule
                    break
            open_.append(tuple(asked))
            fixed.append(last)
        factivity = self._factivity.get(reading.cue.entry.lemma, Factivity.NEUTRAL)
        return _Plan(frame, factivity, tuple(open_), _commitment(frame, factivity, fixed), tuple(fixed))

    def _rules_of(self, frame: str, form: str, lemma: str) -> tuple[tuple[Rule, ...], ...]:
        """The rules of each table that ask for no other frame, form or lemma."""
        found = self._licensed.get((frame, form, lemma))
        if found is None:
            wider = self._tables if not lemma else self._rules_of(frame, form, "")
            found = self._licensed[frame, form, lemma] = tuple(
                tuple(r for r in several if r.admits(frame, form, lemma)) for several in wider
            )
        return found

    def _frame(self, frames: frozenset[str], content: str) -> str:
        """The frame that licensed the content; of several the first by precedence."""
        licensed = self._frames.get(content, frozenset()) & frames or frames
        return next((name for name in self._precedence if name in licensed), min(licensed))

    def _check_values(self) -> None:
        for (key, values), several in zip(TABLES.items(), self._tables, strict=True):
            for rule in several:
                if rule.value not in list(values):
                    raise LanguageError(f"{self._place}: {key} {rule.name!r}: no value {rule.value!r}")


def _commitment(frame: str, factivity: Factivity, found: "list[Rule | None]") -> Commitment:
    attitude, polarity, realis = found
    return Commitment(
        frame,
        factivity,
        Attitude(attitude.value) if attitude else Attitude.ASSERTION,
        Polarity(polarity.value) if polarity else Polarity.POSITIVE,
        Realis(realis.value) if realis else Realis.ACTUAL,
        Reasons(*(rule.name if rule else "" for rule in found)),
    )


def _factivity(language: Language) -> dict[str, Factivity]:
    place = f"{language.code}/factivity.toml"
    found: dict[str, Factivity] = {}
    for key, value in language.tables["factivity"].items():
        if key not in list(Factivity):
            raise LanguageError(f"{place}: {key}: factivity is one of {', '.join(Factivity)}")
        for lemma in words(value, f"{place}: {key}"):
            if lemma in found:
                raise LanguageError(f"{place}: {lemma!r} in {found[lemma]} and in {key}")
            found[lemma] = Factivity(key)
    return found


@once
def judge_of(grammar: Grammar) -> Judge:
    """The judge of a grammar, made at its first use.

    Raises:
        LanguageError: Its tables are broken.
    """
    return Judge(grammar)
