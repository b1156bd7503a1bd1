"""Requests to a server: retried while it is away, bounded in time and size, explained on one line.

Everything that kg sends may be sent twice: questions, graphs that are put whole, and updates that
name each triple. So a request whose answer was lost is sent again.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, TypedDict
from urllib.parse import urlsplit

import httpx

import kg
from kg.errors import StoreError
from kg.graph.remote.address import is_loopback
from kg.graph.remote.credentials import Credentials

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Seconds before each further try.
DELAYS = (0.5, 1.0, 2.0, 4.0)
#: The longest that a server may ask to wait, in seconds.
PATIENCE = 60.0
#: Bytes of one answer, uncompressed.
LIMIT = 4 * 2**30
#: Seconds to connect, and, unless KG_TIMEOUT says otherwise, to wait for an answer.
_CONNECT, _ANSWER = 10.0, 600.0

_AGAIN = {429, 502, 503, 504}
_ADVICE = {
    401: "set KG_USER and KG_PASSWORD, or KG_TOKEN",
    403: "the server knows you, but does not allow this",
    404: "is this the address of a SPARQL server? KG_QUERY_URL and its like name the parts",
    405: "is this the address of a SPARQL server? KG_QUERY_URL and its like name the parts",
    413: "raise the server's limit on the size of requests",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered.

    Attributes:
        status: the HTTP status.
        headers: names in lower case.
        body: uncompressed.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        """Whether the server did what it was asked."""
        return 200 <= self.status < 300

    @property
    def media_type(self) -> str:
        """The kind of body, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class _Parts(TypedDict):
    """What a request carries, by httpx's names."""

    params: Mapping[str, str] | None
    data: Mapping[str, str] | None
    content: bytes | None
    headers: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Client:
    """Sends requests to the addresses that a person named, and to no others.

    Attributes:
        http: the connection; it follows no redirects.
        credentials: who asks.
        sleep: waits so many seconds.
        limit: bytes that one answer may have.
    """

    http: httpx.Client
    credentials: Credentials = field(default_factory=Credentials)
    sleep: Callable[[float], None] = time.sleep
    limit: int = LIMIT

    @classmethod
    def of(cls, address: str, environ: Mapping[str, str]) -> Self:
        """A client for a server, with the environment's credentials and time limit.

        Raises:
            StoreError: if they are not right.
        """
        credentials = Credentials.of(environ)
        credentials.check(address)
        seconds = _seconds(environ.get("KG_TIMEOUT", ""))
        host = urlsplit(address).hostname
        # A proxy would carry what is meant for this machine alone out of it.
        mounts = {f"all://{host}": None} if is_loopback(address) else None
        http = httpx.Client(
            auth=credentials.auth(),
            timeout=httpx.Timeout(seconds, connect=_CONNECT),
            headers={"User-Agent": f"kg/{kg.__version__}"},
            mounts=mounts,
        )
        return cls(http, credentials)

    def send(  # noqa: PLR0913 - the parts of a request, all by name
        self,
        method: str,
        address: str,
        *,
        params: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Send a request until it is answered; the answer may be that it failed.

        Raises:
            StoreError: if the server can't be reached, stays busy, or answers without end.
        """
        self.credentials.check(address)
        request = _Parts(params=params, data=form, content=body, headers=headers)
        failure = StoreError("")
        for delay in (*DELAYS, math.inf):
            wait = delay
            try:
                reply = self._once(method, address, request)
                if reply.status not in _AGAIN:
                    return reply
                failure = self.refusal(reply, address)
                wait = _asked_to_wait(reply, delay)
            except httpx.TransportError as error:
                failure = _unreachable(error, address)
                # What took too long would again, and a wrong certificate stays wrong.
                if isinstance(error, httpx.ReadTimeout) or "CERTIFICATE" in str(error):
                    break
            except httpx.InvalidURL as error:
                raise StoreError(f"is not an address: {error}", where=address) from error
            if wait > PATIENCE:
                break
            self.sleep(wait)
        raise failure

    def refusal(self, reply: Reply, address: str) -> StoreError:
        """The error that a reply stands for."""
        advice = _ADVICE.get(reply.status, "")
        if 300 <= reply.status < 400:
            place = self.credentials.hidden(reply.headers.get("location", "elsewhere"))
            return StoreError(f"sends on to {place}", where=address, advice="name that address")
        told = self.credentials.hidden(reply.body[:2000].decode("utf-8", "replace"))
        lines = [] if reply.media_type == "text/html" else told.split("\n")
        line = next((line.strip() for line in lines if line.strip()), "")
        problem = f"the server answered {reply.status}" + (f": {line[:200]}" if line else "")
        return StoreError(problem, where=address, advice=advice)

    def _once(self, method: str, address: str, request: _Parts) -> Reply:
        with self.http.stream(method, address, **request) as response:
            body = bytearray()
            for piece in response.iter_bytes():
                body += piece
                if len(body) > self.limit:
                    problem = f"the answer is larger than {self.limit / 2**20:,.0f} MiB"
                    raise StoreError(problem, where=address, advice="ask for less")
            headers = {name.lower(): value for name, value in response.headers.items()}
            return Reply(response.status_code, headers, bytes(body))


def _seconds(given: str) -> float:
    try:
        seconds = float(given or _ANSWER)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < math.inf:
        raise StoreError(f"{given!r} is not a number of seconds", where="KG_TIMEOUT")
    return seconds


def _asked_to_wait(reply: Reply, otherwise: float) -> float:
    """Seconds until the next try; a date in Retry-After counts as not given."""
    asked = reply.headers.get("retry-after", "")
    return float(asked) if asked.isdecimal() and otherwise < math.inf else otherwise


def _unreachable(error: httpx.TransportError, address: str) -> StoreError:
    if isinstance(error, httpx.TimeoutException):
        problem = "the server did not answer in time"
        return StoreError(problem, where=address, advice="KG_TIMEOUT=SECONDS gives it longer")
    if "CERTIFICATE" in str(error):
        problem = "the server's certificate is not one that this machine trusts"
        advice = "SSL_CERT_FILE names a file of authorities that it should trust"
        return StoreError(problem, where=address, advice=advice)
    reason = str(error) or type(error).__name__
    problem = f"the server can't be reached: {reason}"
    return StoreError(problem, where=address, advice="is it running, and is the address right?")
