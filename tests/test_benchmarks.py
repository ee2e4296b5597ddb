"""The benchmarks read corpora in their public layouts; these are tiny and constructed."""

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import quoteattr
from quoteattr.language.counts import counts
from quoteattr.language.tables import Folder

_BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
_TEXT = "Ana Brandt said that the bridge was closed. Osei yearned for rain. “It is over,” he said."
_GUM = """\
# newdoc id = GUM_news_bridge
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# meta::author = Nobody
# meta::genre = news
# meta::summary1 = (human) A dam fails (at last).
# newpar_block = head (1 s)
# sent_id = GUM_news_bridge-1
# s_type = frag
# text = Dam fails
1\tDam\tdam\tNOUN\tNN\tNumber=Sing\t2\tnsubj\t2:nsubj\tDiscourse=organization-heading:1->2:2:_|Entity=(2-object-new-nnn-cf1-1-coref)
2\tfails\tfail\tVERB\tVBZ\tMood=Ind\t0\troot\t0:root\t_

# newpar = p (3 s)
# sent_id = GUM_news_bridge-2
# s_type = decl
# transition = continue
# text = Ana-Lena Brandt and Tomás Osei said the dam's gate failed.
1\tAna-Lena\tAna-Lena\tPROPN\tNNP\tNumber=Sing\t6\tnsubj\t6:nsubj\tEntity=(4-person-new-sss-cf3-1-sgl(1-person-new-sss-cf1*-1-coref-Ana-Lena_Brandt_%28mayor%29
2\tBrandt\tBrandt\tPROPN\tNNP\tNumber=Sing\t1\tflat\t1:flat\tEntity=1)
3\tand\tand\tCCONJ\tCC\t_\t4\tcc\t4:cc\t_
4\tTomás\tTomás\tPROPN\tNNP\tNumber=Sing\t1\tconj\t1:conj:and|6:nsubj\tEntity=(3-person-new-snn-cf2-1-coref
5\tOsei\tOsei\tPROPN\tNNP\tNumber=Sing\t4\tflat\t4:flat\tEntity=3)4)
6\tsaid\tsay\tVERB\tVBD\tMood=Ind\t0\troot\t0:root\tMSeg=sai-d
7\tthe\tthe\tDET\tDT\t_\t8\tdet\t8:det\tBridge=2<5|Entity=(5-object-acc:inf-nnn-cf5-4-sgl(2-object-giv:act-nnn-cf4*-2-coref
8-9\tdam's\t_\t_\t_\t_\t_\t_\t_\t_
8\tdam\tdam\tNOUN\tNN\t_\t10\tnmod:poss\t10:nmod:poss\t_
9\t's\t's\tPART\tPOS\t_\t8\tcase\t8:case\tEntity=2)
10\tgate\tgate\tNOUN\tNN\t_\t11\tnsubj\t11:nsubj\tEntity=5)
10.1\tgate\tgate\tNOUN\tNN\t_\t_\t_\t11:nsubj\tCopyOf=10
11\tfailed\tfail\tVERB\tVBD\t_\t6\tccomp\t6:ccomp\tSpaceAfter=No
12\t.\t.\tPUNCT\t.\t_\t6\tpunct\t6:punct\t_

# sent_id = GUM_news_bridge-3
# text = Brandt said it was old.
1\tBrandt\tBrandt\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t2:nsubj\tEntity=(1-person-giv:act-sss-cf1*-1-coref-Ana-Lena_Brandt_%28mayor%29)
2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t0:root\t_
3\tit\tit\tPRON\tPRP\t_\t5\tnsubj\t5:nsubj\tEntity=(2-object-giv:act-nnn-cf2*-1-ana)
4\twas\tbe\tAUX\tVBD\t_\t5\tcop\t5:cop\t_
5\told\told\tADJ\tJJ\t_\t2\tccomp\t2:ccomp\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t2:punct\t_

# sent_id = GUM_news_bridge-4
# text = They said so and she said that they'd go.
1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t2:nsubj\tEntity=(6-person-acc:aggr-nnn-cf1-1-coref)|SplitAnte=1<6,3<6
2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t0:root\t_
3\tso\tso\tADV\tRB\t_\t2\tadvmod\t2:advmod\t_
4\tand\tand\tCCONJ\tCC\t_\t6\tcc\t6:cc\t_
5\tshe\tshe\tPRON\tPRP\t_\t6\tnsubj\t6:nsubj\tEntity=(1-person-giv:act-sss-cf1-1-ana-Ana-Lena_Brandt_%28mayor%29)
6\tsaid\tsay\tVERB\tVBD\t_\t2\tconj\t2:conj:and\t_
7\tthat\tthat\tSCONJ\tIN\t_\t10\tmark\t10:mark\t_
8-9\tthey'd\t_\t_\t_\t_\t_\t_\t_\t_
8\tthey\tthey\tPRON\tPRP\t_\t10\tnsubj\t10:nsubj\tEntity=(6-person-giv:act-nnn-cf1-1-ana)
9\t'd\twould\tAUX\tMD\t_\t10\taux\t10:aux\t_
10\tgo\tgo\tVERB\tVB\t_\t6\tccomp\t6:ccomp\tSpaceAfter=No
11\t.\t.\tPUNCT\t.\t_\t2\tpunct\t2:punct\t_

"""


