"""Requests are tried again while it may help, bounded, and explained on one line."""

from __future__ import annotations

import httpx
import pytest

from graph.remote.replies import Scripted
from kg.errors import StoreError
from kg.graph.remote.client import DELAYS, Client
from kg.graph.remote.credentials import Credentials

HERE = "http://localhost/query"


def failing(*replies: httpx.Response | Exception) -> Scripted:
    """Gives the replies in turn, the last one for ever."""
    left = list(replies)

    def reply(_: httpx.Request) -> httpx.Response:
        found = left.pop(0) if left[1:] else left[0]
        if isinstance(found, Exception):
            raise found
        return found

    return Scripted(reply)


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again_after_growing_delays(status: int) -> None:
    busy = httpx.Response(status)
    server = failing(busy, busy, httpx.ConnectError("refused"), httpx.Response(200, text="fine"))
    assert server.client().send("GET", HERE).body == b"fine"
    assert server.slept == list(DELAYS[:3])


def test_a_server_that_stays_away_is_one_error() -> None:
    server = failing(httpx.ConnectError("[Errno 111] Connection refused"))
    with pytest.raises(StoreError) as caught:
        server.client().send("GET", HERE)
    told = str(caught.value)
    assert told.startswith(f"{HERE}: the server can't be reached: [Errno 111] Connection refused (")
    assert server.slept == list(DELAYS)


def test_a_server_that_stays_busy_tells_what_it_said() -> None:
    with pytest.raises(StoreError, match="answered 503: full"):
        failing(httpx.Response(503, text="\n full \nmore")).client().send("GET", HERE)


@pytest.mark.parametrize(
    ("header", "slept"), [("7", [7.0]), ("Wed, 21 Oct 2026 07:28:00 GMT", [0.5]), ("-1", [0.5])]
)
def test_retry_after_is_honoured(header: str, slept: list[float]) -> None:
    busy = httpx.Response(503, headers={"Retry-After": header})
    server = failing(busy, httpx.Response(200))
    server.client().send("GET", HERE)
    assert server.slept == slept


def test_a_server_that_asks_for_more_patience_than_there_is_fails_at_once() -> None:
    server = failing(httpx.Response(429, headers={"Retry-After": "3600"}))
    with pytest.raises(StoreError, match="429"):
        server.client().send("GET", HERE)
    assert server.slept == []


def test_a_bad_certificate_is_not_tried_again() -> None:
    server = failing(httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed"))
    with pytest.raises(StoreError, match="certificate"):
        server.client().send("GET", HERE)
    assert server.slept == []


def test_a_slow_server_is_told_as_such_and_not_asked_again() -> None:
    server = failing(httpx.ReadTimeout(""))
    with pytest.raises(StoreError, match=r"in time \(KG_TIMEOUT"):
        server.client().send("GET", HERE)
    assert server.slept == []


def test_other_failures_are_answers() -> None:
    server = failing(httpx.Response(404))
    assert server.client().send("GET", HERE).status == 404
    assert server.slept == []


def test_a_redirect_is_not_followed() -> None:
    server = failing(httpx.Response(302, headers={"Location": "http://evil.example/"}))
    client = server.client()
    error = client.refusal(client.send("GET", HERE), HERE)
    assert str(error) == f"{HERE}: sends on to http://evil.example/ (name that address)"
    assert len(server.requests) == 1


def test_an_endless_answer_is_cut_off() -> None:
    with pytest.raises(StoreError, match="larger than"):
        failing(httpx.Response(200, text="x" * 11)).client(limit=10).send("GET", HERE)


def test_a_refusal_shows_no_secret_and_no_page() -> None:
    client = failing(httpx.Response(500)).client(Credentials("me", "s3cret"))
    page = httpx.Response(500, text="<html>s3cret")
    reply = failing(page).client().send("GET", HERE)
    assert "s3cret" not in str(client.refusal(reply, HERE))
    html = failing(httpx.Response(500, html="<b>x</b>")).client().send("GET", HERE)
    assert str(client.refusal(html, HERE)) == f"{HERE}: the server answered 500"


def test_an_address_that_no_request_can_have_is_an_error() -> None:
    with pytest.raises(StoreError, match="is not an address"):
        failing(httpx.InvalidURL("bad")).client().send("GET", HERE)


def test_settings_of_the_environment_are_checked() -> None:
    for wrong in ("soon", "0", "-1", "nan", "inf"):
        with pytest.raises(StoreError, match="number of seconds"):
            Client.of(HERE, {"KG_TIMEOUT": wrong})
    with Client.of(HERE, {"KG_TIMEOUT": "2.5"}).http as http:
        assert http.timeout.read == 2.5
        assert http.follow_redirects is False
    with pytest.raises(StoreError, match="clear text"):
        Client.of("http://example.org", {"KG_TOKEN": "x"})


def test_a_proxy_is_not_asked_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with Client.of(HERE, {}).http as http:
        assert http._transport_for_url(httpx.URL(HERE)) is http._transport
        assert http._transport_for_url(httpx.URL("http://example.org")) is not http._transport
