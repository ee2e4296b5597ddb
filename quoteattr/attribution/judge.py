"""The judge: what a reading commits its source to, by the rules of commitment."""

from quoteattr.attribution.commitment import NONE, TABLES, Commitment, commitment
from quoteattr.attribution.plan import Plan, Tables
from quoteattr.attribution.reading import JOINT, Reading
from quoteattr.attribution.rule import CUE, Rule, letters_beside, rules, suiting
from quoteattr.claim import Factivity
from quoteattr.errors import LanguageError
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Shape
from quoteattr.language.language import Language
from quoteattr.language.tables import words
from quoteattr.once import once

LARGEST_MEMO = 50_000


class Judge:
    """Judges readings in one language.

    Args:
        grammar: The grammar that the readings were found with.

    Raises:
        LanguageError: The tables are broken.
    """

    def __init__(self, grammar: Grammar) -> None:
        language = grammar.language
        table, notation, place = grammar.table("commitment")
        self._place = place
        self._tables = tuple(rules(table[key], notation, language, f"{place}: {key}") for key in TABLES)
        self._check_values()
        self._precedence = words(table["precedence"], f"{place}: precedence")
        self._verbatim = frozenset(words(table["verbatim"], f"{place}: verbatim"))
        self._frames = {pattern.name: pattern.frames for pattern in grammar.contents}
        self._factivity = _factivity(language)
        self._named = frozenset[str]().union(*(r.lemmas | r.kinds for several in self._tables for r in several))
        self._plans: dict[tuple[frozenset[str], str, str, tuple[str, str], bool], tuple[Plan, frozenset[str]]] = {}
        self._shared: dict[tuple[str, Factivity, str, str, str, bool], tuple[Plan, frozenset[str]]] = {}
        self._worded: dict[tuple[Plan, str, str], Plan] = {}
        self._licensed: dict[tuple[str, str], tuple[Tables, frozenset[str]]] = {}

    @property
    def tables(self) -> Tables:
        """The rules of attitude, polarity and realis."""
        return self._tables

    def is_verbatim(self, reading: Reading) -> bool:
        """Whether the content is verbatim although no marks stand around it."""
        return reading.rule.rpartition(JOINT)[2] in self._verbatim

    def judge(self, shape: Shape, reading: Reading) -> Commitment:
        """What a reading commits its source to."""
        cue = reading.cue
        if cue is None:
            return NONE
        content = reading.rule.rpartition(JOINT)[2], reading.kind
        key = cue.entry.frames, cue.form, cue.entry.lemma, content, reading.source is None
        known = self._plans.get(key)
        if known is None:
            known = self._plans[key] = self._plan(*key)
        plan, telling = known
        letters = shape.letters[cue.first : cue.last]
        if not telling.isdisjoint(letters):
            words = shape.text[shape.starts[cue.first] : shape.ends[cue.last - 1]]
            plan = self._with_words(plan, shape, reading, words, letters)
        found, beside = None, letters_beside(shape.letters, reading)
        for index, several in enumerate(plan.asked):
            for rule in several:
                if beside[rule.spot] in rule.edge and rule.match(shape, reading) is not None:
                    found = found or list(plan.fixed)
                    found[index] = rule
                    break
        settled = plan.settled
        return settled if found is None else commitment(settled.frame, settled.factivity, tuple(found))

    def _plan(
        self,
        frames: frozenset[str],
        form: str,
        lemma: str,
        content: tuple[str, str],
        bare: bool,  # noqa: FBT001
    ) -> tuple[Plan, frozenset[str]]:
        """The plan of readings whose cues call for no rule about their words, and the letters of those that do."""
        name, kind = content
        frame, factivity = self._frame(frames, name), self._factivity.get(lemma, Factivity.NEUTRAL)
        lemma, kind = (each if each in self._named else "" for each in (lemma, kind))
        key = frame, factivity, form, lemma, kind, bare
        found = self._shared.get(key)
        if found is None:
            licensed, telling = self._rules_of(frame, form)
            rules = tuple([suiting(several, lemma, kind, bare=bare) for several in licensed])
            found = self._shared[key] = Plan.of(rules, frame, factivity, applies=lambda _: False), telling
        return found

    def _with_words(self, plan: Plan, shape: Shape, reading: Reading, words: str, letters: str) -> Plan:
        """A plan once the rules about the words of the cue have been asked."""
        found = self._worded.get((plan, words, letters))
        if found is None:

            def applies(rule: Rule) -> bool:
                return not rule.edge.isdisjoint(letters) and rule.match(shape, reading) is not None

            found = Plan.of(plan.rules, plan.settled.frame, plan.settled.factivity, applies)
            if len(self._worded) < LARGEST_MEMO:
                self._worded[plan, words, letters] = found
        return found

    def _rules_of(self, frame: str, form: str) -> tuple[Tables, frozenset[str]]:
        """The rules that ask for no other frame or form, and the letters with which those about a cue's words begin."""
        found = self._licensed.get((frame, form))
        if found is None:
            licensed = tuple([tuple([rule for rule in rules if rule.admits(frame, form)]) for rules in self._tables])
            telling = [rule.edge for rules in licensed for rule in rules if rule.place is CUE and rule.regex]
            found = self._licensed[frame, form] = licensed, frozenset[str]().union(*telling)
        return found

    def _frame(self, frames: frozenset[str], content: str) -> str:
        """The frame that licensed the content; of several the first by precedence."""
        licensed = self._frames.get(content, frozenset()) & frames or frames
        if len(licensed) > 1:
            licensed = frozenset([next((name for name in self._precedence if name in licensed), min(licensed))])
        return min(licensed)

    def _check_values(self) -> None:
        for (key, values), several in zip(TABLES.items(), self._tables, strict=True):
            for rule in several:
                if rule.value not in list(values):
                    raise LanguageError(f"{self._place}: {key} {rule.name!r}: no value {rule.value!r}")


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