def _run(name: str, *arguments: str, path: Path | None = None) -> Any:
    command = [sys.executable, str(_BENCHMARKS / name), *arguments, "--json"]
    environment = _environment(path) if path else None
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def _environment(path: Path) -> dict[str, str]:
    """An environment in which the modules of a folder come first."""
    parts = [str(path), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(parts)}


def _brat(*attributions: tuple[str, str, str]) -> str:
    lines, count = [], 0
    for number, words in enumerate(attributions, 1):
        arguments = []
        for role, piece in zip(("Source", "Cue", "Content"), words, strict=True):
            count, at = count + 1, _TEXT.rindex(piece)
            lines.append(f"T{count}\t{role} {at} {at + len(piece)}\t{piece}")
            arguments.append(f"{role}:T{count}")
        lines.append(f"E{number}\t{' '.join(arguments)}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def polnear(tmp_path: Path) -> Path:
    home = tmp_path / "data" / "dev"
    (home / "text").mkdir(parents=True)
    (home / "attributions").mkdir()
    (home / "text" / "gazette_2016-09-08_bridge.txt").write_text(_TEXT, encoding="utf-8")
    gold = _brat(
        ("Ana Brandt", "said", "that the bridge was closed"),
        ("Osei", "yearned", "for rain"),
        ("he", "said", "“It is over,”"),
    )
    (home / "attributions" / "gazette_2016-09-08_bridge_4b22.ann").write_text(gold, encoding="utf-8")
    (home / "attributions" / "gazette_2016-09-08_bridge_ef2d.ann").write_text("", encoding="utf-8")
    return tmp_path


def test_polnear_speech(polnear: Path) -> None:
    found = _run("polnear.py", str(polnear), "--part", "dev")
    assert found["articles"] == 1
    assert [found[name]["asked"] for name in ("claims", "attributed", "exact")] == [2, 2, 2]
    assert found["exact"]["f1"] == 1


def test_polnear_everything_and_another_list(polnear: Path, tmp_path: Path) -> None:
    assert _run("polnear.py", str(polnear), "--all")["claims"]["asked"] == 3
    (tmp_path / "verbs.txt").write_text("yearned\n", encoding="utf-8")
    assert _run("polnear.py", str(polnear), "--verbs", str(tmp_path / "verbs.txt"))["claims"]["asked"] == 2


def test_confidence_is_counted_on_marked_articles(tmp_path: Path) -> None:
    text = "Brandt said that it rains. Osei said that it snows. Holt said that it hails."
    claims = [
        {
            "source": [[start, start + size]],
            "cue": [],
            "content": [[start + size + 6, end]],
            "optional": size == len("Osei"),
        }
        for start, size, end in ((0, 6, 25), (27, 4, 50))
    ]
    marked = tmp_path / "marked.jsonl"
    marked.write_text(json.dumps({"text": text, "claims": claims}) + "\n", encoding="utf-8")
    command = [sys.executable, str(_BENCHMARKS / "confidence.py"), str(marked), "--check", str(marked)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "train: 2 claims, 1 right\ndev: 2 claims, 1 right\n" in done.stdout


def test_confidence_is_counted_and_written(polnear: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="matplotlib is not installed")
    shutil.copytree(polnear / "data" / "dev", polnear / "data" / "train")
    project = tmp_path / "project"
    (project / "quoteattr" / "language" / "en").mkdir(parents=True)
    (project / "docs").mkdir()
    shutil.copy(_BENCHMARKS.parent / "docs" / "confidence.md", project / "docs")
    command = [sys.executable, str(_BENCHMARKS / "confidence.py"), str(polnear), "--write", "--root", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    told = re.search(r"train: (\d) claims, (\d) right", done.stdout)
    assert told is not None
    made, right = map(int, told.groups())
    assert 2 <= right <= made <= 3  # the hope may be a claim
    rows = {
        (c.source, c.content): (c.made, c.right)
        for c in counts(Folder("en", str(project / "quoteattr" / "language" / "en"), shipped=False))
    }
    assert rows["subject", "that-clause"] == (1, 1)
    assert tuple(map(sum, zip(*rows.values(), strict=True))) == (made, right)
    page = (project / "docs" / "confidence.md").read_text(encoding="utf-8")
    assert sum(int(cell) for cell in re.findall(r"^\| 0\.\d to \d\.\d \| (\d+) \|", page, re.MULTILINE)) == made
    assert page.count("<!-- end -->") == page.count("<!-- measured") == 2
    assert "<svg" in (project / "docs" / "reliability.svg").read_text(encoding="utf-8")


_SPACY = """
class Doc(str):
    pass

def load(model):
    assert model == "a_model"
    return Doc
"""
_TEXTACY = """
from types import SimpleNamespace

class Word(str):
    pass

def direct_quotations(doc):
    if doc.count("“") != doc.count("”"):
        raise ValueError("an unclosed quotation")
    first, last = doc.find("“"), doc.rfind("”") + 1
    if first >= 0:
        word, cue = Word("he"), Word("said")
        word.idx, cue.idx = doc.rfind("he"), doc.rfind("said")
        yield SimpleNamespace(
            speaker=[word], cue=[cue], content=SimpleNamespace(start_char=first, end_char=last)
        )
"""


def test_the_page_of_scores(polnear: Path, tmp_path: Path) -> None:
    page = "Before.\n\n<!-- measured by benchmarks/readme.py -->\nold\n<!-- end -->\n\nAfter.\n"
    (tmp_path / "docs").mkdir()
    for name in ("docs/scores.md", "docs/comparison.md"):
        (tmp_path / name).write_text(page, encoding="utf-8")
    (tmp_path / "verbs.txt").write_text("yearned\n", encoding="utf-8")
    command = [sys.executable, str(_BENCHMARKS / "readme.py"), str(polnear), "--root", str(tmp_path)]
    subprocess.run([*command, "--verbs", str(tmp_path / "verbs.txt")], check=True, capture_output=True)
    before, *middle, after = (tmp_path / "docs/scores.md").read_text(encoding="utf-8").split("\n\n")
    assert (before, after) == ("Before.", "After.\n")
    assert "old" not in "".join(middle)
    rows = [line.split("|")[2].strip() for line in middle[2].splitlines()[2:]]
    assert len(rows) == 3
    assert rows[0] == "100.0 / 100.0 / 100.0"
    f1 = rows[1].rpartition(" ")[2]
    assert f"quoteattr on dev: **claims {f1}, attributed " in (tmp_path / "docs" / "comparison.md").read_text("utf-8")


def test_comparison_with_textacy(polnear: Path, tmp_path: Path) -> None:
    stubs = tmp_path / "stubs"
    (stubs / "textacy").mkdir(parents=True)
    (stubs / "spacy.py").write_text(_SPACY, encoding="utf-8")
    (stubs / "textacy" / "__init__.py").touch()
    (stubs / "textacy" / "extract.py").write_text(_TEXTACY, encoding="utf-8")
    path = polnear / "data" / "dev" / "text" / "gazette_2016-09-08_bridge.txt"
    path.write_text(f"{_TEXT}\n“An open one", encoding="utf-8")
    found = _run("compare.py", str(polnear), "--model", "a_model", path=stubs)
    assert found["textacy"]["speech"]["attributed"] == {"p": 1, "r": 0.5, "f1": 2 / 3, "hit": 1, "said": 1, "asked": 2}
    assert found["textacy"]["quotations"]["exact"]["f1"] == 1
    assert found["quoteattr"]["speech"]["claims"]["f1"] == 1
    assert found["refused"] == 1


def test_speed_beside_others(tmp_path: Path) -> None:
    (tmp_path / "textacy").mkdir()
    (tmp_path / "spacy.py").write_text(_SPACY, encoding="utf-8")
    (tmp_path / "textacy" / "__init__.py").touch()
    (tmp_path / "textacy" / "extract.py").write_text(_TEXTACY, encoding="utf-8")
    command = [sys.executable, str(_BENCHMARKS / "beside.py"), "--articles", "2", "--model", "a_model"]
    done = subprocess.run(command, env=_environment(tmp_path), capture_output=True, encoding="utf-8", check=True)
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()[2:]]
    speeds = {name: float(speed.replace(",", "")) for name, speed, _ in rows}
    assert [*speeds][:1] + [*speeds][-1:] == ["tokenising with `re`", "textacy with a_model"]
    assert {"quoteattr, pure", "quoteattr, compiled"} & set(speeds)
    assert min(speeds.values()) > 0


def test_comparison_without_textacy(polnear: Path, tmp_path: Path) -> None:
    (tmp_path / "textacy.py").write_text("raise ImportError('not here')", encoding="utf-8")
    command = [sys.executable, str(_BENCHMARKS / "compare.py"), str(polnear)]
    done = subprocess.run(command, env=_environment(tmp_path), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "pip install textacy" in done.stderr


def test_gum_speakers(tmp_path: Path) -> None:
    path = tmp_path / "GUM_news_bridge.conllu"
    path.write_text(_GUM, encoding="utf-8")
    found = _run("gum_speakers.py", str(path))
    assert found["texts"] == 1
    # asked for: the pair by its name, "Brandt" and "she"; not "They", whose split antecedents are two entities
    assert [found["speaker"][key] for key in ("hit", "said", "asked")] == [3, 3, 3]
    assert [found["speaker_pairs"][key] for key in ("hit", "said", "asked")] == [1, 1, 1]


def test_gum_is_read_as_it_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(_BENCHMARKS))
    gum = importlib.import_module("gum_speakers")
    path = tmp_path / "GUM_news_bridge.conllu"
    path.write_text(_GUM, encoding="utf-8")
    (document,) = gum.documents(path)
    assert document.text.split("\n\n")[0] == "Dam fails"
    sentences = ["Ana-Lena Brandt and Tomás Osei said the dam's gate failed.", "Brandt said it was old."]
    assert " ".join((*sentences, "They said so and she said that they'd go.")) in document.text
    assert document.names["1"] == {"Ana-Lena Brandt", "Brandt", "Ana-Lena Brandt (mayor)"}
    assert document.names["3"] == {"Tomás Osei"}
    assert "6" not in document.names
    mentions = [(entity, document.text[start:end]) for entity, (start, end) in document.mentions]
    assert ("2", "the dam's") in mentions
    assert ("4", "Ana-Lena Brandt and Tomás Osei") in mentions
    assert ("6", "they") in mentions


def test_gum_without_its_declaration_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.conllu"
    path.write_text(_GUM.replace("# global.Entity", "# Entity"), encoding="utf-8")
    command = [sys.executable, str(_BENCHMARKS / "gum_speakers.py"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "old.conllu" in done.stderr


@pytest.mark.skipif(quoteattr.__compiled__, reason="the table is made of docstrings, which compiled code has not")
def test_sieves_are_counted_and_written(tmp_path: Path) -> None:
    text = "Ana Brandt said that it rained. He left. She said that it snowed, and they said that it was late."
    marked = [("that it rained", "Brandt"), ("that it snowed", ["Eva Novak", "Novak"]), ("that it was late", "they")]
    claims = [
        {"content": [[text.index(words), text.index(words) + len(words)]], "speaker": name} for words, name in marked
    ]
    path = tmp_path / "marked.jsonl"
    path.write_text(json.dumps({"text": text, "claims": [*claims, {**claims[0], "optional": True}]}), encoding="utf-8")
    found = {name: answers for name, answers in _run("sieves.py", str(path)).items() if answers}
    assert found == {"exact name": {"right": 1}, "third person": {"wrong": 1}, "plural they": {"None": 1}}
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "speakers.md"
    page.write_text("<!-- measured by benchmarks/sieves.py -->\n<!-- end -->\n", encoding="utf-8")
    command = [sys.executable, str(_BENCHMARKS / "sieves.py"), str(path), "--write", "--root", str(tmp_path)]
    subprocess.run(command, check=True)
    assert "| exact name | The fullest form of a name means its bearer. | 1 | 0 | 0 |" in page.read_text(
        encoding="utf-8"
    )


def test_speed() -> None:
    found = _run("speed.py", "--largest", "1000", "--articles", "2", "--hostile", "500")
    assert [each["characters"] for each in found["lengths"]] == [1000]
    assert found["words_s"] > 0
    assert all(ratio > 0 for ratio in found["hostile"].values())


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="there is no /proc")
def test_performance_is_measured_and_written(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="matplotlib is not installed")
    (tmp_path / "docs").mkdir()
    shutil.copy(_BENCHMARKS.parent / "docs" / "performance.md", tmp_path / "docs")
    arguments = [
        "--write",
        "--root",
        str(tmp_path),
        "--largest",
        "10000",
        "--articles",
        "20",
        "--jobs",
        "1",
        "2",
        "--starts",
        "1",
    ]
    done = subprocess.run(
        [sys.executable, str(_BENCHMARKS / "performance.py"), *arguments], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    page = (tmp_path / "docs" / "performance.md").read_text(encoding="utf-8")
    assert page.count("<!-- end -->") == 6
    rows = [
        line for line in page.splitlines() if re.match(r"\| (1,000|10,000|1|2|[1-5] of 5|all|quoteattr, pure) \|", line)
    ]
    assert len(rows) == 1 + 1 + 2 + 2 + 5
    for name in ("performance_length.svg", "performance_processes.svg"):
        assert "<svg" in (tmp_path / "docs" / name).read_text(encoding="utf-8")


def test_names_are_measured_by_part_of_the_world() -> None:
    command = [sys.executable, str(_BENCHMARKS / "names.py"), "English"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    (row,) = [line for line in done.stdout.splitlines() if line.startswith("| English")]
    shares = [int(cell) for cell in row.strip("| ").split("|")[1:]]
    assert len(shares) == 6
    assert sum(shares[:3]) == sum(shares[3:]) == pytest.approx(100, abs=1)
    assert shares[0] > 90
