"""The commands with the address of a server: one clear line where it fails, and nothing lost."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from click.testing import Result

from kg.graph.remote import client


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> str:
    """An address at which nobody listens."""
    for name in ("KG_USER", "KG_PASSWORD", "KG_TOKEN", "KG_UPLOAD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(client, "DELAYS", ())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


@pytest.mark.parametrize(
    "words",
    [
        ("query", "backers"),
        ("stats",),
        ("validate",),
        ("show", "Syria"),
        ("view", "-o", "page.html"),
        ("export", "-o", "graph.ttl"),
    ],
)
def test_a_server_that_is_down_is_one_line(
    kg: Callable[..., Result], nobody: str, words: tuple[str, ...]
) -> None:
    result = kg(*words, "-g", nobody)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"kg: {nobody}/query: the server can't be reached: ")
    assert line.endswith("(is it running, and is the address right?)")
    assert list(Path().iterdir()) == []


def test_a_wrong_query_is_told_with_line_and_column(kg: Callable[..., Result], nobody: str) -> None:
    result = kg("query", "-", "-g", nobody, stdin="SELECT ?a\n{ ?a kg:place }")
    assert result.exit_code == 2
    assert result.stderr.startswith("kg: -:2:")


def test_a_password_in_an_address_is_refused_and_not_shown(kg: Callable[..., Result]) -> None:
    result = kg("stats", "-g", "http://me:s3cret@127.0.0.1:1")
    assert result.exit_code == 2
    assert "KG_USER" in result.stderr
    assert "s3cret" not in result.output


def test_a_way_to_write_that_is_none_is_refused(
    kg: Callable[..., Result], nobody: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KG_UPLOAD", "fast")
    (tmp_path / "empty").mkdir()
    result = kg("build", "empty", "-o", nobody)
    assert result.exit_code == 2
    assert "KG_UPLOAD: 'fast' is not a way to write (graphs or bulk)" in result.stderr


@pytest.mark.parametrize("output", ["http://localhost:1/x", "a/folder"])
def test_build_hands_on_an_address_as_it_is_and_a_folder_as_a_path(
    kg: Callable[..., Result], pipeline: ModuleType, output: str, tmp_path: Path
) -> None:
    outputs: list[object] = []

    def build(_: object, given: object, **__: object) -> SimpleNamespace:
        outputs.append(given)
        return SimpleNamespace(counts={}, problems=())

    pipeline.build = build  # type: ignore[attr-defined]
    kg("build", tmp_path, "-o", output)
    assert outputs == [output if output.startswith("http") else Path(output)]
