"""`kg serve` as people start it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from kg.serve import server

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from kg.serve.settings import Settings

TOKEN = "0123456789abcdef"  # noqa: S105 - opens nothing


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """The settings of the servers that would have been started."""
    found: list[Settings] = []
    monkeypatch.setattr(server, "serve", lambda settings, _: found.append(settings))
    return found


def test_only_this_machine_and_no_updates_unless_asked(
    kg: Callable[..., Result], told: list[Settings]
) -> None:
    ran = kg("serve", "-g", "x")
    assert (ran.exit_code, ran.output) == (0, "")
    assert (told[0].host, told[0].port, told[0].token) == ("127.0.0.1", 8080, None)
    assert (told[0].timeout, told[0].origins, told[0].graph) == (10, (), Path("x"))


def test_a_wider_host_is_warned_of(kg: Callable[..., Result], told: list[Settings]) -> None:
    wide = "0.0.0.0"  # noqa: S104 - nothing listens there
    ran = kg("serve", "--host", wide, "--cors", "https://a.example", "--name", "n.example")
    assert "whoever can reach this machine can ask" in ran.stderr
    assert (told[0].origins, told[0].names) == (("https://a.example",), ("n.example",))


@pytest.mark.parametrize("origin", ["*", "null", "a.example", "https://a.example/", "ftp://a"])
def test_only_origins_are_taken_as_such(
    kg: Callable[..., Result], told: list[Settings], origin: str
) -> None:
    assert kg("serve", "--cors", "http://[::1]:80", "--cors", origin).exit_code == 2
    assert told == []


@pytest.mark.parametrize("token", ["", "short"])
def test_updates_need_a_good_token(
    kg: Callable[..., Result], told: list[Settings], monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setenv("KG_TOKEN", token)
    ran = kg("serve", "--update")
    assert (ran.exit_code, told) == (2, [])
    assert ran.stderr == (
        "kg: --update needs a token of 16 characters or more"
        " (put one into the environment variable KG_TOKEN)\n"
    )


def test_the_token_comes_from_the_environment(
    kg: Callable[..., Result], told: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_TOKEN", TOKEN)
    assert kg("serve", "--update").exit_code == 0
    assert told[0].token == TOKEN
    assert kg("serve").exit_code == 0
    assert told[1].token is None
    assert kg("serve", "--update", TOKEN).exit_code == 2


def test_a_missing_graph_is_one_line(kg: Callable[..., Result]) -> None:
    ran = kg("serve", "-g", "nowhere")
    assert ran.exit_code == 2
    assert ran.stderr == (
        "kg: nowhere: there is no graph here (build one first: kg build ARTICLES)\n"
    )


@pytest.mark.skipif(os.name != "posix", reason="sends a POSIX signal")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_it(small: Path, end: signal.Signals) -> None:
    command = [sys.executable, "-m", "kg.cli", "serve", "-g", str(small), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        line = process.stderr.readline()
        address = line.rpartition(" ")[2].strip()
        assert line == f"{small} is served at {address}\n"
        asked = {"query": "ASK {}", "format": "csv"}
        found = httpx.get(f"{address}sparql", params=asked, timeout=30, trust_env=False)
        assert found.text == "true\n"
        process.send_signal(end)
        assert process.wait(timeout=20) == 0
        assert process.stderr.read() == ""
