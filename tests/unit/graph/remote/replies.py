"""A server made of replies: each request is noted and answered by a function."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs

import httpx

from kg.graph.remote.client import Client
from kg.graph.remote.credentials import Credentials

ROWS = "application/sparql-results+json"


@dataclass(slots=True)
class Scripted:
    """Answers requests by `reply`, and keeps them and the seconds slept."""

    reply: Callable[[httpx.Request], httpx.Response]
    requests: list[httpx.Request] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)

    def client(self, credentials: Credentials | None = None, *, limit: int = 10_000) -> Client:
        known = credentials or Credentials()
        http = httpx.Client(transport=httpx.MockTransport(self._answer), auth=known.auth())
        return Client(http, known, self.slept.append, limit)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        # A copy: whoever proves themselves adds to the same request.
        copy = httpx.Request(
            request.method, request.url, headers=request.headers.copy(), content=request.content
        )
        self.requests.append(copy)
        return self.reply(request)


def asked(request: httpx.Request) -> str:
    """The query or update of a form."""
    form = parse_qs(request.content.decode())
    return (form.get("query") or form.get("update") or [""])[0]


def rows(*columns: str, **cells: str) -> httpx.Response:
    """A table of one row of texts, or of none."""
    row = {name: {"type": "literal", "value": value} for name, value in cells.items()}
    found = {"head": {"vars": list(columns or cells)}, "results": {"bindings": [row] * bool(row)}}
    return httpx.Response(200, text=json.dumps(found), headers={"Content-Type": ROWS})


def truth(*, is_so: bool, software: str = "") -> httpx.Response:
    """The answer to an ASK."""
    headers = {"Content-Type": ROWS, "Server": software}
    return httpx.Response(200, text=json.dumps({"head": {}, "boolean": is_so}), headers=headers)
