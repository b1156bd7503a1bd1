"""A server from start to stop."""

from __future__ import annotations

import queue
import signal
import socket
import threading
from pathlib import Path

import httpx
import pytest
import uvicorn

from kg.errors import StoreError
from kg.serve import server
from kg.serve.settings import Settings
from serve.running import SMALL


def served(settings: Settings, monkeypatch: pytest.MonkeyPatch, path: str) -> httpx.Response:
    """What a whole server answers at a path, once."""
    made: list[uvicorn.Server] = []
    make = server.make_server

    def noted(found: Settings) -> uvicorn.Server:
        made.append(make(found))
        return made[0]

    monkeypatch.setattr(server, "make_server", noted)
    ready: queue.SimpleQueue[str] = queue.SimpleQueue()
    # Not in the main thread, where playwright may keep an event loop.
    serving = threading.Thread(target=server.serve, args=(settings, ready.put))
    serving.start()
    # The port listens already, so the request waits until the server runs.
    answer = httpx.get(ready.get(timeout=30) + path, timeout=30, trust_env=False)
    made[0].should_exit = True
    serving.join(timeout=30)
    return answer


def test_a_file_is_served_as_a_store_would_be(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other.ttl"
    base = "https://other.example/x/"
    kg = "https://example.org/kg/ontology#"
    other.write_text(f"<{base}article/a> a <{kg}Article> .")
    settings = Settings(other, "", port=0, workers=1)
    page = served(settings, monkeypatch, "id/article/a?format=nt")
    assert page.text.startswith(f"<{base}article/a> ")


def test_a_store_is_served_below_its_base(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(store_path, "", port=0, workers=1)
    assert served(settings, monkeypatch, "id/actor/front").status_code == 200


def test_what_cant_be_served_is_told(store_path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no graph here"):
        server.serve(Settings(tmp_path / "none", ""), print)
    with pytest.raises(StoreError, match="updates need a store"):
        server.serve(Settings(SMALL, "", token="x" * 16), print)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StoreError, match=rf"127.0.0.1:{port}: can't listen there: Address"):
            server.serve(Settings(store_path, "", port=port), print)
    with pytest.raises(StoreError, match="can't listen there"):
        server.serve(Settings(store_path, "", host="no.such.host.invalid"), print)


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 - nothing listens there
        ("::", False),
        ("192.168.1.2", False),
        ("news.example", False),
    ],
)
def test_only_loopback_is_this_machine_alone(host: str, *, own: bool) -> None:
    assert server.is_loopback(host) is own


def test_a_signal_that_ended_the_server_does_no_more() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with server._ending_quietly():
        signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGTERM) is before
