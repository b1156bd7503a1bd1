"""Credentials come from the environment, go to whom they are meant for, and show nowhere."""

from __future__ import annotations

import base64

import httpx
import pytest

from graph.remote.replies import Scripted
from kg.errors import StoreError
from kg.graph.remote.credentials import Credentials

KNOWN = {"KG_USER": "me", "KG_PASSWORD": "s3cret"}


def test_no_setting_means_nobody() -> None:
    nobody = Credentials.of({})
    assert not nobody
    assert nobody.auth() is None
    nobody.check("http://example.org")


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({"KG_USER": "me"}, "KG_PASSWORD is not set"),
        ({"KG_PASSWORD": "x"}, "KG_USER is not set"),
        ({**KNOWN, "KG_TOKEN": "t"}, "both set"),
        ({"KG_TOKEN": "a\nb"}, "no token has"),
        ({"KG_TOKEN": "é"}, "no token has"),
    ],
)
def test_half_or_double_settings_are_refused(environ: dict[str, str], told: str) -> None:
    with pytest.raises(StoreError, match=told):
        Credentials.of(environ)


def test_secrets_are_not_shown() -> None:
    assert "s3cret" not in repr(Credentials.of(KNOWN))
    assert Credentials.of(KNOWN).hidden("bad password s3cret") == "bad password …"
    assert Credentials.of({"KG_TOKEN": "t0ken"}).hidden("t0ken") == "…"
    header = base64.b64encode(b"me:s3 cret").decode()
    odd = Credentials("me", "s3 cret")
    assert (
        odd.hidden(f"Authorization: Basic {header}; ?p=s3%20cret") == "Authorization: Basic …; ?p=…"
    )


def test_clear_text_is_refused_but_on_this_machine_or_by_leave() -> None:
    known = Credentials.of(KNOWN)
    with pytest.raises(StoreError, match="clear text"):
        known.check("http://example.org")
    for address in ("https://example.org", "http://127.0.0.1:1", "http://localhost"):
        known.check(address)
    Credentials.of({**KNOWN, "KG_ALLOW_INSECURE": "1"}).check("http://example.org")


def challenged(scheme: str) -> Scripted:
    def reply(request: httpx.Request) -> httpx.Response:
        if "Authorization" in request.headers:
            return httpx.Response(200)
        return httpx.Response(401, headers={"WWW-Authenticate": scheme})

    return Scripted(reply)


@pytest.mark.parametrize(
    ("scheme", "sent"),
    [
        ('Digest realm="SPARQL", nonce="abc", qop="auth", algorithm=MD5', "Digest "),
        ('Basic realm="kg"', "Basic bWU6czNjcmV0"),
    ],
)
def test_name_and_password_go_only_when_asked_for_and_as_asked(scheme: str, sent: str) -> None:
    server = challenged(scheme)
    client = server.client(Credentials.of(KNOWN))
    assert [client.send("GET", "http://localhost").status for _ in range(2)] == [200, 200]
    first, *others = [request.headers.get("Authorization") for request in server.requests]
    assert first is None
    assert len([header for header in others if header and header.startswith(sent)]) >= 2


def test_an_open_server_gets_no_credentials() -> None:
    server = Scripted(lambda _: httpx.Response(200))
    server.client(Credentials.of(KNOWN)).send("GET", "http://localhost")
    assert [request.headers.get("Authorization") for request in server.requests] == [None]


def test_a_token_goes_at_once() -> None:
    server = Scripted(lambda _: httpx.Response(200))
    server.client(Credentials.of({"KG_TOKEN": "t0ken"})).send("GET", "http://localhost")
    assert server.requests[0].headers["Authorization"] == "Bearer t0ken"
