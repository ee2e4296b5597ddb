"""The coverage-guided fuzzer finds nothing in a fixed number of runs."""

import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_RUNS = 1500


@pytest.mark.timeout(240)  # instrumented code is several times slower
def test_the_fuzzer_finds_nothing(tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="atheris has no wheel for this Python or system")
    (tmp_path / "corpus").mkdir()
    options = [f"-runs={_RUNS}", "-seed=1", "-len_control=0", "-max_len=600", f"-artifact_prefix={tmp_path}/"]
    command = [sys.executable, "-m", "tests.fuzz.fuzz", *options, str(tmp_path / "corpus")]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, errors="replace", check=False)
    assert not done.returncode, done.stderr[-4000:]
    assert f"Done {_RUNS} runs" in done.stderr
