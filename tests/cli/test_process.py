"""What only a process shows: start-up, imports, broken pipes, interrupts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SMALL = Path(__file__).parents[1] / "unit" / "graph" / "small.trig"
KG = [sys.executable, "-m", "kg.cli"]

# A product of all triples with themselves, several times over: it would run for days.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"

#: Top-level modules outside the standard library that may be loaded for help.
LIGHT = {"kg", "click", "__main__"}


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["build", "--help"], ["nonsense"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    code = (
        "import sys\n"
        "before = set(sys.modules)\n"
        "from kg.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "loaded = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print('\\nLOADED', *sorted(loaded - set(sys.stdlib_module_names)))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
    )
    loaded = set(ran.stdout.rpartition("LOADED")[2].split())
    assert loaded - LIGHT == set()


def test_help_is_instant() -> None:
    def seconds() -> float:
        before = os.times()
        subprocess.run([*KG, "--help"], capture_output=True, check=True)
        after = os.times()
        return (after.children_user + after.children_system) - (
            before.children_user + before.children_system
        )

    # Processor time of the best of three, as other work may share the machine.
    assert min(seconds() for _ in range(3)) < 0.3


def test_a_reader_that_goes_away_is_no_error() -> None:
    query = "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g a kg:Article }"
    with subprocess.Popen(
        [*KG, "query", "-", "-g", str(SMALL), "--format", "csv"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(query.encode())
        process.stdin.close()
        assert process.stdout.readline() == b"a,d,g\r\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 0


def test_help_into_a_closed_pipe_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [*KG, "stats", "-g", str(SMALL)], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(os.name != "posix", reason="sends a POSIX signal")
def test_ctrl_c_ends_a_query_at_once() -> None:
    with subprocess.Popen(
        [*KG, "query", "-", "-g", str(SMALL)], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        process.stdin.write(ENDLESS.encode())
        process.stdin.close()
        time.sleep(2)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == -signal.SIGINT


def test_output_is_utf8_whatever_the_locale() -> None:
    query = 'SELECT ?v { BIND("حمص é" AS ?v) }'
    for form in ("csv", "table"):
        ran = subprocess.run(
            [*KG, "query", "-", "-g", str(SMALL), "--format", form], input=query.encode(),
            env=os.environ | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
            capture_output=True, check=True,
        )  # fmt: skip
        assert "حمص é" in ran.stdout.decode("utf-8")
