"""The language that docs/extending.md writes down can be read from its files, and reads what the page says."""

import doctest
import re
from pathlib import Path

import attrs
import pytest

import quoteattr
from quoteattr import Language, LanguageError, Lemma, extract

_PAGE = (Path(__file__).parents[1] / "docs" / "extending.md").read_text(encoding="utf-8")
_FILES = dict(re.findall(r"^`([\w.]+)`:\n\n```\w+\n(.*?)^```$", _PAGE, re.MULTILINE | re.DOTALL))
_ARTICLE = (Path(__file__).parents[1] / "examples" / "article.txt").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that the page writes down."""
    home = tmp_path / "eo"
    home.mkdir()
    for name, content in _FILES.items():
        (home / name).write_text(content, encoding="utf-8")
    return home


def test_the_example_of_the_page_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    snippet = _PAGE.partition("<!-- skip: start -->")[2].partition("```python\n")[2].partition("```")[0]
    example = doctest.DocTestParser().get_doctest(snippet, {}, "extending.md", None, None)
    assert len(example.examples) == 5
    assert doctest.DocTestRunner().run(example).failed == 0


def test_its_examples_apply_and_its_counters_do_not(folder: Path) -> None:
    esperanto = Language.load(folder)
    entries = [*esperanto.tables["sources"]["source"], *esperanto.tables["contents"]["content"]]
    assert len(entries) == 4
    for entry in entries:
        example, counter = (re.sub("<[^>]+>", "", entry[key]) for key in ("example", "counter"))
        assert entry["name"] in _rules(example, esperanto)
        assert entry["name"] not in _rules(counter, esperanto)


def _rules(text: str, language: Language) -> set[str]:
    return {name for claim in extract(text, language=language) for name in claim.rule.split(" + ")}


@pytest.mark.parametrize("names", [["cues.toml"], list(_FILES)], ids=["one file", "all files"])
def test_a_small_language_reads_any_text(folder: Path, names: list[str]) -> None:
    for path in folder.iterdir():
        if path.name not in names:
            path.unlink()
    small = Language.load(folder)
    assert extract(_ARTICLE, language=small) is not None
    assert extract("“Jes,” diris La Ana Brandt. Li diris, ke ŝi diris, ke “ne”.\n\n“Ne.”", language=small) is not None


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("cues.toml", "[SAY]\nwords = []\n", "eo/cues.toml: SAY: expected lemmas"),
        ("cues.toml", "SAY\n", "eo/cues.toml: "),
        ("function_words.toml", 'THAT = "ke"\n', "eo/function_words.toml: THAT: expected a list"),
        ("function_words.toml", 'NOUN_OF = ["ke"]\n', "eo/function_words.toml: no word class 'NOUN_OF'"),
        ("phrases.toml", 'NP = "DTE"\n', "eo/phrases.toml: NP: no word class or phrase 'DTE'"),
        ("verbs.txt", "a\tb\tc\td\te\tf\n", "eo/verbs.txt: line 1: 6 columns, expected 5"),
        ("sources.toml", '[[source]]\nname = "subject"\n', "eo/sources.toml: source 'subject': no counter"),
    ],
)
def test_faults_name_their_file(folder: Path, name: str, content: str, fault: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(LanguageError) as error:
        extract("“Jes,” diris Ana Brandt.", language=Language.load(folder))
    assert str(error.value).startswith(fault)


def test_a_cue_in_no_known_frame_is_refused() -> None:
    english = Language.load("en")
    with pytest.raises(LanguageError, match=r"^en: cue 'squeak': no frame 'SQUEAK': known are ACCORDING, ACCUSE, "):
        attrs.evolve(english, cues=(*english.cues, Lemma("squeak", "SQUEAK")))


@pytest.mark.parametrize(
    ("lemma", "message"),
    [
        (Lemma("squeak", "NOUN", "noun"), r"^en: cue 'squeak': no part 'noun': known are lemmas, predicates, "),  # type: ignore[arg-type]
        (Lemma(" ", "SAY"), r"^en: a cue of SAY without a word"),
    ],
)
def test_a_cue_without_a_word_or_with_an_unknown_part_is_refused(lemma: Lemma, message: str) -> None:
    english = Language.load("en")
    with pytest.raises(LanguageError, match=message):
        attrs.evolve(english, cues=(*english.cues, lemma))


def test_an_unknown_code_tells_how_to_hand_in_a_folder() -> None:
    with pytest.raises(LanguageError, match=r"^no language 'eo': known are en; .* is a folder: Language\.load\(Path"):
        Language.load("eo")


def test_the_page_uses_public_names_only() -> None:
    imported = re.findall(r"^>>> (?:from|import) (.+)$", _PAGE, re.MULTILINE)
    assert imported
    for line in imported:
        module, _, names = line.partition(" import ")
        if module.startswith("quoteattr"):
            assert module == "quoteattr", line
            assert set(names.split(", ")) <= set(quoteattr.__all__), line


def test_a_folder_without_cues_is_no_language(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"no cues\.toml"):
        Language.load(tmp_path)
