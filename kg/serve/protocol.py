"""SPARQL 1.1 Protocol: requests that carry a query or an update, as tasks.

Besides the protocol's own parameters, `format` names a format (json, csv, ttl, …) where a client
can't set Accept, and `param.NAME` gives a value to a parameter that the query's header declares.
"""

from __future__ import annotations

import asyncio
import hmac
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from kg.serve.message import Task
from kg.serve.refused import RefusedError
from kg.serve.settings import MOST_ASKED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_PARAM = "param."
#: Seconds in which a request must have sent its body.
_PATIENCE = 10.0
_MOST_FIELDS = 1000


class Fields:
    """The parameters of a request, which may come several times."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._pairs = list(pairs)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter, in order."""
        return tuple(value for key, value in self._pairs if key == name)

    def one(self, name: str) -> str | None:
        """The value of a parameter that may come once; None where it doesn't come.

        Raises:
            RefusedError: if it comes again.
        """
        values = self.all(name)
        if len(values) > 1:
            raise RefusedError(400, f"{name} is given {len(values)} times; it must come once")
        return values[0] if values else None

    def values(self) -> dict[str, str]:
        """The values of the query's own parameters; empty ones are left out."""
        pairs = ((key, value) for key, value in self._pairs if value)
        return {key.removeprefix(_PARAM): val for key, val in pairs if key.startswith(_PARAM)}


def url_fields(request: Request) -> Fields:
    """The parameters in a request's address.

    Raises:
        RefusedError: if they are not UTF-8.
    """
    return Fields(_pairs(request.scope["query_string"]))


async def asked(request: Request) -> Task | None:
    """The query that a request carries; None if it carries none and asks about the service.

    Raises:
        RefusedError: if the request breaks the protocol.
    """
    fields, text = await _carried(request, "query", QUERY)
    if fields.all("update"):
        raise RefusedError(400, "updates go to /update")
    if text is None and request.method == "POST":
        raise RefusedError(400, "the request has no query")
    if text is None:
        return None
    default, named = fields.all("default-graph-uri"), fields.all("named-graph-uri")
    return Task(
        "query",
        text,
        accept=accept(request),
        form=fields.one("format") or "",
        values=fields.values(),
        default=default if default or named else None,
        named=named if default or named else None,
    )


async def changed(request: Request) -> Task:
    """The update that a request carries.

    Raises:
        RefusedError: if the request breaks the protocol.
    """
    fields, text = await _carried(request, "update", UPDATE)
    if text is None:
        raise RefusedError(400, "the request has no update")
    default, named = fields.all("using-graph-uri"), fields.all("using-named-graph-uri")
    return Task("update", text, default=default or None, named=named or None)


def allow(request: Request, token: str | None) -> None:
    """Let a request change the store, or not.

    Raises:
        RefusedError: if updates are off, or it doesn't show the token.
    """
    if token is None:
        raise RefusedError(403, "updates are off; kg serve --update takes them")
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    right = hmac.compare_digest(shown.strip().encode(), token.encode())
    if scheme.lower() != "bearer" or not right:
        problem = "an update must show the token of the server: Authorization: Bearer TOKEN"
        raise RefusedError(401, problem, WWW_Authenticate='Bearer realm="kg"')


def accept(request: Request) -> str:
    """What formats a request takes."""
    return ", ".join(request.headers.getlist("accept"))


async def _carried(request: Request, name: str, direct: str) -> tuple[Fields, str | None]:
    """A request's parameters, and the text that comes as one of them or as the body."""
    fields = url_fields(request)
    if request.method != "POST":
        return fields, fields.one(name)
    media, _, rest = request.headers.get("content-type", "").partition(";")
    kind = media.strip().lower()
    if kind not in (FORM, direct):
        raise RefusedError(415, f"a POST must be {FORM} or {direct}")
    charset = rest.replace(" ", "").lower().partition("charset=")[2].partition(";")[0].strip('"')
    if charset not in ("", "utf-8", "us-ascii"):
        raise RefusedError(415, "a POST must be UTF-8")
    body = await _body(request)
    if kind == FORM:
        fields = Fields([*_pairs(request.scope["query_string"]), *_pairs(body)])
        return fields, fields.one(name)
    if fields.all(name):
        raise RefusedError(400, f"{name} is in the address and in the body; it must come once")
    return fields, _decoded(body)


async def _body(request: Request) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(_PATIENCE):
            async for part in request.stream():
                size += len(part)
                if size > MOST_ASKED:
                    raise RefusedError(413, f"a request may have {MOST_ASKED:,} bytes")
                parts.append(part)
    except TimeoutError as error:
        raise RefusedError(408, "the request came too slowly") from error
    return b"".join(parts)


def _pairs(text: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            text.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except UnicodeDecodeError as error:
        raise RefusedError(400, "the parameters are not UTF-8") from error
    except ValueError as error:
        raise RefusedError(400, f"a request may have {_MOST_FIELDS:,} parameters") from error


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(400, "the body is not UTF-8") from error
