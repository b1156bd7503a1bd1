"""The console blocks of the README: run them, and with --update write what they print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from kg.cli import main

README = Path(__file__).resolve().parents[2] / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
# Longer answers are cut in the README, with this line for the rest.
_MOST = 12


def blocks(text: str) -> list[str]:
    """The contents of all console blocks, in order."""
    return _BLOCK.findall(text)


def play(block: str) -> str:
    """A block with what its commands print now, cut after a dozen lines."""
    commands, stdin = _commands(block)
    played = []
    for command in commands:
        told = CliRunner().invoke(main, shlex.split(command)[1:], input=stdin or None)
        lines = [line.rstrip() for line in told.stdout.splitlines()]
        cut = (
            [*lines[:_MOST], f"… {len(lines) - _MOST} more lines"] if len(lines) > _MOST else lines
        )
        played.append("\n".join([f"$ {command}", *filter(None, [stdin]), *cut]))
    return "\n".join(played) + "\n"


def _commands(block: str) -> tuple[list[str], str]:
    """The commands, and the query that follows a `-` on standard input up to its last `}` line."""
    lines = block.splitlines()
    commands = [line[2:] for line in lines if line.startswith("$ ")]
    if not any(" - " in f"{command} " for command in commands):
        return commands, ""
    query = lines[1:]
    last = max(at for at, line in enumerate(query) if line.startswith("}"))
    return commands, "\n".join(query[: last + 1])


def update() -> None:
    """Write the README with what its commands print now."""
    text = README.read_text(encoding="utf-8")
    fresh = _BLOCK.sub(lambda found: f"```console\n{play(found[1])}```", text)
    README.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    update()
