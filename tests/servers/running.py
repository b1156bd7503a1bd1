"""Servers that a test starts for itself: on a free port, in a folder of its own, ended after it."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Seconds that a server may take to answer its first request.
_START = 60
_INI = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 8000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = {rows}
"""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers.

    Attributes:
        address: what a person would write after -g.
        user: who may write, with `password`; "" where everybody may.
    """

    address: str
    user: str = ""
    password: str = ""


def oxigraph() -> str | None:
    """The server's program, beside the Python that runs or on the path."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.is_file() else shutil.which("oxigraph")


def virtuoso() -> str | None:
    """The server's program of Debian's package."""
    return shutil.which("virtuoso-t") if shutil.which("isql-vt") else None


@contextlib.contextmanager
def oxigraph_at(program: str, folder: Path) -> Iterator[Running]:
    """An empty Oxigraph server, as `oxigraph serve` starts it."""
    port = _free()
    where = f"127.0.0.1:{port}"
    command = [program, "serve", "--location", str(folder / "oxigraph"), "--bind", where]
    with _started(command, folder, f"http://{where}/query"):
        yield Running(f"http://{where}")


@contextlib.contextmanager
def virtuoso_at(program: str, folder: Path, *, rows: int = 100_000) -> Iterator[Running]:
    """An empty Virtuoso server; only its administrator may write.

    Args:
        program: the server.
        folder: for its database.
        rows: the most of one answer.
    """
    http, sql = _free(), _free()
    (folder / "virtuoso.ini").write_text(_INI.format(http=http, sql=sql, rows=rows))
    command = [program, "+foreground", "+configfile", "virtuoso.ini"]
    with _started(command, folder, f"http://127.0.0.1:{http}/sparql"):
        password = "of-the-test"  # noqa: S105 - of a server that lives for one test
        _sql(sql, f'SET PASSWORD "dba" "{password}"', password="dba")  # noqa: S106 - its own default
        yield Running(f"http://127.0.0.1:{http}", "dba", password)


def _sql(port: int, statement: str, *, password: str) -> None:
    command = ["isql-vt", f"127.0.0.1:{port}", "dba", password, f"EXEC={statement}"]
    subprocess.run(command, check=True, capture_output=True, timeout=30)


@contextlib.contextmanager
def _started(command: list[str], folder: Path, probe: str) -> Iterator[None]:
    with (folder / "output.txt").open("wb") as output:
        server = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        try:
            _await(server, probe, folder)
            yield
        finally:
            server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(10)
            server.kill()
            server.wait()


def _await(server: subprocess.Popen[bytes], probe: str, folder: Path) -> None:
    end = time.monotonic() + _START
    with httpx.Client(trust_env=False) as client:
        while time.monotonic() < end and server.poll() is None:
            with contextlib.suppress(httpx.TransportError):
                if client.get(probe).status_code < 500:
                    return
            time.sleep(0.05)
    raise AssertionError((folder / "output.txt").read_text(errors="replace"))


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environ(server: Running) -> dict[str, str]:
    """The variables that let kg write to a server."""
    return {"KG_USER": server.user, "KG_PASSWORD": server.password} if server.user else {}


def clean_environ() -> dict[str, str]:
    """This environment without any setting of kg's own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
