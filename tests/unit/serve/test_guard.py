"""Names, origins and headers: what other people's pages may not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.serve.guard import POLICY

if TYPE_CHECKING:
    import httpx

FRIEND = "https://friend.example"


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080", "[::1]:8080", "10.1.2.3"]
)
def test_a_name_of_this_machine_is_answered(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "evil.example:127", "", "127.0.0.1.evil"]
)
def test_another_name_is_refused(client: httpx.Client, host: str) -> None:
    assert client.get("/sparql?query=ASK%7B%7D", headers={"Host": host}).status_code == 421


def test_a_page_of_ours_or_of_a_friend_may_ask(client: httpx.Client) -> None:
    asked = {"query": "ASK {}"}
    own = str(client.base_url).rstrip("/")
    mine = client.post("/sparql", data=asked, headers={"Origin": own})
    assert mine.status_code == 200
    assert "Access-Control-Allow-Origin" not in mine.headers
    friend = client.post("/sparql", data=asked, headers={"Origin": FRIEND})
    assert friend.status_code == 200
    assert friend.headers["Access-Control-Allow-Origin"] == FRIEND
    assert friend.headers["Vary"] == "Accept, Origin"
    preflight = client.options(
        "/sparql", headers={"Origin": FRIEND, "Access-Control-Request-Method": "POST"}
    )
    assert preflight.status_code == 204
    assert "Content-Type" in preflight.headers["Access-Control-Allow-Headers"]
    assert client.options("/sparql").status_code == 405


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://friend.example.evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
        {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"},
    ],
)
def test_a_page_of_another_site_may_not(client: httpx.Client, headers: dict[str, str]) -> None:
    for method in ("GET", "POST", "OPTIONS"):
        response = client.request(method, "/sparql?query=ASK%7B%7D", headers=headers)
        assert response.status_code == 403
        assert "Access-Control-Allow-Origin" not in response.headers


def test_a_link_from_another_site_leads_here(client: httpx.Client) -> None:
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert client.get("/", headers=link).status_code == 200
    assert client.post("/sparql", data={"query": "ASK {}"}, headers=link).status_code == 403


@pytest.mark.parametrize(
    "path", ["/", "/web/query.js", "/sparql?query=x", "/id/actor/front", "/nowhere", "/data"]
)
def test_every_answer_carries_the_headers_of_safety(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Server" not in headers
