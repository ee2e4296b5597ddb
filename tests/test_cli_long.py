"""The command line over many documents: order, processes, pipes, interruption, memory."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

_ARTICLE = (Path(__file__).parents[1] / "examples" / "article.txt").read_text(encoding="utf-8")
_COMMAND = [sys.executable, "-m", "quoteattr"]

pytestmark = pytest.mark.timeout(180)  # processes are started


def _feed(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            stream.write(
                json.dumps({"text": f"{_ARTICLE}\n\nSato said that week {number} would be dry.", "id": number}) + "\n"
            )
    return path


def test_processes_keep_the_order_and_tell_the_faults(tmp_path: Path) -> None:
    feed = _feed(tmp_path / "feed.jsonl", 150)
    with feed.open("a", encoding="utf-8") as stream:
        stream.write('{"text": 3}\n{"text": "Sato said that it was over.", "id": 150}\n')
    arguments = [*_COMMAND, "--json", "--id-column", "id", str(feed)]
    one, two = (subprocess.run([*arguments, "--jobs", jobs], capture_output=True, check=False) for jobs in ("1", "2"))
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    numbers = [json.loads(line)["id"] for line in two.stdout.splitlines()]
    assert sorted(set(numbers)) == list(range(151))
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, jobs: str) -> None:
    feed = _feed(tmp_path / "feed.jsonl", 400)
    command = [*_COMMAND, "--json", "--jobs", jobs, str(feed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_an_interrupted_run_leaves_whole_lines(tmp_path: Path, number: signal.Signals, code: int) -> None:
    feed, out = _feed(tmp_path / "feed.jsonl", 3000), tmp_path / "out.jsonl"
    command = [*_COMMAND, "--json", "--jobs", "2", str(feed), "-o", str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        until = time.monotonic() + 60
        while not (out.exists() and out.stat().st_size > 100_000):
            assert time.monotonic() < until
            time.sleep(0.02)
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert (b"interrupted" in err) == (number != signal.SIGKILL)
    *lines, last = out.read_bytes().split(b"\n")
    assert last == b"" or number == signal.SIGKILL  # which may end a write between two pages of memory
    assert all(json.loads(line)["version"] for line in lines)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
def test_memory_stays_flat(tmp_path: Path) -> None:
    feed = _feed(tmp_path / "feed.jsonl", 1500)
    peaks = [
        _peak([*_COMMAND, "--json", str(feed), "-o", str(tmp_path / "x.jsonl")])
        for feed in (_feed(tmp_path / "short.jsonl", 100), feed)
    ]
    assert peaks[1] < peaks[0] + 8_000, peaks


def _peak(command: list[str]) -> int:
    """The most memory that a command held, in kB."""
    with subprocess.Popen(command) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_maxrss


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX's")
def test_a_bar_is_shown_on_a_terminal_only(tmp_path: Path) -> None:
    pytest.importorskip("rich", reason="rich is not installed")
    pty = pytest.importorskip("pty")
    feed = _feed(tmp_path / "feed.jsonl", 50)
    command = [*_COMMAND, "--json", str(feed), "-o", str(tmp_path / "x.jsonl")]
    assert subprocess.run(command, capture_output=True, check=True).stderr == b""
    main, second = pty.openpty()
    shown = b""
    with subprocess.Popen(command, stderr=second, env={**os.environ, "TERM": "xterm"}) as process:
        while process.poll() is None or select.select([main], [], [], 0)[0]:
            if select.select([main], [], [], 0.1)[0]:
                shown += os.read(main, 100_000)
    assert b"documents" in shown
    os.close(main)
    os.close(second)
